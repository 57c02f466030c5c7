"""A real headless Chromium, driven over the pipe of its DevTools protocol; nothing but the standard library."""
import base64
import json
import os
import queue
import shutil
import subprocess
import tempfile
import threading
import time

CHROMIUM = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
KEYS = {
    "Enter": (13, "Enter", "\r"), "Escape": (27, "Escape", ""), "Tab": (9, "Tab", ""), "Backspace": (8, "Backspace", ""), "Delete": (46, "Delete", ""),
    "ArrowLeft": (37, "ArrowLeft", ""), "ArrowUp": (38, "ArrowUp", ""), "ArrowRight": (39, "ArrowRight", ""), "ArrowDown": (40, "ArrowDown", ""),
    "Home": (36, "Home", ""), "End": (35, "End", ""), "PageUp": (33, "PageUp", ""), "PageDown": (34, "PageDown", ""), " ": (32, "Space", " "),
}
MODIFIERS = {"Alt": 1, "Control": 2, "Meta": 4, "Shift": 8}
# Elements of a selector (of its shadow-free document) that can be seen, whose words or accessible name hold a text.
FINDERS = """
window.__seen = (selector, text, exact) => [...document.querySelectorAll(selector)].filter(node => {
  const box = node.getBoundingClientRect();
  if (!box.width || !box.height || getComputedStyle(node).visibility === 'hidden') return false;
  if (text === null) return true;
  const words = [node.getAttribute('aria-label'), node.textContent, node.value, node.getAttribute('placeholder')].filter(Boolean).map(t => String(t).trim());
  return words.some(t => exact ? t === text : t.includes(text));
});
"""


class BrowserError(AssertionError):
    """What the browser refused, or what did not come in time."""


class Browser:
    """One browser process with a profile of its own. A context manager."""

    def __init__(self, width=1440, height=900, language="en-US", dark=False):
        assert CHROMIUM, "there is no Chromium: install the package 'chromium'"
        self.size, self.language, self.dark = (width, height), language, dark
        self.profile = tempfile.mkdtemp(prefix="newel-chromium-")
        out_read, out_write = os.pipe()
        in_read, in_write = os.pipe()
        command = [
            CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync", "--disable-extensions",
            "--disable-features=Translate,OptimizationHints,MediaRouter", "--hide-scrollbars",
            "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows", "--disable-background-timer-throttling", "--mute-audio", "--force-color-profile=srgb",
            f"--lang={language}", f"--accept-lang={language}", f"--user-data-dir={self.profile}", f"--window-size={width},{height}", "about:blank"]
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{in_read} 4>&{out_write}', "bash", *command], pass_fds=(in_read, out_write),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            env={**os.environ, "HOME": self.profile, "LANGUAGE": language.split("-")[0]})
        os.close(in_read)
        os.close(out_write)
        self.write, self.read = os.fdopen(in_write, "wb", buffering=0), os.fdopen(out_read, "rb", buffering=0)
        self.lock, self.next, self.answers, self.heard = threading.Lock(), 1, {}, {}
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        rest = b""
        while True:
            try:
                piece = self.read.read(1 << 16)
            except (OSError, ValueError):
                piece = b""
            if not piece:
                break
            *messages, rest = (rest + piece).split(b"\0")
            for text in messages:
                message = json.loads(text)
                if "id" in message:
                    waiting = self.answers.pop(message["id"], None)
                    if waiting:
                        waiting.put(message)
                else:
                    hear = self.heard.get(message.get("sessionId"))
                    if hear:
                        hear(message["method"], message.get("params", {}))
        for waiting in list(self.answers.values()):
            waiting.put({"error": {"message": "the browser has gone"}})

    def send(self, method, session=None, seconds=60, **parameters):
        """One command and its answer."""
        waiting = queue.Queue()
        with self.lock:
            number = self.next
            self.next += 1
            self.answers[number] = waiting
            message = {"id": number, "method": method, "params": parameters}
            if session:
                message["sessionId"] = session
            self.write.write(json.dumps(message).encode() + b"\0")
        try:
            answer = waiting.get(timeout=seconds)
        except queue.Empty:
            raise BrowserError(f"no answer to {method} within {seconds} s") from None
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return answer.get("result", {})

    def page(self, base, width=None, height=None, own=False):
        """A new tab whose addresses begin with `base`; `own`: in a profile of its own, as another person's."""
        context = self.send("Target.createBrowserContext")["browserContextId"] if own else None
        target = self.send("Target.createTarget", url="about:blank", **({"browserContextId": context} if context else {}))["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, target, session, base, (width or self.size[0], height or self.size[1]), context)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        try:
            self.send("Browser.close", seconds=5)
        except (BrowserError, OSError):
            pass
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


class Page:
    """One tab: what a person does in it, and what can be seen."""

    def __init__(self, browser, target, session, base, size, context):
        self.browser, self.target, self.session, self.base, self.context = browser, target, session, base, context
        self.errors, self.requests, self.loads, self.received = [], [], 0, 0
        browser.heard[session] = self._hear
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Page.addScriptToEvaluateOnNewDocument", source=FINDERS)
        self.resize(*size)
        self.prefer(browser.dark)
        permissions = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": base}
        browser.send("Browser.grantPermissions", **permissions, **({"browserContextId": context} if context else {}))

    def send(self, method, **parameters):
        return self.browser.send(method, self.session, **parameters)

    def _hear(self, method, parameters):
        if method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "assert"):
            self.errors.append(" ".join(str(a.get("value", a.get("description", ""))) for a in parameters["args"]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            entry = parameters["entry"]
            self.errors.append(f"{entry['text']} {entry.get('url', '')}")
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        elif method == "Network.dataReceived":
            self.received += parameters["dataLength"]
        elif method == "Page.loadEventFired":
            self.loads += 1

    def resize(self, width, height, zoom=1):
        """The size of the window; a zoom of 2 shows what a person sees at 200 %."""
        self.send("Emulation.setDeviceMetricsOverride", width=int(width / zoom), height=int(height / zoom), deviceScaleFactor=zoom, mobile=False)

    def prefer(self, dark=False):
        """Light or dark; things stand still either way."""
        self.send("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}, {"name": "prefers-reduced-motion", "value": "reduce"}])

    def goto(self, path):
        """Loads an address and waits until it has."""
        before = self.loads
        answer = self.send("Page.navigate", url=path if "://" in path else self.base + path)
        if answer.get("errorText"):
            raise BrowserError(f"{path}: {answer['errorText']}")
        self._until(lambda: self.loads > before, 30, f"{path} to load")
        return self

    def reload(self):
        before = self.loads
        self.send("Page.reload")
        self._until(lambda: self.loads > before, 30, "the page to load again")

    @property
    def path(self):
        """The path and query the address bar shows."""
        return self.run("location.pathname + location.search")

    def run(self, expression):
        """The value of an expression of JavaScript; promises are awaited."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True, userGesture=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description") or details["text"])
        return answer["result"].get("value")

    def _until(self, condition, seconds, what):
        end = time.monotonic() + seconds
        while True:
            value = condition()
            if value:
                return value
            if time.monotonic() > end:
                raise BrowserError(f"waited {seconds} s in vain for {what}{self._seen()}")
            time.sleep(0.02)

    def _seen(self):
        try:
            text = self.run("location.pathname + ' | ' + (document.querySelector('dialog[open]') ?? document.body).innerText.slice(0, 1500)")
        except BrowserError as error:
            text = str(error)
        return f"; errors: {self.errors[-5:]}; seen: {text}"

    def until(self, expression, seconds=20):
        """Waits until an expression is true, and gives it."""
        def value():
            try:
                return self.run(expression)
            except BrowserError:
                return None
        return self._until(value, seconds, expression)

    def see(self, selector, text=None, seconds=20, exact=False):
        """Waits until an element can be seen that holds a text."""
        return self.until(f"window.__seen?.({json.dumps(selector)}, {json.dumps(text)}, {json.dumps(exact)}).length > 0", seconds)

    def gone(self, selector, text=None, seconds=20):
        """Waits until no such element can be seen."""
        return self.until(f"window.__seen?.({json.dumps(selector)}, {json.dumps(text)}, false).length === 0", seconds)

    def worked(self):
        """What the page's thread has done since it was opened: seconds of processor time (however busy the machine is), layouts, styles."""
        found = {one["name"]: one["value"] for one in self.send("Performance.getMetrics")["metrics"]}
        return {"seconds": found["TaskDuration"], "layouts": found["LayoutCount"], "styles": found["RecalcStyleCount"]}

    def count(self, selector):
        return self.run(f"document.querySelectorAll({json.dumps(selector)}).length")

    def text(self, selector):
        """What an element shows."""
        return self.run(f"document.querySelector({json.dumps(selector)})?.innerText ?? null")

    def place(self, selector, text=None, exact=False, seconds=20):
        """The middle of an element, once it is in view, stands still and nothing lies on it."""
        # A tab behind another draws no frames.
        self.send("Page.bringToFront")
        find = f"window.__seen?.({json.dumps(selector)}, {json.dumps(text)}, {json.dumps(exact)})?.[0]"
        middle = f"""(async () => {{
            const node = {find}; if (!node || node.disabled) return null;
            node.scrollIntoView({{ block: 'nearest', inline: 'nearest' }});
            const one = node.getBoundingClientRect(); await new Promise(r => requestAnimationFrame(r)); const two = node.getBoundingClientRect();
            if (one.x !== two.x || one.y !== two.y) return null;
            const x = two.x + two.width / 2, y = two.y + two.height / 2, top = document.elementFromPoint(x, y);
            return top && (node === top || node.contains(top) || top.contains(node) || top.closest('label')?.control === node) ? [x, y] : null; }})()"""
        return self.until(middle, seconds)

    def click(self, selector, text=None, exact=False, seconds=20):
        """Presses an element with the mouse."""
        x, y = self.place(selector, text, exact, seconds)
        self.mouse("mouseMoved", x, y)
        self.mouse("mousePressed", x, y)
        self.mouse("mouseReleased", x, y)

    def mouse(self, kind, x, y, clicks=1):
        pressed = kind != "mouseMoved"
        self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left" if pressed else "none", clickCount=clicks if pressed else 0)

    def drag(self, start, end, steps=8):
        """Presses at a point, moves to another, and lets go there."""
        self.mouse("mouseMoved", *start)
        self.mouse("mousePressed", *start)
        for step in range(1, steps + 1):
            x, y = (start[i] + (end[i] - start[i]) * step / steps for i in (0, 1))
            self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y, button="left", buttons=1)
        self.mouse("mouseReleased", *end)

    def focus(self, selector, text=None):
        self.see(selector, text)
        self.run(f"window.__seen({json.dumps(selector)}, {json.dumps(text)}, false)[0].focus()")

    def press(self, key):
        """One key, with others held: `a`, `Enter`, `Control+k`."""
        *held, key = key.split("+") if key != "+" else ["+"]
        modifiers = sum(MODIFIERS[name] for name in held)
        code, name, text = KEYS.get(key, (ord(key.upper()) if len(key) == 1 else 0, f"Key{key.upper()}" if key.isalpha() else "", key))
        facts = {"key": key, "code": name, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        if text and not modifiers & 6:
            facts["text"] = text
        self.send("Input.dispatchKeyEvent", type="keyDown", **facts)
        facts.pop("text", None)
        self.send("Input.dispatchKeyEvent", type="keyUp", **facts)

    def type(self, text):
        """Text where the cursor is."""
        self.send("Input.insertText", text=text)

    def fill(self, selector, text, label=None):
        """Replaces what a field holds."""
        self.focus(selector, label)
        self.run("document.activeElement.select?.()")
        if text:
            self.type(text)
        else:
            self.press("Backspace")

    def choose(self, selector, value):
        """An option of a list."""
        self.see(selector)
        self.run(f"(() => {{ const list = document.querySelector({json.dumps(selector)}); list.value = {json.dumps(value)}; "
                 "list.dispatchEvent(new Event('input', { bubbles: true })); list.dispatchEvent(new Event('change', { bubbles: true })); })()")

    def clipboard(self):
        self.send("Page.bringToFront")
        return self.run("navigator.clipboard.readText()")

    def screenshot(self, path):
        image = self.send("Page.captureScreenshot", format="png")["data"]
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(image))

    def axe(self, source, rule=None):
        """The rules of WCAG 2.2 AA and of good practice that the page breaks, by axe-core's source text; or one rule, if it does."""
        if not self.run("typeof axe === 'object'"):
            self.run(source + "; 0")
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        asked = {"type": "rule", "values": [rule]} if rule else tags
        result = self.run(f"axe.run(document, {{ runOnly: {json.dumps(asked)} }}).then(r => r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 200), v.nodes[0].failureSummary?.slice(0, 300)]))")
        return result

    def quiet(self):
        """Asserts that no request left the origin and that nothing failed."""
        foreign = [url for url in self.requests if not url.startswith((self.base + "/", "data:", "blob:", "about:"))]
        assert not foreign, f"requests elsewhere: {foreign}"
        assert not self.errors, f"errors: {self.errors}"

    def close(self):
        self.browser.send("Target.closeTarget", targetId=self.target)
        if self.context:
            self.browser.send("Target.disposeBrowserContext", browserContextId=self.context)


def axe_source():
    """The text of axe-core, which a package of the tests' environment carries."""
    import importlib.util
    folder = importlib.util.find_spec("axe_playwright_python").submodule_search_locations[0]
    with open(os.path.join(folder, "axe.min.js"), encoding="utf-8") as file:
        return file.read()
