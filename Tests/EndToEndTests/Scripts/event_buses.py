"""EventBridge as boto3 uses it: buses, rules, patterns, targets of every kind, schedules, connections; events put by executions, events about
executions; and that what was acknowledged is delivered after kill -9."""
import collections
import http.server
import json
import os
import shutil
import tempfile
import threading
import time

from botocore.exceptions import BotoCoreError, ClientError

from newel import PRODUCTS, RECORDER, Server, ended, history, packaged, refused, single, wait_for

PUT = "arn:aws:states:::events:putEvents"


def entry(detail, source="shop", **more):
    return {"Source": source, "DetailType": "order", "Detail": json.dumps(detail), **more}


def queue(sqs, name, **attributes):
    url = sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]
    return url, sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]


def drain(sqs, url, seconds=0):
    """Every message of a queue; waits for the first one."""
    found = []
    while True:
        messages = sqs.receive_message(
            QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=0 if found else seconds, MessageAttributeNames=["All"]).get("Messages", [])
        if not messages:
            return found
        found += messages
        sqs.delete_message_batch(QueueUrl=url, Entries=[{"Id": str(n), "ReceiptHandle": m["ReceiptHandle"]} for n, m in enumerate(messages)])


def bodies(sqs, url, seconds=5):
    return [json.loads(message["Body"]) for message in drain(sqs, url, seconds)]


def rule(events, name, pattern, *targets, **more):
    events.put_rule(Name=name, EventPattern=json.dumps(pattern), **more)
    bus = {key: value for key, value in more.items() if key == "EventBusName"}
    if targets:
        answer = events.put_targets(Rule=name, Targets=list(targets), **bus)
        assert answer["FailedEntryCount"] == 0, answer


def resources(events):
    """Buses, rules, targets, tags, connections: what was made is shown, what is wrong is refused."""
    assert [bus["Name"] for bus in events.list_event_buses()["EventBuses"]] == ["default"]
    arn = events.create_event_bus(Name="orders", Description="of the shop")["EventBusArn"]
    assert events.describe_event_bus(Name="orders")["Description"] == "of the shop"
    refused("ResourceAlreadyExistsException", events.create_event_bus, Name="orders")
    refused("ValidationException", events.delete_event_bus, Name="default")
    refused("ResourceNotFoundException", events.describe_event_bus, Name="none")
    made = events.put_rule(Name="r", EventBusName="orders", EventPattern='{"source":["shop"]}', Description="d", Tags=[{"Key": "a", "Value": "1"}])
    assert made["RuleArn"].endswith(":rule/orders/r"), made
    shown = events.describe_rule(Name="r", EventBusName="orders")
    assert (shown["State"], shown["Description"], json.loads(shown["EventPattern"])) == ("ENABLED", "d", {"source": ["shop"]}), shown
    events.disable_rule(Name="r", EventBusName="orders")
    assert events.list_rules(EventBusName=arn)["Rules"][0]["State"] == "DISABLED"
    events.enable_rule(Name="r", EventBusName="orders")
    assert events.list_tags_for_resource(ResourceARN=made["RuleArn"])["Tags"] == [{"Key": "a", "Value": "1"}]
    events.tag_resource(ResourceARN=made["RuleArn"], Tags=[{"Key": "b", "Value": "2"}])
    events.untag_resource(ResourceARN=made["RuleArn"], TagKeys=["a"])
    assert events.list_tags_for_resource(ResourceARN=made["RuleArn"])["Tags"] == [{"Key": "b", "Value": "2"}]
    message = refused("InvalidEventPatternException", events.put_rule, Name="x", EventPattern='{"source":[{"like":"x"}]}')
    assert message == "Event pattern is not valid. Reason: Unrecognized match type like", message
    refused("ValidationException", events.put_rule, Name="x")
    refused("ValidationException", events.put_rule, Name="x", ScheduleExpression="now and then")
    refused("ResourceNotFoundException", events.put_targets, Rule="none", Targets=[{"Id": "1", "Arn": "arn:aws:sqs:us-east-1:000000000000:q"}])
    message = refused("ValidationException", events.put_targets, Rule="r", EventBusName="orders", Targets=[
        {"Id": "1", "Arn": "arn:aws:kinesis:us-east-1:000000000000:stream/s"}])
    assert "nothing serves" in message, message
    target = {"Id": "1", "Arn": "arn:aws:sqs:us-east-1:000000000000:q", "InputPath": "$.detail"}
    events.put_targets(Rule="r", EventBusName="orders", Targets=[target])
    assert events.list_targets_by_rule(Rule="r", EventBusName="orders")["Targets"] == [target]
    assert events.list_rule_names_by_target(TargetArn=target["Arn"], EventBusName="orders")["RuleNames"] == ["r"]
    refused("ValidationException", events.delete_rule, Name="r", EventBusName="orders")
    refused("ValidationException", events.delete_event_bus, Name="orders")
    assert events.remove_targets(Rule="r", EventBusName="orders", Ids=["1"])["FailedEntryCount"] == 0
    events.delete_rule(Name="r", EventBusName="orders")
    events.delete_event_bus(Name="orders")
    event = json.dumps({"id": "1", "account": "1", "source": "shop", "time": "2026-01-01T00:00:00Z", "region": "r", "resources": [],
                        "detail-type": "order", "detail": {"total": 12.5, "ip": "10.1.2.3", "tags": ["new", "big"]}})
    for pattern, result in [
        ({"detail": {"total": [{"numeric": [">", 10, "<", 20]}]}}, True), ({"detail": {"ip": [{"cidr": "10.0.0.0/8"}]}}, True),
        ({"detail": {"tags": ["big"]}}, True), ({"detail": {"tags": [{"anything-but": {"wildcard": "*"}}]}}, False),
        ({"$or": [{"source": ["x"]}, {"detail-type": [{"prefix": "ord"}]}]}, True), ({"detail": {"no": [{"exists": True}]}}, False),
    ]:
        assert events.test_event_pattern(EventPattern=json.dumps(pattern), Event=event)["Result"] == result, pattern

    connection = events.create_connection(Name="api", AuthorizationType="API_KEY", AuthParameters={
        "ApiKeyAuthParameters": {"ApiKeyName": "x-key", "ApiKeyValue": "hush"}})
    assert connection["ConnectionArn"].startswith("arn:aws:events:us-east-1:000000000000:connection/api/"), connection
    shown = events.describe_connection(Name="api")
    assert shown["AuthParameters"] == {"ApiKeyAuthParameters": {"ApiKeyName": "x-key"}} and "hush" not in str(shown), shown
    events.update_connection(Name="api", Description="changed")
    assert [one["Name"] for one in events.list_connections()["Connections"]] == ["api"]
    assert events.delete_connection(Name="api")["ConnectionState"] == "DELETING"
    refused("ResourceNotFoundException", events.describe_connection, Name="api")


def deliveries(server, folder):
    """One event to targets of every kind."""
    events, sqs, sns, logs = (server.client(name) for name in ("events", "sqs", "sns", "logs"))
    url, arn = queue(sqs, "orders")
    news, news_arn = queue(sqs, "news")
    dead, dead_arn = queue(sqs, "dead")
    topic = sns.create_topic(Name="topic")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=news_arn, Attributes={"RawMessageDelivery": "true"})
    logs.create_log_group(logGroupName="/aws/events/orders")
    machine = single(server, {"Type": "Pass"}, name="target")
    other = events.create_event_bus(Name="other")["EventBusArn"]
    role = "arn:aws:iam::000000000000:role/r"
    function = "arn:aws:lambda:us-east-1:000000000000:function:"
    rule(events, "messages", {"source": ["shop"]}, {"Id": "q", "Arn": arn}, {"Id": "t", "Arn": topic, "InputTransformer": {
        "InputPathsMap": {"n": "$.detail.n"}, "InputTemplate": '{"number": <n>, "text": "no. <n> by <aws.events.rule-name>"}'}})
    rule(events, "calls", {"source": ["shop"]}, {"Id": "f", "Arn": function + "Record", "InputPath": "$.detail"},
         {"Id": "m", "Arn": machine, "RoleArn": role, "Input": '{"constant": true}'},
         {"Id": "gone", "Arn": function + "Missing", "DeadLetterConfig": {"Arn": dead_arn}})
    rule(events, "rest", {"source": ["shop"]}, {"Id": "l", "Arn": "arn:aws:logs:us-east-1:000000000000:log-group:/aws/events/orders"},
         {"Id": "b", "Arn": other, "RoleArn": role})
    passed, passed_arn = queue(sqs, "passed")
    rule(events, "passed", {"source": ["shop"]}, {"Id": "q", "Arn": passed_arn}, EventBusName="other")
    answer = events.put_events(Entries=[entry({"n": 1}, Resources=["thing"]), entry({"n": 2}, source="elsewhere"), {"Source": "shop", "DetailType": "x", "Detail": "[]"}])
    assert answer["FailedEntryCount"] == 1 and answer["Entries"][2] == {"ErrorCode": "MalformedDetail", "ErrorMessage": "Detail is malformed."}, answer
    # Queues have their messages by the time PutEvents answers.
    [event] = bodies(sqs, url, 0)
    assert list(event) == ["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"], event
    assert (event["id"], event["resources"], event["detail"]) == (answer["Entries"][0]["EventId"], ["thing"], {"n": 1}), event
    assert bodies(sqs, news) == [{"number": 1, "text": "no. 1 by messages"}]
    assert [one["id"] for one in bodies(sqs, passed)] == [event["id"]]
    found = wait_for(lambda: [name for name in os.listdir(folder) if not name.startswith(".")], what="the function's event")
    assert json.load(open(os.path.join(folder, found[0]))) == {"n": 1}
    sfn = server.client("stepfunctions")
    [execution] = sfn.list_executions(stateMachineArn=machine)["executions"]
    assert execution["name"].startswith(event["id"] + "_") and json.loads(ended(sfn, execution["executionArn"])["output"]) == {"constant": True}
    [message] = drain(sqs, dead, 5)
    facts = {name: value["StringValue"] for name, value in message["MessageAttributes"].items()}
    assert json.loads(message["Body"])["id"] == event["id"] and facts["TARGET_ARN"] == function + "Missing", message
    lines = wait_for(lambda: logs.filter_log_events(logGroupName="/aws/events/orders")["events"], what="the log line")
    assert [json.loads(line["message"])["id"] for line in lines] == [event["id"]], lines
    refused("ValidationException", events.put_events, Entries=[entry({"text": "x" * 300_000})])
    for name, bus in (("messages", "default"), ("calls", "default"), ("rest", "default"), ("passed", "other")):
        ids = [one["Id"] for one in events.list_targets_by_rule(Rule=name, EventBusName=bus)["Targets"]]
        events.remove_targets(Rule=name, EventBusName=bus, Ids=ids)
        events.delete_rule(Name=name, EventBusName=bus)


def executions(server):
    """Events put by Task states, and events about executions."""
    events, sqs, sfn = server.client("events"), server.client("sqs"), server.client("stepfunctions")
    url, arn = queue(sqs, "from-states")
    rule(events, "from-states", {"source": ["flow"]}, {"Id": "q", "Arn": arn})
    given = {"Source": "flow", "DetailType": "step"}
    machine = single(server, {"Resource": PUT, "Parameters": {"Entries": [{**given, "Detail": {"n.$": "$.n"}, "Resources": ["mine"]}]}}, name="puts")
    execution = sfn.start_execution(stateMachineArn=machine, input='{"n": 7}')["executionArn"]
    output = json.loads(ended(sfn, execution)["output"])
    [event] = bodies(sqs, url)
    assert output == {"FailedEntryCount": 0, "Entries": [{"EventId": event["id"]}]}, output
    assert event["detail"] == {"n": 7} and event["resources"] == ["mine", machine, execution], event

    machine = single(server, {"Resource": PUT, "Parameters": {"Entries": [
        {**given, "Detail": {"good": True}}, {"Source": "flow", "Detail": {"good": False}}]}}, name="fails")
    description = ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])
    assert description["error"] == "EventBridge.FailedEntry", description
    cause, [event] = json.loads(description["cause"]), bodies(sqs, url)
    assert cause["FailedEntryCount"] == 1 and cause["Entries"][0] == {"EventId": event["id"]} and event["detail"] == {"good": True}, cause
    assert cause["Entries"][1] == {
        "ErrorCode": "InvalidArgument", "ErrorMessage": "Parameter DetailType is not valid. Reason: DetailType is a required argument."}, cause

    machine = single(server, {"Resource": PUT + ".waitForTaskToken", "Parameters": {"Entries": [
        {**given, "Detail": {"token.$": "$$.Task.Token"}}]}}, name="waits")
    execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
    [event] = bodies(sqs, url)
    assert sfn.describe_execution(executionArn=execution)["status"] == "RUNNING"
    sfn.send_task_success(taskToken=event["detail"]["token"], output='"done"')
    assert ended(sfn, execution)["output"] == '"done"'
    assert "TaskSubmitted" in [one["type"] for one in history(sfn, execution)]

    machine = single(server, {"Resource": "arn:aws:states:::aws-sdk:eventbridge:putEvents", "Parameters": {"Entries": [
        {**given, "Detail": '{"sdk": true}'}]}}, name="sdk")
    assert json.loads(ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])["output"])["FailedEntryCount"] == 0
    assert [one["detail"] for one in bodies(sqs, url)] == [{"sdk": True}]
    machine = single(server, {"Resource": "arn:aws:states:::aws-sdk:eventbridge:describeRule", "Parameters": {"Name": "none"}}, name="sdk-fails")
    assert ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])["error"] == "EventBridge.ResourceNotFoundException"

    url, arn = queue(sqs, "status")
    quick = single(server, {"Type": "Pass"}, name="quick")
    rule(events, "status", {"source": ["aws.states"], "detail": {"stateMachineArn": [quick]}}, {"Id": "q", "Arn": arn})
    execution = sfn.start_execution(stateMachineArn=quick, input='{"a": 1}')["executionArn"]
    ended(sfn, execution)
    told = []
    wait_for(lambda: told.extend(bodies(sqs, url, 1)) or len(told) >= 2, what="both changes of status")
    assert [one["detail"]["status"] for one in told] == ["RUNNING", "SUCCEEDED"], told
    assert told[0]["detail-type"] == "Step Functions Execution Status Change" and told[0]["resources"] == [execution], told
    detail = told[1]["detail"]
    assert (detail["input"], detail["output"], detail["inputDetails"]) == ('{"a": 1}', '{"a": 1}', {"included": True}), detail
    assert detail["startDate"] <= detail["stopDate"] and detail["executionArn"] == execution, detail
    large = sfn.start_execution(stateMachineArn=quick, input=json.dumps({"a": "x" * 130_000}))["executionArn"]
    ended(sfn, large)
    told = []
    wait_for(lambda: told.extend(bodies(sqs, url, 1)) or len(told) >= 2, what="both changes of status")
    detail = told[1]["detail"]
    assert detail["input"] is None and detail["inputDetails"] == {"included": False} and detail["outputDetails"] == {"included": True}, detail["status"]
    # What a key of the machine's own protects is in no event.
    key = server.client("kms").create_key()["KeyMetadata"]["Arn"]
    sealed = sfn.create_state_machine(
        name="sealed", definition=json.dumps({"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}),
        roleArn="arn:aws:iam::000000000000:role/r", encryptionConfiguration={"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": key})["stateMachineArn"]
    rule(events, "status", {"source": ["aws.states"], "detail": {"stateMachineArn": [sealed]}})
    ended(sfn, sfn.start_execution(stateMachineArn=sealed, input='{"hush": 1}')["executionArn"])
    told = []
    wait_for(lambda: told.extend(bodies(sqs, url, 1)) or len(told) >= 2, what="both changes of status")
    assert all(one["detail"]["input"] is None and one["detail"]["inputDetails"] == {"included": False} for one in told), told
    assert "hush" not in json.dumps(told), told
    events.remove_targets(Rule="status", Ids=["q"])
    events.delete_rule(Name="status")


def http_tasks(server):
    """A connection made here authorises an HTTP task."""
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps({"key": self.headers.get("x-key")}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    elsewhere = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
    events, sfn = server.client("events"), server.client("stepfunctions")
    connection = events.create_connection(Name="web", AuthorizationType="API_KEY", AuthParameters={
        "ApiKeyAuthParameters": {"ApiKeyName": "x-key", "ApiKeyValue": "hush"}})["ConnectionArn"]
    machine = single(server, {"Resource": "arn:aws:states:::http:invoke", "Parameters": {
        "ApiEndpoint": f"http://127.0.0.1:{elsewhere.server_port}/", "Method": "GET", "Authentication": {"ConnectionArn": connection}}}, name="web")
    description = ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])
    assert json.loads(description["output"])["ResponseBody"] == {"key": "hush"}, description
    events.delete_connection(Name="web")
    description = ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])
    assert description["error"] == "Events.ConnectionResource.ResourceNotFound", description
    elsewhere.shutdown()


def kills(server):
    """What was acknowledged before kill -9 is in the queue after it, and every change of status too."""
    events, sqs, sfn = server.client("events"), server.client("sqs"), server.client("stepfunctions")
    url, arn = queue(sqs, "survivors")
    lines, lines_arn = queue(sqs, "lines.fifo", FifoQueue="true", ContentBasedDeduplication="true")
    ends, ends_arn = queue(sqs, "ends")
    machine = single(server, {"Type": "Wait", "Seconds": 0}, name="many")
    rule(events, "survivors", {"source": ["crash"]}, {"Id": "q", "Arn": arn},
         {"Id": "f", "Arn": lines_arn, "SqsParameters": {"MessageGroupId": "g"}})
    rule(events, "ends", {"source": ["aws.states"], "detail": {"status": ["SUCCEEDED"], "stateMachineArn": [machine]}}, {"Id": "q", "Arn": ends_arn})
    acknowledged, started, lock = [], [], threading.Lock()
    for round_ in range(4):
        events, sfn, stop = server.client("events"), server.client("stepfunctions"), threading.Event()

        def load(number):
            for n in range(1000):
                if stop.is_set():
                    return
                try:
                    if number == 0:
                        execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
                        with lock:
                            started.append(execution)
                        continue
                    answer = events.put_events(Entries=[entry({"n": n, "of": m}, source="crash") for m in range(3)])
                except (BotoCoreError, ClientError):
                    return
                with lock:
                    acknowledged.extend(one["EventId"] for one in answer["Entries"])

        threads = [threading.Thread(target=load, args=(number,)) for number in range(3)]
        for thread in threads:
            thread.start()
        time.sleep(0.3 + 0.1 * round_)
        server.kill()
        stop.set()
        for thread in threads:
            thread.join()
        server.start()
    sqs, sfn = server.client("sqs"), server.client("stepfunctions")
    assert len(acknowledged) > 50 and len(started) > 5, (len(acknowledged), len(started))
    got = collections.Counter(one["id"] for one in bodies(sqs, url))
    assert set(acknowledged) <= set(got) and set(got.values()) == {1}, "an event is missing, or came twice"
    ordered, wanted = [], set(got)
    wait_for(lambda: ordered.extend(bodies(sqs, lines, 1)) or len({one["id"] for one in ordered}) >= len(wanted), what="the FIFO queue")
    assert {one["id"] for one in ordered} == wanted
    everything = {e["executionArn"] for page in sfn.get_paginator("list_executions").paginate(stateMachineArn=machine) for e in page["executions"]}
    assert set(started) <= everything
    for execution in everything:
        ended(sfn, execution)
    told = []
    wait_for(lambda: told.extend(bodies(sqs, ends, 1)) or len({one["detail"]["executionArn"] for one in told}) >= len(everything), what="all ends")
    assert collections.Counter(one["detail"]["executionArn"] for one in told) == collections.Counter(everything)
    print(f"{len(acknowledged)} events acknowledged, {len(got)} delivered, {len(everything)} ends told, 4 kills")


def schedules():
    """A schedule on a clock that is moved by hand."""
    import urllib.request
    with Server("--virtual-time") as server:
        events, sqs = server.client("events"), server.client("sqs")
        url, arn = queue(sqs, "ticks")
        events.put_rule(Name="tick", ScheduleExpression="rate(1 hour)")
        events.put_targets(Rule="tick", Targets=[{"Id": "q", "Arn": arn, "InputPath": "$.detail-type"}])
        request = urllib.request.Request(f"{server.endpoint}/_newel/time", data=b'{"advance": 7300}', method="POST")
        urllib.request.urlopen(request).read()
        found = []
        wait_for(lambda: found.extend(drain(sqs, url)) or len(found) >= 2, what="two ticks")
        assert [message["Body"] for message in found] == ['"Scheduled Event"'] * 2, found
        server.stop()


def dropped_in():
    """The integration as a shared library."""
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    shutil.copy(os.path.join(PRODUCTS, "libEvents.so"), plugins)
    with Server("--plugins", plugins) as server:
        events, sqs, sfn = server.client("events"), server.client("sqs"), server.client("stepfunctions")
        url, arn = queue(sqs, "q")
        rule(events, "r", {"source": ["flow"]}, {"Id": "q", "Arn": arn, "InputPath": "$.detail"})
        machine = single(server, {"Resource": PUT, "Parameters": {"Entries": [{"Source": "flow", "DetailType": "d", "Detail": {"a": 1}}]}})
        assert ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])["status"] == "SUCCEEDED"
        assert bodies(sqs, url) == [{"a": 1}]
        server.stop()


def main():
    plugins, folder = tempfile.mkdtemp(prefix="newel-plugins-"), tempfile.mkdtemp(prefix="newel-events-")
    packaged(plugins, "record", RECORDER.replace("FOLDER", folder), functions=[{"name": "Record", "files": [f"rw:{folder}"]}])
    with Server("--plugins", plugins) as server:
        resources(server.client("events"))
        deliveries(server, folder)
        executions(server)
        http_tasks(server)
        kills(server)
        server.stop()
    schedules()
    dropped_in()
    print("events reach their targets")


main()
