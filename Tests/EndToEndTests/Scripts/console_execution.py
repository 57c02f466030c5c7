"""The execution page in a real browser: graph, details, history, time travel, answers, failures, all kinds of states, compare."""
import json

from browser import Browser
from console_kit import ASSETS, OVERLAPS, finished, machine, node, run_path, sample, sees_status, started, status_of, waits
from newel import Server, ended, wait_for

ASK = "Request Human Approval"


def draws_the_sample(page, sfn, stock):
    """Check 1: seven states, Start and End, no overlaps. 4 and 5: tabs and graph by arrow keys, with accessible names."""
    execution = started(sfn, stock.machine, "first")
    waits(sfn, execution, ASK)
    page.goto(run_path("StockTrading", "first"))
    sees_status(page, ASK, "waiting")
    assert page.count("svg.graph .node[data-name]") == 7 and page.count("svg.graph .node[data-pill]") == 2
    assert page.run(OVERLAPS) == []
    page.click(node("Check Stock Price"))
    page.see(".pane h2", "Check Stock Price")
    page.focus("#pane-input")
    page.press("ArrowRight")
    page.until("document.activeElement.id === 'pane-output' && document.activeElement.getAttribute('aria-selected') === 'true'")
    page.see("#pane-panel", "stock_price")
    page.press("End")
    page.until("document.activeElement.id === 'pane-log' && document.activeElement.getAttribute('aria-selected') === 'true'")
    page.see("#pane-panel", "REPORT RequestId")
    page.click("#pane-definition")
    page.see("#pane-panel", "Resource")
    page.run(f"document.querySelector('{node('Check Stock Price')}').focus()")
    page.press("ArrowDown")
    name = page.run("document.activeElement.getAttribute('aria-label')")
    assert name.startswith("Generate Buy/Sell recommendation, Lambda, Succeeded, ") and name.endswith("ms"), name
    page.press("Enter")
    page.see(".pane h2", "Generate Buy/Sell recommendation")
    assert "state=Generate" in page.path, page.path


def answers(page, sfn, stock):
    """Check 2 and 7: Approve ends the run green along one way; events come without a reload."""
    page.run("window.__loaded = true")
    page.click(node(ASK))
    page.see(".callout", "Waiting for someone to answer")
    before = int(page.text("#run-events"))
    page.click("#approve")
    page.see("#run-status", "Succeeded")
    assert page.run("window.__loaded") is True and int(page.text("#run-events")) == 30 > before
    price = json.loads(sfn.describe_execution(executionArn=stock.machine.replace("stateMachine", "execution") + ":first")["output"])
    assert price, price
    trades = [status_of(page, name) for name in ("Buy Stock", "Sell Stock")]
    assert sorted(trades) == ["idle", "succeeded"], trades
    sees_status(page, "Report Result", "succeeded")
    page.gone(".callout", "Waiting")


def looks_back(page):
    """Check 6: scrubbing shows the run as it was; back again; the address keeps it."""
    page.run("(() => { const s = document.querySelector('#scrub'); s.value = 9; s.dispatchEvent(new Event('input')); })()")
    page.see(".banner", "Looking at +")
    sees_status(page, "Generate Buy/Sell recommendation", "running")
    sees_status(page, ASK, "idle")
    assert page.text("#run-events") == "9" and "at=9" in page.path
    page.reload()
    page.see(".banner", "Looking at +")
    sees_status(page, ASK, "idle")
    page.press("]")
    page.until("document.querySelector('#run-events').textContent === '10'")
    page.press(".")
    page.until("document.querySelector('.banner').hidden && document.querySelector('#scrub-when').textContent === 'end'")
    sees_status(page, ASK, "succeeded")


def one_fold(page):
    """What a page shows is one pure function of the events: at once, event by event, and after being taken twice."""
    facts = page.run(f"""(async () => {{
      const {{ History, reduce, pictureOf }} = await import('{ASSETS}/run/history.js'), {{ indexOf }} = await import('{ASSETS}/graph/asl.js');
      const info = await (await fetch('/_newel/console/executions/StockTrading/first', {{ headers: {{ 'X-Console': '1' }} }})).json();
      const index = indexOf(JSON.parse(info.definition)), events = [];
      await new Promise(done => {{ const line = new EventSource('/_newel/console/stream?topics=history:StockTrading/first&last=0');
        line.addEventListener('history', e => {{ events.push(...JSON.parse(e.data).events); if (events.length === 30) {{ line.close(); done(); }} }}); }});
      const show = view => JSON.stringify([view.status, view.seen, [...pictureOf(view).visits.values()].map(v => [v.path, v.st, v.from, v.to, v.output]), [...pictureOf(view).taken]]);
      const live = new History(index), at = [];
      for (const event of events) {{ live.apply(event); live.apply(event); at.push(show(live.view) === show(reduce(events, event.id, index))); }}
      return [events.length, at.every(Boolean), live.view.visits.length]; }})()""")
    assert facts == [30, True, 6], facts


def denies(page, sfn, stock):
    """Check 3 and 17: Deny fails the run and shows why; a redrive goes on with what had succeeded still green."""
    execution = started(sfn, stock.machine, "second")
    waits(sfn, execution, ASK)
    page.goto(run_path("StockTrading", "second", state=ASK))
    page.click("#deny")
    page.see("#run-status", "Failed")
    page.see(".callout", "Denied")
    page.see(".callout", "Denied in the console")
    sees_status(page, ASK, "failed")
    page.click("#redrive-here")
    page.see("#run-status", "Waiting")
    sees_status(page, "Check Stock Price", "succeeded")
    sees_status(page, ASK, "waiting")
    page.see(".callout", "Waiting for someone to answer")
    page.click("#answer-other")
    page.fill("dialog[open] textarea", '"by hand"')
    page.click("dialog[open] .btn.primary")
    page.see("#run-status", "Succeeded")
    assert ended(sfn, execution)["redriveCount"] == 1


def states_of_all_kinds(page, sfn):
    """Check 16: Parallel, Map with its items, Retry, Catch, Wait, Fail, a nested run."""
    child = machine(sfn, "child", {"StartAt": "Leaf", "States": {"Leaf": {"Type": "Pass", "Result": {"leaf": 1}, "End": True}}})
    item = {"StartAt": "Check", "States": {
        "Check": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 7, "Next": "Break"}], "Default": "Keep"},
        "Keep": {"Type": "Pass", "End": True}, "Break": {"Type": "Fail", "Error": "Seven", "Cause": "{\"why\": \"seven\"}"}}}
    arn = machine(sfn, "kinds", {"StartAt": "Side by side", "States": {
        "Side by side": {"Type": "Parallel", "ResultPath": "$.p", "Next": "Try", "Branches": [
            {"StartAt": "Left", "States": {"Left": {"Type": "Pass", "End": True}}},
            {"StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 1, "Next": "Right"}, "Right": {"Type": "Pass", "End": True}}}]},
        "Try": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "nobody"}, "Next": "Each", "ResultPath": None,
                "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": None, "Next": "Each"}]},
        "Each": {"Type": "Map", "ItemsPath": "$.items", "ItemProcessor": item, "ResultPath": "$.m", "Next": "Nested",
                 "Catch": [{"ErrorEquals": ["Seven"], "ResultPath": "$.error", "Next": "Nested"}]},
        "Nested": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": {"StateMachineArn": child, "Name": "nested-1"}, "ResultPath": "$.n", "Next": "Over"},
        "Over": {"Type": "Fail", "Error": "Over.And.Out", "Cause": "all was seen"}}})
    assert finished(sfn, arn, "all", {"items": list(range(12))})["status"] == "FAILED"
    page.goto(run_path("kinds", "all"))
    page.see("#run-status", "Failed")
    for name, status in [("Side by side", "succeeded"), ("Left", "succeeded"), ("Pause", "succeeded"), ("Right", "succeeded"), ("Try", "caught"), ("Each", "caught"),
                         ("Break", "failed"), ("Keep", "idle"), ("Nested", "succeeded"), ("Over", "failed")]:
        sees_status(page, name, status)
    assert page.run(OVERLAPS) == []
    assert page.count(".edge.catch.taken") == 2 and page.count(".edge.catch") == 2
    assert page.run("getComputedStyle(document.querySelector('.edge.catch path')).strokeDasharray") != "none"
    name = page.run(f"document.querySelector('{node('Try')}').getAttribute('aria-label')")
    assert "Caught error" in name and "2 attempts" in name, name
    page.see(".itemtext", "8 of 12")
    assert page.count("canvas.strip") == 1
    page.run("document.querySelector('.items button[aria-label=\"Previous item\"]').click()")
    page.see(".itemtext", "7 of 12")
    sees_status(page, "Keep", "succeeded")
    sees_status(page, "Break", "idle")
    # The address has it, though nothing is selected.
    page.reload()
    page.see(".itemtext", "7 of 12")
    sees_status(page, "Keep", "succeeded")
    page.see(".pane h2", "Execution")
    page.run("document.querySelector('.items .word').click()")
    sees_status(page, "Break", "failed")
    page.goto(run_path("kinds", "all", state="Try", tab="attempts"))
    page.see("#pane-panel", "Attempt 2")
    page.goto(run_path("kinds", "all", state="Nested", tab="output"))
    page.click(".nested a", "child / nested-1")
    page.see("h1", "nested-1")
    page.see("#run-status", "Succeeded")
    page.goto(run_path("kinds", "all"))
    page.see(".callout", "Over.And.Out")


def visits(page, sfn):
    """Every bar of the timeline opens its own visit, and the address keeps it; the last one goes on with the run."""
    again = {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": 3, "Next": "Count"}], "Default": "Done"}
    arn = machine(sfn, "rounds", {"StartAt": "Count", "States": {
        "Count": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Again?"}, "Again?": again, "Done": {"Type": "Wait", "Seconds": 3600, "End": True}}})
    execution = started(sfn, arn, "three", {"n": 0})
    page.goto(run_path("rounds", "three", tab="output"))
    page.see(".gantt .nm", "Done")
    page.until("document.querySelectorAll('.gantt .r').length === 7")
    page.run("document.querySelectorAll('.gantt .nm')[0].click()")
    page.see(".pane .visits", "Visit 1 of 3")
    page.see("#pane-panel .jl", '"n": 1')
    page.until("document.querySelectorAll('.gantt .r.sel').length === 1 && document.querySelectorAll('.gantt .r')[0].matches('.sel')")
    assert "visit=1" in page.path, page.path
    page.reload()
    page.see(".pane .visits", "Visit 1 of 3")
    page.click("#pane-output")
    page.see("#pane-panel .jl", '"n": 1')
    page.click(".visits button[aria-label='Visit after']")
    page.see(".pane .visits", "Visit 2 of 3")
    page.see("#pane-panel .jl", '"n": 2')
    page.until("document.querySelectorAll('.gantt .r')[2].matches('.sel')")
    page.click(".visits button[aria-label='Visit after']")
    page.see(".pane .visits", "Visit 3 of 3")
    assert "visit=" not in page.path, page.path
    assert page.run("document.querySelector('.visits button[aria-label=\"Visit after\"]').disabled")
    # What waits says so beside its bar, not by its colour alone.
    assert page.run("[...document.querySelectorAll('.gantt .tr')].map(t => [t.dataset.st, t.querySelector('.barsign') !== null]).every(([st, has]) => has === (st === 'waiting'))")
    sfn.stop_execution(executionArn=execution)


def items_of_items(page, sfn):
    """The items of a Map within a Map: the address keeps both, and items of a Map that is not looked at."""
    cell = {"StartAt": "Cell", "States": {"Cell": {"Type": "Pass", "End": True}}}
    row = {"StartAt": "Columns", "States": {"Columns": {"Type": "Map", "ItemProcessor": cell, "End": True}}}
    arn = machine(sfn, "grid", {"StartAt": "Rows", "States": {
        "Rows": {"Type": "Map", "ItemsPath": "$.rows", "ItemProcessor": row, "ResultPath": None, "Next": "Others"},
        "Others": {"Type": "Map", "ItemsPath": "$.others", "ItemProcessor": {"StartAt": "Other", "States": {"Other": {"Type": "Pass", "End": True}}}, "End": True}}})
    finished(sfn, arn, "nine", {"rows": [[11, 12, 13], [21, 22, 23], [31, 32, 33]], "others": [1, 2, 3]})
    page.goto(run_path("grid", "nine"))
    page.see("#run-status", "Succeeded")

    def picks(state, item):
        page.focus(f"foreignObject canvas.strip[data-map='{state}']")
        page.press("Home")
        for _ in range(item - 1):
            page.press("ArrowRight")

    picks("Others", 2)
    picks("Rows", 1)
    page.click(node("Cell"))
    picks("Columns", 2)
    page.click("#pane-output")
    page.see("#pane-panel .jl", "12")
    shown = "JSON.stringify([...document.querySelectorAll('.itemtext')].map(one => one.textContent))"
    before, address = page.run(shown), page.path
    assert sorted(json.loads(before)) == ["1 of 3", "2 of 3", "2 of 3"], before
    assert "iter=1" in address, address
    page.reload()
    page.see("#pane-panel .jl", "12")
    assert page.run(shown) == before and page.path == address, (page.run(shown), page.path)


def redrives_branches(page, sfn, stock):
    """Check 17 inside containers: what had succeeded in a branch or an item stays so, and only what had failed goes on."""
    ask = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": True,
           "Parameters": {"QueueUrl": stock.queue, "MessageBody": {"TaskToken.$": "$$.Task.Token"}}}
    item = {"StartAt": "Which?", "States": {"Which?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "Ask item"}], "Default": "Plain"},
                                            "Plain": {"Type": "Pass", "End": True}, "Ask item": ask}}
    arn = machine(sfn, "again", {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": True, "Branches": [
        {"StartAt": "Easy", "States": {"Easy": {"Type": "Pass", "End": True}}},
        {"StartAt": "Items", "States": {"Items": {"Type": "Map", "ItemsPath": "$.items", "ItemProcessor": item, "End": True}}}]}}})
    execution = started(sfn, arn, "one", {"items": [0, 1, 2]})
    waits(sfn, execution, "Ask item")
    page.goto(run_path("again", "one", state="Ask item"))
    page.click("#deny")
    page.see("#run-status", "Failed")
    for name, status in (("Both", "failed"), ("Items", "failed"), ("Ask item", "failed"), ("Easy", "succeeded")):
        sees_status(page, name, status)
    page.click("#redrive-here")
    page.see("#run-status", "Waiting")
    for name, status in (("Both", "running"), ("Items", "running"), ("Ask item", "waiting"), ("Easy", "succeeded")):
        sees_status(page, name, status)
    page.see(".itemtext", "2 of 3")
    page.click("#approve")
    page.see("#run-status", "Succeeded")
    for name in ("Both", "Items", "Easy"):
        sees_status(page, name, "succeeded")
    page.run("document.querySelector('.items button[aria-label=\"Previous item\"]').click()")
    sees_status(page, "Ask item", "succeeded")


def backs_off(page, sfn):
    """A state between two attempts says so, and when the next one begins."""
    arn = machine(sfn, "patient", {"StartAt": "Try", "States": {"Try": {
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "nobody"}, "End": True,
        "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 3, "MaxAttempts": 1}]}}})
    started(sfn, arn, "slow")
    page.goto(run_path("patient", "slow", state="Try"))
    page.see("#run-status", "Retrying")
    page.see(".callout", "Attempt 2 in")
    page.until(f"/×1 +↻ [0-3] s/.test(document.querySelector('{node('Try')} .du').textContent) && document.querySelector('{node('Try')}').getAttribute('aria-label').includes('next attempt in')")
    page.until("/\\d/.test(document.querySelector('.callout [data-until]').textContent)")
    page.see("#run-status", "Failed")
    page.click("#pane-attempts")
    page.see("#pane-panel", "Attempt 2")


def history_views(page):
    """The drawer: bars, the table with sorting and filters, all events with their JSON, looking back from one."""
    page.goto(run_path("kinds", "all", view="states"))
    page.see("table.ev td", "Side by side")
    assert page.count(".time tbody tr") == 11
    page.choose(".time .filters select", "failed")
    page.until("document.querySelectorAll('.time tbody tr').length === 2")
    page.choose(".time .filters select", "")
    page.click(".sort", "Type")
    page.until("document.querySelector('.time th[aria-sort=ascending]')?.textContent.startsWith('Type')")
    page.click(".time button.link", "Pause")
    page.see(".pane h2", "Pause")
    page.click("#drawer-events")
    page.see(".evline", "ExecutionStarted")
    page.fill(".time .filters input[type=search]", "MapIterationFailed")
    page.until("document.querySelectorAll('.evrow').length === 1")
    page.click(".evopen")
    page.see(".evraw", "prevId")
    page.click(".evline .link.num")
    page.see(".banner", "Looking at")
    sees_status(page, "Over", "idle")
    page.press("t")
    page.see(".gantt .nm", "Side by side")
    assert page.count(".gantt .bar.retry") >= 1


def data_flow(page, sfn):
    """Data flow in both query languages with the values of the run, and the test of a state."""
    paths = machine(sfn, "paths", {"StartAt": "Shape", "States": {"Shape": {
        "Type": "Pass", "InputPath": "$.in", "Parameters": {"n.$": "$.a"}, "ResultPath": "$.out", "OutputPath": "$.out", "End": True}}})
    finished(sfn, paths, "p1", {"in": {"a": 41.50, "b": "이모지 😀"}, "rest": 1})
    page.goto(run_path("paths", "p1", state="Shape", tab="flow"))
    page.until("document.querySelectorAll('.flow li.on').length >= 6")
    page.see(".flow li", "이모지 😀")
    page.see(".flow li", '"n": 41.5')
    exact = machine(sfn, "exact", {"QueryLanguage": "JSONata", "StartAt": "Sum", "States": {"Sum": {
        "Type": "Pass", "Assign": {"total": "{% $sum($states.input.list) %}"}, "Output": {"doubled": "{% $states.input.list.($ * 2) %}"}, "End": True}}})
    finished(sfn, exact, "e1", {"list": [1, 2, 3]})
    page.goto(run_path("exact", "e1", state="Sum", tab="flow"))
    page.see(".flow li", '"total": 6')
    page.click(".flow summary", "As written")
    page.see(".flow li", "{% $sum($states.input.list) %}")
    page.click("#pane-variables")
    page.see("#pane-panel", "$total")
    page.goto(run_path("kinds", "all", state="Try"))
    page.click("#test-here")
    page.fill("dialog[open] .testinputs textarea", '{"items": [1]}')
    page.run("document.querySelectorAll('dialog[open] .testinputs textarea')[2].value = '{\"StatusCode\": 200}'")
    page.click("#run-test")
    page.see(".testresult .chip", "Succeeded")
    page.see(".testresult", "Next state: Each")
    page.see(".testresult .flow li", "StatusCode")
    page.press("Escape")
    page.gone("dialog[open]")


def strange_names(page, sfn):
    """Check 22 for this page: names and data with markup, quotes, Korean and emoji show as they are, and run nothing."""
    name = 'a/"<img src=x onerror="window.hit=1">&승인 😀'
    arn = machine(sfn, "이름", {"StartAt": name, "States": {name: {"Type": "Pass", "Result": {"<b>키</b>": "<script>window.hit=1</script>"}, "Next": "끝"}, "끝": {"Type": "Fail", "Error": "<i>E</i>", "Cause": "<img src=x onerror=window.hit=1>"}}})
    finished(sfn, arn, "r1", {})
    page.goto(run_path("이름", "r1", state=name, tab="output"))
    page.see(".pane h2", name)
    page.see("#pane-panel", "<script>window.hit=1</script>")
    page.goto(run_path("이름", "r1", state="끝"))
    page.see(".callout", "<img src=x onerror=window.hit=1>")
    for view in ("timeline", "states", "events"):
        page.click(f"#drawer-{view}")
        page.see(".time", name)
    assert page.run("window.hit === undefined && document.querySelectorAll('.page-run img').length === 0")


def copies(page):
    """Check 29 for this page: what is copied is the text."""
    page.goto(run_path("StockTrading", "first"))
    # Until its events are there the head of the pane is drawn anew, with the button in it.
    page.see(".pane h2", "Succeeded")
    page.click(".arn .copy")
    wait_for(lambda: page.clipboard() == "arn:aws:states:us-east-1:000000000000:execution:StockTrading:first", what="the ARN on the clipboard")
    page.goto(run_path("StockTrading", "first", state="Check Stock Price", tab="output"))
    page.see("#pane-panel", "stock_price")
    page.click("#pane-panel .copy")
    wait_for(lambda: "stock_price" in page.clipboard(), what="the output on the clipboard")


def compares(page):
    """Two runs on one axis, states whose output differs marked."""
    page.goto(run_path("StockTrading", "first", vs="second"))
    page.see(".cmprun h2", "second")
    page.until("document.querySelectorAll('.cmpdiff tbody tr').length >= 6")
    assert page.count(".cmprun") == 2 and page.run("document.querySelector('.cmpdiff [data-difference=differs], .cmpdiff [data-difference=only]') !== null")
    page.click("#compare-close")
    page.see("svg.graph")
    assert "vs=" not in page.path


def finds(page):
    """The palette knows the page's states; single keys work the page."""
    page.goto(run_path("StockTrading", "first"))
    page.see("svg.graph .node[data-name]")
    page.press("Control+k")
    page.see("dialog[open] input")
    page.type("state report")
    page.see("dialog[open] [role=option]", "Report Result")
    page.press("Enter")
    page.see(".pane h2", "Report Result")
    page.press("2")
    page.until("document.querySelector('#pane-output').getAttribute('aria-selected') === 'true'")
    page.press("e")
    page.until("document.querySelector('#drawer-events').getAttribute('aria-selected') === 'true'")
    page.focus(".splitter.pane")
    before = page.run("document.querySelector('.pane').offsetWidth")
    page.press("ArrowLeft")
    page.until(f"document.querySelector('.pane').offsetWidth === {before} + 24")
    page.press("ArrowRight")


def zoomed(page, sfn, stock):
    """Check 24 and 25: at 390 px and at 200 % nothing is lost and the run can be answered."""
    for size, name in (((390, 844, 1), "narrow"), ((1280, 900, 2), "zoomed")):
        execution = started(sfn, stock.machine, name)
        waits(sfn, execution, ASK)
        page.resize(*size)
        page.goto(run_path("StockTrading", name, state=ASK))
        page.see(".callout", "Waiting for someone to answer")
        assert page.run("document.documentElement.scrollWidth <= innerWidth && document.querySelector('#page').scrollWidth <= innerWidth"), name
        page.click("#approve")
        page.see("#run-status", "Succeeded")
    page.resize(1440, 900)
    # Where a button is depends on what the events bring: nothing is seen before, or it would move away from who is about to press it.
    hides = page.run("(() => { const page = document.querySelector('#page'), look = () => getComputedStyle(page.querySelector('#again')).visibility; page.classList.add('coming'); const before = look(); page.classList.remove('coming'); return [before, look()]; })()")
    assert hides == ["hidden", "visible"], hides
    labels = page.run("import('/_newel/console/assets/run/axis.js').then(m => [30e3, 60e3, 70e3, 54e5].map(m.tickLabel))")
    assert labels == ["30 s", "1 min", "1 min 10 s", "1.5 h"], labels


def main():
    with Server() as server, Browser() as browser:
        sfn, page = server.client("stepfunctions"), browser.page(server.endpoint)
        stock = sample(server)
        draws_the_sample(page, sfn, stock)
        answers(page, sfn, stock)
        looks_back(page)
        one_fold(page)
        denies(page, sfn, stock)
        states_of_all_kinds(page, sfn)
        visits(page, sfn)
        items_of_items(page, sfn)
        redrives_branches(page, sfn, stock)
        backs_off(page, sfn)
        history_views(page)
        data_flow(page, sfn)
        strange_names(page, sfn)
        copies(page)
        compares(page)
        finds(page)
        zoomed(page, sfn, stock)
        page.quiet()


if __name__ == "__main__":
    main()
