"""Policies of functions: added, shown and removed a statement at a time, for each version and alias, and they decide who may call."""
import json
import os
import tempfile

import boto3
from botocore.config import Config

from newel import Server, answering, compiled, invoke, refused, wait_for

ACCOUNT = "000000000000"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
ARN = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:"


def statements(functions):
    """The document is AWS's; revisions guard it, and it goes with the last statement."""
    topic = f"arn:aws:sns:us-east-1:{ACCOUNT}:t"
    refused("ResourceNotFoundException", functions.get_policy, FunctionName="f")
    refused("ResourceNotFoundException", functions.add_permission, FunctionName="none", StatementId="s", Action="lambda:InvokeFunction", Principal="*")
    answer = functions.add_permission(
        FunctionName="f", StatementId="topic", Action="lambda:InvokeFunction", Principal="sns.amazonaws.com", SourceArn=topic, SourceAccount=ACCOUNT)
    expected = {"Sid": "topic", "Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "lambda:InvokeFunction", "Resource": f"{ARN}f",
                "Condition": {"StringEquals": {"AWS:SourceAccount": ACCOUNT}, "ArnLike": {"AWS:SourceArn": topic}}}
    assert json.loads(answer["Statement"]) == expected, answer
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 201
    got = functions.get_policy(FunctionName="f")
    assert json.loads(got["Policy"]) == {"Version": "2012-10-17", "Id": "default", "Statement": [expected]}, got
    message = refused("ResourceConflictException", functions.add_permission, FunctionName="f", StatementId="topic", Action="lambda:*", Principal="*")
    assert message.startswith("The statement id (topic) provided already exists."), message
    refused("PreconditionFailedException", functions.add_permission, FunctionName="f", StatementId="x", Action="lambda:*", Principal="*", RevisionId="old")
    refused("InvalidParameterValueException", functions.add_permission, FunctionName="f", StatementId="x", Action="lambda:*", Principal="nobody")
    refused("InvalidParameterValueException", functions.add_permission, FunctionName="f:$LATEST", StatementId="x", Action="lambda:*", Principal="*")
    functions.add_permission(
        FunctionName="f", StatementId="other", Action="lambda:GetFunction", Principal="123456789012", RevisionId=got["RevisionId"])
    second = json.loads(functions.get_policy(FunctionName="f")["Policy"])["Statement"][1]
    assert second["Principal"] == {"AWS": "arn:aws:iam::123456789012:root"} and "Condition" not in second, second
    functions.add_permission(FunctionName="f", Qualifier="live", StatementId="topic", Action="lambda:InvokeFunction", Principal="*", FunctionUrlAuthType="NONE")
    alias = json.loads(functions.get_policy(FunctionName="f", Qualifier="live")["Policy"])["Statement"][0]
    assert alias["Resource"] == f"{ARN}f:live" and alias["Condition"] == {"StringEquals": {"lambda:FunctionUrlAuthType": "NONE"}}, alias
    refused("ResourceNotFoundException", functions.remove_permission, FunctionName="f", StatementId="none")
    functions.remove_permission(FunctionName="f", StatementId="other")
    functions.remove_permission(FunctionName="f", Qualifier="live", StatementId="topic")
    refused("ResourceNotFoundException", functions.get_policy, FunctionName="f", Qualifier="live")
    message = refused("PolicyLengthExceededException", lambda: [functions.add_permission(
        FunctionName="f", StatementId=f"{n:03}" + "x" * 90, Action="lambda:InvokeFunction", Principal="sns.amazonaws.com") for n in range(100)])
    assert message.endswith("is bigger than the limit (20480)."), message
    functions.remove_permission(FunctionName="f", StatementId="topic")


def user(server, name):
    """A user without any policy, and a client of its own."""
    iam = server.client("iam")
    iam.create_user(UserName=name)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return boto3.client(
        "lambda", endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id=key["AccessKeyId"],
        aws_secret_access_key=key["SecretAccessKey"], config=Config(retries={"total_max_attempts": 1}))


def deciding(server, functions):
    """What a function's policy allows needs no policy of the caller; a topic that it does not name stays out."""
    alice = user(server, "alice")
    message = refused("AccessDeniedException", alice.invoke, FunctionName="g")
    assert "is not authorized to perform: lambda:InvokeFunction on resource: " + ARN + "g" in message, message
    functions.add_permission(FunctionName="g", StatementId="alice", Action="lambda:InvokeFunction", Principal=f"arn:aws:iam::{ACCOUNT}:user/alice")
    assert json.load(alice.invoke(FunctionName="g")["Payload"]) == {"ok": True}
    refused("AccessDeniedException", alice.invoke, FunctionName="g", Qualifier="live")
    functions.add_permission(
        FunctionName="g", Qualifier="live", StatementId="alice", Action="lambda:InvokeFunction", Principal=f"arn:aws:iam::{ACCOUNT}:user/alice")
    assert json.load(alice.invoke(FunctionName="g", Qualifier="live")["Payload"]) == {"ok": True}
    functions.remove_permission(FunctionName="g", StatementId="alice")
    refused("AccessDeniedException", alice.invoke, FunctionName="g")

    # Two topics call it, one of which its policy names; what it was called for goes to a queue.
    sns, sqs = server.client("sns"), server.client("sqs")
    queue = sqs.create_queue(QueueName="told")["QueueUrl"]
    functions.put_function_event_invoke_config(
        FunctionName="g", DestinationConfig={"OnSuccess": {"Destination": f"arn:aws:sqs:us-east-1:{ACCOUNT}:told"}})
    named, other = (sns.create_topic(Name=name)["TopicArn"] for name in ("named", "other"))
    for topic in (named, other):
        sns.subscribe(TopicArn=topic, Protocol="lambda", Endpoint=f"{ARN}g")
    functions.add_permission(FunctionName="g", StatementId="topic", Action="lambda:InvokeFunction", Principal="sns.amazonaws.com", SourceArn=named)
    sns.publish(TopicArn=other, Message="from the other")
    sns.publish(TopicArn=named, Message="from the named")
    message = wait_for(lambda: sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1).get("Messages"), what="the record of the call")[0]
    record = json.loads(message["Body"])["requestPayload"]["Records"][0]["Sns"]
    assert record["Message"] == "from the named", record
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    assert "Messages" not in sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1)


with tempfile.TemporaryDirectory() as plugins:
    compiled(plugins, "Ok", answering("Ok", '{"ok":true}'))
    with Server("--plugins", plugins) as server:
        functions = server.client("lambda")
        for name in "fg":
            functions.create_function(FunctionName=name, Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://Ok"}, Publish=True)
            functions.create_alias(FunctionName=name, Name="live", FunctionVersion="1")
        statements(functions)
        deciding(server, functions)
        server.kill()
        server.start()
        functions = server.client("lambda")
        kept = json.loads(functions.get_policy(FunctionName="g")["Policy"])["Statement"]
        assert [s["Sid"] for s in kept] == ["topic"], kept
        functions.delete_function(FunctionName="g")
        functions.create_function(FunctionName="g", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://Ok"})
        refused("ResourceNotFoundException", functions.get_policy, FunctionName="g")
        refused("ResourceNotFoundException", functions.get_function_event_invoke_config, FunctionName="g")
    print("policies of functions hold")
