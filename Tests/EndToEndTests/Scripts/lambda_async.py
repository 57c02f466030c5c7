"""Asynchronous invocations: configurations, destinations of every kind, dead letters, kept over a crash; answers as streams; filters and scaling of queues; what is refused."""
import json
import os
import re
import tempfile

from newel import Server, answering, compiled, invoke, refused, wait_for

ACCOUNT = "000000000000"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
ARN = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:"
FAILING = r'''#include <newel_plugin_helpers.h>
static newel_status answer(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return newel_fail(h, v, "OrderMissing", "no such order");
}
NEWEL_FUNCTION("Fails", answer)
'''
ECHO = r'''#include <newel_plugin_helpers.h>
static newel_status answer(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return h->complete(h->ctx, v->call, v->payload);
}
NEWEL_FUNCTION("Echo", answer)
'''


def queue(server, name):
    """A queue: its ARN, and a function that takes the next message from it."""
    sqs = server.client("sqs")
    url = sqs.create_queue(QueueName=name)["QueueUrl"]

    def take(seconds=30):
        def message():
            found = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=1, MessageAttributeNames=["All"]).get("Messages")
            if found:
                sqs.delete_message(QueueUrl=url, ReceiptHandle=found[0]["ReceiptHandle"])
            return found and found[0]
        return wait_for(message, seconds, f"a message in {name}")
    return f"arn:aws:sqs:us-east-1:{ACCOUNT}:{name}", take


def configurations(functions, arn):
    """Put replaces, update merges; qualified ones are their own."""
    refused("ResourceNotFoundException", functions.get_function_event_invoke_config, FunctionName="echo")
    refused("ResourceNotFoundException", functions.update_function_event_invoke_config, FunctionName="echo", MaximumRetryAttempts=1)
    put = functions.put_function_event_invoke_config(FunctionName="echo", MaximumRetryAttempts=1, DestinationConfig={"OnSuccess": {"Destination": arn}})
    assert put["FunctionArn"] == f"{ARN}echo:$LATEST" and put["MaximumRetryAttempts"] == 1 and "MaximumEventAgeInSeconds" not in put, put
    assert put["DestinationConfig"] == {"OnSuccess": {"Destination": arn}, "OnFailure": {}}, put
    functions.update_function_event_invoke_config(FunctionName="echo", MaximumEventAgeInSeconds=60)
    got = functions.get_function_event_invoke_config(FunctionName="echo")
    assert (got["MaximumRetryAttempts"], got["MaximumEventAgeInSeconds"]) == (1, 60), got
    functions.put_function_event_invoke_config(FunctionName="echo", Qualifier="live", MaximumRetryAttempts=0)
    listed = functions.list_function_event_invoke_configs(FunctionName="echo")["FunctionEventInvokeConfigs"]
    assert [c["FunctionArn"] for c in listed] == [f"{ARN}echo:$LATEST", f"{ARN}echo:live"], listed
    functions.delete_function_event_invoke_config(FunctionName="echo", Qualifier="live")
    refused("ResourceNotFoundException", functions.delete_function_event_invoke_config, FunctionName="echo", Qualifier="live")
    refused("InvalidParameterValueException", functions.put_function_event_invoke_config, FunctionName="echo",
            DestinationConfig={"OnSuccess": {"Destination": "arn:aws:kinesis:us-east-1:000000000000:stream/s"}})
    replaced = functions.put_function_event_invoke_config(FunctionName="echo", DestinationConfig={"OnSuccess": {"Destination": arn}})
    assert "MaximumRetryAttempts" not in replaced, replaced


def destinations(server, functions, arn, take):
    """The record of AWS, wherever it goes; a dead letter is the event with its failure beside it."""
    start = lambda name, payload: functions.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps(payload))
    answer = start("echo", {"n": 1})
    assert answer["StatusCode"] == 202
    record = json.loads(take()["Body"])
    context = record["requestContext"]
    assert context == {"requestId": answer["ResponseMetadata"]["RequestId"], "functionArn": f"{ARN}echo:$LATEST", "condition": "Success",
                       "approximateInvokeCount": 1}, record
    assert record["requestPayload"] == record["responsePayload"] == {"n": 1} and record["version"] == "1.0", record
    assert record["responseContext"] == {"statusCode": 200, "executedVersion": "$LATEST"}, record

    # Through another function and a topic to the same queue.
    sns = server.client("sns")
    topic = sns.create_topic(Name="results")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"})
    functions.put_function_event_invoke_config(FunctionName="fails", MaximumRetryAttempts=0, DestinationConfig={"OnFailure": {"Destination": topic}})
    start("fails", {"n": 2})
    record = json.loads(take()["Body"])
    assert record["requestContext"]["condition"] == "RetriesExhausted" and record["responseContext"]["functionError"] == "Unhandled", record
    assert record["responsePayload"]["errorType"] == "OrderMissing" and record["requestPayload"] == {"n": 2}, record
    functions.put_function_event_invoke_config(FunctionName="fails", MaximumRetryAttempts=0, DestinationConfig={"OnFailure": {"Destination": f"{ARN}echo"}})
    start("fails", {"n": 3})
    record = json.loads(take()["Body"])
    assert record["requestPayload"]["requestPayload"] == {"n": 3} and record["requestContext"]["functionArn"] == f"{ARN}echo:$LATEST", record

    events = server.client("events")
    events.create_event_bus(Name="results")
    events.put_rule(Name="r", EventBusName="results", EventPattern=json.dumps({"source": ["lambda"]}))
    events.put_targets(Rule="r", EventBusName="results", Targets=[{"Id": "q", "Arn": arn}])
    functions.put_function_event_invoke_config(
        FunctionName="fails", MaximumRetryAttempts=0,
        DestinationConfig={"OnFailure": {"Destination": f"arn:aws:events:us-east-1:{ACCOUNT}:event-bus/results"}})
    start("fails", {"n": 4})
    event = json.loads(take()["Body"])
    assert event["detail-type"] == "Lambda Function Invocation Result - Failure" and event["detail"]["requestPayload"] == {"n": 4}, event
    assert event["resources"] == [f"{ARN}fails:$LATEST"], event

    bucket(server, functions, start)

    functions.put_function_event_invoke_config(FunctionName="fails", MaximumRetryAttempts=0)
    configured = functions.update_function_configuration(FunctionName="fails", DeadLetterConfig={"TargetArn": arn})
    assert configured["DeadLetterConfig"] == {"TargetArn": arn}, configured
    request = start("fails", {"n": 5})["ResponseMetadata"]["RequestId"]
    letter = take()
    facts = {name: value["StringValue"] for name, value in letter["MessageAttributes"].items()}
    assert json.loads(letter["Body"]) == {"n": 5} and facts == {"RequestID": request, "ErrorCode": "200", "ErrorMessage": "no such order"}, letter
    refused("InvalidParameterValueException", functions.update_function_configuration, FunctionName="fails", DeadLetterConfig={"TargetArn": f"{ARN}echo"})
    assert "DeadLetterConfig" not in functions.update_function_configuration(FunctionName="fails", DeadLetterConfig={"TargetArn": ""})


def bucket(server, functions, start):
    """A bucket gets the record as an object under AWS's name; it is for failures alone, and must be there."""
    s3 = server.client("s3")
    s3.create_bucket(Bucket="failures")
    failures, missing = "arn:aws:s3:::failures", "arn:aws:s3:::missing"
    for config, words in (
            ({"OnSuccess": {"Destination": failures}},
             f"The provided destination config DestinationConfig(onSuccess=OnSuccess(destination={failures}), onFailure=null) is invalid."),
            ({"OnFailure": {"Destination": failures + "/x"}},
             f"The provided destination config DestinationConfig(onSuccess=null, onFailure=OnFailure(destination={failures}/x)) is invalid."),
            ({"OnFailure": {"Destination": missing}}, f"The destination ARN {missing} is invalid.")):
        message = refused("InvalidParameterValueException", functions.put_function_event_invoke_config, FunctionName="fails", DestinationConfig=config)
        assert message == words, message
    functions.put_function_event_invoke_config(FunctionName="fails", MaximumRetryAttempts=0, DestinationConfig={"OnFailure": {"Destination": failures}})
    start("fails", {"n": "bucket"})
    [found] = wait_for(lambda: s3.list_objects_v2(Bucket="failures").get("Contents"), 30, "the object")
    name = r"aws/lambda/async/fails/(\d{4})/(\d\d)/(\d\d)/\1-\2-\3T\d\d\.\d\d\.\d\d-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    assert re.fullmatch(name, found["Key"]), found
    record = json.loads(s3.get_object(Bucket="failures", Key=found["Key"])["Body"].read())
    assert record["requestPayload"] == {"n": "bucket"} and record["requestContext"]["condition"] == "RetriesExhausted", record


def allowed(server, functions, arn, take):
    """A destination is told as the function's role, which must be allowed to."""
    iam = server.client("iam")
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    role = iam.create_role(RoleName="mute", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    functions.create_function(FunctionName="mute", Role=role, PackageType="Image", Code={"ImageUri": "plugin://Echo"})
    config = {"OnSuccess": {"Destination": arn}}
    message = refused("InvalidParameterValueException", functions.put_function_event_invoke_config, FunctionName="mute", DestinationConfig=config)
    assert message == f"The function's execution role does not have permissions to call SendMessage on {arn}", message
    allow = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": arn}]}
    iam.put_role_policy(RoleName="mute", PolicyName="p", PolicyDocument=json.dumps(allow))
    functions.put_function_event_invoke_config(FunctionName="mute", DestinationConfig=config)
    iam.delete_role_policy(RoleName="mute", PolicyName="p")
    functions.invoke(FunctionName="mute", InvocationType="Event", Payload=b'{"n": "mute"}')
    wait_for(lambda: "could not be delivered" in server.said(), what="the warning")
    iam.put_role_policy(RoleName="mute", PolicyName="p", PolicyDocument=json.dumps(allow))
    functions.invoke(FunctionName="mute", InvocationType="Event", Payload=b'{"n": "heard"}')
    assert json.loads(take()["Body"])["requestPayload"] == {"n": "heard"}

    failures = {"OnFailure": {"Destination": "arn:aws:s3:::failures"}}
    message = refused("InvalidParameterValueException", functions.put_function_event_invoke_config, FunctionName="mute", DestinationConfig=failures)
    assert message == "The function's execution role does not have permissions to call PutObject on arn:aws:s3:::failures", message
    for action, resource in (("PutObject", "failures/*"), ("ListBucket", "failures")):
        message = refused("InvalidParameterValueException", functions.put_function_event_invoke_config, FunctionName="mute", DestinationConfig=failures)
        assert message == f"The function's execution role does not have permissions to call {action} on arn:aws:s3:::failures", message
        allow["Statement"].append({"Effect": "Allow", "Action": f"s3:{action}", "Resource": f"arn:aws:s3:::{resource}"})
        iam.put_role_policy(RoleName="mute", PolicyName="p", PolicyDocument=json.dumps(allow))
    functions.put_function_event_invoke_config(FunctionName="mute", DestinationConfig=failures)


def filters(server, functions, arn, take):
    """Messages that no pattern wants are done with, so the failing function never sees them; what is wanted stays with it."""
    source, _ = queue(server, "orders")
    sqs = server.client("sqs")
    url = sqs.get_queue_url(QueueName="orders")["QueueUrl"]
    refused("InvalidParameterValueException", functions.create_event_source_mapping, EventSourceArn=source, FunctionName="fails",
            FilterCriteria={"Filters": [{"Pattern": "no pattern"}]})
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "300"})
    bodies = ['{"kind": "other"}', '{"kind": "order"}', "not JSON", "plain"]
    for body in bodies:
        sqs.send_message(QueueUrl=url, MessageBody=body)
    mapping = functions.create_event_source_mapping(
        EventSourceArn=source, FunctionName="fails", BatchSize=1, ScalingConfig={"MaximumConcurrency": 2},
        FilterCriteria={"Filters": [{"Pattern": json.dumps({"body": {"kind": ["order"]}})}, {"Pattern": json.dumps({"body": ["plain"]})}]})
    assert mapping["ScalingConfig"] == {"MaximumConcurrency": 2} and len(mapping["FilterCriteria"]["Filters"]) == 2, mapping

    def counts():
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        return [int(attributes[f"ApproximateNumberOfMessages{kind}"]) for kind in ("", "NotVisible")]
    # The two that are wanted failed, and are invisible until they come again.
    wait_for(lambda: counts() == [0, 2], what="two messages in flight")
    updated = functions.update_event_source_mapping(UUID=mapping["UUID"], FilterCriteria={}, ScalingConfig={}, FunctionName="echo")
    assert "FilterCriteria" not in updated and "ScalingConfig" not in updated, updated
    sqs.send_message(QueueUrl=url, MessageBody='{"kind": "other"}')
    wait_for(lambda: counts() == [0, 2], what="the message to be handled")
    functions.delete_event_source_mapping(UUID=mapping["UUID"])


def crash(server, functions):
    """What was accepted and could not run yet runs after a crash."""
    functions.put_function_concurrency(FunctionName="echo", ReservedConcurrentExecutions=0)
    for n in range(20):
        functions.invoke(FunctionName="echo", InvocationType="Event", Payload=json.dumps({"later": n}))
    server.kill()
    server.start()
    server.client("lambda").delete_function_concurrency(FunctionName="echo")


def streams(functions):
    """An answer as a stream of events."""
    big = {"text": "x" * 200_000}
    reply = functions.invoke_with_response_stream(FunctionName="echo", Payload=json.dumps(big), LogType="Tail")
    events = list(reply["EventStream"])
    assert json.loads(b"".join(e["PayloadChunk"]["Payload"] for e in events[:-1])) == big and len(events) == 5, len(events)
    assert "LogResult" in events[-1]["InvokeComplete"] and "ErrorCode" not in events[-1]["InvokeComplete"], events[-1]
    assert reply["ExecutedVersion"] == "$LATEST" and reply["StatusCode"] == 200, reply
    events = list(functions.invoke_with_response_stream(FunctionName="fails")["EventStream"])
    end = events[0]["InvokeComplete"]
    assert len(events) == 1 and end["ErrorCode"] == "Unhandled" and json.loads(end["ErrorDetails"])["errorType"] == "OrderMissing", events
    refused("ResourceNotFoundException", functions.invoke_with_response_stream, FunctionName="none")


def buckets(server, functions, library):
    """Code that lies in a bucket, as deploy tools put it there."""
    s3 = server.client("s3")
    s3.create_bucket(Bucket="code")
    s3.put_object(Bucket="code", Key="a/echo.zip", Body=open(library, "rb").read())
    code = {"S3Bucket": "code", "S3Key": "a/echo.zip"}
    made = functions.create_function(FunctionName="stored", Role=ROLE, Handler="Echo", Runtime="provided.al2023", Code=code)
    assert made["CodeSize"] == os.path.getsize(library), made
    assert json.load(functions.invoke(FunctionName="stored", Payload=b'{"n": 1}')["Payload"]) == {"n": 1}
    assert functions.update_function_code(FunctionName="stored", **code)["CodeSha256"] == made["CodeSha256"]
    message = refused("InvalidParameterValueException", functions.update_function_code, FunctionName="stored", S3Bucket="code", S3Key="none")
    assert message == "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.", message


def refusals(functions):
    """Layers are refused by name; settings nobody made have AWS's defaults."""
    message = refused("InvalidParameterValueException", functions.publish_layer_version, LayerName="l", Content={"ZipFile": b"x"})
    assert message.startswith("Layers are not supported here"), message
    layer = "arn:aws:lambda:us-east-1:000000000000:layer:l:1"
    refused("InvalidParameterValueException", functions.create_function, FunctionName="x", Role=ROLE, PackageType="Image",
            Code={"ImageUri": "plugin://Echo"}, Layers=[layer])
    refused("InvalidParameterValueException", functions.update_function_configuration, FunctionName="echo", Layers=[layer])
    assert functions.list_layers()["Layers"] == []
    assert functions.get_function_recursion_config(FunctionName="echo")["RecursiveLoop"] == "Terminate"
    functions.put_function_recursion_config(FunctionName="echo", RecursiveLoop="Allow")
    assert functions.get_function_recursion_config(FunctionName="echo")["RecursiveLoop"] == "Allow"
    assert functions.get_runtime_management_config(FunctionName="echo")["UpdateRuntimeOn"] == "Auto"
    assert functions.get_function_code_signing_config(FunctionName="echo")["FunctionName"] == "echo"
    settings = functions.get_account_settings()
    assert settings["AccountLimit"]["ConcurrentExecutions"] == 1000 and settings["AccountUsage"]["FunctionCount"] >= 2, settings
    traced = functions.update_function_configuration(FunctionName="echo", TracingConfig={"Mode": "Active"})
    assert traced["TracingConfig"] == {"Mode": "Active"}, traced


with tempfile.TemporaryDirectory() as plugins:
    library = compiled(plugins, "Echo", ECHO)
    compiled(plugins, "Fails", FAILING)
    with Server("--plugins", plugins) as server:
        functions = server.client("lambda")
        for name, plugin in (("echo", "Echo"), ("fails", "Fails")):
            functions.create_function(FunctionName=name, Role=ROLE, PackageType="Image", Code={"ImageUri": f"plugin://{plugin}"}, Publish=True)
        functions.create_alias(FunctionName="echo", Name="live", FunctionVersion="1")
        arn, take = queue(server, "results")
        refusals(functions)
        buckets(server, functions, library)
        configurations(functions, arn)
        destinations(server, functions, arn, take)
        allowed(server, functions, arn, take)
        filters(server, functions, arn, take)
        crash(server, functions)
        _, take = queue(server, "results")
        seen = {json.loads(take()["Body"])["requestPayload"]["later"] for _ in range(20)}
        assert seen == set(range(20)), seen
        streams(server.client("lambda"))
    print("asynchronous invocations hold")
