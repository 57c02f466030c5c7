"""The console's server side: what is a page and what an AWS call, who is kept out, streams that go on where they stopped, answers and large texts."""
import json

from console import Stream, ask, get, post
from newel import *

POLICY = "default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"


def pages_and_calls(server):
    visit = {"Sec_Fetch_Mode": "navigate", "Accept": "text/html"}
    for path in ("/", "/new", "/machines/a", "/executions/m/e", "/queues?region=eu-west-1"):
        status, headers, text = ask(server, "GET", path, **visit)
        assert status == 200 and text.startswith("<!doctype html>") and headers["Content-Type"] == "text/html; charset=utf-8", (path, status, text)
        assert headers["Content-Security-Policy"] == POLICY and headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "same-origin"
    assert "AWS SDK" in ask(server, "GET", "/")[2]
    # The same paths belong to the AWS APIs for everybody else.
    s3 = server.client("s3")
    s3.create_bucket(Bucket="queues")
    s3.put_object(Bucket="queues", Key="k", Body=b"x")
    assert [o["Key"] for o in s3.list_objects_v2(Bucket="queues")["Contents"]] == ["k"]
    assert ask(server, "GET", "/queues/k", **visit)[0] != 200 or "<!doctype" not in ask(server, "GET", "/queues/k", **visit)[2]
    status, headers, text = ask(server, "GET", "/_newel/console/assets/app.js")
    assert status == 200 and headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert ask(server, "GET", "/_newel/console/assets/app.js", If_None_Match=headers["ETag"])[0] == 304
    assert 'lang="ko"' in ask(server, "GET", "/", Accept_Language="ko-KR,ko;q=0.9,en;q=0.5", **visit)[2]


def strangers(server):
    for headers in ({"Host": "evil.example"}, {"Host": "127.0.0.1.evil.example:80"}, {"Origin": "http://evil.example"}, {"Sec_Fetch_Site": "cross-site"}):
        for path in ("machines", "tokens", "stream?topics=tokens"):
            status, _, text = ask(server, "GET", f"/_newel/console/{path}", **headers)
            assert status == 403 and "Foreign" in text, (headers, path, status, text)
    own = server.endpoint
    for headers in ({}, {"X_Console": "1"}, {"Origin": own}, {"Origin": "http://localhost:1", "X_Console": "1"}, {"Origin": "null", "X_Console": "1"}):
        status, _, text = ask(server, "POST", "/_newel/console/machines", {"name": "a"}, **headers)
        assert status == 403, (headers, status, text)
    assert server.client("stepfunctions").list_state_machines()["stateMachines"] == []
    # The pages for Newel's own commands: those ask without saying where from, a browser never does.
    build = {"folder": "/a", "phase": "building"}
    for headers in ({"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"}):
        for path in ("dev", "plugins", "time", "log", "builds"):
            status, _, text = ask(server, "POST", f"/_newel/{path}", build, **headers)
            assert status == 403 and "ForeignOrigin" in text, (headers, path, status, text)
    assert get(server, "handlers")["builds"] == []
    assert ask(server, "POST", "/_newel/dev", build)[0] == 200 and get(server, "handlers")["builds"][0]["folder"] == "/a"


def histories(server):
    """Each event tells its state, iterations and attempt; a broken line goes on, nothing is lost or doubled."""
    sfn = server.client("stepfunctions")
    item = {"StartAt": "Inner", "States": {"Inner": {"Type": "Pass", "End": True}}}
    definition = {"StartAt": "Both", "States": {
        "Both": {"Type": "Parallel", "Next": "Each", "Branches": [
            {"StartAt": "Left <b>&\"", "States": {"Left <b>&\"": {"Type": "Pass", "End": True}}},
            {"StartAt": "Right/오른쪽🙂", "States": {"Right/오른쪽🙂": {"Type": "Wait", "Seconds": 1, "End": True}}}]},
        "Each": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 1, "ItemProcessor": item, "Parameters": {"v.$": "$$.Map.Item.Value"}, "End": True}}}
    definition["States"]["Both"]["ResultPath"] = "$.both"
    big = "x" * 20_000
    post(server, "machines", {"name": "Fold", "definition": json.dumps(definition)})
    run = post(server, "executions", {"machine": "Fold", "name": "one", "input": {"items": [1, 2], "big": big}})
    assert (run["machine"], run["name"]) == ("Fold", "one")
    stream = Stream(server, "history:Fold/one,tokens")
    first = stream.event()[1]["events"]
    stream.close()
    stream = Stream(server, "history:Fold/one,tokens", stream.last)
    events = first + stream.history("ExecutionSucceeded")
    assert [event["id"] for event in events] == list(range(1, len(events) + 1)), events
    stream.close()
    said = {(event["type"], event.get("name"), tuple(event.get("iter", []))) for event in events}
    for expected in [("PassStateEntered", "Left <b>&\"", ()), ("WaitStateEntered", "Right/오른쪽🙂", ()), ("ParallelStateSucceeded", "Both", ()),
                     ("MapIterationStarted", "Each", (0,)), ("PassStateEntered", "Inner", (1,)), ("MapIterationSucceeded", "Each", ()), ("MapStateSucceeded", "Each", ())]:
        assert expected in said, (expected, said)
    again = Stream(server, "history:Fold/one", "0").history("ExecutionSucceeded")
    assert again == events
    whole = events[0]["input"]
    assert whole["ref"] == "1/input" and whole["size"] > 20_000
    text = ask(server, "GET", "/_newel/console/executions/Fold/one/payload?event=1&member=input")[2]
    assert json.loads(text)["big"] == big
    described = get(server, "executions/Fold/one")
    assert described["status"] == "SUCCEEDED" and json.loads(described["definition"]) == definition and described["definitionIsCurrent"] is True
    assert abs(described["startDate"] / 1000 - sfn.describe_execution(executionArn=described["arn"])["startDate"].timestamp()) < 0.01
    assert post(server, "executions/Fold/one/stop", {})["stopDate"] == described["stopDate"], "of one that is over the end is told"
    status, _, text = ask(server, "GET", "/_newel/console/executions/Fold/none")
    assert status == 400 and json.loads(text)["error"] == "ExecutionDoesNotExist"


def answers(server):
    """What waits is listed with its state and payload; an answer ends the wait, and the list knows."""
    sqs = server.client("sqs")
    queue = sqs.create_queue(QueueName="ask")["QueueUrl"]
    definition = {"StartAt": "Ask", "States": {"Ask": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 600, "End": True,
        "Parameters": {"QueueUrl": queue, "MessageBody": {"price.$": "$.price", "token.$": "$$.Task.Token"}}}}}
    post(server, "machines", {"name": "Approve", "definition": definition})
    post(server, "executions", {"machine": "Approve", "name": "w", "input": '{"price": 7}'})
    stream = Stream(server, "history:Approve/w,tokens")
    events = stream.history("TaskSubmitted")
    waiting = get(server, "tokens")["tokens"]
    assert [(w["machine"], w["run"], w["state"]) for w in waiting] == [("Approve", "w", "Ask")], waiting
    assert json.loads(waiting[0]["payload"])["MessageBody"]["price"] == 7 and waiting[0]["timeoutAt"] - waiting[0]["since"] == 600_000
    assert events[-1]["token"] == waiting[0]["token"]
    page = get(server, "machines/Approve/executions?status=WAITING")["executions"]
    assert [(e["name"], e["phase"], e["state"]) for e in page] == [("w", "WAITING", "Ask")]
    assert get(server, "machines/Approve/executions?status=RETRYING")["executions"] == []
    post(server, "tokens/success", {"token": waiting[0]["token"], "output": {"ok": True}})
    assert [event["id"] for event in stream.history("ExecutionSucceeded")][0] == events[-1]["id"] + 1
    stream.close()
    assert get(server, "tokens")["tokens"] == []
    assert json.loads(get(server, "executions/Approve/w")["output"]) == {"ok": True}
    refusal = post(server, "tokens/success", {"token": waiting[0]["token"], "output": {}}, expected=400)
    assert refusal["error"] == "TaskTimedOut", refusal


def restarts(server):
    """A wait, a kill -9, and the same stream position: the run goes on and so does the page."""
    post(server, "machines", {"name": "Long", "definition": {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3, "End": True}}}})
    post(server, "executions", {"machine": "Long", "name": "r"})
    stream = Stream(server, "history:Long/r,log:Long/r")
    events = stream.history("WaitStateEntered")
    server.kill()
    server.start()
    stream = Stream(server, "history:Long/r,log:Long/r", stream.last)
    events += stream.history("ExecutionSucceeded")
    assert [event["id"] for event in events] == list(range(1, len(events) + 1)), events
    stream.close()


def logs(server):
    """What a handler prints is told line by line, with the task that called it; and where it is called by hand."""
    functions = server.client("lambda")
    functions.create_function(FunctionName="Check", Role="arn:aws:iam::000000000000:role/r", PackageType="Image", Code={"ImageUri": "plugin://CheckStockPrice"})
    arn = functions.get_function(FunctionName="Check")["Configuration"]["FunctionArn"]
    post(server, "machines", {"name": "Call", "definition": {"StartAt": "C", "States": {"C": {"Type": "Task", "Resource": arn, "End": True}}}})
    post(server, "executions", {"machine": "Call", "name": "l"})
    stream = Stream(server, "log:Call/l")
    lines = []
    while not any("REPORT" in line["line"] for line in lines):
        kind, data = stream.event()
        assert kind == "log"
        lines += data["lines"]
    stream.close()
    assert {(line["handler"], line["task"]) for line in lines} == {("Check", 3)}, lines
    invoke = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "Check"}, "End": True}
    post(server, "machines", {"name": "Integrated", "definition": {"StartAt": "I", "States": {"I": invoke}}})
    post(server, "executions", {"machine": "Integrated", "name": "l"})
    stream = Stream(server, "log:Integrated/l")
    assert stream.event()[1]["lines"][0]["task"] == 3, "also by way of the integration"
    stream.close()
    answer = post(server, "handlers/Check/invoke", {"payload": {}})
    assert answer["status"] == 200 and "stock_price" in json.loads(answer["payload"]), answer
    listed = get(server, "handlers")
    assert "Check" in [f["name"] for f in listed["functions"]] and any(h["name"] == "CheckStockPrice" for h in listed["handlers"]), listed


def definitions(server):
    """Problems have their lines; a state is tested alone; a machine is changed."""
    text = '{\n  "StartAt": "A",\n  "States": {\n    "A": {"Type": "Pass", "Next": "B"}\n  }\n}'
    problems = post(server, "validate", {"definition": text})
    assert problems["result"] == "FAIL" and 4 in [p["line"] for p in problems["problems"]], problems
    tested = post(server, "test-state", {"definition": {"Type": "Pass", "Result": {"a": 1}, "ResultPath": "$.r", "End": True}, "input": {"x": 2}, "roleArn": "arn:aws:iam::000000000000:role/r"})
    assert json.loads(tested["output"]) == {"x": 2, "r": {"a": 1}} and tested["inspectionData"], tested
    good = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}'
    post(server, "machines", {"name": "Def", "definition": good})
    newer = good.replace("Succeed\"", "Pass\",\"End\":true")
    post(server, "machines/Def", {"definition": newer}, method="PUT")
    assert get(server, "machines/Def")["definition"] == newer
    assert [(t["account"], t["region"]) for t in get(server, "territories")["territories"]] == [("000000000000", "us-east-1")]
    assert get(server, "machines?region=eu-west-1")["machines"] == []
    assert post(server, "actions/sqs/ListQueues", {})["QueueUrls"], "any action"


with Server() as server:
    strangers(server)
    pages_and_calls(server)
    histories(server)
    answers(server)
    logs(server)
    restarts(server)
    definitions(server)
