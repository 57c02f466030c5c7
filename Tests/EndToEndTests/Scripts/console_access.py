"""Check 12: every page, as routes.js lists them, with its tabs, views and dialogs: no rule of WCAG 2.2 AA or of good practice is broken, light and dark, in a large window and, in Korean, at 390 px, where nothing that can be pressed is smaller than 24 px."""
import json

from browser import Browser, axe_source
from console_kit import finished, machine, run_path, sample, started, waits
from newel import Server

ASK = "Request Human Approval"
ORDER = {"StartAt": "Each", "States": {
    "Each": {"Type": "Map", "ItemsPath": "$.items", "ItemProcessor": {"StartAt": "Seven?", "States": {
        "Seven?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 7, "Next": "Break"}], "Default": "Keep"},
        "Keep": {"Type": "Pass", "End": True}, "Break": {"Type": "Fail", "Error": "Seven", "Cause": "{\"why\": 7}"}}},
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Over"}], "Retry": [{"ErrorEquals": ["Never"], "MaxAttempts": 1}], "End": True},
    "Over": {"Type": "Fail", "Error": "Over", "Cause": "all was seen"}}}

# What can be pressed and is smaller than 24 CSS pixels. Links within a text are as high as its lines; a box with a label is pressed by the label, too.
SMALL = """[...document.querySelectorAll('button, summary, select, input, textarea, a[href], canvas[role=slider], [role=tab], [role=option], .node[role=button]')].filter(node => {
  const box = (node.closest('label') ?? node).getBoundingClientRect();
  if (!box.width || !box.height || getComputedStyle(node).visibility === 'hidden' || node.closest('[hidden], .sr') || node.matches('.sr, .skip')) return false;
  if (document.querySelector('dialog[open]') && !node.closest('dialog')) return false;
  if (node.localName === 'a' && getComputedStyle(node).display === 'inline') return false;
  return box.width < 23.99 || box.height < 23.99;
}).map(node => `${node.localName} ${node.id || node.getAttribute('aria-label') || node.textContent.trim().slice(0, 40)} ${JSON.stringify(node.getBoundingClientRect(), ['width', 'height'])}`)"""


def views(stack):
    """Addresses by the routes they belong to, each with what must be there before it is looked at."""
    machine, studio, order = "/machines/StockTrading", "/machines/order/edit", run_path("order", "one")
    return {
        "/": [("/", "tr[data-machine]")], "/new": [("/new", ".detail .node"), ("/new?q=nothing%20of%20the%20kind", "#page [role=status]")],
        "/deploy/:id": [(f"/deploy/{stack}", "dialog[open]")], "/stacks": [("/stacks", "tr[data-stack]")],
        "/stacks/:name": [(f"/stacks/{stack}?tab={tab}", sign) for tab, sign in (("resources", "tr[data-resource]"), ("events", "#panel-resources td"), ("outputs", "#panel-resources td"), ("template", ".jl"))],
        "/machines/:name": [(machine, "tr[data-run]"), (f"{machine}?tab=definition", "svg.graph .node"), (f"{machine}?tab=versions", "#publish"), (f"{machine}?tab=settings", "#delete"), ("/machines/idle", "#page pre.json")],
        "/machines/:name/edit": [(f"{studio}?state=Each", ".problems .g"), (f"{studio}?state=Seven%3F", ".problems .g"), (f"{studio}?mode=code", ".problems .g"), (f"{studio}?mode=config", ".config .card")],
        "/executions/:machine/:execution": [
            (run_path("StockTrading", "one", state=ASK), ".callout"), (run_path("StockTrading", "one", view="logs", state="Check Stock Price", tab="definition"), ".logrow"),
            (run_path("StockTrading", "one", state="Check Stock Price", tab="log"), ".pane .code, .pane .logrow, .pane pre"), (run_path("StockTrading", "one", tab="policy"), ".policy tr"),
            (run_path("order", "one", view="states", state="Each", tab="flow"), ".time tbody tr"), (run_path("order", "one", view="events", tab="details", state="Each", at=20), ".banner"),
            (order, ".callout"), (run_path("order", "one", vs="two"), ".cmpdiff tbody tr"), (run_path("StockTrading", "one", fork="Check Stock Price"), "dialog[open] #fork-input")],
        "/search": [("/search?q=one", "tr[data-run]"), ("/search", "#q")], "/approvals": [("/approvals", ".card[data-run]")], "/handlers": [("/handlers", "tr[data-function]")],
        "/handlers/:name": [("/handlers/BuyStockLambda", "#payload"), ("/handlers/CheckStockPrice", "#payload")], "/queues": [("/queues", "[data-queue] summary")], "/topics": [("/topics", "[data-topic]")],
        "/signin": [("/signin", "#key")], "none": [("/machines/none-of-that-name", "#page input[type=search]")],
    }


def dialogs(stack):
    """What opens a dialog or a menu: where, what is pressed, and what must be there then."""
    run = run_path("StockTrading", "one", state=ASK)
    yield "/", "tr[data-machine=StockTrading] [data-start]", "dialog[open] #start-input"
    yield "/", "?", "dialog[open] dd"
    yield "/", "Control+k", "dialog[open] [role=option]"
    yield "/new", "#demo", "dialog[open] #deploy"
    yield "/new", "#paste", "dialog[open] textarea"
    yield "/machines/StockTrading?tab=settings", "#delete", "dialog[open] #delete-now"
    yield "/machines/StockTrading?tab=versions", "#alias", "dialog[open] select"
    yield f"/stacks/{stack}", "#delete", "dialog[open] #delete-now"
    yield "/approvals", ".card[data-run] .btn:nth-of-type(3)", "dialog[open] textarea"
    yield "/queues", "[data-queue] header .btn:nth-of-type(2)", "dialog[open] textarea"
    yield "/queues", "[data-queue] header .btn:nth-of-type(3)", "dialog[open] .btn.deny"
    yield "/queues", "[data-queue] summary", "[data-queue] details[open] dd"
    yield "/topics", "[data-topic] header .btn", "dialog[open] textarea"
    yield run, "#answer-other", "dialog[open] textarea"
    yield run, "#stop", "dialog[open] #confirm"
    yield run, "#again", "dialog[open] #start-input"
    yield run, "#compare", "dialog[open] input"
    yield run, ".tools summary", "#export-svg"
    yield run_path("order", "one", view="states"), ".filters summary", ".columns .pop"
    yield run_path("order", "one", state="Each"), "#test-here", "dialog[open] .statetest"
    yield "/machines/order/edit?state=Each", "#test-state", "dialog[open] .statetest"
    yield "/machines/order/edit?mode=code", "#find-text", ".findbar"


class Inspector:
    """Looks at a page with axe and a ruler, and keeps what is wrong."""

    def __init__(self, page):
        self.page, self.source, self.broken, self.isNarrow = page, axe_source(), [], False

    def look(self, path):
        """In light all of it; in dark nothing but the colours is another."""
        what = "390 px, Korean" if self.isNarrow else "1440 px"
        self.broken.extend((what, path, *found) for found in self.page.axe(self.source))
        self.page.prefer(dark=True)
        self.broken.extend((f"{what}, dark", path, *found) for found in self.page.axe(self.source, "color-contrast"))
        self.page.prefer(dark=False)
        if self.isNarrow:
            self.broken.extend((what, path, "smaller than 24 px", found) for found in self.page.run(SMALL))
            if self.page.run("document.documentElement.scrollWidth > innerWidth"):
                self.broken.append((what, path, "wider than the window"))


def every_view(page, inspector, stack):
    routes = page.run("import('/_newel/console/assets/routes.js').then(m => m.routes.map(([pattern]) => pattern))")
    known = views(stack)
    assert sorted([*routes, "none"]) == sorted(known), "a page that nobody looks at"
    for path, sign in [one for route in known.values() for one in route]:
        page.goto(path)
        page.see(sign)
        inspector.look(path)
    # In a large window a dialog is what it is in a small one, with more room: the first three stand for all.
    for path, pressed, sign in [*dialogs(stack)][:None if inspector.isNarrow else 3]:
        page.goto(path)
        if len(pressed) == 1 or pressed.startswith("Control+"):
            page.see("#page h1")
            page.press(pressed)
        else:
            page.click(pressed)
        page.see(sign)
        inspector.look(f"{path} {pressed}")


def legend_and_sheet(page):
    """What the colours mean, and the sheet of keys, at 390 px: by touch and by keyboard."""
    page.goto(run_path("order", "one"))
    page.see("#show-legend")
    page.gone("#legend")
    page.click("#show-legend")
    page.see("#legend li")
    assert page.run("document.querySelector('#show-legend').getAttribute('aria-expanded')") == "true"
    assert page.run("(() => { const box = document.querySelector('#legend').getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; })()")
    page.focus("#show-legend")
    page.press("Enter")
    page.gone("#legend")
    page.click("#keys")
    page.see("dialog[open] dd")
    page.press("Escape")
    page.gone("dialog")


def main():
    with Server() as server, Browser() as browser:
        sfn, page = server.client("stepfunctions"), browser.page(server.endpoint)
        stock = sample(server)
        waits(sfn, started(sfn, stock.machine, "one"), ASK)
        sfn.publish_state_machine_version(stateMachineArn=stock.machine)
        order = machine(sfn, "order", ORDER)
        machine(sfn, "idle", {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}})
        for name, count in (("one", 9), ("two", 5)):
            finished(sfn, order, name, {"items": list(range(count))})
        server.client("sqs").send_message(QueueUrl=stock.queue, MessageBody=json.dumps({"hello": "세계" * 60}))
        page.goto("/new")
        page.click("[data-template]", "Orchestrate")
        page.click("#demo")
        page.click("dialog[open] input[value=me]")
        page.click("#deploy")
        page.see("dialog[open] #start-input", seconds=60)
        stack = server.client("cloudformation").describe_stacks()["Stacks"][0]["StackName"]
        inspector = Inspector(page)
        for inspector.isNarrow in (False, True):
            page.resize(*((390, 844) if inspector.isNarrow else (1440, 900)))
            page.send("Emulation.setUserAgentOverride", userAgent="Mozilla/5.0 Chrome", acceptLanguage="ko-KR,ko;q=0.9" if inspector.isNarrow else "en-US")
            every_view(page, inspector, stack)
        assert not inspector.broken, "\n".join(map(str, inspector.broken))
        legend_and_sheet(page)
        page.goto(run_path("StockTrading", "one", state=ASK))
        page.see(".callout", "누군가의 응답을 기다리는 중")
        page.click("#approve")
        page.see("#run-status", "성공")
        # The browser notes what was refused: there is no such machine.
        page.errors = [error for error in page.errors if "none-of-that-name" not in error]
        page.quiet()


if __name__ == "__main__":
    main()
