"""The sample's whole story by keyboard alone in a real Chromium: found, deployed, started, looked at and looked back at, approved, changed in the Studio, run again, its message seen. No mouse, and no focus but what Tab, arrows and letters give."""
import json

from browser import Browser
from newel import Server

STEPS = 120


def goes_to(page, selector, key="Tab", text=None):
    """Presses Tab until something has the focus, and is seen to have it."""
    wanted = f"(n => n.matches({json.dumps(selector)}) && (n.textContent + (n.getAttribute('aria-label') ?? '')).includes({json.dumps(text or '')}))(document.activeElement)"
    page.see(selector, text)
    for _ in range(STEPS):
        if page.run(wanted):
            break
        page.press(key)
    if not page.run(wanted):
        place = page.run("[document.activeElement.outerHTML.slice(0, 200), 'focused: ' + document.hasFocus(), 'dialogs: ' + document.querySelectorAll('dialog').length].join(', ')")
        raise AssertionError(f"Tab never comes to {selector} {text or ''}; it is at {place}")
    seen = page.run("""(n => { const s = getComputedStyle(n), box = n.getBoundingClientRect();
        return n.matches(':focus-visible') && (s.outlineStyle !== 'none' || s.boxShadow !== 'none' || n.matches('.node, input, select, textarea, td, canvas')) && box.width > 0 && box.top < innerHeight && box.bottom > 0; })(document.activeElement)""")
    assert seen, f"nothing tells that {selector} has the focus"


def deploys(page):
    """From the empty list to the run of a demo that asks."""
    page.goto("/")
    page.see("h1", "Nothing here yet")
    goes_to(page, "main a.btn", text="Create")
    page.press("Enter")
    page.see("h1", "Create a state machine")
    goes_to(page, "#q")
    page.type("Orchestrate Lambda functions")
    page.until("document.querySelectorAll('[data-template]').length === 1")
    goes_to(page, "#demo")
    page.press("Enter")
    goes_to(page, "dialog input[type=radio]")
    page.press("ArrowDown")
    assert page.run("document.activeElement.value") == "me"
    goes_to(page, "#deploy")
    page.press("Enter")
    page.see("dialog #start-input", seconds=60)
    goes_to(page, "dialog button[type=submit]")
    page.press("Enter")
    page.until("location.pathname.startsWith('/executions/')")
    page.see("#run-status", "Waiting", seconds=60)


def looks(page):
    """The graph, the tabs, the splitters, the scrubber and the palette."""
    goes_to(page, ".node")
    page.press("ArrowDown")
    page.press("ArrowUp")
    while page.run("document.activeElement.dataset.name") != "Request Human Approval":
        before = page.run("document.activeElement.dataset.name")
        page.press("ArrowDown")
        assert page.run("document.activeElement.dataset.name") != before, before
    page.press("Enter")
    page.see(".pane h2", "Request Human Approval")
    page.press("5")
    page.see("#pane-definition[aria-selected=true]")
    page.press("1")
    goes_to(page, ".splitter.pane")
    before = page.run("document.querySelector('.pane').offsetWidth")
    page.press("ArrowLeft")
    page.until(f"document.querySelector('.pane').offsetWidth > {before}")
    goes_to(page, "#scrub")
    page.press("Home")
    page.see(".banner", "Looking at")
    page.see("#run-events", "1", exact=True)
    goes_to(page, "#back-to-now")
    page.press("Enter")
    page.until("document.querySelector('.banner').hidden")
    page.press("Control+k")
    page.type("state report")
    page.see("dialog [role=option]", "Report Result")
    page.press("Enter")
    page.see(".pane h2", "Report Result")


def approves(page):
    page.press("a")
    page.see("dialog", "Request Human Approval")
    goes_to(page, "#confirm")
    page.press("Enter")
    page.see("#run-status", "Succeeded")
    page.press("c")


def changes(page, sfn):
    """A state is added, moved, named, tested and saved; the machine is run again."""
    goes_to(page, ".crumbs a", "Shift+Tab", "Trading")
    page.press("Enter")
    goes_to(page, "main a.btn", text="Edit")
    page.press("Enter")
    page.see("svg.graph .node[data-name]")
    page.press("/")
    page.until("document.activeElement.id === 'palette-find'")
    page.type("until one")
    page.press("Tab")
    page.until("document.activeElement.dataset.title === 'Wait'")
    page.press("p")
    where = "document.querySelector('.dragghost')?.dataset.where"
    page.see(".slot.near .drop")
    while page.run(where) != "Between Start and Check Stock Price":
        page.press("Tab")
    page.press("Enter")
    page.until("document.activeElement.dataset.name === 'Wait'")
    page.press("F2")
    page.see("input.rename")
    page.type("Take a breath")
    page.press("Enter")
    page.until("document.activeElement.dataset.name === 'Take a breath'")
    goes_to(page, "#field-Seconds")
    page.run("document.activeElement.select()")
    page.type("1")
    page.press("Tab")
    page.press("Control+s")
    page.see("#say", "Saved")
    [machine] = sfn.list_state_machines()["stateMachines"]
    definition = json.loads(sfn.describe_state_machine(stateMachineArn=machine["stateMachineArn"])["definition"])
    assert definition["StartAt"] == "Take a breath" and definition["States"]["Take a breath"] == {"Type": "Wait", "Seconds": 1, "Next": "Check Stock Price"}, definition["States"]["Take a breath"]
    goes_to(page, "#save-run", "Shift+Tab")
    page.press("Enter")
    goes_to(page, "dialog button[type=submit]")
    page.press("Enter")
    page.until("location.pathname.startsWith('/executions/')")
    page.see("#run-status", "Waiting")
    page.see(".node[data-name='Request Human Approval'][data-st=waiting]")
    page.press("a")
    goes_to(page, "#confirm")
    page.press("Enter")
    page.see("#run-status", "Succeeded")


def lists(page, server):
    """What was published; a message of one's own; a function called; the theme, the language and the letters."""
    goes_to(page, "nav a", "Shift+Tab", "Topics")
    page.press("Enter")
    page.see(".published .jl", "{")
    goes_to(page, "main button", text="Publish")
    page.press("Enter")
    goes_to(page, "dialog textarea")
    page.type('{"by": "hand"}')
    goes_to(page, "dialog button", text="Publish")
    page.press("Enter")
    page.see(".published .jl", '"by": "hand"')
    page.press("g")
    page.press("h")
    page.see("h1", "Handlers")
    goes_to(page, "main td a", text="CheckStockPrice")
    page.press("ArrowRight")
    page.until("document.activeElement.localName === 'td' || document.activeElement.closest('td')")
    page.press("ArrowLeft")
    page.press("Enter")
    goes_to(page, "form button", text="Invoke")
    page.press("Enter")
    page.see("#answer .jl", "stock_price")
    goes_to(page, "#theme", "Shift+Tab")
    page.press("Enter")
    page.until("document.documentElement.dataset.theme === 'dark'")
    page.press("?")
    goes_to(page, "dialog input[type=checkbox]")
    page.press(" ")
    page.press("Escape")
    page.press("g")
    page.press("m")
    assert page.path.startswith("/handlers/"), page.path
    goes_to(page, "#language", "Shift+Tab")
    page.press("End")
    page.until("document.documentElement.lang === 'ko'")
    page.run("localStorage.clear()")


def main():
    with Server() as server, Browser() as browser:
        sfn, page = server.client("stepfunctions"), browser.page(server.endpoint)
        deploys(page)
        looks(page)
        approves(page)
        changes(page, sfn)
        lists(page, server)
        page.quiet()


if __name__ == "__main__":
    main()
