"""Checks of the console's specification that go over several pages: build on a sample until it runs, a replaced handler while it is called, two tabs and a server that dies, a picture on its own, the sample in Korean."""
import json
import os
import shutil
import socket
import tempfile
import xml.etree.ElementTree as tree

from browser import Browser
from console_kit import OVERLAPS, finished, machine, node, run_path, sample, sees_status, started, status_of, waits
from newel import Server, compiled, ended, history, wait_for

ASK = "Request Human Approval"
# A function that comes up once a file is there, says that it has begun, and answers its version once another is.
SLOW = """#include <newel_plugin_helpers.h>
#include <unistd.h>
static newel_status slow(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    newel_log(h, v, NEWEL_LOG_INFO, "version NUMBER has begun");
    /* The test lets the call go by making the file: it is under way for as long as the test wants. */
    while (access("FILE", F_OK) != 0) usleep(20000);
    newel_log(h, v, NEWEL_LOG_INFO, "version NUMBER is done");
    return newel_complete_text(h, v, "{\\"version\\": NUMBER}");
}
static newel_status create(const newel_host *h, const newel_handler *s, newel_instance **o, newel_error *e) {
    (void)h; (void)s; (void)o; (void)e;
    while (access("FILE.NUMBER", F_OK) != 0) usleep(20000);
    return NEWEL_OK;
}
static const newel_handler handler = {sizeof(newel_handler), NEWEL_KIND_FUNCTION, "Slow", 0, 0, create, NULL, slow, NULL, NULL, NULL, NULL};
static const newel_handler *const handlers[] = {&handler};
static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "slow", "1", 0, 1, handlers, NULL, NULL};
NEWEL_EXPORT const newel_plugin *newel_plugin_entry(uint32_t v) { (void)v; return &plugin; }
"""


def builds_on_a_sample(page, sfn, stock):
    """Check 15: Build on it, placeholders flagged, handlers picked, saved, run, succeeded."""
    page.goto("/new")
    page.fill("#q", "Orchestrate Lambda functions")
    page.until("document.querySelectorAll('[data-template]').length === 1")
    page.click("#build")
    page.until("location.pathname === '/machines/My-orchestrate-lambda-functions/edit'")
    page.see(".problems .w", "placeholder")
    for state, name in (("Check Stock Price", "CheckStockPrice"), ("Generate Buy/Sell recommendation", "GenerateBuySellRecommendation"), ("Buy Stock", "BuyStock"), ("Sell Stock", "SellStock")):
        page.click(node(state))
        page.see(".inspector h2", state)
        page.see(".flagged")
        page.choose("#resource-pick", f"arn:aws:lambda:us-east-1:000000000000:function:{name}Lambda")
        page.gone(".flagged")
    for state, member, value in ((ASK, "QueueUrl", stock.queue), ("Report Result", "TopicArn", stock.topic)):
        page.click(node(state))
        page.see(".inspector h2", state)
        parameters = json.loads(page.run("document.querySelector('#field-Parameters').value"))
        assert "${" in parameters[member], parameters
        page.fill("#field-Parameters", json.dumps({**parameters, member: value}))
        page.press("Tab")
    page.see(".problems .g", "No problems")
    page.click("#save-run")
    page.see("dialog[open] #start-input")
    page.click("dialog[open] .btn.primary")
    page.until("location.pathname.startsWith('/executions/My-orchestrate-lambda-functions/')")
    page.see("#run-status", "Waiting")
    page.click(node(ASK))
    page.click("#approve")
    page.see("#run-status", "Succeeded")
    sees_status(page, "Report Result", "succeeded")
    made = sfn.describe_state_machine(stateMachineArn=stock.machine.replace("StockTrading", "My-orchestrate-lambda-functions"))
    assert "${" not in made["definition"]


def replaces_what_is_called(page, other, server, plugins):
    """Check 20 and 21: a handler is replaced while it is called: the page shows the new version, the call ends on the old one; its lines come while it runs."""
    sfn = server.client("stepfunctions")
    # Not below /tmp: a function has one of its own.
    signs = tempfile.mkdtemp(prefix="newel-signs-", dir="/var/tmp")
    release = os.path.join(signs, "release")

    def built(version):
        compiled(plugins, "Slow", SLOW.replace("NUMBER", str(version)).replace("FILE", release))

    open(release + ".1", "w").close()
    built(1)
    # Its time is its own: the call lasts as long as the test wants.
    role = "arn:aws:iam::000000000000:role/r"
    server.client("lambda").create_function(FunctionName="Slow", Role=role, PackageType="Image", Code={"ImageUri": "plugin://Slow"}, Timeout=600)
    other.goto("/handlers")
    other.see("tr[data-handler=Slow] time")
    other.see("tr[data-handler=Slow] td", "C", exact=True)
    other.see("tr[data-function=Slow] td", "C", exact=True)
    other.see("tr[data-function=Slow] [data-fact=inFlight]", "0", exact=True)
    other.see("tr[data-handler=CheckStockPrice] td", "Swift", exact=True)
    before = other.text("tr[data-handler=Slow] code")
    arn = machine(sfn, "calls", {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:Slow", "End": True}}})
    execution = started(sfn, arn, "held")
    page.goto(run_path("calls", "held", view="logs"))
    page.see(".logrow", "version 1 has begun")
    page.see("#run-status", "Running")
    for row in ("function", "handler"):
        other.see(f"tr[data-{row}=Slow] [data-fact=inFlight]", "1", exact=True)
    built(2)
    # Until the new build has come up, the old one is served.
    for row in ("function", "handler"):
        other.see(f"tr[data-{row}=Slow] [data-phase]", "Loading")
    assert other.text("tr[data-handler=Slow] code") == before
    open(release + ".2", "w").close()
    other.until(f"document.querySelector('tr[data-handler=Slow] code').innerText !== {json.dumps(before)}", seconds=60)
    for row in ("function", "handler"):
        other.see(f"tr[data-{row}=Slow] [data-phase]", "Replaced")
        other.gone(f"tr[data-{row}=Slow]", "Loading")
        other.see(f"tr[data-{row}=Slow] [data-fact=draining]", "Draining old: 1")
    assert other.loads == 1, "without loading the page anew"
    # The new build is in place, and the old call still runs on the old one.
    page.see("#run-status", "Running")
    assert sfn.describe_execution(executionArn=execution)["status"] == "RUNNING"
    open(release, "w").close()
    page.see("#run-status", "Succeeded")
    other.gone("[data-fact=draining]")
    other.see("tr[data-function=Slow] [data-fact=inFlight]", "0", exact=True)
    page.see(".logrow", "version 1 is done")
    page.click(node("Call"))
    page.click("#pane-output")
    page.see("#pane-panel", '"version"')
    assert json.loads(ended(sfn, execution)["output"]) == {"version": 1}
    assert json.loads(finished(sfn, arn, "after")["output"]) == {"version": 2}


def shown(page):
    """What a page of a run shows: its status, its number of events, and how each state stands."""
    return page.run("""[document.querySelector('#run-status').innerText.trim(), Number(document.querySelector('#run-events').textContent),
        ...[...document.querySelectorAll('svg.graph .node[data-name]')].map(n => n.dataset.name + ' ' + n.dataset.st).sort()]""")


def tabs_and_restarts(browser):
    """Check 8, 26 and 27: two tabs of one run agree; the server dies while somebody is asked, the pages say so, and go on by the id of the last event: nothing lost, nothing twice."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with Server("--port", port) as server:
        sfn = server.client("stepfunctions")
        stock = sample(server)
        execution = started(sfn, stock.machine, "shared")
        waits(sfn, execution, ASK)
        pages = [browser.page(server.endpoint, own=True) for _ in range(2)]
        for page in pages:
            page.goto(run_path("StockTrading", "shared", state=ASK, view="events"))
            page.see("#run-status", "Waiting")
        assert shown(pages[0]) == shown(pages[1])
        # A reload shows the same once more.
        before = shown(pages[0])
        pages[0].reload()
        pages[0].until(f"Number(document.querySelector('#run-events')?.textContent) === {before[1]}")
        assert shown(pages[0]) == before
        server.kill()
        for page in pages:
            page.see("#live", "Reconnecting")
            assert shown(page) == before, "what was seen stays"
        server.start()
        for page in pages:
            page.see("#live", "Live")
        pages[0].click("#approve")
        for page in pages:
            page.see("#run-status", "Succeeded")
        count = len(history(server.client("stepfunctions"), execution))
        for page in pages:
            page.until(f"Number(document.querySelector('#run-events').textContent) === {count}")
            page.run("(() => { const panel = document.querySelector('#drawer-panel'); panel.scrollTop = panel.scrollHeight; })()")
            page.see(".evline", "ExecutionSucceeded")
            numbers = page.run("[...document.querySelectorAll('.evline > .num:not(button)')].map(n => Number(n.textContent))")
            assert numbers == list(range(numbers[0], count + 1)), numbers
        assert shown(pages[0]) == shown(pages[1])
        assert pages[1].loads == 1, "without loading the page anew"
        for page in pages:
            page.close()


def exported(page, folder):
    """The picture of the graph that is shown, as it was saved."""
    before = set(os.listdir(folder))
    page.see("svg.graph .node[data-name]")
    page.click("details.menu summary", "Export")
    page.click("#export-svg")
    found = wait_for(lambda: [name for name in set(os.listdir(folder)) - before if name.endswith(".svg")], what="the picture")
    path = os.path.join(folder, found[0])
    return path, open(path, encoding="utf-8").read()


def exports(browser, page, sfn):
    """Check 30: the exported picture is a file of its own that a browser shows without the server; a Map's head has its items in it."""
    folder = tempfile.mkdtemp(prefix="newel-download-")
    browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
    page.reload()
    path, text = exported(page, folder)
    assert "Generate Buy/Sell recommendation" in "".join(tree.fromstring(text.encode()).itertext())
    alone = browser.page("file://", own=True)
    alone.goto(f"file://{path}")
    drawn = alone.run("""(() => { const texts = [...document.querySelectorAll('text')].filter(t => t.textContent.trim());
        return [document.documentElement.localName, texts.length, texts.every(t => t.getBoundingClientRect().width > 0), document.querySelectorAll('foreignObject, script, [class]').length,
          new Set([...document.querySelectorAll('rect')].map(r => getComputedStyle(r).fill)).size > 3]; })()""")
    assert drawn[0] == "svg" and drawn[1] >= 16 and drawn[2:] == [True, 0, True], drawn
    assert not alone.errors and [url for url in alone.requests if not url.startswith("data:")] == [f"file://{path}"], (alone.errors, alone.requests)
    item = {"StartAt": "Which", "States": {"Which": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 3, "Next": "Break"}], "Default": "Keep"},
                                           "Keep": {"Type": "Pass", "End": True}, "Break": {"Type": "Fail", "Error": "Three"}}}
    finished(sfn, machine(sfn, "packs", {"StartAt": "Each", "States": {"Each": {"Type": "Map", "MaxConcurrency": 1, "ItemProcessor": item, "End": True}}}), "five", list(range(5)))
    page.goto(run_path("packs", "five"))
    page.see(".itemtext", "4 of 5")
    path, text = exported(page, folder)
    alone.goto(f"file://{path}")
    # Its words, and a tick for each item with the mark over the fourth, inside of the Map's box.
    drawn = alone.run("""(() => { const words = [...document.querySelectorAll('text')], strip = words.find(t => t.textContent === '4 of 5')?.parentElement, ticks = [...strip?.querySelectorAll('rect') ?? []].map(r => r.getBoundingClientRect());
        const inside = [...document.querySelectorAll('rect')].some(r => { const b = r.getBoundingClientRect(); return !strip.contains(r) && ticks.every(t => t.left >= b.left && t.right <= b.right && t.top >= b.top && t.bottom <= b.bottom && t.height > 0); });
        return [words.some(t => t.textContent === '1 failed'), ticks.length, ticks[5]?.left === ticks[3]?.left, new Set([...strip?.querySelectorAll('rect') ?? []].map(r => r.getAttribute('fill'))).size, inside]; })()""")
    assert drawn == [True, 6, True, 4, True], drawn
    alone.close()
    shutil.rmtree(folder)


def redraws(page):
    """What is drawn anew is what is wanted, in its order, and every element that is still wanted is the same one, doing what it now does; what has not changed its place is not moved."""
    facts = page.run("""Promise.all([import('/_newel/console/assets/dom.js'), import('/_newel/console/assets/redraw.js')]).then(([{ h }, { redraw }]) => {
      let seed = 7; const random = n => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % n;
      const place = h('div'), heard = [], wrong = [];
      document.body.append(place);
      for (let round = 0; round < 300; round++) {
        const before = new Map([...place.children].map(node => [node.key, node])), keys = [...new Set(Array.from({ length: random(9) }, () => random(12)))];
        redraw(place, keys.map(key => h(round % 7 ? 'div' : 'p', { key, title: random(2) ? String(round) : null, onclick: () => heard.push([key, round]) }, `${key} `, random(2) ? h('b', {}, String(round)) : null)));
        const shown = [...place.children];
        if (shown.map(node => node.key).join() !== keys.join() || shown.some(node => !node.textContent.startsWith(`${node.key} `))) wrong.push(['order', round]);
        if (shown.some(node => before.get(node.key)?.localName === node.localName && before.get(node.key) !== node)) wrong.push(['another', round]);
        if (shown.some(node => node.hasAttribute('title') && node.title !== String(round))) wrong.push(['title', round]);
        shown[0]?.click();
        if (shown.length && String(heard.pop()) !== String([keys[0], round])) wrong.push(['acts', round]);
      }
      const list = keys => redraw(place, keys.map(key => h('i', { key }))), moved = keys => { list([1, 2, 3, 4, 5]); const o = new MutationObserver(() => {}); o.observe(place, { childList: true }); const old = new Set(place.children); list(keys); return [...new Set(o.takeRecords().flatMap(r => [...r.removedNodes]))].filter(n => old.has(n)).map(n => n.key).join(); };
      const moves = [moved([0, 1, 2, 3, 4]), moved([2, 3, 4, 5]), moved([2, 3, 4, 5, 1]), moved([5, 1, 2, 3, 4])];
      place.remove();
      return [wrong, moves]; })""")
    assert facts == [[], ["5", "1", "1", "5"]], facts


def clicks_count(page, server, sfn):
    """A button that is held for as long as one likes is pressed when it is let go, whatever is drawn around it meanwhile."""
    arn = machine(sfn, "held", {"StartAt": "Ask", "States": {"Ask": {"Type": "Wait", "Seconds": 3600, "Next": "Done"}, "Done": {"Type": "Succeed"}}})
    queue = server.client("sqs").create_queue(QueueName="held")["QueueUrl"]

    def holds(path, selector, meanwhile, drawn, text=None):
        page.goto(path)
        page.mouse("mouseMoved", *(at := page.place(selector, text)))
        page.mouse("mousePressed", *at)
        meanwhile()
        page.until(drawn)
        page.mouse("mouseReleased", *at)

    holds("/", "button[data-start=held]", lambda: started(sfn, arn, "one"), "document.querySelector('.ticks a[aria-label=\"one: Waiting\"]') !== null")
    page.see("dialog[open] h2", "Start held")
    holds("/machines/held", "tr[data-run=one] a", lambda: sfn.stop_execution(executionArn=arn.replace(":stateMachine:", ":execution:") + ":one"), "document.querySelector('tr[data-run=one] .chip').dataset.status === 'ABORTED'")
    page.until("location.pathname === '/executions/held/one'")
    holds("/queues", "[data-queue=held] button", lambda: server.client("sqs").send_message(QueueUrl=queue, MessageBody="{}"), "document.querySelector('[data-queue=held] [data-fact=waiting]').textContent === '1'", "Send")
    page.see("dialog[open] h2", "Send to held")
    started(sfn, arn, "two")
    # The page of a run is drawn anew four times a second: here it has been until the time it shows has gone on by a second.
    for view, selector, duration in [("timeline", ".gantt button.nm", ".gantt .du"), ("states", "button.link[data-path=Ask]", "table.ev td:nth-child(6)")]:
        words = f"document.querySelector('{duration}')?.innerText"
        holds(run_path("held", "two", view=view), selector, lambda: page.run(f"window.before = {words}"), f"Number(/([\\d.]+) s/.exec({words})?.[1]) > Number(/([\\d.]+) s/.exec(window.before)?.[1] ?? 0) + 1")
        page.until("new URLSearchParams(location.search).get('state') === 'Ask'")


def korean(browser, server, sfn, stock):
    """Check 1 in Korean: the sample draws seven states with start and end, nothing overlaps, and every status is told in Korean."""
    page = browser.page(server.endpoint, own=True)
    page.send("Emulation.setUserAgentOverride", userAgent="Mozilla/5.0 Chrome", acceptLanguage="ko-KR,ko;q=0.9")
    waits(sfn, started(sfn, stock.machine, "korean"), ASK)
    page.goto(run_path("StockTrading", "korean"))
    page.see("#run-status", "대기")
    assert page.run("document.documentElement.lang") == "ko"
    assert page.count("svg.graph .node[data-name]") == 7
    words = page.run("import('/_newel/console/assets/text.js').then(m => ['graph.start', 'graph.end'].map(k => m.tables.ko[k]))")
    assert page.run("[...document.querySelectorAll('svg.graph .node.term')].map(n => n.textContent)") == words and all("가" <= word[0] <= "힣" for word in words), words
    assert page.run(OVERLAPS) == []
    name = page.run(f"document.querySelector('{node(ASK)}').getAttribute('aria-label')")
    assert name.startswith(ASK) and any("가" <= letter <= "힣" for letter in name), name
    assert status_of(page, "Sell Stock") == "idle"
    page.quiet()
    page.close()


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    with Server("--plugins", plugins) as server, Browser() as browser:
        sfn = server.client("stepfunctions")
        page, other = browser.page(server.endpoint), browser.page(server.endpoint)
        stock = sample(server)
        builds_on_a_sample(page, sfn, stock)
        exports(browser, page, sfn)
        redraws(page)
        clicks_count(page, server, sfn)
        replaces_what_is_called(page, other, server, plugins)
        korean(browser, server, sfn, stock)
        page.quiet()
        other.quiet()
    with Browser() as browser:
        tabs_and_restarts(browser)
    shutil.rmtree(plugins)


if __name__ == "__main__":
    main()
