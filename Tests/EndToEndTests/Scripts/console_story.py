"""The whole story in a real Chromium, from an empty folder: gallery, deployment, start, approval, what was published; in English and in Korean, by oneself and by AWS's function."""
import json

from browser import Browser, axe_source
from newel import *

WORDS = {
    "en": {"search": "Orchestrate Lambda functions", "demo": "Run a demo", "ready": "Ready", "approve": "Approve", "done": "Succeeded", "me": "me"},
    "ko": {"search": "Lambda 함수 오케스트레이션", "demo": "데모 실행", "ready": "준비됨", "approve": "승인", "done": "성공", "me": "auto"},
}


def story(server, browser, language, source):
    words = WORDS[language]
    page = browser.page(server.endpoint, own=True)
    page.send("Emulation.setUserAgentOverride", userAgent="Mozilla/5.0 Chrome", acceptLanguage="ko-KR" if language == "ko" else "en-US")
    page.goto("/new")
    page.fill("#q", words["search"])
    page.until("document.querySelectorAll('[data-template]').length === 1")
    page.see(".detail li", "AWS::StepFunctions::StateMachine")
    broken = page.axe(source)
    assert not broken, broken
    page.click("#demo", words["demo"])
    page.click(f"dialog input[value={words['me']}]")
    page.click("#deploy")
    page.see("tr[data-status=CREATE_COMPLETE] td", words["ready"], seconds=60)
    page.see("dialog #start-input", seconds=60)
    assert page.count("tr[data-resource]") == page.count("tr[data-status=CREATE_COMPLETE]") >= 10
    assert page.run("document.querySelector('#start-input').value") == "{}"
    page.click("dialog button[type=submit]")
    page.until("location.pathname.startsWith('/executions/')")
    execution = page.path.split("?")[0]
    if words["me"] == "me":
        page.goto("/approvals")
        page.click(".card button", words["approve"])
        page.gone(".card[data-run]")
    machine = execution.split("/")[2]
    page.goto(f"/machines/{machine}")
    page.see("tr[data-run]", words["done"], seconds=60)
    page.goto("/topics")
    page.see(".published .jl", "{")
    page.goto("/stacks")
    page.click("tr[data-stack] a")
    page.see("tr[data-resource]")
    for tab in ("events", "outputs", "template"):
        page.click(f"#tab-{tab}")
        broken = page.axe(source)
        assert not broken, (tab, broken)
    page.quiet()
    page.close()


with Server() as server, Browser() as browser:
    page = browser.page(server.endpoint)
    page.goto("/")
    page.click("button", "Try the sample")
    page.until("location.pathname.startsWith('/executions/')", seconds=60)
    sfn = server.client("stepfunctions")
    machine = sfn.list_state_machines()["stateMachines"][0]["stateMachineArn"]
    first = sfn.list_executions(stateMachineArn=machine)["executions"][0]["executionArn"]
    assert ended(sfn, first, 60)["status"] == "SUCCEEDED"
    page.close()
    for language in ("en", "ko"):
        story(server, browser, language, axe_source())
