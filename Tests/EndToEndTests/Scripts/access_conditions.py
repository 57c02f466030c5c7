"""Conditions ask for whatever AWS has a key for, roles are assumed only by those they trust, and keys that are taken away give nothing."""
import json

import boto3
from botocore.config import Config

from newel import Server, ended, refused

ACCOUNT = "000000000000"


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(*actions, **members):
    return {"Effect": "Allow", "Action": list(actions or ["*"]), "Resource": "*", **members}


def on(operator, key, value, *actions):
    return allow(*actions, Condition={operator: {key: value}})


def trust(principal, **members):
    return document({"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole", **members})


class World:
    """Users and roles of a server, with clients that act as them."""

    def __init__(self, server):
        self.server, self.iam = server, server.client("iam")

    def client(self, service, key):
        return boto3.client(
            service, endpoint_url=self.server.endpoint, region_name="us-east-1", aws_access_key_id=key["AccessKeyId"],
            aws_secret_access_key=key["SecretAccessKey"], aws_session_token=key.get("SessionToken"),
            config=Config(retries={"total_max_attempts": 1}))

    def user(self, name, *statements, tags=()):
        """A user with a policy; gives a key of theirs."""
        self.iam.create_user(UserName=name, Tags=[{"Key": key, "Value": value} for key, value in tags])
        self.iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=document(*statements))
        return self.iam.create_access_key(UserName=name)["AccessKey"]

    def as_user(self, service, name, *statements, tags=()):
        return self.client(service, self.user(name, *statements, tags=tags))

    def role(self, name, trusted, *statements):
        arn = self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trusted)["Role"]["Arn"]
        if statements:
            self.iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=document(*statements))
        return arn


def keys_of_every_request(world):
    for name, statement in {
            "address": on("IpAddress", "aws:SourceIp", "127.0.0.0/8"), "agent": on("StringLike", "aws:UserAgent", "*oto*"),
            "id": on("StringLike", "aws:userid", "AIDA*"), "called": on("StringEquals", "aws:username", "called"),
            "person": on("Bool", "aws:PrincipalIsAWSService", "false")}.items():
        world.as_user("sqs", name, statement).list_queues()
    far = on("IpAddress", "aws:SourceIp", "10.0.0.0/8")
    refused("AccessDenied", world.as_user("sqs", "far", far).list_queues)
    near = {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"NotIpAddress": {"aws:SourceIp": "127.0.0.0/8"}}}
    world.as_user("sqs", "near", allow(), near).list_queues()


def tags(world):
    mine = on("StringEquals", "aws:PrincipalTag/team", "blue")
    world.as_user("sqs", "blue", mine, tags=[("team", "blue")]).list_queues()
    refused("AccessDenied", world.as_user("sqs", "red", mine, tags=[("team", "red")]).list_queues)
    world.as_user("sqs", "asks", on("StringEquals", "aws:RequestTag/env", "dev")).create_queue(QueueName="q1", tags={"env": "dev"})
    only = world.as_user("sqs", "only", on("ForAllValues:StringEquals", "aws:TagKeys", ["env"]))
    refused("AccessDenied", only.create_queue, QueueName="q2", tags={"other": "dev"})
    url = only.create_queue(QueueName="q2", tags={"env": "prod"})["QueueUrl"]
    of_dev = world.as_user("sqs", "dev", on("StringEquals", "aws:ResourceTag/env", "dev", "sqs:*"))
    of_dev.send_message(QueueUrl=url.replace("q2", "q1"), MessageBody="x")
    refused("AccessDenied", of_dev.send_message, QueueUrl=url, MessageBody="x")
    topics = world.server.client("sns")
    topic = topics.create_topic(Name="t", Tags=[{"Key": "env", "Value": "dev"}])["TopicArn"]
    world.as_user("sns", "topic", on("StringEquals", "aws:ResourceTag/env", "dev")).publish(TopicArn=topic, Message="x")
    machines, role = world.server.client("stepfunctions"), world.role("Plain", trust({"Service": "states.amazonaws.com"}))
    made = machines.create_state_machine(
        name="m", roleArn=role, definition=json.dumps({"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}),
        tags=[{"key": "env", "value": "dev"}])["stateMachineArn"]
    of_machine = world.as_user("stepfunctions", "machine", on("StringEquals", "aws:ResourceTag/env", "dev"))
    started = of_machine.start_execution(stateMachineArn=made)["executionArn"]
    of_machine.describe_execution(executionArn=started)
    machines.untag_resource(resourceArn=made, tagKeys=["env"])
    refused("AccessDeniedException", of_machine.start_execution, stateMachineArn=made)
    groups = world.server.client("logs")
    groups.create_log_group(logGroupName="g", tags={"env": "dev"})
    world.as_user("logs", "group", on("StringEquals", "aws:ResourceTag/env", "dev")).put_retention_policy(logGroupName="g", retentionInDays=1)
    parameters = world.server.client("ssm")
    parameters.put_parameter(Name="/p", Value="v", Type="String", Tags=[{"Key": "env", "Value": "dev"}])
    world.as_user("ssm", "parameter", on("StringEquals", "aws:ResourceTag/env", "dev")).get_parameter(Name="/p")


def keys_of_actions(world):
    to_lambda = world.role("ForLambda", trust({"Service": "lambda.amazonaws.com"}))
    function = {"Role": to_lambda, "PackageType": "Image", "Code": {"ImageUri": "plugin://CheckStockPrice"}}
    passes = on("StringEquals", "iam:PassedToService", "lambda.amazonaws.com", "iam:PassRole")
    world.as_user("lambda", "passes", allow("lambda:*"), passes).create_function(FunctionName="f1", **function)
    elsewhere = on("StringEquals", "iam:PassedToService", "states.amazonaws.com", "iam:PassRole")
    told = refused("AccessDeniedException", world.as_user("lambda", "elsewhere", allow("lambda:*"), elsewhere).create_function, FunctionName="f2", **function)
    assert "iam:PassRole" in told, told
    topic = world.server.client("sns").create_topic(Name="s")["TopicArn"]
    subscriber = world.as_user("sns", "subscriber", on("StringEquals", "sns:Protocol", "sqs"))
    subscriber.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=f"arn:aws:sqs:us-east-1:{ACCOUNT}:q1")
    refused("AuthorizationError", subscriber.subscribe, TopicArn=topic, Protocol="lambda", Endpoint=f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:f1")
    objects = world.server.client("s3")
    objects.create_bucket(Bucket="shelf")
    reader = world.as_user("s3", "reader", on("StringLike", "s3:prefix", "home/*"))
    reader.list_objects_v2(Bucket="shelf", Prefix="home/a")
    refused("AccessDenied", reader.list_objects_v2, Bucket="shelf", Prefix="etc")
    attacher = world.as_user("iam", "attacher", on("ArnLike", "iam:PolicyARN", "arn:aws:iam::aws:policy/*ReadOnly*"))
    refused("AccessDenied", attacher.attach_role_policy, RoleName="ForLambda", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    events = world.server.client("events")
    events.put_rule(Name="r", EventPattern='{"source": ["x"]}')
    target = {"Id": "1", "Arn": f"arn:aws:states:us-east-1:{ACCOUNT}:stateMachine:m", "RoleArn": to_lambda}
    told = refused("ValidationException", events.put_targets, Rule="r", Targets=[target])
    assert told == f"Provided role '{to_lambda}' cannot be assumed by principal 'events.amazonaws.com'.", told
    target["RoleArn"] = world.role("ForEvents", trust({"Service": "events.amazonaws.com"}))
    told = refused("AccessDeniedException", world.as_user("events", "ruler", allow("events:*")).put_targets, Rule="r", Targets=[target])
    assert "iam:PassRole" in told, told
    events.put_targets(Rule="r", Targets=[target])


def trusted(world):
    """A role is assumed by those its trust policy means, whatever their own policies allow."""
    everything = world.user("admin", allow())
    sts = world.client("sts", everything)

    def assume(role, name="one", **members):
        return sts.assume_role(RoleArn=role, RoleSessionName=name, **members)["Credentials"]

    account = {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}
    world.iam.create_user(UserName="another")
    for name, policy in {
            "OfLambda": trust({"Service": "lambda.amazonaws.com"}), "OfAnother": trust({"AWS": f"arn:aws:iam::{ACCOUNT}:user/another"}),
            "OfNobody": trust(account, Condition={"StringEquals": {"aws:username": "nobody"}})}.items():
        told = refused("AccessDenied", assume, role=world.role(name, policy, allow()))
        assert told == f"User: arn:aws:iam::{ACCOUNT}:user/admin is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{ACCOUNT}:role/{name}", told
    refused("AccessDenied", assume, role=f"arn:aws:iam::{ACCOUNT}:role/NotThere")
    guarded = world.role("Guarded", trust(account, Condition={"StringEquals": {"sts:ExternalId": "sesame"}}), on("StringLike", "aws:userid", "AROA*:one"))
    refused("AccessDenied", assume, role=guarded, ExternalId="pepper")
    world.client("sqs", assume(guarded, ExternalId="sesame")).list_queues()
    named = world.role("Named", trust(account, Condition={"StringEquals": {"sts:RoleSessionName": "${aws:username}"}}))
    refused("AccessDenied", assume, role=named)
    assume(named, name="admin")
    # An account is meant, not the user: her own policies must agree. A user who is meant needs nothing else.
    poor = world.client("sts", world.user("poor", allow("sqs:*")))
    refused("AccessDenied", poor.assume_role, RoleArn=world.role("OfAll", trust(account)), RoleSessionName="one")
    poor.assume_role(RoleArn=world.role("OfPoor", trust({"AWS": f"arn:aws:iam::{ACCOUNT}:user/poor"})), RoleSessionName="one")


def borrowed(world):
    """A task that names another role needs that role's trust, and the right to assume it."""
    machines = world.server.client("stepfunctions")
    url = world.server.client("sqs").create_queue(QueueName="tasks")["QueueUrl"]
    states = trust({"Service": "states.amazonaws.com"})
    poor, own = world.role("Poor", states, allow("s3:*")), world.role("Own", states, allow("sts:AssumeRole"))
    strict = world.role("Strict", trust({"Service": "lambda.amazonaws.com"}), allow())
    machine = f"arn:aws:states:us-east-1:{ACCOUNT}:stateMachine:"
    lent = world.role("Lent", trust({"AWS": [own, poor]}, Condition={"StringLike": {"sts:ExternalId": machine + "borrows*"}}), allow("sqs:*"))
    for number, (role, other, works) in enumerate([(own, strict, False), (own, lent, True), (poor, strict, False)]):
        definition = {"StartAt": "Send", "States": {"Send": {
            "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Credentials": {"RoleArn": other},
            "Parameters": {"QueueUrl": url, "MessageBody": "x"}, "End": True}}}
        made = machines.create_state_machine(name=f"borrows{number}", roleArn=role, definition=json.dumps(definition))["stateMachineArn"]
        end = ended(machines, machines.start_execution(stateMachineArn=made)["executionArn"])
        if works:
            assert end["status"] == "SUCCEEDED", end
        else:
            assert (end["status"], end["error"]) == ("FAILED", "States.TaskFailed"), end
            assert end["cause"] == f"The role {role} is not authorized to assume the task state's role, {other}.", end


def taken_away(world):
    """A key that is switched off or deleted lets nobody in; that of a stranger is the owner's, where signatures are not looked at."""
    key = world.user("gone", allow("sqs:*"))
    queues = world.client("sqs", key)
    queues.list_queues()
    world.iam.update_access_key(UserName="gone", AccessKeyId=key["AccessKeyId"], Status="Inactive")
    refused("InvalidClientTokenId", queues.list_queues)
    world.iam.update_access_key(UserName="gone", AccessKeyId=key["AccessKeyId"], Status="Active")
    queues.list_queues()
    world.iam.delete_access_key(UserName="gone", AccessKeyId=key["AccessKeyId"])
    refused("InvalidClientTokenId", queues.list_queues)
    world.server.kill()
    world.server.start()
    queues = world.client("sqs", key)
    refused("InvalidClientTokenId", queues.list_queues)
    world.server.client("sqs").list_queues()


def main():
    with Server() as server:
        world = World(server)
        for part in (keys_of_every_request, tags, keys_of_actions, trusted, borrowed, taken_away):
            part(world)
    print("conditions, trust and keys decide")


main()
