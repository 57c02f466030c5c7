"""Details of the console in a real Chromium: EXPRESS runs among all others, heartbeats that are due, tabs that fit, large values, tables by arrow keys and what C copies."""
import json
import tempfile

from browser import Browser
from console_kit import machine, run_path, started, waits
from newel import *

ROLE = "arn:aws:iam::000000000000:role/console"
# A function that fails for what has a single digit.
PICKY = """#include <newel_plugin_helpers.h>
static newel_status pick(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return v->payload.len < 2 ? newel_fail(h, v, "TooShort", "a single digit") : newel_complete_text(h, v, "1");
}
NEWEL_FUNCTION("Picky", pick)
"""


def express_runs(page, sfn):
    """EXPRESS runs are ticks and found by status, name, time, input and output like others; those that run or wait are among them, and their pages follow them."""
    arn = sfn.create_state_machine(name="quick", type="EXPRESS", roleArn=ROLE, definition=json.dumps({"StartAt": "Which", "States": {
        "Which": {"Type": "Choice", "Choices": [{"Variable": "$.wait", "BooleanEquals": True, "Next": "Pause"}], "Default": "Give"},
        "Pause": {"Type": "Wait", "Seconds": 4, "Next": "Give"}, "Give": {"Type": "Pass", "Parameters": {"given.$": "States.Format('out-{}', $.word)"}, "End": True}}}))["stateMachineArn"]
    sfn.start_sync_execution(stateMachineArn=arn, name="done", input='{"wait": false, "word": "pearl"}')
    page.goto("/")
    page.see("tr[data-machine=quick] .ticks a[data-st=succeeded][aria-label^='done:']")
    page.see("tr[data-machine=quick] td", "100 % of 1")
    for text, where in (("pearl", "input"), ("out-pearl", "output"), ("done", "name")):
        page.goto(f"/search?q={text}&status=SUCCEEDED")
        page.see("tr[data-run^='done:']", where)
    page.goto("/search?q=pearl&status=FAILED")
    page.see("#found", "0 found")
    page.goto("/search?q=pearl&to=1000")
    page.see("#found", "0 found")
    page.goto("/search?q=shell")
    sfn.start_execution(stateMachineArn=arn, name="slow", input='{"wait": true, "word": "shell"}')
    page.see("tr[data-run^='slow:']", "Waiting")
    page.choose("#status", "WAITING")
    page.see("tr[data-run^='slow:']", "Waiting")
    page.click("tr[data-run^='slow:'] a")
    page.see("#run-status", "Waiting")
    page.see(".node[data-name=Pause][data-st=waiting]")
    page.see("#run-status", "Succeeded")
    page.goto("/machines/quick?status=SUCCEEDED")
    page.see("tr[data-run^='slow:']", "Succeeded")


def heartbeats(page, sfn, server):
    """What is left until a heartbeat is due is told among approvals and in the run, and begins anew when somebody else is heard of."""
    queue = server.client("sqs").create_queue(QueueName="beats")["QueueUrl"]
    arn = machine(sfn, "beating", {"StartAt": "Ask", "States": {"Ask": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 1000, "TimeoutSeconds": 90000, "End": True,
        "Parameters": {"QueueUrl": queue, "MessageBody": {"token.$": "$$.Task.Token"}}}}})
    execution = started(sfn, arn, "one")
    waits(sfn, execution, "Ask")
    page.goto("/approvals")
    page.see(".card[data-run=one] [data-until]", "25 h 0 min")
    page.see(".card[data-run=one] [data-beat]", "16 min")
    page.see(".card[data-run=one] [data-beat]", "every 16 min")
    due = "+document.querySelector('.card [data-beat]').dataset.until"
    before = page.run(due)
    [message] = server.client("sqs").receive_message(QueueUrl=queue)["Messages"]
    token = json.loads(message["Body"])["token"]
    sfn.send_task_heartbeat(taskToken=token)
    page.until(f"{due} > {before}")
    page.goto(run_path("beating", "one", state="Ask"))
    page.see(".callout .limits", "min")
    due = "+[...document.querySelectorAll('.callout .limits [data-until]')].at(-1).dataset.until"
    page.until(f"Math.abs({due} - Date.now() - 1000000) < 60000")
    before = page.run(due)
    sfn.send_task_heartbeat(taskToken=token)
    page.until(f"{due} > {before}")
    page.click("#approve")
    page.see("#run-status", "Succeeded")


def tabs_fit(browser, server, sfn):
    """All tabs of the details are in sight, in either language, wide and narrow."""
    arn = machine(sfn, "many tabs".replace(" ", "-"), {"QueryLanguage": "JSONata", "StartAt": "Try", "States": {"Try": {
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "nobody"}, "Assign": {"x": 1}, "End": True,
        "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 1}]}}})
    ended(sfn, started(sfn, arn, "tabs"))
    for width, language in ((1440, "en"), (1440, "ko"), (390, "en"), (390, "ko")):
        page = browser.page(server.endpoint, width=width)
        page.goto("/")
        page.run(f"localStorage.setItem('newel.language', '{language}')")
        page.goto(run_path("many-tabs", "tabs", state="Try", tab="attempts"))
        page.see("#pane-attempts")
        page.until("document.querySelectorAll('.pane [role=tab]').length === 8")
        outside = page.run("""(() => { const pane = document.querySelector('.pane').getBoundingClientRect();
            return [...document.querySelectorAll('.pane [role=tab]')].filter(tab => { const box = tab.getBoundingClientRect(); return box.left < pane.left || box.right > Math.min(pane.right, innerWidth); }).map(tab => tab.textContent); })()""")
        assert outside == [], (width, language, outside)
        page.run("localStorage.clear()")
        page.quiet()
        page.close()


def large_values(page, sfn):
    """The first 200 KB of a value are a tree that folds and is searched; all of it is one button away."""
    items = [{"number": i, "text": f"word {i} " + "x" * 60} for i in range(2_600)]
    items[10]["text"], items[-1]["text"] = "needle near", "needle far"
    arn = machine(sfn, "large", {"StartAt": "Pass", "States": {"Pass": {"Type": "Pass", "End": True}}})
    ended(sfn, started(sfn, arn, "one", items))
    page.goto(run_path("large", "one", state="Pass", tab="output"))
    page.see("#pane-panel .jl", "2600 items" if page.count("#pane-panel .jl .fold") == 1 else "[")
    page.see("#pane-panel .cut", "The first 195.3 KB are shown")
    page.see("#pane-panel .jl", "members")
    page.fill("#pane-panel .jsearch", "needle")
    page.see("#pane-panel [role=status]", "1 of 1")
    page.see("#pane-panel .hit", "needle near")
    page.focus("#pane-panel .hit")
    page.press("ArrowLeft")
    page.press("ArrowLeft")
    page.until("document.activeElement.getAttribute('aria-expanded') === 'false'")
    page.click("#pane-panel .cut button", "Show all (2")
    page.gone("#pane-panel .cut")
    page.fill("#pane-panel .jsearch", "needle")
    page.see("#pane-panel [role=status]", "1 of 2")


def copies_by_key(page, sfn):
    """C copies what has the focus: a state, a row's name, a cell, a link, an ARN, code, an error with its cause; nothing where one types, and nothing once letters are off."""
    arn = machine(sfn, "copied", {"StartAt": "Fail here", "States": {"Fail here": {"Type": "Fail", "Error": "Not.Good", "Cause": "because of it"}}})
    ended(sfn, started(sfn, arn, "one"))

    def copied(text, why):
        page.press("c")
        wait_for(lambda: page.clipboard() == text, seconds=10, what=f"{text!r} on the clipboard ({why}), not {page.clipboard()!r}")

    page.goto(run_path("copied", "one", state="Fail here", tab="details"))
    page.see(".callout", "Not.Good")
    page.focus(".node[data-name]")
    copied("Fail here", "a state")
    page.focus(".callout b")
    copied("Not.Good", "an error")
    page.focus(".callout .cause")
    copied("because of it", "a cause")
    page.focus("#pane-panel dl.kv")
    page.press("ArrowDown")
    copied("Fail", "the first fact")
    page.press("ArrowDown")
    page.press("ArrowUp")
    copied("Fail", "back to it")
    page.focus(".gantt .nm")
    copied("Fail here", "a bar")
    page.press("s")
    page.focus(".time table button.link")
    page.press("ArrowRight")
    copied("Fail", "a cell")
    page.press("ArrowRight")
    copied("Failed", "the next cell")
    page.press("e")
    page.focus(".evrow button.evopen")
    page.press("c")
    wait_for(lambda: '"type": "ExecutionStarted"' in page.clipboard(), what="an event on the clipboard")
    page.goto(run_path("copied", "one"))
    page.see(".pane h2", "Failed")
    page.focus(".arn .copy")
    copied(arn.replace(":stateMachine:", ":execution:") + ":one", "an ARN")
    page.goto("/machines/copied")
    page.focus("tr[data-run=one] a")
    copied("one", "a link")
    page.press("ArrowRight")
    copied("Failed", "a status")
    page.goto("/machines/copied?tab=definition")
    page.focus(".jl[aria-level='1']")
    page.press("c")
    wait_for(lambda: page.clipboard().startswith('{\n  "StartAt": "Fail here"'), what="a tree on the clipboard")
    page.press("ArrowDown")
    copied('"Fail here"', "a part of it")
    page.goto("/machines/copied")
    page.focus("#q")
    page.press("c")
    assert page.run("document.querySelector('#q').value") == "c"
    page.run("localStorage.setItem('newel.single-letters', 'off')")
    page.fill("#q", "")
    page.focus("tr[data-run=one] a")
    page.press("c")
    page.run("localStorage.clear()")
    assert page.clipboard() == '"Fail here"'


def nothing_is_lost(browser, server, sfn):
    """At 200 % and on a phone what a wide window tells is told, too; a page opens at its top; what is pressed is 24 px or more."""
    item = {"StartAt": "One", "States": {"One": {"Type": "Task", "Resource": f"arn:aws:lambda:us-east-1:{server.account}:function:Picky", "End": True}}}
    arn = machine(sfn, "narrow", {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemProcessor": item, "End": True}}})
    ended(sfn, started(sfn, arn, "one", list(range(100, 130)) + [7]))
    for size in ((1280, 900, 2), (390, 844, 1), (1280, 900, 1)):
        page = browser.page(server.endpoint)
        page.resize(*size)
        page.goto("/")
        page.see("tr[data-machine=narrow]", "STANDARD")
        page.see("tr[data-machine=narrow]", "0 % of 1")
        page.goto(run_path("narrow", "one", state="One", tab="details", view="logs"))
        page.see("#run-status", "Failed")
        for fact in ("Started", "Duration", "Events"):
            page.see(".facts dt", fact)
        page.see("#pane-panel", "Duration")
        assert page.run("document.querySelector('#page').scrollTop + scrollY") == 0, "the page has moved by itself"
        small = page.run("""[...document.querySelectorAll('a.brand, button, select, summary')].filter(node => !node.closest('foreignObject')).map(node => [node, node.getBoundingClientRect()])
            .filter(([node, box]) => box.width && box.height && (box.width < 23.9 || box.height < 23.9)).map(([node, box]) => `${node.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`)""")
        assert not small, small
        page.quiet()
        page.close()


def by_keyboard(page):
    """The items of a Map by a slider; the log of what failed is one button away."""
    page.goto(run_path("narrow", "one", state="One"))
    page.see("#run-status", "Failed")
    page.see(".itemtext", "31 of 31")
    page.focus("canvas.strip")
    for key, place in (("Home", 1), ("PageUp", 4), ("ArrowRight", 5), ("ArrowLeft", 4), ("End", 31)):
        page.press(key)
        page.see(".itemtext", f"{place} of 31")
    page.until("document.querySelector('canvas.strip').getAttribute('aria-valuenow') === '31'")
    page.click("#log-here")
    page.see("#pane-log[aria-selected=true]")
    page.see("#pane-panel", "REPORT RequestId")


def lines_lead_back(page, server, sfn):
    """Of a long run, opened later, every line of the log tells whose it is and leads there: to the item, not only to the state."""
    item = {"StartAt": "One", "States": {"One": {"Type": "Task", "Resource": f"arn:aws:lambda:us-east-1:{server.account}:function:Picky", "End": True}}}
    arn = machine(sfn, "logged", {"StartAt": "Each", "States": {"Each": {"Type": "Map", "MaxConcurrency": 4, "ItemProcessor": item, "End": True}}})
    ended(sfn, started(sfn, arn, "one", list(range(100, 220))))
    page.goto(run_path("logged", "one", view="logs"))
    page.see("#run-status", "Succeeded")
    page.see(".itemtext", "120 of 120")
    page.fill(".time .filters input[type=search]", "REPORT")
    page.see(".logrow button.link", "One 120")
    assert page.run("[...document.querySelectorAll('.logrow')].every(row => row.querySelector('button.link') !== null)")
    # Every one of them, not only those in sight.
    page.run("(() => { const panel = document.querySelector('#drawer-panel'); panel.scrollTop = 0; })()")
    page.click(".logrow button.link", "One 3", exact=True)
    page.see(".itemtext", "3 of 120")
    page.see("#pane-panel .jl", "102")
    assert "iter=2" in page.path, page.path


def main():
    with tempfile.TemporaryDirectory() as plugins, Server("--plugins", plugins) as server, Browser() as browser:
        compiled(plugins, "Picky", PICKY)
        sfn, page = server.client("stepfunctions"), browser.page(server.endpoint)
        express_runs(page, sfn)
        heartbeats(page, sfn, server)
        tabs_fit(browser, server, sfn)
        large_values(page, sfn)
        copies_by_key(page, sfn)
        nothing_is_lost(browser, server, sfn)
        by_keyboard(page)
        lines_lead_back(page, server, sfn)
        page.quiet()


if __name__ == "__main__":
    main()
