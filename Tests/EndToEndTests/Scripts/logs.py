"""CloudWatch Logs as boto3 and the aws CLI use it: groups, streams, events forwards and back, filters, retention, tags; and that events outlive kill -9."""
import json
import os
import subprocess
import time

from newel import Server, refused


ARN = "arn:aws:logs:us-east-1:000000000000:log-group:"


def described(logs, name):
    [group] = logs.describe_log_groups(logGroupNamePattern=name)["logGroups"]
    return group


def live(logs):
    """A live tail, read as boto3 reads it."""
    logs.create_log_group(logGroupName="live")
    logs.create_log_stream(logGroupName="live", logStreamName="s")
    arn = logs.describe_log_groups(logGroupNamePrefix="live")["logGroups"][0]["logGroupArn"]
    stream = logs.start_live_tail(logGroupIdentifiers=[arn], logEventFilterPattern="[level = %ERR|WARN%, ...]")["responseStream"]
    found = []
    for event in stream:
        if "sessionStart" in event:
            assert event["sessionStart"]["logGroupIdentifiers"] == [arn], event
            now = int(time.time() * 1000)
            logs.put_log_events(logGroupName="live", logStreamName="s", logEvents=[
                {"timestamp": now, "message": message} for message in ("ERROR one", "INFO two", "WARN three")])
            continue
        found += [line["message"] for line in event["sessionUpdate"]["sessionResults"]]
        if len(found) == 2:
            break
    assert found == ["ERROR one", "WARN three"], found
    stream.close()
    assert [e["message"] for e in logs.filter_log_events(logGroupName="live", filterPattern="[..., w = t*]")["events"]] == ["INFO two", "WARN three"]
    refused("InvalidParameterException", logs.start_live_tail, logGroupIdentifiers=["live"])


def sealed(server, logs):
    """A group names only a key that lets CloudWatch Logs use it; a stack changes the key and what protects its group."""
    kms, cloudformation = server.client("kms"), server.client("cloudformation")
    key = kms.create_key()["KeyMetadata"]["Arn"]
    words = f"The specified KMS key does not exist or is not allowed to be used with Arn '{ARN}sealed'"
    assert refused("AccessDeniedException", logs.create_log_group, logGroupName="sealed", kmsKeyId=key) == words
    policy = json.loads(kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"])
    policy["Statement"].append({
        "Effect": "Allow", "Principal": {"Service": "logs.us-east-1.amazonaws.com"}, "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
        "Resource": "*", "Condition": {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": f"{ARN}sealed*"}}})
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(policy))
    logs.create_log_group(logGroupName="sealed", kmsKeyId=key)
    assert described(logs, "sealed")["kmsKeyId"] == key
    assert refused("AccessDeniedException", logs.create_log_group, logGroupName="other", kmsKeyId=key) == words.replace("sealed", "other")
    logs.disassociate_kms_key(logGroupName="sealed")
    assert "kmsKeyId" not in described(logs, "sealed")

    def template(**properties):
        return json.dumps({"Resources": {"Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "sealed-stack", **properties}}}})

    def updated(**properties):
        cloudformation.update_stack(StackName="sealed", TemplateBody=template(**properties))
        cloudformation.get_waiter("stack_update_complete").wait(StackName="sealed", WaiterConfig={"Delay": 0.1})
        return described(logs, "sealed-stack")
    cloudformation.create_stack(StackName="sealed", TemplateBody=template(KmsKeyId=key, DeletionProtectionEnabled="true"))
    cloudformation.get_waiter("stack_create_complete").wait(StackName="sealed", WaiterConfig={"Delay": 0.1})
    group = described(logs, "sealed-stack")
    assert group["kmsKeyId"] == key and group["deletionProtectionEnabled"], group
    assert refused("ValidationException", logs.delete_log_group, logGroupName="sealed-stack").startswith("Cannot delete log group with deletion protection")
    assert "kmsKeyId" not in updated(DeletionProtectionEnabled=True)
    group = updated(KmsKeyId=key)
    assert group["kmsKeyId"] == key and not group["deletionProtectionEnabled"], group
    cloudformation.delete_stack(StackName="sealed")
    cloudformation.get_waiter("stack_delete_complete").wait(StackName="sealed", WaiterConfig={"Delay": 0.1})
    assert not logs.describe_log_groups(logGroupNamePrefix="sealed-stack")["logGroups"]


with Server() as server:
    logs = server.client("logs")
    now = int(time.time() * 1000)
    logs.create_log_group(logGroupName="/aws/lambda/f", tags={"a": "1"})
    refused("ResourceAlreadyExistsException", logs.create_log_group, logGroupName="/aws/lambda/f")
    refused("InvalidParameterException", logs.create_log_group, logGroupName="with space")
    for name in ("2026/[$LATEST]1", "2026/[$LATEST]2"):
        logs.create_log_stream(logGroupName="/aws/lambda/f", logStreamName=name)
    one = dict(logGroupName="/aws/lambda/f", logStreamName="2026/[$LATEST]1")
    two = dict(logGroupName="/aws/lambda/f", logStreamName="2026/[$LATEST]2")
    for n in range(50):
        logs.put_log_events(**one, logEvents=[{"timestamp": now + 2 * n, "message": f"START {n}"}, {"timestamp": now + 2 * n, "message": json.dumps({"level": "info", "n": n})}])
        logs.put_log_events(**two, logEvents=[{"timestamp": now + 2 * n + 1, "message": f"ERROR {n} ä"}])
    refused("ResourceNotFoundException", logs.put_log_events, logGroupName="none", logStreamName="s", logEvents=[{"timestamp": now, "message": "x"}])
    refused("InvalidParameterException", logs.put_log_events, **one, logEvents=[{"timestamp": now + 1, "message": "x"}, {"timestamp": now, "message": "y"}])
    rejected = logs.put_log_events(**one, logEvents=[{"timestamp": now + 3 * 3_600_000, "message": "x"}])["rejectedLogEventsInfo"]
    assert rejected == {"tooNewLogEventStartIndex": 0}, rejected

    def forwards(**more):
        messages, token = [], None
        while True:
            page = logs.get_log_events(**one, startFromHead=True, limit=7, **({"nextToken": token} if token else {}), **more)
            messages += [e["message"] for e in page["events"]]
            if page["nextForwardToken"] == token:
                return messages
            token = page["nextForwardToken"]
    assert [m for m in forwards() if m.startswith("START")] == [f"START {n}" for n in range(50)]
    assert len(forwards()) == 100
    last = logs.get_log_events(**two, limit=3)
    assert [e["message"] for e in last["events"]] == ["ERROR 47 ä", "ERROR 48 ä", "ERROR 49 ä"], last
    before = logs.get_log_events(**two, limit=3, nextToken=last["nextBackwardToken"])
    assert [e["message"] for e in before["events"]] == ["ERROR 44 ä", "ERROR 45 ä", "ERROR 46 ä"], before

    def found(pattern, **more):
        pages = logs.get_paginator("filter_log_events").paginate(
            logGroupName="/aws/lambda/f", filterPattern=pattern, PaginationConfig={"PageSize": 13}, **more)
        return [e for page in pages for e in page["events"]]
    everything = found("")
    assert len(everything) == 150 and all(a["timestamp"] <= b["timestamp"] for a, b in zip(everything, everything[1:]))
    assert len({e["eventId"] for e in everything}) == 150
    assert len(found("ERROR")) == 50 and len(found("?ERROR ?START")) == 100 and len(found("-ERROR")) == 100
    assert len(found('{ $.level = "inf*" && $.n >= 40 }')) == 10
    assert len(found("START", logStreamNamePrefix="2026/[$LATEST]2")) == 0
    assert len(found("", startTime=now + 98, endTime=now + 99)) == 3
    refused("InvalidParameterException", logs.filter_log_events, logGroupName="/aws/lambda/f", filterPattern="{ broken")

    streams = logs.describe_log_streams(logGroupName="/aws/lambda/f", orderBy="LastEventTime", descending=True)["logStreams"]
    assert [s["logStreamName"] for s in streams] == ["2026/[$LATEST]2", "2026/[$LATEST]1"], streams
    assert streams[0]["lastEventTimestamp"] == now + 99 and streams[0]["firstEventTimestamp"] == now + 1
    logs.put_retention_policy(logGroupName="/aws/lambda/f", retentionInDays=14)
    group = logs.describe_log_groups(logGroupNamePrefix="/aws/")["logGroups"][0]
    assert group["retentionInDays"] == 14 and group["storedBytes"] > 0, group
    logs.tag_resource(resourceArn=group["logGroupArn"], tags={"b": "2"})
    assert logs.list_tags_for_resource(resourceArn=group["logGroupArn"])["tags"] == {"a": "1", "b": "2"}
    logs.untag_resource(resourceArn=group["logGroupArn"], tagKeys=["a"])

    server.kill()
    server.start()
    logs = server.client("logs")
    assert len(found("")) == 150
    assert logs.list_tags_log_group(logGroupName="/aws/lambda/f")["tags"] == {"b": "2"}

    environment = dict(os.environ, AWS_ACCESS_KEY_ID=server.account, AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION=server.region, AWS_PAGER="")

    def aws(*words):
        ended = subprocess.run(
            ["aws", "--endpoint-url", server.endpoint, "--output", "json", "logs", *words], env=environment, capture_output=True, text=True)
        assert ended.returncode == 0, (words, ended.stdout, ended.stderr)
        return json.loads(ended.stdout) if ended.stdout else None
    assert len(aws("filter-log-events", "--log-group-name", "/aws/lambda/f", "--filter-pattern", "ERROR")["events"]) == 50
    aws("create-log-stream", "--log-group-name", "/aws/lambda/f", "--log-stream-name", "cli")
    aws("put-log-events", "--log-group-name", "/aws/lambda/f", "--log-stream-name", "cli", "--log-events", f"timestamp={now},message=hello")
    assert aws("get-log-events", "--log-group-name", "/aws/lambda/f", "--log-stream-name", "cli")["events"][0]["message"] == "hello"
    aws("delete-log-group", "--log-group-name", "/aws/lambda/f")
    assert aws("describe-log-groups")["logGroups"] == []
    live(logs)
    sealed(server, logs)
    refused("InvalidParameterException", logs.put_metric_filter, logGroupName="live", filterName="f", filterPattern="", metricTransformations=[
        {"metricName": "m", "metricNamespace": "n", "metricValue": "1"}])
    assert logs.describe_metric_filters(logGroupName="live")["metricFilters"] == []
    server.stop()
print("logs are as they should be")
