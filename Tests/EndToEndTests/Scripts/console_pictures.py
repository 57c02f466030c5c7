"""The pictures of the documentation, taken from the running console; NEWEL_PICTURES=FOLDER puts them there, else they are only looked at."""
import os
import shutil
import struct
import tempfile

from browser import Browser
from console_kit import finished, machine, node, run_path, sample, sees_status, started, waits
from newel import Server

ASK = "Request Human Approval"
ORDER = {"Comment": "Order fulfilment", "StartAt": "Reserve", "States": {
    "Reserve": {"Type": "Parallel", "ResultPath": None, "Next": "Pack items", "Branches": [
        {"StartAt": "Reserve stock", "States": {"Reserve stock": {"Type": "Wait", "Seconds": 1, "End": True}}},
        {"StartAt": "Risk?", "States": {"Risk?": {"Type": "Choice", "Choices": [{"Variable": "$.risk", "NumericGreaterThan": 70, "Next": "Ask a human"}], "Default": "Accepted"},
                                        "Ask a human": {"Type": "Pass", "Next": "Accepted"}, "Accepted": {"Type": "Pass", "End": True}}}]},
    "Pack items": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 4, "Next": "Done", "ItemProcessor": {"StartAt": "Pick", "States": {
        "Pick": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 17, "Next": "Sold out"}], "Default": "Label"},
        "Label": {"Type": "Pass", "End": True}, "Sold out": {"Type": "Fail", "Error": "SoldOut", "Cause": "none left of 17"}}},
        "Catch": [{"ErrorEquals": ["SoldOut"], "ResultPath": "$.error", "Next": "Reject order"}]},
    "Reject order": {"Type": "Fail", "Error": "Order.Rejected", "Cause": "One item is sold out."}, "Done": {"Type": "Succeed"}}}

# Whether Korean letters look like letters: without a font for them all are drawn as the same box.
HAS_KOREAN = """(() => { const drawn = letter => { const pen = Object.assign(document.createElement('canvas'), { width: 40, height: 40 }).getContext('2d');
    pen.font = `24px ${getComputedStyle(document.body).fontFamily}`; pen.fillText(letter, 4, 30); return pen.canvas.toDataURL(); };
  return new Set(['가', '힣', '뷁'].map(drawn)).size === 3; })()"""


class Album:
    """Where pictures go, each looked at: whole, and not empty."""

    def __init__(self, page):
        self.page, self.folder = page, os.environ.get("NEWEL_PICTURES") or tempfile.mkdtemp(prefix="newel-pictures-")

    def take(self, name):
        # Two frames after the last change the picture is that of what was waited for.
        self.page.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        path = os.path.join(self.folder, f"console-{name}.png")
        self.page.screenshot(path)
        with open(path, "rb") as file:
            head = file.read(24)
        width, height = struct.unpack(">II", head[16:24])
        assert head[:8] == b"\x89PNG\r\n\x1a\n" and min(width, height) >= 390 and os.path.getsize(path) > 15_000, (path, width, height)

    def close(self):
        if "NEWEL_PICTURES" not in os.environ:
            shutil.rmtree(self.folder)


def main():
    with Server() as server, Browser() as browser:
        sfn, page = server.client("stepfunctions"), browser.page(server.endpoint)
        stock, album = sample(server), Album(page)
        order = machine(sfn, "OrderFulfilment", ORDER)
        for name, count in (("order-1041", 12), ("order-1042", 24), ("order-1043", 16)):
            finished(sfn, order, name, {"risk": 80, "items": list(range(count))})
        for name in ("run-7c40", "run-7c41"):
            waits(sfn, started(sfn, stock.machine, name), ASK)
        page.goto(run_path("StockTrading", "run-7c41", state=ASK))
        page.see(".callout", "Waiting for someone to answer")
        album.take("run-light")
        page.goto("/")
        page.see("table", "OrderFulfilment")
        album.take("machines-light")
        page.goto("/approvals")
        page.see("main", ASK)
        album.take("approvals-light")
        page.goto("/machines/StockTrading/edit")
        page.see(".problems .g", "No problems")
        start, end = page.place(".pal", "A time, or until one"), page.run(f"(() => {{ const b = document.querySelector('{node('Check Stock Price')}').getBoundingClientRect(); return [b.left + b.width / 2 + 20, b.bottom + 20]; }})()")
        page.mouse("mouseMoved", *start)
        page.mouse("mousePressed", *start)
        for part in (0.3, 0.6, 0.9, 1):
            page.send("Input.dispatchMouseEvent", type="mouseMoved", x=start[0] + (end[0] - start[0]) * part, y=start[1] + (end[1] - start[1]) * part, button="left", buttons=1)
        page.see(".slot.near .drop")
        album.take("studio-light")
        page.press("Escape")
        page.mouse("mouseReleased", *end)
        page.prefer(dark=True)
        page.goto(run_path("StockTrading", "run-7c40", state=ASK))
        page.click("#approve")
        page.see("#run-status", "Succeeded")
        page.goto(run_path("StockTrading", "run-7c40", state=ASK, tab="flow"))
        page.see(".flow li", "approved")
        album.take("run-dark")
        page.goto(run_path("OrderFulfilment", "order-1042", state="Pack items"))
        sees_status(page, "Reject order", "failed")
        album.take("map-dark")
        page.goto("/machines/OrderFulfilment/edit?mode=code&state=Pack%20items")
        page.see(".problems .g", "No problems")
        album.take("studio-dark")
        page.prefer(dark=False)
        page.resize(390, 844)
        page.goto(run_path("StockTrading", "run-7c41", state=ASK))
        page.see(".callout", "Waiting for someone to answer")
        album.take("phone-light")
        page.resize(1440, 900)
        page.send("Emulation.setUserAgentOverride", userAgent="Mozilla/5.0 Chrome", acceptLanguage="ko-KR,ko;q=0.9")
        page.goto(run_path("StockTrading", "run-7c41", state=ASK))
        page.see(".callout", "누군가의 응답을 기다리는 중")
        assert page.run(HAS_KOREAN), "no font here has Korean letters: install the package 'fonts-noto-cjk'"
        album.take("run-korean")
        album.close()
        page.quiet()


if __name__ == "__main__":
    main()
