"""A machine's page, search, queues and topics in a real Chromium: filters, versions, settings, messages as they come; a second tab agrees; axe finds nothing."""
import json
from concurrent.futures import ThreadPoolExecutor

from browser import Browser, axe_source
from newel import *

ROLE = "arn:aws:iam::000000000000:role/r"


def machine_page(world, page):
    """Executions by status, waiting told apart; versions and aliases; settings; deletion."""
    page.goto("/machines/Machine")
    page.see("h2", "No executions yet")
    page.see("pre", "aws stepfunctions start-execution")
    page.click(".empty button", "Start")
    page.fill("#start-name", "실행-1")
    page.fill("#start-input", '{"wait": false}')
    page.click("dialog button", "Start")
    page.until("location.pathname === '/executions/Machine/%EC%8B%A4%ED%96%89-1'")
    world.start("second", wait=True)
    world.start("third", wait=False)
    page.goto("/machines/Machine?status=WAITING")
    page.see("tr[data-run=second]", "Waiting")
    assert page.count("tr[data-run]") == 1
    page.choose("#status", "SUCCEEDED")
    page.see("tr[data-run=third]", "Succeeded")
    page.see("tr[data-run='실행-1']", "Succeeded")
    assert "status=SUCCEEDED" in page.path
    page.fill("#q", "thi")
    page.gone("tr[data-run='실행-1']")
    # Nothing fits, and then everything again: the list is the same one.
    for _ in range(2):
        page.fill("#q", "nothing like it")
        page.see("main", "No execution fits.")
        page.fill("#q", "")
        page.see("tr[data-run=third]")
    page.choose("#status", "")
    page.see("tr[data-run=second]")
    world.start("fourth", wait=False)
    page.see("tr[data-run=fourth]", "Succeeded")
    page.click("[role=tab]", "Definition")
    page.see(".jl", '"StartAt": "Choose"')
    page.focus("[role=tab][aria-selected=true]")
    page.press("ArrowRight")
    page.click("#publish")
    page.see("li", "1")
    page.click("#alias")
    page.fill("dialog input", "live")
    page.click("dialog button", "Save")
    page.see("li", "live")
    page.click("[role=tab]", "Settings")
    page.fill("form textarea", "team=blue\nprice=a=b")
    page.click("form button", "Save")
    page.see("#say", "Saved")
    tags = world.sfn.list_tags_for_resource(resourceArn=world.machine)["tags"]
    assert tags == [{"key": "team", "value": "blue"}, {"key": "price", "value": "a=b"}], tags
    page.goto("/machines/Machine?tab=versions")
    page.see("li", "live")


def search_page(world, page):
    page.goto("/search?q=needle")
    page.see("#found", "0 found")
    page.fill("#q", "needle-")
    page.press("Enter")
    page.see("#found", "0 found")
    ended(world.sfn, world.start("hay", wait=False, key="needle-1"))
    page.see("tr[data-run=hay]", "input")
    page.reload()
    page.see("tr[data-run=hay]", "input")
    assert "q=needle-" in page.path


def stops_searching(world, page):
    """A long search says how far it is and can be stopped; what is on its way then is not shown any more, and it goes on when somebody says so."""
    definition = json.dumps({"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}})
    many = world.sfn.create_state_machine(name="Many", definition=definition, roleArn=ROLE)["stateMachineArn"]
    with ThreadPoolExecutor(8) as pool:
        world.sfn.start_execution(stateMachineArn=many, name="very-first")
        list(pool.map(lambda _: world.sfn.start_execution(stateMachineArn=many), range(510)))
    # What a machine's page filters by is found however far back it lies, and what is new is found without loading it again.
    page.goto("/machines/Many?q=very-")
    page.see("tr[data-run=very-first]", "Succeeded")
    page.fill("#q", "the-latest")
    page.see("main", "No execution fits.")
    world.sfn.start_execution(stateMachineArn=many, name="the-latest")
    page.see("tr[data-run=the-latest]", "Succeeded")
    page.goto("/search")
    page.see("#found", "found")
    page.send("Network.emulateNetworkConditions", offline=False, latency=700, downloadThroughput=-1, uploadThroughput=-1)
    page.fill("#q", "in no run at all")
    page.press("Enter")
    page.see("#found", "0 found, 500 of")
    page.click("#search-stop")
    page.see("#found", "0 found among the latest 500 of")
    assert page.run("document.querySelector('#search-stop').hidden && !document.querySelector('#search-on').hidden")
    # The part that was asked for before comes before this answer, which is asked for after it.
    page.run("fetch('/_newel/health').then(reply => reply.text())")
    stopped = page.text("#found")
    assert "latest 500 of" in stopped, stopped
    page.send("Network.emulateNetworkConditions", offline=False, latency=0, downloadThroughput=-1, uploadThroughput=-1)
    page.click("#search-on")
    page.until("document.querySelector('#found').textContent === '0 found'")
    assert page.run("document.querySelector('#search-on').hidden && document.querySelector('#search-stop').hidden")
    world.sfn.delete_state_machine(stateMachineArn=many)
    wait_for(lambda: len(world.sfn.list_state_machines()["stateMachines"]) == 1, what="the machine to go")


def messages_pages(world, page, other):
    """What is sent and published shows by itself, in two tabs."""
    sqs, sns = world.server.client("sqs"), world.server.client("sns")
    queue = sqs.create_queue(QueueName="letters")["QueueUrl"]
    sns.create_topic(Name="news")
    for tab in (page, other):
        tab.goto("/queues")
        tab.see("[data-queue=letters] [data-fact=waiting]", "0")
    sqs.send_message(QueueUrl=queue, MessageBody='{"hello": "<b>세계</b>"}')
    for tab in (page, other):
        tab.see("[data-queue=letters] [data-fact=waiting]", "1")
        tab.click("[data-queue=letters] summary")
        tab.see("[data-queue=letters] .jl", '"hello": "<b>세계</b>"')
    sqs.receive_message(QueueUrl=queue, VisibilityTimeout=600)
    for tab in (page, other):
        tab.see("[data-queue=letters] [data-fact=inFlight]", "1")
        tab.see("[data-queue=letters] details[open] .jl", "hello")
    page.click("[data-queue=letters] button", "Purge")
    page.click("dialog button", "Purge")
    for tab in (page, other):
        tab.until("document.querySelectorAll('[data-queue=letters] summary').length === 0")
    page.goto("/topics")
    page.click("[data-topic=news] button", "Publish")
    page.fill("dialog textarea", '{"a": 1}')
    page.click("dialog button", "Publish")
    page.see("[data-topic=news] .published .jl", '"a": 1')
    page.click("[data-topic=news] .published button")
    assert page.clipboard() == '{"a": 1}'


class World:
    def __init__(self, server):
        self.server, self.sfn = server, server.client("stepfunctions")
        definition = {"StartAt": "Choose", "States": {
            "Choose": {"Type": "Choice", "Choices": [{"Variable": "$.wait", "BooleanEquals": True, "Next": "Wait"}], "Default": "Done"},
            "Wait": {"Type": "Wait", "Seconds": 3600, "Next": "Done"}, "Done": {"Type": "Succeed"}}}
        self.machine = self.sfn.create_state_machine(name="Machine", definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]

    def start(self, name, **values):
        return self.sfn.start_execution(stateMachineArn=self.machine, name=name, input=json.dumps(values))["executionArn"]


with Server() as server, Browser() as browser:
    world = World(server)
    page, other = browser.page(server.endpoint), browser.page(server.endpoint)
    machine_page(world, page)
    search_page(world, page)
    stops_searching(world, page)
    messages_pages(world, page, other)
    other.quiet()
    other.resize(1440, 900, zoom=2)
    for path, seen in [("/", "Machine"), ("/machines/Machine", "fourth"), ("/queues", "letters"), ("/search", "hay")]:
        other.goto(path)
        other.see("#page *", seen)
        assert other.run("document.documentElement.scrollWidth <= innerWidth"), f"{path} at 200 %"
    source = axe_source()
    for dark in (False, True):
        page.prefer(dark)
        for path, seen in [("/machines/Machine", "fourth"), ("/machines/Machine?tab=definition", "StartAt"), ("/machines/Machine?tab=versions", "live"), ("/machines/Machine?tab=settings", "Role"),
                           ("/search", "hay"), ("/queues", "letters"), ("/topics", "news")]:
            page.goto(path)
            page.see("#page *", seen)
            broken = page.axe(source)
            assert not broken, f"{path}, {'dark' if dark else 'light'}: {json.dumps(broken, indent=1, ensure_ascii=False)}"
    world.sfn.stop_execution(executionArn=world.machine.replace(":stateMachine:", ":execution:") + ":second")
    page.goto("/machines/Machine?tab=settings")
    page.click("#delete")
    page.click("#delete-now")
    page.see("h1", "Nothing here yet")
    page.quiet()
