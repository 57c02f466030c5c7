"""The console's data: search, queues without receiving, what was published, runs once more and from a state, permissions a run used, signing in."""
import json
import os
import shutil
import tempfile

from console import Stream, ask, get, post
from newel import *

ROLE = "arn:aws:iam::000000000000:role/Worker"


def messages(server):
    """Messages are looked at, not received; published ones are seen, also those of a run; the stream tells of both."""
    sqs, sns = server.client("sqs"), server.client("sns")
    queue = sqs.create_queue(QueueName="letters")["QueueUrl"]
    topic = sns.create_topic(Name="news")["TopicArn"]
    stream = Stream(server, "messages")
    sqs.send_message(QueueUrl=queue, MessageBody="first")
    sqs.send_message(QueueUrl=queue, MessageBody="later", DelaySeconds=60)
    assert stream.event()[0] == "messages"
    sqs.receive_message(QueueUrl=queue, VisibilityTimeout=600)
    sqs.send_message(QueueUrl=queue, MessageBody="second")
    for _ in range(2):
        found = get(server, "queues")["queues"][0]
        assert (found["waiting"], found["inFlight"], found["delayed"]) == (1, 1, 1), found
        assert [(m["body"], m["phase"], m["receiveCount"]) for m in found["messages"]] == [("first", "inFlight", 1), ("later", "delayed", 0), ("second", "waiting", 0)], found
    sns.publish(TopicArn=topic, Message="by hand", Subject="S")
    definition = {"StartAt": "P", "States": {"P": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {"TopicArn": topic, "Message": {"by": "run"}}, "End": True}}}
    sfn = server.client("stepfunctions")
    machine = sfn.create_state_machine(name="Publisher", definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]
    assert ended(sfn, sfn.start_execution(stateMachineArn=machine, name="p")["executionArn"])["status"] == "SUCCEEDED"
    found = get(server, "topics")["topics"][0]
    assert [(m["message"], m["subject"]) for m in found["published"]] == [('{"by":"run"}', None), ("by hand", "S")], found
    stream.close()


def searches(server):
    """By name, input, output, cause, status and time."""
    choice = {"StartAt": "C", "States": {"C": {"Type": "Choice", "Choices": [{"Variable": "$.fail", "BooleanEquals": True, "Next": "F"}], "Default": "P"},
                                         "P": {"Type": "Pass", "Result": {"answer": "퍼즐"}, "End": True}, "F": {"Type": "Fail", "Error": "Odd", "Cause": "a strange cause"}}}
    sfn = server.client("stepfunctions")
    machine = sfn.create_state_machine(name="Findable", definition=json.dumps(choice), roleArn=ROLE)["stateMachineArn"]
    for name, fail in (("alpha", False), ("beta", True)):
        ended(sfn, sfn.start_execution(stateMachineArn=machine, name=name, input=json.dumps({"fail": fail, "key": f"needle-{name}"}))["executionArn"])
    def found(query):
        answer = get(server, f"search?{query}")
        assert answer["cursor"] is None and answer["scanned"] <= answer["total"], answer
        return [(run["name"], run.get("foundIn")) for run in answer["executions"] if run["machine"] == "Findable"]
    assert found("q=alpha") == [("alpha", "name")]
    assert found("q=NEEDLE") == [("beta", "input"), ("alpha", "input")]
    assert found("q=%ED%8D%BC%EC%A6%90") == [("alpha", "output")]
    assert found("q=strange") == [("beta", "cause")]
    assert found("status=FAILED") == [("beta", None)]
    assert found("q=&status=SUCCEEDED") == [("alpha", None)]
    assert found("to=1000") == [] and len(found("from=1000")) == 2
    # More than one answer looks at: whoever asks on gets every one once, the newest first.
    passes = sfn.create_state_machine(name="Many", definition=json.dumps({"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}), roleArn=ROLE)["stateMachineArn"]
    for number in range(620):
        sfn.start_execution(stateMachineArn=passes, name=f"many-{number:03}")
    runs, scanned, cursor = [], 0, ""
    while cursor is not None:
        answer = get(server, f"search?q=a&cursor={cursor}" if cursor else "search?q=a")
        assert answer["scanned"] <= 500 and len(answer["executions"]) <= 100, answer["scanned"]
        total = answer.get("total", None) if not cursor else total
        runs += [(run["name"], run["startDate"]) for run in answer["executions"]]
        scanned, cursor = scanned + answer["scanned"], answer["cursor"]
    assert scanned == total >= 622, (scanned, total)
    assert {name for name, _ in runs if name.startswith("many-")} == {f"many-{number:03}" for number in range(620)} and len(set(runs)) == len(runs)
    # Of the same millisecond any may come first.
    assert [at for _, at in runs] == sorted((at for _, at in runs), reverse=True)


def reruns(server):
    """Once more with other data, with another definition, from a state with the variables of then; the machine stays as it is."""
    definition = {"QueryLanguage": "JSONata", "StartAt": "Set", "States": {
        "Set": {"Type": "Pass", "Assign": {"seen": "{% $states.input.n * 10 %}"}, "Output": {"n": "{% $states.input.n %}"}, "Next": "Use"},
        "Use": {"Type": "Pass", "Output": {"sum": "{% $seen + $states.input.n %}"}, "Next": "Check"},
        "Check": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.sum > 50 %}", "Next": "Good"}], "Default": "Bad"},
        "Good": {"Type": "Succeed"}, "Bad": {"Type": "Fail", "Error": "TooSmall"}}}
    sfn = server.client("stepfunctions")
    text = json.dumps(definition)
    machine = sfn.create_state_machine(name="Again", definition=text, roleArn=ROLE)["stateMachineArn"]
    first = sfn.start_execution(stateMachineArn=machine, name="first", input='{"n": 2}')["executionArn"]
    assert ended(sfn, first)["error"] == "TooSmall"
    def again(**members):
        run = post(server, "executions/Again/first/rerun", members)
        return run["machine"], ended(sfn, run["arn"])
    name, run = again(input='{"n": 5}', name="more")
    assert name == "Again" and run["name"] == "more" and json.loads(run["output"]) == {"sum": 55}
    assert again()[1]["status"] == "FAILED", "the old input"
    name, run = again(**{"from": "Use", "input": '{"n": 40}'})
    assert name.startswith("Again-") and json.loads(run["output"]) == {"sum": 60}, (name, run)
    name, run = again(**{"from": "Use"})
    assert run["status"] == "FAILED", "with the data of then: 20 + 2"
    name, run = again(**{"from": "Check", "definition": text.replace("> 50", "> 20")})
    assert run["status"] == "SUCCEEDED" and json.loads(run["output"]) == {"sum": 22}, run
    assert sfn.describe_state_machine(stateMachineArn=machine)["definition"] == text
    refusal = post(server, "executions/Again/first/rerun", {"from": "Good"}, expected=404)
    assert "never entered" in refusal["message"], refusal


def policies(server):
    """What a run used, and what its role grants."""
    iam, sfn, sqs = server.client("iam"), server.client("stepfunctions"), server.client("sqs")
    queue = sqs.create_queue(QueueName="used")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    role = iam.create_role(RoleName="Half", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    iam.put_role_policy(RoleName="Half", PolicyName="p", PolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": arn}]}))
    send = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": queue, "MessageBody": "x"}, "Next": "Purge"}
    purge = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:purgeQueue", "Parameters": {"QueueUrl": queue}, "End": True}
    machine = sfn.create_state_machine(name="Used", definition=json.dumps({"StartAt": "Send", "States": {"Send": send, "Purge": purge}}), roleArn=role)["stateMachineArn"]
    assert ended(sfn, sfn.start_execution(stateMachineArn=machine, name="u")["executionArn"])["status"] == "FAILED"
    found = get(server, "executions/Used/u/policy")
    assert found["roleArn"] == role
    assert [(p["action"], p["resource"], p["decision"]) for p in found["permissions"]] == [("sqs:SendMessage", arn, "allowed"), ("sqs:PurgeQueue", arn, "implicitDeny")], found
    iam.put_role_policy(RoleName="Half", PolicyName="p", PolicyDocument=found["policy"])
    run = post(server, "executions/Used/u/rerun", {})
    assert ended(sfn, run["arn"])["status"] == "SUCCEEDED", "the copied policy is what the run needs"


def closed(folder):
    """Under --auth sigv4 nothing is readable without signing in; who is signed in may do what their policies say, until the key is gone."""
    keys = os.path.join(folder, "keys")
    with open(keys, "w") as file:
        file.write("[default]\naws_access_key_id = AKIAOWNER\naws_secret_access_key = secret\n")
    with Server("--auth", "sigv4", "--credentials", keys) as server:
        own = {"Origin": server.endpoint, "X_Console": "1"}
        def signed(key, secret):
            status, headers, _ = ask(server, "POST", "/_newel/console/session", {"accessKeyId": key, "secretAccessKey": secret}, **own)
            return status, headers.get("Set-Cookie", "")
        def read(path, cookie):
            status, _, text = ask(server, "GET", f"/_newel/console/{path}", Cookie=cookie)
            return status, json.loads(text)
        for path in ("machines", "tokens", "stream?topics=tokens", "executions/a/b", "templates", "queues"):
            status, _, text = ask(server, "GET", f"/_newel/console/{path}")
            assert status == 401 and "SignInRequired" in text, (path, status, text)
        assert get(server, "session") == {"mustSignIn": True}
        assert ask(server, "POST", "/_newel/console/executions", {"machine": "a"}, **own)[0] == 401
        assert signed("AKIAOWNER", "wrong")[0] == 403 and signed("AKIANOBODY", "secret")[0] == 403
        assert ask(server, "POST", "/_newel/console/session", {"accessKeyId": "AKIAOWNER", "secretAccessKey": "secret"})[0] == 403, "not from elsewhere"
        status, cookie = signed("AKIAOWNER", "secret")
        assert status == 200 and "HttpOnly" in cookie and "SameSite=Strict" in cookie, cookie
        owner = cookie.split(";")[0]
        assert read("machines", owner) == (200, {"machines": []})
        assert read("session", owner)[1]["caller"] == "arn:aws:iam::000000000000:root"
        for forged in (owner[:-1] + ("0" if owner[-1] != "0" else "1"), owner.replace("=1", "=2", 1), "newel-console=9999999999999.414b4941.00"):
            assert read("machines", forged)[0] == 401, forged
        iam = boto3.client("iam", endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id="AKIAOWNER", aws_secret_access_key="secret")
        iam.create_user(UserName="reader")
        iam.put_user_policy(UserName="reader", PolicyName="p", PolicyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "states:ListStateMachines", "Resource": "*"}]}))
        key = iam.create_access_key(UserName="reader")["AccessKey"]
        reader = signed(key["AccessKeyId"], key["SecretAccessKey"])[1].split(";")[0]
        assert read("machines", reader)[0] == 200
        status, refusal = read("queues", reader)
        assert status in (400, 403) and "not authorized to perform: sqs:" in refusal["message"], refusal
        status, _, text = ask(server, "POST", "/_newel/console/machines", {"name": "m", "definition": {}}, Cookie=reader, **own)
        assert status in (400, 403) and "states:CreateStateMachine" in text, text
        for topic in ("log:fn/CheckStockPrice", "handlers"):
            # What may be followed is; of the rest it is told that it may not.
            stream = Stream(server, f"{topic},tokens", Cookie=reader)
            kind, told = stream.event()
            assert (kind, told["topic"]) == ("refused", 0) and "not authorized to perform" in told["message"], (kind, told)
            stream.close()
        iam.delete_access_key(UserName="reader", AccessKeyId=key["AccessKeyId"])
        assert read("machines", reader)[0] == 401, "a deleted key is out at once"
        server.kill()
        server.start()
        assert read("machines", owner)[0] == 200, "signed in across a restart"


with Server() as server:
    messages(server)
    searches(server)
    reruns(server)
    policies(server)
folder = tempfile.mkdtemp()
closed(folder)
shutil.rmtree(folder)
