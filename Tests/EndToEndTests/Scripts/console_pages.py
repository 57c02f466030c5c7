"""The console's pages in a real Chromium: machines, approvals, handlers, hot reload, logs; keyboard, Korean, a phone; axe finds nothing, nothing leaves the origin."""
import json
import os
import shutil
import socket
import tempfile

import boto3

from browser import Browser, axe_source
from newel import *

ROLE = "arn:aws:iam::000000000000:role/r"
NAME = "주식 <b>&\"'🙂"
ASKING = {"StartAt": "Ask/묻기", "States": {"Ask/묻기": {
    "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": True,
    "Parameters": {"QueueUrl": "QUEUE", "MessageBody": {"what": f"<img src=x onerror=alert(1)> {NAME}", "token.$": "$$.Task.Token"}}}}}


class World:
    """A server with a machine that asks, one that passes, a function; and a browser."""

    def __init__(self, server, plugins):
        self.server, self.plugins = server, plugins
        self.sfn, self.functions = server.client("stepfunctions"), server.client("lambda")
        self.queue = server.client("sqs").create_queue(QueueName="asked")["QueueUrl"]
        self.asking = self.machine("Approval", json.dumps(ASKING).replace("QUEUE", self.queue))
        retry = [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 3600}]
        self.patient = self.machine("Patient", json.dumps({"StartAt": "Try", "States": {"Try": {
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "nobody"}, "Retry": retry, "End": True}}}))
        self.passing = self.machine("Passing", json.dumps({"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}))

    def machine(self, name, definition):
        return self.sfn.create_state_machine(name=name, definition=definition, roleArn=ROLE)["stateMachineArn"]

    def start(self, machine, name):
        return self.sfn.start_execution(stateMachineArn=machine, name=name)["executionArn"]


def machines(world, page):
    """The list tells the last runs, is fresh without a reload, and starts a run."""
    page.goto("/")
    page.see("td", "Passing")
    assert "us-east-1" in page.path and "000000000000" in page.path
    ended(world.sfn, world.start(world.passing, "one"))
    page.see("tr[data-machine=Passing] td", "100 % of 1")
    world.start(world.asking, "first")
    page.see("tr[data-machine=Approval] .ticks a[data-st=waiting][aria-label='first: Waiting']")
    patient = world.start(world.patient, "slow")
    page.see("tr[data-machine=Patient] .ticks a[data-st=running][data-status=RETRYING][aria-label='slow: Retrying']")
    world.sfn.stop_execution(executionArn=patient)
    page.see("tr[data-machine=Patient] .ticks a[data-st=cancelled][aria-label='slow: Aborted']")
    page.click("tr[data-machine=Passing] button", "Start")
    page.see("dialog h2", "Start Passing")
    page.fill("#start-input", "{")
    page.click("dialog button", "Start")
    page.see("#start-fault", "no JSON")
    page.press("Escape")
    page.gone("dialog")
    assert page.run("document.activeElement.dataset.start") == "Passing", "focus comes back"


def approvals(world, page):
    """What waits is shown as it is, whatever is in it; Approve ends it, Deny fails it, the badge counts."""
    page.goto("/approvals")
    page.see(".card h2", "Ask/묻기")
    page.see(".jl .s", "<img src=x onerror=alert(1)>")
    assert page.count("main img") == 0
    page.until("document.querySelector('#waiting').textContent === '1' && !document.querySelector('#waiting').hidden")
    second = world.start(world.asking, "second")
    page.see(".card[data-run=second]")
    page.until("document.querySelector('#waiting').textContent === '2'")
    page.click(".card[data-run=second] button", "Copy token")
    assert page.clipboard().startswith("A"), "a token is copied"
    page.click(".card[data-run=second] button", "Deny")
    failed = ended(world.sfn, second)
    assert (failed["status"], failed["error"], failed["cause"]) == ("FAILED", "Denied", "Denied in the console"), failed
    page.gone(".card[data-run=second]")
    page.click(".card[data-run=first] button", "Approve")
    good = ended(world.sfn, world.asking.replace(":stateMachine:", ":execution:") + ":first")
    assert good["status"] == "SUCCEEDED" and good["output"] == '"approved"', good
    page.see("h2", "Nobody is asked anything")
    page.until("document.querySelector('#waiting').hidden")


def nothing_is_missed(world, page):
    """What happens while the first answer is on its way is asked for again, also where others keep the line open already."""
    page.goto("/handlers")
    page.see("#live", "Live")
    page.run("""(async () => {
      const stream = await import('/_newel/console/assets/stream.js');
      let first = true;
      window.shown = [];
      stream.keep('tokens', () => new Promise(done => { if (first) { first = false; window.answer = done; } else done('late'); }), found => window.shown.push(found));
      stream.follow('tokens', type => { if (type === 'tokens') window.news = true; }); })()""")
    run = world.start(world.asking, "between")
    page.until("window.news")
    page.run("window.answer('early')")
    page.until("window.shown.at(-1) === 'late'")
    world.sfn.stop_execution(executionArn=run)
    page.until("document.querySelector('#waiting').hidden")


def phone_and_korean(world, browser):
    """390 px wide and in Korean, as the browser asked for it, an approval works."""
    run = world.start(world.asking, "phone")
    page = browser.page(world.server.endpoint, width=390, height=844)
    page.send("Emulation.setUserAgentOverride", userAgent="Mozilla/5.0 Chrome", acceptLanguage="ko-KR,ko;q=0.9")
    page.goto("/approvals")
    page.see("h1", "승인")
    assert page.run("document.documentElement.lang") == "ko"
    assert page.run("document.documentElement.scrollWidth") <= 390, "nothing lies beyond the edge"
    page.click(".card button", "승인")
    assert ended(world.sfn, run)["status"] == "SUCCEEDED"
    page.see("h2", "승인을 기다리는 작업이 없습니다")
    page.choose("#language", "en")
    page.see("h1", "Approvals")
    page.choose("#language", "ko")
    page.see("h1", "승인")
    assert page.run("import('/_newel/console/assets/text.js').then(m => JSON.stringify(Object.keys(m.tables.en).filter(k => !(k in m.tables.ko)).concat(Object.keys(m.tables.ko).filter(k => !(k in m.tables.en)))))") == "[]", "both tables have the same texts"
    page.quiet()
    page.run("localStorage.clear()")
    page.close()


def handlers(world, page):
    """A replaced file shows without a reload; its log streams; it is called by hand."""
    compiled(world.plugins, "Tell", answering("Tell", '{"version": 1}'))
    page.goto("/handlers")
    page.see("tr[data-handler=Tell]")
    # What is installed stands in one table; what somebody made of it, in the other.
    assert page.count("tr[data-function=Tell]") == 0 and page.count("tr[data-function=CheckStockPrice]") == 0
    page.see("tr[data-handler=CheckStockPrice]")
    before = page.text("tr[data-handler=Tell] code")
    compiled(world.plugins, "Tell", answering("Tell", '{"version": 2}'))
    page.until(f"document.querySelector('tr[data-handler=Tell] code').innerText !== {json.dumps(before)}", seconds=30)
    page.see("tr[data-handler=Tell]", "Replaced")
    page.click("tr[data-handler=Tell] a", "Tell")
    page.see("h1", "Tell")
    page.fill("#payload", '{"a": 1}')
    page.click("form button", "Invoke")
    page.see("#answer .jl", '"version": 2')
    page.see("#log div", "REPORT RequestId")
    page.see("#calls tr", "Ended")
    page.see("#calls td", "MB")
    compiled(world.plugins, "Broken", answering("Broken", "1").replace("(void)i;", "(void)i; if (v->payload.len > 4) abort();").replace("#include", "#include <stdlib.h>\n#include", 1))
    world.functions.create_function(FunctionName="Broken", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://Broken"})
    page.goto("/handlers")
    page.see("tr[data-function=Broken]", "–")
    # Without loading the page anew: a call that ends badly is told as the last error.
    world.functions.invoke(FunctionName="Broken", Payload='"break it"')
    page.see("tr[data-function=Broken] .fault", "Runtime.ExitError")
    page.click("tr[data-function=Broken] a", "Invoke")
    page.see("#calls tr .chip[data-st=failed]", "Runtime.ExitError")
    world.functions.delete_function(FunctionName="Broken")


def keyboard(world, page):
    """The palette finds a machine; two letters lead to pages; letters can be switched off; the theme is switched."""
    page.goto("/")
    page.see("td", "Passing")
    page.press("Control+k")
    page.see("dialog input")
    page.type("passing / one")
    page.see("[role=option]", "Passing / one")
    page.press("Escape")
    page.gone("dialog")
    page.press("g")
    page.press("a")
    page.see("h1", "Approvals")
    page.press("?")
    page.see("dialog dd", "go to handlers")
    page.click("dialog input[type=checkbox]")
    page.press("Escape")
    page.press("g")
    page.press("h")
    assert page.text("h1") == "Approvals", "letters are off"
    page.run("localStorage.clear()")
    page.press("g")
    page.press("h")
    page.see("h1", "Handlers")
    page.run("history.back()")
    page.see("h1", "Approvals")
    # Whoever goes on while a dialog closes is not fetched back to where it was opened.
    page.focus("#theme")
    page.press("?")
    page.see("dialog[open]")
    gone = page.run("(async () => { const open = document.querySelector('dialog[open]'), over = new Promise(done => open.addEventListener('close', () => setTimeout(done))); open.close(); const back = document.activeElement.id; document.querySelector('#find').focus(); await over; return [back, document.activeElement.id, document.querySelectorAll('dialog').length]; })()")
    assert gone == ["theme", "find", 0], gone
    page.click("#theme")
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(13, 16, 22)"
    page.run("localStorage.clear()")
    page.goto("/handlers/none")
    page.see("h1", "There is nothing here")


def accessible(world, browser, paths):
    """axe: no rule broken on any page, light and dark."""
    source = axe_source()
    for dark in (False, True):
        page = browser.page(world.server.endpoint)
        page.prefer(dark)
        for path, seen in paths:
            page.goto(path)
            page.see("h1", seen)
            page.until("document.querySelector('#page').childElementCount > 1")
            broken = page.axe(source)
            assert not broken, f"{path}, {'dark' if dark else 'light'}: {json.dumps(broken, indent=1, ensure_ascii=False)}"
        page.quiet()
        page.close()


def signing_in(browser, folder):
    """Under --auth sigv4 every page leads to the door, and back when the key is right."""
    keys = os.path.join(folder, "keys")
    with open(keys, "w") as file:
        file.write("[default]\naws_access_key_id = AKIAOWNER\naws_secret_access_key = secret\n")
    with Server("--auth", "sigv4", "--credentials", keys) as server:
        page = browser.page(server.endpoint, own=True)
        page.goto("/handlers?region=eu-west-1&account=000000000000")
        page.see("h2", "Sign in")
        assert page.axe(axe_source()) == []
        page.quiet()
        page.fill("#key", "AKIAOWNER")
        page.fill("#secret", "wrong")
        page.press("Enter")
        page.see(".fault", "not its secret")
        page.fill("#secret", "secret")
        page.press("Enter")
        page.see("h1", "Handlers")
        assert "eu-west-1" in page.path
        assert page.run("document.cookie") == "", "no script reads it"
        page.see("#live", "Live")
        page.click("#signout")
        page.see("h2", "Sign in")
        page.goto("/")
        page.see("h2", "Sign in")
        a_history_that_may_not_be_read(server, page)
        page.close()


def a_history_that_may_not_be_read(server, page):
    """Its page shows what may be known of the run, and why not the rest."""
    def owner(service):
        return boto3.client(service, endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id="AKIAOWNER", aws_secret_access_key="secret")
    iam, sfn = owner("iam"), owner("stepfunctions")
    machine = sfn.create_state_machine(
        name="closed", roleArn="arn:aws:iam::000000000000:role/r", definition=json.dumps({"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}))
    run = sfn.start_execution(stateMachineArn=machine["stateMachineArn"], name="one")["executionArn"]
    ended(sfn, run)
    iam.create_user(UserName="visitor")
    iam.put_user_policy(UserName="visitor", PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "states:*", "Resource": "*"}, {"Effect": "Deny", "Action": "states:GetExecutionHistory", "Resource": "*"}]}))
    key = iam.create_access_key(UserName="visitor")["AccessKey"]
    page.fill("#key", key["AccessKeyId"])
    page.fill("#secret", key["SecretAccessKey"])
    page.press("Enter")
    page.see("h1", "State machines")
    page.goto("/executions/closed/one")
    page.see("#run-status", "Succeeded")
    page.see(".toast", "states:GetExecutionHistory")
    page.until("!document.querySelector('.page-run').classList.contains('coming')")


def restarts(browser):
    """The server is killed while somebody is asked: the page says so, comes back by itself, and the answer counts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with Server("--port", port) as server:
        world = World(server, None)
        run = world.start(world.asking, "kept")
        page = browser.page(server.endpoint, own=True)
        page.goto("/approvals")
        page.see(".card[data-run=kept]")
        page.see("#live", "Live")
        server.kill()
        page.see("#live", "Reconnecting")
        page.see(".card[data-run=kept]")
        server.start()
        page.see("#live", "Live")
        other = world.start(world.asking, "later")
        page.see(".card[data-run=later]")
        page.click(".card[data-run=kept] button", "Approve")
        assert ended(world.sfn, run)["status"] == "SUCCEEDED"
        page.gone(".card[data-run=kept]")
        assert page.loads == 1, "without loading the page anew"
        world.sfn.stop_execution(executionArn=other)
        page.gone(".card[data-run=later]")
        page.close()


plugins = tempfile.mkdtemp()
with Server("--plugins", plugins) as server, Browser() as browser:
    world = World(server, plugins)
    page = browser.page(server.endpoint)
    machines(world, page)
    approvals(world, page)
    nothing_is_missed(world, page)
    handlers(world, page)
    page.quiet()
    keyboard(world, page)
    phone_and_korean(world, browser)
    world.start(world.asking, "shown")
    accessible(world, browser, [("/", "State machines"), ("/approvals", "Approvals"), ("/handlers", "Handlers"), ("/handlers/Tell", "Tell")])
with Browser() as browser:
    signing_in(browser, plugins)
    restarts(browser)
shutil.rmtree(plugins)
