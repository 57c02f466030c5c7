"""Every page there is, as routes.js lists them: nothing cut off at 390 px and at 200 %; and the sample from the gallery to its approval with the keyboard alone."""
import json

from browser import Browser
from console_kit import run_path, sample, started, waits
from newel import Server

ASK = "Request Human Approval"


def addresses(page, server, stack):
    """An address of every route, with what must be there before it is looked at."""
    known = {
        "/": ("/", "td"), "/new": ("/new", ".detail .node"), "/deploy/:id": (f"/deploy/{stack}", "dialog[open]"), "/stacks": ("/stacks", "tr[data-stack]"),
        "/stacks/:name": (f"/stacks/{stack}", "tr[data-resource]"), "/machines/:name": ("/machines/StockTrading", "tr[data-run]"),
        "/machines/:name/edit": ("/machines/StockTrading/edit?state=Buy%20Stock", ".inspector h2"), "/executions/:machine/:execution": (run_path("StockTrading", "asks", state=ASK), ".callout"),
        "/search": ("/search?q=asks", "tr[data-run]"), "/approvals": ("/approvals", ".card[data-run]"), "/handlers": ("/handlers", "tr[data-function]"),
        "/handlers/:name": ("/handlers/BuyStockLambda", "#payload"), "/queues": ("/queues", "[data-queue] summary"), "/topics": ("/topics", "[data-topic]"), "/signin": ("/signin", "#key"),
    }
    routes = page.run("import('/_newel/console/assets/routes.js').then(m => m.routes.map(([pattern]) => pattern))")
    assert sorted(routes) == sorted(known), "a page that nobody looks at"
    return [known[route] for route in routes] + [("/machines/none-of-that-name", "#page input[type=search]")]


def nothing_is_lost(page, pages):
    """Check 24 and 25: at 390 px and at 200 % no page is wider than its window, and what can be pressed can be reached."""
    wide = []
    for size in ((390, 844, 1), (1280, 900, 2)):
        page.resize(*size)
        for path, sign in pages:
            page.goto(path)
            page.see(sign)
            found = page.run("""(() => { const page = document.querySelector('#page'), over = [...document.querySelectorAll('.top button, .top select, .top a, #page h1, #page .head button')].filter(node => {
                const box = node.getBoundingClientRect();
                if (!box.width || node.closest('.sr, .skip')) return false;
                for (let at = node.parentElement; at; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return false;
                return box.left < -1 || box.right > innerWidth + 1; }).map(node => node.id || node.textContent.trim());
              return [document.documentElement.scrollWidth > innerWidth, page.scrollWidth > page.clientWidth + 1, over]; })()""")
            if found != [False, False, []]:
                wide.append((size, path, found))
    page.resize(1440, 900)
    assert not wide, "\n".join(map(str, wide))


class Keyboard:
    """A person with a keyboard only: Tab until it is there, then a key."""

    def __init__(self, page):
        self.page = page

    def reach(self, selector, text=None, back=False):
        """Tab until an element has the focus, which must be seen to have it."""
        self.page.see(selector, text)
        for _ in range(120):
            if self.page.run(f"(() => {{ const at = document.activeElement; return at !== document.body && window.__seen({json.dumps(selector)}, {json.dumps(text)}, false).includes(at); }})()"):
                assert self.page.run("""(() => { const at = document.activeElement, style = getComputedStyle(at), ring = at.querySelector?.('.ring');
                    return style.outlineStyle !== 'none' || style.boxShadow !== 'none' || (ring && getComputedStyle(ring).stroke !== 'none'); })()"""), f"{selector}: the focus is not seen"
                return
            self.page.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{selector} is not reached with Tab; the focus is at {self.page.run('document.activeElement.outerHTML.slice(0, 300)')}")

    def press(self, selector, text=None, key="Enter"):
        self.reach(selector, text)
        self.page.press(key)


def by_keyboard(page):
    """The whole sample without a mouse: found, deployed, started, looked at, approved; then a definition changed and saved."""
    page.goto("/")
    hand = Keyboard(page)
    hand.press("a", "Create")
    hand.reach("#q")
    page.type("Orchestrate Lambda functions")
    hand.press("[data-template]", "Orchestrate", key=" ")
    page.see(".detail .node[data-k=lambda]")
    assert "q=Orchestrate" in page.path, page.path
    hand.press("#demo")
    page.see("dialog[open]")
    # A dialog begins with what it asks for.
    page.until("document.activeElement.matches('dialog[open] input[type=radio]')")
    page.press("ArrowDown")
    page.until("document.querySelector('dialog[open] input[value=me]').checked")
    hand.press("#deploy")
    page.see("dialog[open] #start-input", seconds=60)
    hand.press("dialog[open] button[type=submit]")
    page.until("location.pathname.startsWith('/executions/')")
    page.see("#run-status", "Waiting")
    # Along the graph with arrows, into the state, through its tabs.
    hand.reach("svg.graph .node")
    for _ in range(12):
        if page.run("document.activeElement.dataset.name") == ASK:
            break
        page.press("ArrowDown")
    page.press("Enter")
    page.see(".pane h2", ASK)
    hand.reach("#pane-input")
    page.press("ArrowRight")
    page.until("document.querySelector('#pane-output').getAttribute('aria-selected') === 'true'")
    for key, tab in (("s", "states"), ("e", "events"), ("l", "logs"), ("t", "timeline")):
        page.press(key)
        page.until(f"document.querySelector('#drawer-{tab}').getAttribute('aria-selected') === 'true'")
    count = int(page.text("#run-events"))
    page.press("[")
    page.see(".banner", "Looking at")
    assert int(page.text("#run-events")) == count - 1
    page.press(".")
    page.gone(".banner")
    page.press("a")
    page.see("dialog[open]", ASK)
    hand.press("#confirm")
    page.see("#run-status", "Succeeded")
    # The Studio: a state is renamed in its form and the text saved.
    name = page.path.split("/")[2]
    page.goto(f"/machines/{name}/edit")
    page.see(".problems .g", "No problems")
    hand.reach("svg.graph .node")
    page.press("Enter")
    page.see(".inspector h2")
    hand.reach("#field-Comment")
    page.type("changed by keyboard")
    page.press("Tab")
    page.see(".head .sub", "Not saved")
    hand.press("#save")
    page.gone(".head .sub", "Not saved")
    page.press("g")
    page.press("m")
    page.see("h1", "State machines")


def goes_on(page):
    """How long ago something was is true of this moment, not of the one it was asked for."""
    page.goto("/")
    page.see("tr[data-machine] time")
    before = page.text("tr[data-machine=StockTrading] time")
    page.until(f"document.querySelector('tr[data-machine=StockTrading] time').innerText !== {json.dumps(before)}", seconds=90)


def main():
    with Server() as server, Browser() as browser:
        page = browser.page(server.endpoint)
        by_keyboard(page)
        stack = server.client("cloudformation").describe_stacks()["Stacks"][0]["StackName"]
        sfn, sqs = server.client("stepfunctions"), server.client("sqs")
        stock = sample(server)
        waits(sfn, started(sfn, stock.machine, "asks"), ASK)
        sqs.send_message(QueueUrl=stock.queue, MessageBody=json.dumps({"hello": "세계" * 60}))
        pages = addresses(page, server, stack)
        nothing_is_lost(page, pages)
        goes_on(page)
        other = browser.page(server.endpoint)
        other.goto("/stacks")
        other.see(f"tr[data-stack={stack}]")
        page.goto(f"/stacks/{stack}")
        page.see("tr[data-resource]")
        server.client("cloudformation").delete_stack(StackName=stack)
        page.until("location.pathname === '/stacks'", seconds=60)
        other.gone(f"tr[data-stack={stack}]")
        assert other.loads == 1, "the list of stacks is live"
        other.quiet()
        # The browser notes what was refused: there is no such machine, and the stack has gone while it was asked for.
        page.errors = [error for error in page.errors if "none-of-that-name" not in error and f"stacks/{stack}?" not in error]
        page.quiet()


if __name__ == "__main__":
    main()
