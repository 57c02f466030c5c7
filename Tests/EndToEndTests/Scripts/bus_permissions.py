"""Policies of buses and log groups decide: another account's events, and what EventBridge may write; put by action and by template, across kill -9."""
import json

import boto3
from botocore.config import Config

from newel import Server, refused, wait_for

OTHER = "111122223333"
BUS = "arn:aws:events:us-east-1:000000000000:event-bus/"


def client(server, service, key_id, secret):
    return boto3.client(
        service, endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id=key_id, aws_secret_access_key=secret,
        config=Config(retries={"total_max_attempts": 1}))


def user_of_theirs(server):
    """A key of a user of another account, who may do everything there."""
    iam = client(server, "iam", OTHER, "test")
    iam.create_user(UserName="u")
    iam.put_user_policy(UserName="u", PolicyName="p", PolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}))
    key = iam.create_access_key(UserName="u")["AccessKey"]
    return key["AccessKeyId"], key["SecretAccessKey"]


def entry(bus, source="shop"):
    return [{"EventBusName": bus, "Source": source, "DetailType": "order", "Detail": "{}"}]


def accounts(server):
    events, sqs, cfn = (server.client(name) for name in ("events", "sqs", "cloudformation"))
    key = user_of_theirs(server)

    def theirs(server):
        return client(server, "events", *key)
    url = sqs.create_queue(QueueName="heard")["QueueUrl"]
    events.put_rule(Name="all", EventPattern=json.dumps({"source": ["shop"]}))
    events.put_targets(Rule="all", Targets=[{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:heard"}])
    words = refused("AccessDeniedException", theirs(server).put_events, Entries=entry(BUS + "default"))
    assert "events:PutEvents" in words and BUS + "default" in words, words
    events.put_permission(Action="events:PutEvents", Principal=OTHER, StatementId="theirs")
    server.kill()
    server.start()
    events, sqs, cfn = (server.client(name) for name in ("events", "sqs", "cloudformation"))
    assert theirs(server).put_events(Entries=entry(BUS + "default"))["FailedEntryCount"] == 0
    [message] = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=10)["Messages"]
    assert json.loads(message["Body"])["source"] == "shop", message
    events.remove_permission(StatementId="theirs")
    refused("AccessDeniedException", theirs(server).put_events, Entries=entry(BUS + "default"))

    def statement(name, source):
        return {"Type": "AWS::Events::EventBusPolicy", "Properties": {"EventBusName": {"Ref": "Bus"}, "StatementId": name, "Statement": {
            "Effect": "Allow", "Principal": {"AWS": OTHER}, "Action": "events:PutEvents", "Resource": {"Fn::GetAtt": ["Bus", "Arn"]},
            "Condition": {"StringEquals": {"events:source": source}}}}}
    template = {"Resources": {
        "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "orders"}}, "A": statement("a", "shop"), "B": statement("b", "store"),
        "C": {"Type": "AWS::Events::EventBusPolicy", "Properties": {"EventBusName": {"Ref": "Bus"}, "StatementId": "c", "Action": "events:PutEvents", "Principal": "222233334444"}}}}

    def over(status):
        stack = wait_for(lambda: (s := cfn.describe_stacks(StackName="buses")["Stacks"][0]) and not s["StackStatus"].endswith("_IN_PROGRESS") and s)
        assert stack["StackStatus"] == status, (stack, cfn.describe_stack_events(StackName="buses")["StackEvents"])

    cfn.create_stack(StackName="buses", TemplateBody=json.dumps(template))
    over("CREATE_COMPLETE")
    for source in ("shop", "store"):
        assert theirs(server).put_events(Entries=entry(BUS + "orders", source))["FailedEntryCount"] == 0
    refused("AccessDeniedException", theirs(server).put_events, Entries=entry(BUS + "orders", "else"))
    del template["Resources"]["B"]
    template["Resources"]["A"]["Properties"]["Statement"]["Condition"]["StringEquals"]["events:source"] = "else"
    cfn.update_stack(StackName="buses", TemplateBody=json.dumps(template))
    over("UPDATE_COMPLETE")
    kept = json.loads(events.describe_event_bus(Name="orders")["Policy"])["Statement"]
    assert sorted(s["Sid"] for s in kept) == ["a", "c"], kept
    assert theirs(server).put_events(Entries=entry(BUS + "orders", "else"))["FailedEntryCount"] == 0
    cfn.delete_stack(StackName="buses")
    wait_for(lambda: "orders" not in [b["Name"] for b in events.list_event_buses()["EventBuses"]], what="the bus's end")


def log_groups(server):
    events, logs = server.client("events"), server.client("logs")
    for name in ("open", "shut", "none"):
        logs.create_log_group(logGroupName=f"/{name}")
        events.put_rule(Name=name, EventPattern=json.dumps({"source": ["logged"]}))
        events.put_targets(Rule=name, Targets=[{"Id": "g", "Arn": f"arn:aws:logs:us-east-1:000000000000:log-group:/{name}", "RetryPolicy": {"MaximumRetryAttempts": 0}}])
    for name, effect in (("open", "Allow"), ("shut", "Deny")):
        logs.put_resource_policy(policyName=name, policyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Sid": "s", "Effect": effect, "Principal": {"Service": "events.amazonaws.com"}, "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
             "Resource": f"arn:aws:logs:us-east-1:000000000000:log-group:/{name}:*"}]}))
    events.put_events(Entries=entry("default", "logged"))
    # A group that no policy speaks of is open to the services that were told to use it.
    for name in ("open", "none"):
        wait_for(lambda: logs.filter_log_events(logGroupName=f"/{name}")["events"], what=f"the event in /{name}")
    assert not logs.filter_log_events(logGroupName="/shut")["events"]
    assert [p["policyName"] for p in logs.describe_resource_policies()["resourcePolicies"]] == ["open", "shut"]


with Server() as server:
    accounts(server)
    log_groups(server)
print("policies of buses and log groups decide")
