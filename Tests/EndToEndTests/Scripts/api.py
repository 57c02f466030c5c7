"""Every action through boto3: what it answers, what it refuses and in which words, pages, tags, protocols."""
import base64
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree

from newel import Server, ended, history, refused, single, wait_for, well_formed

ROLE = "arn:aws:iam::000000000000:role/r"
PASS = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})
EXPLODES = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "Boom", "Cause": "It went off"}}})


def pages(call, key, size_name, size, token_in, token_out, **arguments):
    """All items of a list, in pages of a size; asserts that no page is larger."""
    items, token = [], None
    while True:
        answer = call(**arguments, **{size_name: size}, **({token_in: token} if token else {}))
        page = answer.get(key, [])
        assert len(page) <= size, f"{len(page)} items in a page of {size}"
        items += page
        token = answer.get(token_out)
        if not token:
            return items


def state_machines(server):
    sfn = server.client("stepfunctions", parameter_validation=False)
    arn = "arn:aws:states:us-east-1:000000000000:stateMachine:"
    made = sfn.create_state_machine(name="one", definition=PASS, roleArn=ROLE, tags=[{"key": "k", "value": "v"}])
    assert made["stateMachineArn"] == arn + "one"
    # The same again is the same machine; another definition under the name is refused.
    assert sfn.create_state_machine(name="one", definition=PASS, roleArn=ROLE)["creationDate"] == made["creationDate"]
    message = refused("StateMachineAlreadyExists", sfn.create_state_machine, name="one", definition=EXPLODES, roleArn=ROLE)
    assert message == f"State Machine Already Exists: '{arn}one'", message
    for name in ("a b", "a*b", "a/b", "x" * 81, "a:b", "tab\tbed"):
        refused(("InvalidName" if len(name) <= 80 else "ValidationException"), sfn.create_state_machine, name=name, definition=PASS, roleArn=ROLE) \
            if len(name) <= 80 else refused_any(("InvalidName", "ValidationException"), sfn.create_state_machine, name=name, definition=PASS, roleArn=ROLE)
    message = refused("AccessDeniedException", sfn.create_state_machine, name="other", definition=PASS, roleArn="arn:aws:iam::999999999999:role/r")
    assert message == "Cross-account pass role is not allowed.", message
    refused("InvalidArn", sfn.create_state_machine, name="other", definition=PASS, roleArn="nonsense")
    message = refused("InvalidDefinition", sfn.create_state_machine, name="other", definition="{", roleArn=ROLE)
    assert message.startswith("Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: "), message
    message = refused("InvalidDefinition", sfn.create_state_machine, name="other", definition='{"StartAt": "A", "States": {}}', roleArn=ROLE)
    assert message.startswith("Invalid State Machine Definition: "), message
    message = refused("ValidationException", sfn.create_state_machine, definition=PASS, roleArn=ROLE)
    assert message == "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null", message
    refused("ValidationException", sfn.create_state_machine, name="other", definition=PASS, roleArn=ROLE, type="FAST")

    found = sfn.describe_state_machine(stateMachineArn=arn + "one")
    assert (found["name"], found["status"], found["definition"], found["roleArn"], found["type"]) == ("one", "ACTIVE", PASS, ROLE, "STANDARD"), found
    assert found["loggingConfiguration"] == {"level": "OFF", "includeExecutionData": False} and found["tracingConfiguration"] == {"enabled": False}, found
    assert found["encryptionConfiguration"] == {"type": "AWS_OWNED_KEY"}, found
    message = refused("StateMachineDoesNotExist", sfn.describe_state_machine, stateMachineArn=arn + "none")
    assert message == f"State Machine Does Not Exist: '{arn}none'", message
    message = refused("InvalidArn", sfn.describe_state_machine, stateMachineArn="nonsense")
    assert message == "Invalid Arn: 'Invalid ARN prefix: nonsense'", message
    refused("InvalidArn", sfn.describe_state_machine, stateMachineArn=arn.replace("stateMachine", "activity") + "one")
    refused("MissingRequiredParameter", sfn.update_state_machine, stateMachineArn=arn + "one")
    updated = sfn.update_state_machine(stateMachineArn=arn + "one", definition=EXPLODES)
    assert updated["revisionId"] and sfn.describe_state_machine(stateMachineArn=arn + "one")["definition"] == EXPLODES
    refused("InvalidDefinition", sfn.update_state_machine, stateMachineArn=arn + "one", definition="[]")
    refused("StateMachineDoesNotExist", sfn.update_state_machine, stateMachineArn=arn + "none", definition=PASS)
    sfn.update_state_machine(stateMachineArn=arn + "one", definition=PASS)

    for n in range(5):
        sfn.create_state_machine(name=f"page-{n}", definition=PASS, roleArn=ROLE)
    names = [m["name"] for m in pages(sfn.list_state_machines, "stateMachines", "maxResults", 2, "nextToken", "nextToken")]
    assert len(names) == 6 and len(set(names)) == 6, names
    assert refused("InvalidToken", sfn.list_state_machines, nextToken="nonsense") == "Invalid Token: 'Invalid token'"
    refused("ValidationException", sfn.list_state_machines, maxResults=1001)
    server.region = "eu-west-1"
    assert server.client("stepfunctions").list_state_machines()["stateMachines"] == [], "another region is another world"
    server.region = "us-east-1"

    assert sfn.list_tags_for_resource(resourceArn=arn + "one")["tags"] == [{"key": "k", "value": "v"}]
    sfn.tag_resource(resourceArn=arn + "one", tags=[{"key": "k", "value": "w"}, {"key": "l", "value": ""}])
    sfn.untag_resource(resourceArn=arn + "one", tagKeys=["l", "none"])
    assert sfn.list_tags_for_resource(resourceArn=arn + "one")["tags"] == [{"key": "k", "value": "w"}]
    refused("ResourceNotFound", sfn.list_tags_for_resource, resourceArn=arn + "none")
    refused("TooManyTags", sfn.tag_resource, resourceArn=arn + "one", tags=[{"key": f"k{n}", "value": ""} for n in range(51)])

    sfn.delete_state_machine(stateMachineArn=arn + "page-4")
    sfn.delete_state_machine(stateMachineArn=arn + "page-4")
    wait_for(lambda: "page-4" not in [m["name"] for m in sfn.list_state_machines()["stateMachines"]], 5, "the deletion")
    refused("StateMachineDoesNotExist", sfn.start_execution, stateMachineArn=arn + "page-4")
    refused("InvalidArn", sfn.delete_state_machine, stateMachineArn="nonsense")


def refused_any(codes, call, **arguments):
    for code in codes:
        try:
            return refused(code, call, **arguments)
        except AssertionError as error:
            last = error
    raise last


def executions(server):
    sfn = server.client("stepfunctions", parameter_validation=False)
    arn = "arn:aws:states:us-east-1:000000000000:stateMachine:"
    started = sfn.start_execution(stateMachineArn=arn + "one", name="first", input='{"a": 1.0}')
    assert started["executionArn"] == "arn:aws:states:us-east-1:000000000000:execution:one:first"
    found = ended(sfn, started["executionArn"])
    assert (found["status"], found["input"], found["output"]) == ("SUCCEEDED", '{"a": 1.0}', '{"a":1.0}') or found["output"] == '{"a": 1.0}', found
    assert found["startDate"] == started["startDate"] and found["stopDate"] >= found["startDate"], found
    assert (found["redriveCount"], found["redriveStatus"]) == (0, "NOT_REDRIVABLE") and found["inputDetails"] == {"included": True}, found
    bare = sfn.describe_execution(executionArn=started["executionArn"], includedData="METADATA_ONLY")
    assert "input" not in bare and "output" not in bare and bare["inputDetails"] == {"included": False}, bare
    assert sfn.start_execution(stateMachineArn=arn + "one")["executionArn"].startswith("arn:aws:states:us-east-1:000000000000:execution:one:")
    message = refused("ExecutionAlreadyExists", sfn.start_execution, stateMachineArn=arn + "one", name="first", input="{}")
    assert message == f"Execution Already Exists: '{started['executionArn']}'", message
    refused("InvalidExecutionInput", sfn.start_execution, stateMachineArn=arn + "one", input="{")
    refused("InvalidName", sfn.start_execution, stateMachineArn=arn + "one", name="a b")
    refused("StateMachineDoesNotExist", sfn.start_execution, stateMachineArn=arn + "none")
    refused("InvalidArn", sfn.start_execution, stateMachineArn="nonsense")
    refused("ValidationException", sfn.start_execution, stateMachineArn=arn + "one", input=json.dumps("x" * 262_143))
    assert ended(sfn, sfn.start_execution(stateMachineArn=arn + "one", input=json.dumps("x" * 262_142))["executionArn"])["status"] == "SUCCEEDED"
    message = refused("ExecutionDoesNotExist", sfn.describe_execution, executionArn=started["executionArn"] + "x")
    assert message == f"Execution Does Not Exist: '{started['executionArn']}x'", message
    for call in (sfn.get_execution_history, sfn.stop_execution, sfn.describe_state_machine_for_execution):
        refused("ExecutionDoesNotExist", call, executionArn=started["executionArn"] + "x")
        refused("InvalidArn", call, executionArn="nonsense")
    found = sfn.describe_state_machine_for_execution(executionArn=started["executionArn"])
    assert found["definition"] == PASS and found["encryptionConfiguration"] == {"type": "AWS_OWNED_KEY"}, found

    sfn.create_state_machine(name="fails", definition=EXPLODES, roleArn=ROLE)
    found = ended(sfn, sfn.start_execution(stateMachineArn=arn + "fails")["executionArn"])
    assert (found["status"], found["error"], found["cause"], found["redriveStatus"]) == ("FAILED", "Boom", "It went off", "REDRIVABLE"), found
    sfn.create_state_machine(
        name="waits", definition=json.dumps({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 100, "End": True}}}), roleArn=ROLE)
    running = sfn.start_execution(stateMachineArn=arn + "waits")["executionArn"]
    found = sfn.describe_execution(executionArn=running)
    assert found["status"] == "RUNNING" and "stopDate" not in found and "output" not in found, found
    # A running execution keeps its definition.
    sfn.update_state_machine(stateMachineArn=arn + "waits", definition=PASS)
    assert "Wait" in sfn.describe_state_machine_for_execution(executionArn=running)["definition"]
    stopped = sfn.stop_execution(executionArn=running)["stopDate"]
    assert sfn.stop_execution(executionArn=running)["stopDate"] == stopped
    found = sfn.describe_execution(executionArn=running)
    assert found["status"] == "ABORTED" and "error" not in found and "cause" not in found, found
    last = history(sfn, running)[-1]
    assert (last["type"], last["previousEventId"], last.get("executionAbortedEventDetails")) == ("ExecutionAborted", 0, {}), last

    # Newest first, in pages, by status.
    sfn.create_state_machine(name="many", definition=PASS, roleArn=ROLE)
    for n in range(7):
        sfn.start_execution(stateMachineArn=arn + "many", name=f"run-{n}")
        time.sleep(0.003)
    wait_for(lambda: len(sfn.list_executions(stateMachineArn=arn + "many", statusFilter="SUCCEEDED")["executions"]) == 7, 5, "seven ends")
    names = [e["name"] for e in pages(sfn.list_executions, "executions", "maxResults", 3, "nextToken", "nextToken", stateMachineArn=arn + "many")]
    assert names == [f"run-{n}" for n in reversed(range(7))], names
    assert sfn.list_executions(stateMachineArn=arn + "many", statusFilter="RUNNING")["executions"] == []
    filtered = pages(sfn.list_executions, "executions", "maxResults", 2, "nextToken", "nextToken", stateMachineArn=arn + "many", statusFilter="SUCCEEDED")
    assert len(filtered) == 7
    refused("InvalidToken", sfn.list_executions, stateMachineArn=arn + "many", nextToken="nonsense")
    refused("ValidationException", sfn.list_executions, stateMachineArn=arn + "many", statusFilter="GREAT")
    refused("StateMachineDoesNotExist", sfn.list_executions, stateMachineArn=arn + "none")

    states = {f"S{n}": {"Type": "Pass", "Next": f"S{n + 1}"} for n in range(60)} | {"S60": {"Type": "Succeed"}}
    sfn.create_state_machine(name="long", definition=json.dumps({"StartAt": "S0", "States": states}), roleArn=ROLE)
    execution = sfn.start_execution(stateMachineArn=arn + "long", input='{"secret": 1}')["executionArn"]
    ended(sfn, execution)
    arguments = {"executionArn": execution}
    forward = pages(sfn.get_execution_history, "events", "maxResults", 7, "nextToken", "nextToken", **arguments)
    well_formed(forward)
    assert len(forward) == 124, len(forward)
    backward = pages(sfn.get_execution_history, "events", "maxResults", 9, "nextToken", "nextToken", reverseOrder=True, **arguments)
    assert backward == forward[::-1]
    assert len(sfn.get_execution_history(**arguments)["events"]) == 100 and len(sfn.get_execution_history(maxResults=1000, **arguments)["events"]) == 124
    hidden = sfn.get_execution_history(includeExecutionData=False, maxResults=1000, **arguments)["events"]
    assert "secret" not in json.dumps(hidden, default=str) and "secret" in json.dumps(forward, default=str)
    assert [e["type"] for e in hidden] == [e["type"] for e in forward] and "input" not in hidden[0]["executionStartedEventDetails"], hidden[0]
    refused("InvalidToken", sfn.get_execution_history, nextToken="nonsense", **arguments)

    quick = sfn.create_state_machine(name="quick", definition=PASS, roleArn=ROLE, type="EXPRESS")["stateMachineArn"]
    answer = sfn.start_sync_execution(stateMachineArn=quick, input='{"a":1}', name="n")
    assert (answer["status"], answer["output"], answer["name"]) == ("SUCCEEDED", '{"a":1}', "n") and ":express:quick:n:" in answer["executionArn"], answer
    assert answer["billingDetails"]["billedMemoryUsedInMB"] == 64, answer
    bad = sfn.create_state_machine(name="quick-fails", definition=EXPLODES, roleArn=ROLE, type="EXPRESS")["stateMachineArn"]
    answer = sfn.start_sync_execution(stateMachineArn=bad)
    assert (answer["status"], answer["error"], answer["cause"]) == ("FAILED", "Boom", "It went off"), answer
    refused("StateMachineTypeNotSupported", sfn.start_sync_execution, stateMachineArn=arn + "one")
    refused("StateMachineTypeNotSupported", sfn.list_executions, stateMachineArn=quick)
    one, two = (sfn.start_execution(stateMachineArn=quick, name="same")["executionArn"] for _ in range(2))
    assert one != two and ":express:quick:same:" in one
    refused_any(("InvalidArn", "StateMachineTypeNotSupported"), sfn.stop_execution, executionArn=one)
    refused_any(("InvalidArn", "StateMachineTypeNotSupported"), sfn.describe_execution, executionArn=one)

    for call in (sfn.send_task_heartbeat, sfn.send_task_failure):
        refused("InvalidToken", call, taskToken="nonsense")
    refused("InvalidToken", sfn.send_task_success, taskToken="nonsense", output="1")
    refused("ValidationException", sfn.send_task_success, output="1")


def queues(server):
    sqs = server.client("sqs", parameter_validation=False)
    queue = sqs.create_queue(QueueName="q", Attributes={"VisibilityTimeout": "1"}, tags={"team": "a"})["QueueUrl"]
    assert queue == f"{server.endpoint}/000000000000/q" or queue.endswith("/000000000000/q"), queue
    assert sqs.create_queue(QueueName="q", Attributes={"VisibilityTimeout": "1"})["QueueUrl"] == queue
    refused("QueueAlreadyExists", sqs.create_queue, QueueName="q", Attributes={"VisibilityTimeout": "2"})
    for name in ("x" * 81, "x" * 82, "a b", "a.b"):
        refused("InvalidParameterValue", sqs.create_queue, QueueName=name)
    assert sqs.create_queue(QueueName="x" * 80)["QueueUrl"]
    refused("InvalidAttributeName", sqs.create_queue, QueueName="r", Attributes={"Colour": "red"})
    refused("InvalidAttributeValue", sqs.create_queue, QueueName="r", Attributes={"DelaySeconds": "901"})
    refused("AWS.SimpleQueueService.NonExistentQueue", sqs.get_queue_url, QueueName="none")
    assert sqs.get_queue_url(QueueName="q")["QueueUrl"] == queue
    missing = queue[:-1] + "none"
    for call, more in ((sqs.send_message, {"MessageBody": "x"}), (sqs.receive_message, {}), (sqs.purge_queue, {}), (sqs.delete_queue, {}),
                       (sqs.get_queue_attributes, {"AttributeNames": ["All"]}), (sqs.list_queue_tags, {})):
        message = refused("AWS.SimpleQueueService.NonExistentQueue", call, QueueUrl=missing, **more)
        assert message == "The specified queue does not exist.", message
    attributes = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["All"])["Attributes"]
    assert attributes["QueueArn"] == "arn:aws:sqs:us-east-1:000000000000:q" and attributes["VisibilityTimeout"] == "1", attributes
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"MaximumMessageSize": "2048"})
    assert sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["MaximumMessageSize"])["Attributes"] == {"MaximumMessageSize": "2048"}
    refused("InvalidAttributeName", sqs.get_queue_attributes, QueueUrl=queue, AttributeNames=["Colour"])
    assert sqs.list_queue_tags(QueueUrl=queue)["Tags"] == {"team": "a"}
    sqs.tag_queue(QueueUrl=queue, Tags={"b": "c"})
    sqs.untag_queue(QueueUrl=queue, TagKeys=["team"])
    assert sqs.list_queue_tags(QueueUrl=queue)["Tags"] == {"b": "c"}

    refused("InvalidParameterValue", sqs.send_message, QueueUrl=queue, MessageBody="x" * 2049)
    refused_any(("InvalidParameterValue", "MissingParameter"), sqs.send_message, QueueUrl=queue, MessageBody="")
    refused("MissingParameter", sqs.send_message, QueueUrl=queue)
    refused_any(("InvalidMessageContents", "InvalidParameterValue"), sqs.send_message, QueueUrl=queue, MessageBody="bad\x00byte")
    refused("InvalidParameterValue", sqs.send_message, QueueUrl=queue, MessageBody="x", DelaySeconds=901)
    refused("AWS.SimpleQueueService.EmptyBatchRequest", sqs.send_message_batch, QueueUrl=queue, Entries=[])
    refused("AWS.SimpleQueueService.TooManyEntriesInBatchRequest", sqs.send_message_batch, QueueUrl=queue,
            Entries=[{"Id": str(n), "MessageBody": "x"} for n in range(11)])
    refused("AWS.SimpleQueueService.BatchEntryIdsNotDistinct", sqs.send_message_batch, QueueUrl=queue, Entries=[{"Id": "a", "MessageBody": "x"}] * 2)
    refused("AWS.SimpleQueueService.InvalidBatchEntryId", sqs.send_message_batch, QueueUrl=queue, Entries=[{"Id": "a b", "MessageBody": "x"}])
    answer = sqs.send_message_batch(QueueUrl=queue, Entries=[{"Id": str(n), "MessageBody": f"m{n}"} for n in range(10)])
    assert [e["Id"] for e in answer["Successful"]] == [str(n) for n in range(10)] and not answer.get("Failed"), answer
    for bad in (0, 11):
        refused("InvalidParameterValue", sqs.receive_message, QueueUrl=queue, MaxNumberOfMessages=bad)
    refused("InvalidParameterValue", sqs.receive_message, QueueUrl=queue, WaitTimeSeconds=21)
    handles = {}
    while len(handles) < 10:
        for message in sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=4, VisibilityTimeout=30, WaitTimeSeconds=1)["Messages"]:
            assert message["Body"] not in handles
            handles[message["Body"]] = message["ReceiptHandle"]
    answer = sqs.change_message_visibility_batch(
        QueueUrl=queue, Entries=[{"Id": "a", "ReceiptHandle": handles["m0"], "VisibilityTimeout": 0}, {"Id": "b", "ReceiptHandle": "nonsense", "VisibilityTimeout": 0}])
    assert [e["Id"] for e in answer["Successful"]] == ["a"] and answer["Failed"][0]["Code"] == "ReceiptHandleIsInvalid", answer
    [message] = sqs.receive_message(QueueUrl=queue)["Messages"]
    assert message["Body"] == "m0"
    refused("ReceiptHandleIsInvalid", sqs.delete_message, QueueUrl=queue, ReceiptHandle="nonsense")
    refused("InvalidParameterValue", sqs.change_message_visibility, QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=43_201)
    answer = sqs.delete_message_batch(QueueUrl=queue, Entries=[{"Id": str(n), "ReceiptHandle": handles[f"m{n}"]} for n in range(1, 10)])
    assert len(answer["Successful"]) == 9, answer
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    sqs.send_message(QueueUrl=queue, MessageBody="purged")
    sqs.purge_queue(QueueUrl=queue)
    refused("AWS.SimpleQueueService.PurgeQueueInProgress", sqs.purge_queue, QueueUrl=queue)
    assert not sqs.receive_message(QueueUrl=queue).get("Messages")
    # A long poll answers as soon as a message comes.
    begin = time.monotonic()
    sqs.send_message(QueueUrl=queue, MessageBody="soon", DelaySeconds=1)
    [message] = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=10)["Messages"]
    assert 0.8 <= time.monotonic() - begin < 2.5

    for n in range(5):
        sqs.create_queue(QueueName=f"page-{n}")
    urls = pages(sqs.list_queues, "QueueUrls", "MaxResults", 2, "NextToken", "NextToken", QueueNamePrefix="page-")
    assert [url.rsplit("/", 1)[1] for url in urls] == [f"page-{n}" for n in range(5)], urls
    assert len(sqs.list_queues()["QueueUrls"]) == 7

    fifo = sqs.create_queue(QueueName="f.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
    refused("InvalidParameterValue", sqs.create_queue, QueueName="f2", Attributes={"FifoQueue": "true"})
    refused("MissingParameter", sqs.send_message, QueueUrl=fifo, MessageBody="x")
    refused("InvalidParameterValue", sqs.send_message, QueueUrl=fifo, MessageBody="x", MessageGroupId="g")
    one = sqs.send_message(QueueUrl=fifo, MessageBody="x", MessageGroupId="g", MessageDeduplicationId="d")
    two = sqs.send_message(QueueUrl=fifo, MessageBody="x", MessageGroupId="g", MessageDeduplicationId="d")
    assert one["MessageId"] == two["MessageId"] and one["SequenceNumber"] == two["SequenceNumber"]
    sqs.delete_queue(QueueUrl=fifo)
    refused("AWS.SimpleQueueService.NonExistentQueue", sqs.send_message, QueueUrl=fifo, MessageBody="x", MessageGroupId="g")


def older_protocol(server):
    """SQS's query protocol: forms in, XML out."""
    def query(path="/", **form):
        authorization = "AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=00"
        request = urllib.request.Request(
            server.endpoint + path, urllib.parse.urlencode(form | {"Version": "2012-11-05"}).encode(),
            {"Authorization": authorization, "Content-Type": "application/x-www-form-urlencoded; charset=utf-8"})
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                status, headers, text = reply.status, reply.headers, reply.read()
        except urllib.error.HTTPError as error:
            status, headers, text = error.code, error.headers, error.read()
        assert headers["Content-Type"].startswith("text/xml"), headers["Content-Type"]
        root = ElementTree.fromstring(text)
        for element in root.iter():
            assert element.tag.startswith("{http://queue.amazonaws.com/doc/2012-11-05/}"), element.tag
            element.tag = element.tag.split("}", 1)[1]
        return status, root

    status, root = query(Action="CreateQueue", QueueName="old", **{"Attribute.1.Name": "VisibilityTimeout", "Attribute.1.Value": "30"})
    url = root.findtext("CreateQueueResult/QueueUrl")
    assert status == 200 and root.tag == "CreateQueueResponse" and url and root.findtext("ResponseMetadata/RequestId"), ElementTree.tostring(root)
    path = urllib.parse.urlparse(url).path
    status, root = query(path, Action="SendMessage", MessageBody="a <b> & 'c'", **{
        "MessageAttribute.1.Name": "n", "MessageAttribute.1.Value.DataType": "String", "MessageAttribute.1.Value.StringValue": "v"})
    result = root.find("SendMessageResult")
    assert status == 200 and result.findtext("MessageId") and result.findtext("MD5OfMessageAttributes"), ElementTree.tostring(root)
    status, root = query(path, Action="ReceiveMessage", MaxNumberOfMessages="1", **{"MessageAttributeName.1": "All", "AttributeName.1": "All"})
    message = root.find("ReceiveMessageResult/Message")
    assert message.findtext("Body") == "a <b> & 'c'" and message.findtext("MessageAttribute/Value/StringValue") == "v", ElementTree.tostring(root)
    assert "ApproximateReceiveCount" in [name.text for name in message.findall("Attribute/Name")]
    status, root = query(path, Action="DeleteMessage", ReceiptHandle=message.findtext("ReceiptHandle"))
    assert status == 200 and root.tag == "DeleteMessageResponse"
    status, root = query(path, Action="SendMessageBatch", **{
        "SendMessageBatchRequestEntry.1.Id": "a", "SendMessageBatchRequestEntry.1.MessageBody": "1",
        "SendMessageBatchRequestEntry.2.Id": "b", "SendMessageBatchRequestEntry.2.MessageBody": "2"})
    assert [e.findtext("Id") for e in root.findall("SendMessageBatchResult/SendMessageBatchResultEntry")] == ["a", "b"], ElementTree.tostring(root)
    status, root = query(path, Action="GetQueueAttributes", **{"AttributeName.1": "ApproximateNumberOfMessages"})
    assert root.findtext("GetQueueAttributesResult/Attribute/Value") == "2", ElementTree.tostring(root)
    status, root = query(Action="GetQueueUrl", QueueName="none")
    assert status == 400 and root.tag == "ErrorResponse", (status, ElementTree.tostring(root))
    assert (root.findtext("Error/Type"), root.findtext("Error/Code")) == ("Sender", "AWS.SimpleQueueService.NonExistentQueue"), ElementTree.tostring(root)
    status, root = query(Action="CreateQueue", QueueName="x" * 82)
    assert status == 400 and root.findtext("Error/Code") == "InvalidParameterValue"
    status, root = query(Action="Nonsense")
    assert status == 400 and root.findtext("Error/Code") == "InvalidAction", ElementTree.tostring(root)
    # One queue, both protocols.
    assert server.client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]


def topics(server):
    sns, sqs = server.client("sns", parameter_validation=False), server.client("sqs")
    topic = sns.create_topic(Name="t", Tags=[{"Key": "k", "Value": "v"}])["TopicArn"]
    assert topic == "arn:aws:sns:us-east-1:000000000000:t" and sns.create_topic(Name="t", Tags=[{"Key": "k", "Value": "v"}])["TopicArn"] == topic
    refused("InvalidParameter", sns.create_topic, Name="a b")
    refused("NotFound", sns.publish, TopicArn=topic + "x", Message="m")
    refused("NotFound", sns.get_topic_attributes, TopicArn=topic + "x")
    message = refused("InvalidParameter", sns.publish, TopicArn=topic, Message="")
    assert message == "Invalid parameter: Empty message", message
    refused("InvalidParameter", sns.publish, TopicArn="nonsense", Message="m")
    refused("InvalidParameter", sns.publish, TopicArn=topic, Message="x" * 262_145)
    assert sns.get_topic_attributes(TopicArn=topic)["Attributes"]["TopicArn"] == topic
    sns.set_topic_attributes(TopicArn=topic, AttributeName="DisplayName", AttributeValue="T")
    assert sns.get_topic_attributes(TopicArn=topic)["Attributes"]["DisplayName"] == "T"
    assert sns.list_tags_for_resource(ResourceArn=topic)["Tags"] == [{"Key": "k", "Value": "v"}]
    sns.tag_resource(ResourceArn=topic, Tags=[{"Key": "l", "Value": "w"}])
    sns.untag_resource(ResourceArn=topic, TagKeys=["k"])
    assert sns.list_tags_for_resource(ResourceArn=topic)["Tags"] == [{"Key": "l", "Value": "w"}]

    def sink(name):
        url = sqs.create_queue(QueueName=name)["QueueUrl"]
        return url, f"arn:aws:sqs:us-east-1:000000000000:{name}"
    plain, plain_arn = sink("plain")
    raw, raw_arn = sink("raw")
    picky, picky_arn = sink("picky")
    one = sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=plain_arn, ReturnSubscriptionArn=True)["SubscriptionArn"]
    assert one.startswith(topic + ":")
    assert sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=plain_arn)["SubscriptionArn"] == one
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=raw_arn, Attributes={"RawMessageDelivery": "true"})
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=picky_arn, Attributes={"FilterPolicy": json.dumps({"colour": ["red"]})})
    refused("InvalidParameter", sns.subscribe, TopicArn=topic, Protocol="pigeon", Endpoint="x")
    refused("NotFound", sns.subscribe, TopicArn=topic + "x", Protocol="sqs", Endpoint=plain_arn)
    published = sns.publish(TopicArn=topic, Message="hello", Subject="s", MessageAttributes={"colour": {"DataType": "String", "StringValue": "blue"}})["MessageId"]
    [message] = sqs.receive_message(QueueUrl=plain, WaitTimeSeconds=5)["Messages"]
    body = json.loads(message["Body"])
    assert (body["Type"], body["MessageId"], body["TopicArn"], body["Subject"], body["Message"]) == ("Notification", published, topic, "s", "hello"), body
    assert body["MessageAttributes"] == {"colour": {"Type": "String", "Value": "blue"}}, body
    [message] = sqs.receive_message(QueueUrl=raw, WaitTimeSeconds=5, MessageAttributeNames=["All"])["Messages"]
    assert message["Body"] == "hello" and message["MessageAttributes"]["colour"]["StringValue"] == "blue", message
    assert not sqs.receive_message(QueueUrl=picky, WaitTimeSeconds=1).get("Messages")
    sns.publish(TopicArn=topic, Message="red one", MessageAttributes={"colour": {"DataType": "String", "StringValue": "red"}})
    [message] = sqs.receive_message(QueueUrl=picky, WaitTimeSeconds=5)["Messages"]
    assert json.loads(message["Body"])["Message"] == "red one"
    answer = sns.publish_batch(TopicArn=topic, PublishBatchRequestEntries=[{"Id": "a", "Message": "1"}, {"Id": "b", "Message": ""}])
    assert [e["Id"] for e in answer["Successful"]] == ["a"] and [e["Id"] for e in answer["Failed"]] == ["b"], answer
    refused("EmptyBatchRequest", sns.publish_batch, TopicArn=topic, PublishBatchRequestEntries=[])
    refused("BatchEntryIdsNotDistinct", sns.publish_batch, TopicArn=topic, PublishBatchRequestEntries=[{"Id": "a", "Message": "1"}] * 2)
    structured = json.dumps({"default": "d", "sqs": "for queues"})
    sns.publish(TopicArn=topic, Message=structured, MessageStructure="json")
    bodies = set()
    wait_for(lambda: bodies.update(m["Body"] for m in sqs.receive_message(QueueUrl=raw, WaitTimeSeconds=1, MaxNumberOfMessages=10).get("Messages", []))
             or "for queues" in bodies, 10, "the message for queues")
    attributes = sns.get_subscription_attributes(SubscriptionArn=one)["Attributes"]
    assert attributes["Endpoint"] == plain_arn and attributes["RawMessageDelivery"] == "false", attributes
    sns.set_subscription_attributes(SubscriptionArn=one, AttributeName="RawMessageDelivery", AttributeValue="true")
    assert len(sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]) == 3 and len(sns.list_subscriptions()["Subscriptions"]) == 3
    sns.unsubscribe(SubscriptionArn=one)
    assert len(sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]) == 2
    refused("NotFound", sns.get_subscription_attributes, SubscriptionArn=one)
    # A function as subscriber.
    for n in range(102):
        sns.create_topic(Name=f"page-{n:03}")
    arns = [t["TopicArn"] for page in sns.get_paginator("list_topics").paginate() for t in page["Topics"]]
    assert len(arns) == len(set(arns)) == 103, len(arns)
    sns.delete_topic(TopicArn=topic)
    sns.delete_topic(TopicArn=topic)
    refused("NotFound", sns.publish, TopicArn=topic, Message="m")


def functions(server):
    client = server.client("lambda", parameter_validation=False)
    image = {"PackageType": "Image", "Code": {"ImageUri": "plugin://CheckStockPrice"}}
    made = client.create_function(FunctionName="f", Role=ROLE, Timeout=9, MemorySize=256, Environment={"Variables": {"AB": "c"}}, **image)
    assert made["FunctionArn"] == "arn:aws:lambda:us-east-1:000000000000:function:f" and made["State"] == "Active" and made["Version"] == "$LATEST", made
    message = refused("ResourceConflictException", client.create_function, FunctionName="f", Role=ROLE, **image)
    assert message == "Function already exist: f", message
    message = refused("AccessDeniedException", client.create_function, FunctionName="g", Role="arn:aws:iam::999999999999:role/r", **image)
    assert message == "Cross-account pass role is not allowed.", message
    refused("ValidationException", client.create_function, FunctionName="g", Role="nonsense", **image)
    refused_any(("ValidationException", "InvalidParameterValueException"), client.create_function, FunctionName="g h", Role=ROLE, **image)
    refused("ValidationException", client.create_function, FunctionName="g", Role=ROLE, Timeout=901, **image)
    refused("InvalidParameterValueException", client.create_function, FunctionName="g", Role=ROLE, Runtime="provided.al2023", Handler="h", Code={"ZipFile": b"not a zip"})
    found = client.get_function(FunctionName="f")
    assert found["Configuration"]["Timeout"] == 9 and found["Configuration"]["Environment"] == {"Variables": {"AB": "c"}} and "Code" in found, found
    for name in ("f", made["FunctionArn"], "000000000000:function:f", "f:$LATEST"):
        assert client.get_function_configuration(FunctionName=name)["FunctionName"] == "f", name
    message = refused("ResourceNotFoundException", client.get_function, FunctionName="none")
    assert message == "Function not found: arn:aws:lambda:us-east-1:000000000000:function:none", message
    for call in (client.delete_function, client.get_function_configuration, client.invoke):
        refused("ResourceNotFoundException", call, FunctionName="none")
    assert client.update_function_configuration(FunctionName="f", Timeout=4)["Timeout"] == 4
    refused("ResourceNotFoundException", client.update_function_configuration, FunctionName="none", Timeout=4)
    assert client.update_function_code(FunctionName="f", ImageUri="plugin://GenerateBuySellRecommendation")["FunctionName"] == "f"
    reply = client.invoke(FunctionName="f", Payload=b'{"stock_price": 51}', LogType="Tail")
    assert reply["StatusCode"] == 200 and json.loads(reply["Payload"].read()) == "sell" and reply["ExecutedVersion"] == "$LATEST", reply
    assert base64.b64decode(reply["LogResult"]) is not None
    assert client.invoke(FunctionName="f", InvocationType="DryRun")["StatusCode"] == 204
    reply = client.invoke(FunctionName="f", InvocationType="Event", Payload=b"{}")
    assert reply["StatusCode"] == 202 and reply["Payload"].read() == b""
    refused("InvalidRequestContentException", client.invoke, FunctionName="f", Payload=b"{")
    reply = client.invoke(FunctionName="ApproveSqs", Payload=json.dumps({"Records": [{"messageId": "1", "body": '{"TaskToken": "nonsense"}'}]}))
    document = json.loads(reply["Payload"].read())
    assert reply.get("FunctionError") == "Unhandled" and document["errorType"] and document["errorMessage"], (reply, document)
    for n in range(5):
        client.create_function(FunctionName=f"page-{n}", Role=ROLE, **image)
    names = [f["FunctionName"] for f in pages(client.list_functions, "Functions", "MaxItems", 3, "Marker", "NextMarker")]
    assert len(names) == len(set(names)) and {f"page-{n}" for n in range(5)} <= set(names), names

    sqs = server.client("sqs")
    url = sqs.create_queue(QueueName="source")["QueueUrl"]
    source = "arn:aws:sqs:us-east-1:000000000000:source"
    refused("ResourceNotFoundException", client.create_event_source_mapping, EventSourceArn=source, FunctionName="none")
    refused("InvalidParameterValueException", client.create_event_source_mapping, EventSourceArn=source + "x", FunctionName="f")
    refused("InvalidParameterValueException", client.create_event_source_mapping, EventSourceArn=source, FunctionName="f", BatchSize=11)
    mapping = client.create_event_source_mapping(EventSourceArn=source, FunctionName="f", BatchSize=1, Enabled=False, FunctionResponseTypes=["ReportBatchItemFailures"])
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"], mapping
    refused("ResourceConflictException", client.create_event_source_mapping, EventSourceArn=source, FunctionName="f")
    uuid = mapping["UUID"]
    assert client.get_event_source_mapping(UUID=uuid)["State"] == "Disabled"
    sqs.send_message(QueueUrl=url, MessageBody="kept")
    assert len(sqs.receive_message(QueueUrl=url, VisibilityTimeout=0)["Messages"]) == 1
    assert client.update_event_source_mapping(UUID=uuid, BatchSize=2)["BatchSize"] == 2
    assert [m["UUID"] for m in client.list_event_source_mappings(FunctionName="f")["EventSourceMappings"]] == [uuid]
    assert client.list_event_source_mappings(EventSourceArn=source + "x")["EventSourceMappings"] == []
    client.delete_event_source_mapping(UUID=uuid)
    refused("ResourceNotFoundException", client.get_event_source_mapping, UUID=uuid)
    client.delete_function(FunctionName="f")
    refused("ResourceNotFoundException", client.get_function, FunctionName="f")


def integrations(server):
    """`lambda:invoke`, `sqs:sendMessage` and `sns:publish` as Task states; what is missing fails the task in the service's words."""
    sfn, sqs = server.client("stepfunctions"), server.client("sqs")

    def run(name, resource, parameters, **state):
        machine = single(server, {"Resource": f"arn:aws:states:::{resource}", "Parameters": parameters, **state}, name=name)
        execution = sfn.start_execution(stateMachineArn=machine, input='{"stock_price": 9}')["executionArn"]
        return ended(sfn, execution), history(sfn, execution)
    found, events = run("invokes", "lambda:invoke", {"FunctionName": "GenerateBuySellRecommendation", "Payload.$": "$"})
    output = json.loads(found["output"])
    assert (output["Payload"], output["StatusCode"], output["ExecutedVersion"]) == ("buy", 200, "$LATEST") and output["SdkHttpMetadata"]["HttpStatusCode"] == 200, output
    assert events[2]["taskScheduledEventDetails"]["resourceType"] == "lambda"
    found, _ = run("invokes-none", "lambda:invoke", {"FunctionName": "none"})
    assert (found["status"], found["error"]) == ("FAILED", "Lambda.ResourceNotFoundException") and "Function not found" in found["cause"], found
    machine = single(server, {"Resource": "arn:aws:lambda:us-east-1:000000000000:function:none"}, name="calls-none")
    found = ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])
    assert (found["status"], found["error"]) == ("FAILED", "Lambda.ResourceNotFoundException"), found
    found, _ = run("sends-none", "sqs:sendMessage", {"QueueUrl": f"{server.endpoint}/000000000000/none", "MessageBody": "x"})
    assert found["status"] == "FAILED" and found["error"] in ("SQS.QueueDoesNotExistException", "SQS.AmazonSQSException"), found
    found, _ = run("publishes-none", "sns:publish", {"TopicArn": "arn:aws:sns:us-east-1:000000000000:none", "Message": "x"})
    assert found["status"] == "FAILED" and found["error"].startswith("SNS.NotFound"), found
    queue = sqs.create_queue(QueueName="tree")["QueueUrl"]
    found, _ = run("sends", "sqs:sendMessage", {"QueueUrl": queue, "MessageBody": {"a": [1, 2.50, "é"]}, "MessageAttributes": {"k": {"DataType": "String", "StringValue": "v"}}})
    assert found["status"] == "SUCCEEDED", found
    [message] = sqs.receive_message(QueueUrl=queue, MessageAttributeNames=["All"])["Messages"]
    assert json.loads(message["Body"]) == {"a": [1, 2.5, "é"]} and message["MessageAttributes"]["k"]["StringValue"] == "v", message
    assert json.loads(found["output"])["MD5OfMessageBody"] == message["MD5OfBody"]


def main():
    with Server() as server:
        for part in (state_machines, executions, queues, older_protocol, topics, functions, integrations):
            part(server)
        assert server.client("sts").get_caller_identity()["Account"] == "000000000000"
        server.stop()
    print("the actions answer as AWS does")


if __name__ == "__main__":
    main()
