"""Every action of SQS, SNS and Lambda through boto3: what it answers, what it refuses and in which words, pages, tags, protocols."""
import base64
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree

from newel import Server, ended, history, refused, single, wait_for

ROLE = "arn:aws:iam::000000000000:role/r"


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


def refused_any(codes, call, **arguments):
    for code in codes:
        try:
            return refused(code, call, **arguments)
        except AssertionError as error:
            last = error
    raise last


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
    assert refused("InvalidParameterValue", sqs.list_queues, MaxResults=2, NextToken="none of yours") == "Invalid or expired next token."

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
        for part in (queues, older_protocol, topics, functions, integrations):
            part(server)
        assert server.client("sts").get_caller_identity()["Account"] == "000000000000"
        server.stop()
    print("the actions answer as AWS does")


if __name__ == "__main__":
    main()
