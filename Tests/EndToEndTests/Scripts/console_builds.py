"""`newel dev` beside a server in a real Chromium: a build that goes on, the compiler's own line when it fails, served once it is mended; in Korean, too, and for functions of other names that run it; gone when dev is, however that ends."""
import json
import os
import shutil
import tempfile
import urllib.error
import urllib.request

from browser import Browser, axe_source
from dev import Dev, function, new, written
from newel import *

CODE = "tr[data-handler=Greet] code"


def slow(folder):
    """The build waits for a sign, so that a person can look at it."""
    path = os.path.join(folder, "Makefile")
    sign = os.path.join(folder, ".go")
    with open(path) as file:
        text = file.read()
    written(path, text.replace("\tmkdir -p build", f"\twhile [ ! -e {sign} ]; do sleep 0.05; done\n\tmkdir -p build"))
    return sign


def begins(page, dev, sign):
    """Nothing is installed yet, and the page tells that something is being built."""
    page.see("[data-build=Greet] [data-phase=building]", "Building")
    assert page.count("[data-handler=Greet]") == 0
    open(sign, "w").close()
    page.see("[data-build=Greet] [data-phase=served]", "Served")
    page.see("tr[data-handler=Greet] [data-phase=loaded]")
    assert page.count("[data-output]") == 0


def breaks(page, other, dev, source, sign, axe):
    """The compiler's own words, as text, on both pages, without loading them anew; the build before goes on."""
    build = page.text(CODE)
    other.goto("/handlers/Greet")
    other.see("#payload")
    os.unlink(sign)
    written(source, function(1).replace("return", '#error "<b>&amp; 세계 🙂</b>"\n    return'))
    for tab in (page, other):
        tab.see("[data-build=Greet] [data-phase=building]")
    page.see("tr[data-handler=Greet] [data-phase=building]", "Building")
    other.see("#notice [data-phase=building]", "Building")
    open(sign, "w").close()
    for tab in (page, other):
        tab.see("[data-output=Greet]", "function.c:4:")
        tab.see("[data-output=Greet]", '#error "<b>&amp; 세계 🙂</b>"')
        tab.see("[data-output=Greet]", "'make' failed (exit code 2)")
        assert tab.count("[data-output=Greet] b") == 0
        broken = tab.axe(axe)
        assert not broken, broken
    page.see("tr[data-handler=Greet] [data-phase=failed]", "Build failed")
    page.click("tr[data-handler=Greet] summary", "Why")
    page.see("tr[data-handler=Greet] pre", "function.c:4:")
    other.see("#notice [data-phase=failed]", "Build failed")
    assert page.text(CODE) == build
    other.fill("#payload", '{"name": "Ada"}')
    other.click("form button", "Invoke")
    other.see("#answer .jl", '"Ada"')


def renamed(page, server):
    """A function that was made of the package under a name of its own tells of the package's builds, too."""
    server.client("lambda").create_function(FunctionName="Hello", Role="arn:aws:iam::000000000000:role/r", PackageType="Image", Code={"ImageUri": "plugin://Greet"})
    page.goto("/handlers/Hello")
    page.see("h1 [data-phase=failed]", "Build failed")
    page.see("[data-build=Greet] [data-output=Greet]", "function.c:4:")
    page.see("[data-fact=runs] a", "Greet")
    page.see("ul code")
    page.goto("/handlers/CheckStockPrice")
    page.see("#payload")
    assert page.count("[data-build], [data-fact=runs]") == 0
    server.client("lambda").delete_function(FunctionName="Hello")


def dies(page, folder, server, source, sign):
    """A `newel dev` that is killed while it builds leaves no build that goes on for ever; what it had put into service stays."""
    page.goto("/handlers")
    dev = Dev(folder, "--port", server.endpoint.rsplit(":", 1)[1])
    page.see("[data-build=Greet] [data-phase=served]")
    os.unlink(sign)
    written(source, function(5))
    page.see("tr[data-handler=Greet] [data-phase=building]")
    dev.process.kill()
    page.gone("[data-build]")
    page.see("tr[data-handler=Greet] [data-phase]")
    assert page.count("tr[data-handler=Greet] [data-phase=building]") == 0
    open(sign, "w").close()


def in_korean(page):
    page.choose("#language", "ko")
    page.see("[data-build=Greet] [data-phase=failed]", "빌드 실패")
    page.see("tr[data-handler=Greet] [data-phase=failed]", "빌드 실패")
    page.resize(390, 844)
    assert page.run("document.documentElement.scrollWidth") <= 390
    page.resize(1440, 900)
    page.choose("#language", "en")
    page.see("[data-build=Greet] [data-phase=failed]", "Build failed")


def is_bounded(page, dev, source):
    """Of very much output the end is shown, in whole lines."""
    lines = "".join(f"#warning number {number} of very many lines that a compiler may write about one file\n" for number in range(600))
    written(source, lines + "#error the last of all\n" + function(2))
    page.see("[data-output=Greet]", "the last of all", seconds=60)
    shown = page.run("document.querySelector('[data-output=Greet]').textContent")
    assert 60_000 < len(shown.encode()) <= 65_536 and "number 0 " not in shown and "number 599 " in shown, len(shown.encode())


def mends(page, other, dev, source):
    """Mended, it is served, and nothing of the failure is left."""
    build = page.text(CODE)
    written(source, function(3))
    page.until(f"document.querySelector('{CODE}').innerText !== {build!r}", seconds=60)
    for tab in (page, other):
        tab.see("[data-build=Greet] [data-phase=served]", "Served")
        tab.gone("[data-output=Greet]")
    page.see("tr[data-handler=Greet] [data-phase=replaced]")
    other.see("#notice [data-phase=replaced]")
    other.click("form button", "Invoke")
    other.see("#answer .jl", '"version": 3')


def refuses(page, dev, folder, source):
    """What builds and answers wrongly says what was expected."""
    written(os.path.join(folder, "events", "hello.expected.json"), '{"version": 9}')
    written(source, function(4))
    page.see("[data-output=Greet]", 'expected {"version":9}, but it answers {"version": 4}', seconds=60)
    page.see("[data-output=Greet]", "1 of the example events did not come out right")


def posted(endpoint, body, method="POST"):
    request = urllib.request.Request(f"{endpoint}/_newel/dev", json.dumps(body).encode(), {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def strangers(server, place):
    """What no `newel dev` says is refused with what would be right, and under --auth sigv4 nobody tells without a signature."""
    status, answer = posted(server.endpoint, {"folder": "/x", "phase": "nonsense"})
    assert status == 400 and "building, failed or served" in answer["message"], (status, answer)
    status, answer = posted(server.endpoint, {"phase": "failed"})
    assert status == 400 and "folder" in answer["message"], (status, answer)
    assert posted(server.endpoint, {}, "PUT")[0] == 405
    keys = os.path.join(place, "keys")
    written(keys, "[default]\naws_access_key_id = AKIAOWNER\naws_secret_access_key = secret\n")
    with Server("--auth", "sigv4", "--credentials", keys) as closed:
        status, answer = posted(closed.endpoint, {"folder": "/x", "phase": "failed", "output": "lies"})
        assert status == 403, (status, answer)


def main():
    place, axe = tempfile.mkdtemp(prefix="newel-dev-"), axe_source()
    with Server() as server, Browser() as browser:
        folder = new(place, "c")
        source, sign = os.path.join(folder, "function.c"), slow(folder)
        page, other, third = (browser.page(server.endpoint) for _ in range(3))
        page.goto("/handlers")
        page.see("tr[data-handler]")
        dev = Dev(folder, "--port", server.endpoint.rsplit(":", 1)[1])
        begins(page, dev, sign)
        breaks(page, other, dev, source, sign, axe)
        in_korean(page)
        renamed(third, server)
        is_bounded(page, dev, source)
        mends(page, other, dev, source)
        refuses(page, dev, folder, source)
        assert (page.loads, other.loads) == (1, 1), "without loading a page anew"
        strangers(server, place)
        dev.stop()
        page.gone("[data-build]")
        page.gone("tr[data-handler=Greet]")
        os.unlink(os.path.join(folder, "events", "hello.expected.json"))
        dies(third, folder, server, source, sign)
        page.quiet()
        third.quiet()
        other.quiet()
    shutil.rmtree(place)


if __name__ == "__main__":
    main()
