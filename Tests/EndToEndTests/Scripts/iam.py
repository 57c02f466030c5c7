"""Users, roles and policies through boto3, and tasks, functions and clients that may do what their policies allow and nothing else."""
import json

import boto3
from botocore.config import Config

from newel import Server, ended, history, refused

ACCOUNT = "000000000000"
TRUST = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": ["states.amazonaws.com", "lambda.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}
BUY = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:CheckStockPrice"


def policy(*actions, effect="Allow", resource="*"):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": effect, "Action": list(actions), "Resource": resource}]})


def client_of(server, service, credentials):
    return boto3.client(
        service, endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"], aws_session_token=credentials.get("SessionToken"),
        config=Config(retries={"total_max_attempts": 1}))


def roles(iam):
    role = iam.create_role(RoleName="R1", Path="/a/b/", AssumeRolePolicyDocument=json.dumps(TRUST), Description="d",
                           Tags=[{"Key": "k", "Value": "v"}], MaxSessionDuration=7200)["Role"]
    assert role["Arn"] == f"arn:aws:iam::{ACCOUNT}:role/a/b/R1" and role["RoleId"].startswith("AROA"), role
    found = iam.get_role(RoleName="r1")["Role"]
    assert found["AssumeRolePolicyDocument"] == TRUST and found["Tags"] == [{"Key": "k", "Value": "v"}], found
    assert found["MaxSessionDuration"] == 7200 and found["CreateDate"] == role["CreateDate"]
    assert "already exists" in refused("EntityAlreadyExists", iam.create_role, RoleName="R1", AssumeRolePolicyDocument=json.dumps(TRUST))
    assert "cannot be found" in refused("NoSuchEntity", iam.get_role, RoleName="None")
    refused("MalformedPolicyDocument", iam.create_role, RoleName="R2", AssumeRolePolicyDocument="{}")
    iam.update_role(RoleName="R1", Description="e", MaxSessionDuration=3600)
    assert iam.get_role(RoleName="R1")["Role"]["Description"] == "e"
    iam.update_assume_role_policy(RoleName="R1", PolicyDocument=json.dumps(TRUST))
    iam.put_role_policy(RoleName="R1", PolicyName="in", PolicyDocument=policy("sqs:*"))
    assert iam.get_role_policy(RoleName="R1", PolicyName="in")["PolicyDocument"]["Statement"][0]["Action"] == ["sqs:*"]
    assert iam.list_role_policies(RoleName="R1")["PolicyNames"] == ["in"]
    refused("MalformedPolicyDocument", iam.put_role_policy, RoleName="R1", PolicyName="x", PolicyDocument='{"Statement": []}')
    refused("LimitExceeded", iam.put_role_policy, RoleName="R1", PolicyName="x", PolicyDocument=policy("sqs:" + "x" * 11_000))
    basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
    iam.attach_role_policy(RoleName="R1", PolicyArn=basic)
    assert iam.list_attached_role_policies(RoleName="R1")["AttachedPolicies"] == [
        {"PolicyName": "AWSLambdaBasicExecutionRole", "PolicyArn": basic}]
    refused("NoSuchEntity", iam.attach_role_policy, RoleName="R1", PolicyArn="arn:aws:iam::aws:policy/NoSuchPolicy")
    assert "detach" in refused("DeleteConflict", iam.delete_role, RoleName="R1")
    iam.detach_role_policy(RoleName="R1", PolicyArn=basic)
    assert "delete policies" in refused("DeleteConflict", iam.delete_role, RoleName="R1")
    iam.delete_role_policy(RoleName="R1", PolicyName="in")
    refused("NoSuchEntity", iam.get_role_policy, RoleName="R1", PolicyName="in")
    iam.tag_role(RoleName="R1", Tags=[{"Key": "K", "Value": "w"}, {"Key": "z", "Value": ""}])
    iam.untag_role(RoleName="R1", TagKeys=["z"])
    assert iam.list_role_tags(RoleName="R1")["Tags"] == [{"Key": "K", "Value": "w"}]
    assert iam.list_instance_profiles_for_role(RoleName="R1")["InstanceProfiles"] == []
    for number in range(5):
        iam.create_role(RoleName=f"P{number}", AssumeRolePolicyDocument=json.dumps(TRUST))
    names = [role["RoleName"] for page in iam.get_paginator("list_roles").paginate(PaginationConfig={"PageSize": 2}) for role in page["Roles"]]
    assert names == ["P0", "P1", "P2", "P3", "P4", "R1"], names
    assert [role["RoleName"] for role in iam.list_roles(PathPrefix="/a/")["Roles"]] == ["R1"]
    for name in names:
        iam.delete_role(RoleName=name)


def policies(iam):
    arn = iam.create_policy(PolicyName="P", Path="/x/", PolicyDocument=policy("sqs:*"), Description="d")["Policy"]["Arn"]
    assert arn == f"arn:aws:iam::{ACCOUNT}:policy/x/P"
    refused("EntityAlreadyExists", iam.create_policy, PolicyName="p", PolicyDocument=policy("sqs:*"))
    for number in range(2, 6):
        version = iam.create_policy_version(PolicyArn=arn, PolicyDocument=policy(f"sqs:{number}"), SetAsDefault=number == 3)["PolicyVersion"]
        assert version["VersionId"] == f"v{number}" and version["IsDefaultVersion"] == (number == 3), version
    refused("LimitExceeded", iam.create_policy_version, PolicyArn=arn, PolicyDocument=policy("sqs:*"))
    assert iam.get_policy_version(PolicyArn=arn, VersionId="v4")["PolicyVersion"]["Document"]["Statement"][0]["Action"] == ["sqs:4"]
    assert [v["VersionId"] for v in iam.list_policy_versions(PolicyArn=arn)["Versions"]] == ["v5", "v4", "v3", "v2", "v1"]
    refused("DeleteConflict", iam.delete_policy_version, PolicyArn=arn, VersionId="v3")
    refused("NoSuchEntity", iam.delete_policy_version, PolicyArn=arn, VersionId="v9")
    refused("DeleteConflict", iam.delete_policy, PolicyArn=arn)
    for number in (1, 2, 4, 5):
        iam.delete_policy_version(PolicyArn=arn, VersionId=f"v{number}")
    iam.create_user(UserName="u")
    iam.attach_user_policy(UserName="u", PolicyArn=arn)
    assert iam.get_policy(PolicyArn=arn)["Policy"]["AttachmentCount"] == 1
    assert iam.list_entities_for_policy(PolicyArn=arn)["PolicyUsers"][0]["UserName"] == "u"
    assert [p["PolicyName"] for p in iam.list_policies(Scope="Local")["Policies"]] == ["P"]
    given = {p["PolicyName"] for page in iam.get_paginator("list_policies").paginate(Scope="AWS") for p in page["Policies"]}
    assert {"AdministratorAccess", "ReadOnlyAccess", "PowerUserAccess", "ViewOnlyAccess", "SecretsManagerReadWrite"} <= given, given
    assert [p["PolicyName"] for p in iam.list_policies(OnlyAttached=True)["Policies"]] == ["P"]
    refused("DeleteConflict", iam.delete_policy, PolicyArn=arn)
    iam.detach_user_policy(UserName="u", PolicyArn=arn)
    iam.delete_user(UserName="u")
    iam.delete_policy(PolicyArn=arn)
    refused("NoSuchEntity", iam.get_policy, PolicyArn=arn)


def simulated(iam):
    def decisions(**arguments):
        results = iam.simulate_custom_policy(**arguments)["EvaluationResults"]
        return [(r["EvalActionName"], r["EvalDecision"]) for r in results]
    documents = [policy("sqs:*"), policy("sqs:DeleteQueue", effect="Deny")]
    assert decisions(PolicyInputList=documents, ActionNames=["sqs:SendMessage", "sqs:DeleteQueue", "sns:Publish"]) == [
        ("sqs:SendMessage", "allowed"), ("sqs:DeleteQueue", "explicitDeny"), ("sns:Publish", "implicitDeny")]
    iam.create_role(RoleName="S", AssumeRolePolicyDocument=json.dumps(TRUST))
    iam.put_role_policy(RoleName="S", PolicyName="in", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "sqs:*", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestedRegion": "eu-west-1"}}}]}))
    source = f"arn:aws:iam::{ACCOUNT}:role/S"
    plain = iam.simulate_principal_policy(PolicySourceArn=source, ActionNames=["sqs:SendMessage"])["EvaluationResults"][0]
    assert plain["EvalDecision"] == "implicitDeny" and plain["MissingContextValues"] == ["aws:RequestedRegion"], plain
    told = iam.simulate_principal_policy(PolicySourceArn=source, ActionNames=["sqs:SendMessage"], ContextEntries=[
        {"ContextKeyName": "aws:RequestedRegion", "ContextKeyType": "string", "ContextKeyValues": ["eu-west-1"]}])["EvaluationResults"][0]
    assert told["EvalDecision"] == "allowed" and told["MatchedStatements"][0]["SourcePolicyId"] == "in", told


def users(server, iam):
    iam.create_user(UserName="alice")
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    assert key["AccessKeyId"].startswith("AKIA") and len(key["SecretAccessKey"]) == 40
    alice = client_of(server, "sqs", key)
    who = client_of(server, "sts", key).get_caller_identity()
    assert who["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/alice" and who["Account"] == ACCOUNT, who
    assert server.client("sts").get_access_key_info(AccessKeyId=key["AccessKeyId"])["Account"] == ACCOUNT
    said = refused("AccessDenied", alice.create_queue, QueueName="q")
    assert said == (f"User: arn:aws:iam::{ACCOUNT}:user/alice is not authorized to perform: sqs:createqueue on resource: "
                    f"arn:aws:sqs:us-east-1:{ACCOUNT}:q because no identity-based policy allows the sqs:createqueue action"), said
    iam.put_user_policy(UserName="alice", PolicyName="q", PolicyDocument=policy("sqs:*", resource=f"arn:aws:sqs:*:{ACCOUNT}:q*"))
    url = alice.create_queue(QueueName="q")["QueueUrl"]
    alice.send_message_batch(QueueUrl=url, Entries=[{"Id": "1", "MessageBody": "m"}])
    refused("AccessDenied", alice.create_queue, QueueName="other")
    iam.put_user_policy(UserName="alice", PolicyName="never", PolicyDocument=policy("sqs:SendMessage", effect="Deny"))
    assert "with an explicit deny in an identity-based policy" in refused("AccessDenied", alice.send_message, QueueUrl=url, MessageBody="m")
    sns = client_of(server, "sns", key)
    assert "SNS:CreateTopic" in refused("AuthorizationError", sns.create_topic, Name="t")
    refused("AccessDeniedException", client_of(server, "stepfunctions", key).list_state_machines)
    refused("AccessDeniedException", client_of(server, "lambda", key).list_functions)
    iam.update_access_key(UserName="alice", AccessKeyId=key["AccessKeyId"], Status="Inactive")
    iam.create_access_key(UserName="alice")
    refused("LimitExceeded", iam.create_access_key, UserName="alice")
    assert sorted(k["Status"] for k in iam.list_access_keys(UserName="alice")["AccessKeyMetadata"]) == ["Active", "Inactive"]
    for name in ("q", "never"):
        iam.delete_user_policy(UserName="alice", PolicyName=name)
    assert "access keys" in refused("DeleteConflict", iam.delete_user, UserName="alice")


def groups(server, iam):
    """Users of a group may do what its policies allow, as long as they are in it."""
    group = iam.create_group(GroupName="Staff", Path="/a/")["Group"]
    assert group["Arn"] == f"arn:aws:iam::{ACCOUNT}:group/a/Staff" and group["GroupId"].startswith("AGPA"), group
    refused("EntityAlreadyExists", iam.create_group, GroupName="staff")
    iam.create_user(UserName="carol")
    carol = client_of(server, "sqs", iam.create_access_key(UserName="carol")["AccessKey"])
    iam.put_group_policy(GroupName="Staff", PolicyName="q", PolicyDocument=policy("sqs:ListQueues"))
    refused("AccessDenied", carol.list_queues)
    for _ in range(2):
        iam.add_user_to_group(GroupName="Staff", UserName="carol")
    carol.list_queues()
    refused("AccessDenied", carol.create_queue, QueueName="carols")
    full = "arn:aws:iam::aws:policy/AmazonSQSFullAccess"
    iam.attach_group_policy(GroupName="Staff", PolicyArn=full)
    carol.create_queue(QueueName="carols")
    assert [u["UserName"] for u in iam.get_group(GroupName="Staff")["Users"]] == ["carol"]
    assert [g["GroupName"] for g in iam.list_groups_for_user(UserName="carol")["Groups"]] == ["Staff"]
    assert [g["GroupName"] for g in iam.list_groups()["Groups"]] == ["Staff"]
    assert iam.list_group_policies(GroupName="Staff")["PolicyNames"] == ["q"]
    assert iam.get_group_policy(GroupName="Staff", PolicyName="q")["PolicyDocument"]["Statement"][0]["Action"] == ["sqs:ListQueues"]
    assert iam.list_attached_group_policies(GroupName="Staff")["AttachedPolicies"][0]["PolicyArn"] == full
    assert iam.list_entities_for_policy(PolicyArn=full)["PolicyGroups"][0]["GroupName"] == "Staff"
    allowed = iam.simulate_principal_policy(PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:user/carol", ActionNames=["sqs:SendMessage", "sns:Publish"])
    assert [r["EvalDecision"] for r in allowed["EvaluationResults"]] == ["allowed", "implicitDeny"], allowed
    assert "detach all policies" in refused("DeleteConflict", iam.delete_group, GroupName="Staff")
    assert "user from group" in refused("DeleteConflict", iam.delete_user, UserName="carol")
    iam.remove_user_from_group(GroupName="Staff", UserName="carol")
    refused("AccessDenied", carol.list_queues)
    iam.detach_group_policy(GroupName="Staff", PolicyArn=full)
    iam.delete_group_policy(GroupName="Staff", PolicyName="q")
    iam.delete_group(GroupName="Staff")
    refused("NoSuchEntity", iam.get_group, GroupName="Staff")


def trust(server, iam):
    """A role is given only to the service it trusts."""
    for name, service in (("ForLambda", "lambda.amazonaws.com"), ("ForStates", "states.amazonaws.com")):
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}]}))
    functions, sfn = server.client("lambda"), server.client("stepfunctions")
    function = dict(FunctionName="trusted", PackageType="Image", Code={"ImageUri": "plugin://CheckStockPrice"})
    said = refused("InvalidParameterValueException", functions.create_function, **function, Role=f"arn:aws:iam::{ACCOUNT}:role/ForStates")
    assert said == "The role defined for the function cannot be assumed by Lambda.", said
    functions.create_function(**function, Role=f"arn:aws:iam::{ACCOUNT}:role/ForLambda")
    machine = dict(name="trusted", definition=json.dumps({"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}))
    said = refused("AccessDeniedException", sfn.create_state_machine, **machine, roleArn=f"arn:aws:iam::{ACCOUNT}:role/ForLambda")
    assert said.startswith("Neither the global service principal states.amazonaws.com"), said
    sfn.create_state_machine(**machine, roleArn=f"arn:aws:iam::{ACCOUNT}:role/ForStates")
    refused("InvalidAuthorizationMessageException", server.client("sts").decode_authorization_message, EncodedMessage="x")


def sessions(server, iam):
    """AssumeRole: the trust policy decides who, the role's policies what, the session's policy how little of it."""
    user = f"arn:aws:iam::{ACCOUNT}:user/bob"
    iam.create_user(UserName="bob")
    bob = client_of(server, "sts", iam.create_access_key(UserName="bob")["AccessKey"])
    iam.create_role(RoleName="Deployer", AssumeRolePolicyDocument=json.dumps(TRUST))
    iam.put_role_policy(RoleName="Deployer", PolicyName="p", PolicyDocument=policy("sqs:*", "sns:*"))
    arn = f"arn:aws:iam::{ACCOUNT}:role/Deployer"
    assert "sts:AssumeRole" in refused("AccessDenied", bob.assume_role, RoleArn=arn, RoleSessionName="one")
    trusting = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": user}, "Action": "sts:AssumeRole"}]}
    iam.update_assume_role_policy(RoleName="Deployer", PolicyDocument=json.dumps(trusting))
    answer = bob.assume_role(RoleArn=arn, RoleSessionName="one")
    assert answer["AssumedRoleUser"]["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/Deployer/one", answer
    assert answer["Credentials"]["AccessKeyId"].startswith("ASIA")
    session = answer["Credentials"]
    assert client_of(server, "sts", session).get_caller_identity()["Arn"].endswith("assumed-role/Deployer/one")
    client_of(server, "sns", session).create_topic(Name="deployed")
    refused("AccessDenied", client_of(server, "s3", session).create_bucket, Bucket="b-1")
    refused("ValidationError", bob.assume_role, RoleArn=arn, RoleSessionName="one", DurationSeconds=7200)
    less = bob.assume_role(RoleArn=arn, RoleSessionName="one", Policy=policy("sqs:*"))["Credentials"]
    client_of(server, "sqs", less).list_queues()
    assert "no session policy allows" in refused("AuthorizationError", client_of(server, "sns", less).create_topic, Name="t2")
    own = server.client("sts").get_session_token()["Credentials"]
    client_of(server, "sns", own).create_topic(Name="mine")


def tasks(server, iam):
    """A machine whose role exists is held to its policies, task by task; one without an existing role is not, and the log says so."""
    sfn, sqs, sns = server.client("stepfunctions"), server.client("sqs"), server.client("sns")
    url = sqs.create_queue(QueueName="work")["QueueUrl"]
    topic = sns.create_topic(Name="news")["TopicArn"]
    queue = f"arn:aws:sqs:us-east-1:{ACCOUNT}:work"
    states = {
        "Check": ({"Resource": BUY}, "lambda:InvokeFunction", BUY, "Lambda.AWSLambdaException", "AccessDeniedException"),
        "Invoke": ({"Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": BUY}},
                   "lambda:InvokeFunction", BUY, "Lambda.AWSLambdaException", "AccessDeniedException"),
        "Send": ({"Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": url, "MessageBody": "m"}},
                 "sqs:sendmessage", queue, "SQS.AmazonSQSException", "AccessDenied"),
        "Publish": ({"Resource": "arn:aws:states:::sns:publish", "Parameters": {"TopicArn": topic, "Message": "m"}},
                    "SNS:Publish", topic, "SNS.AuthorizationErrorException", "AuthorizationError"),
    }
    server.client("lambda").create_function(
        FunctionName="CheckStockPrice", PackageType="Image", Code={"ImageUri": "plugin://CheckStockPrice"},
        Role=f"arn:aws:iam::{ACCOUNT}:role/function")
    iam.create_role(RoleName="Machine", AssumeRolePolicyDocument=json.dumps(TRUST))
    arn = f"arn:aws:iam::{ACCOUNT}:role/Machine"
    for name, (task, action, resource, error, code) in states.items():
        definition = json.dumps({"StartAt": name, "States": {name: {"Type": "Task", "End": True, **task}}})
        machine = sfn.create_state_machine(name=name, definition=definition, roleArn=arn)["stateMachineArn"]
        run = sfn.start_execution(stateMachineArn=machine, input="{}")["executionArn"]
        end = ended(sfn, run)
        assert end["status"] == "FAILED" and end["error"] == error, (name, end)
        cause = end["cause"]
        assert cause.startswith(f"User: arn:aws:sts::{ACCOUNT}:assumed-role/Machine/"), cause
        assert (f" is not authorized to perform: {action} on resource: {resource} because no identity-based policy allows the "
                f"{action} action (Service: ") in cause, cause
        assert f"; Status Code: 403; Error Code: {code}; Request ID: " in cause, cause
        iam.put_role_policy(RoleName="Machine", PolicyName=name, PolicyDocument=policy(action.replace("SNS:", "sns:"), resource=resource))
        run = sfn.start_execution(stateMachineArn=machine, input="{}")["executionArn"]
        assert ended(sfn, run)["status"] == "SUCCEEDED", (name, history(sfn, run)[-1])
        iam.delete_role_policy(RoleName="Machine", PolicyName=name)
    caught = json.dumps({"StartAt": "Send", "States": {
        "Send": {"Type": "Task", "End": True, **states["Send"][0], "Catch": [{"ErrorEquals": ["States.TaskFailed"], "Next": "Caught"}]},
        "Caught": {"Type": "Succeed"}}})
    machine = sfn.create_state_machine(name="caught", definition=caught, roleArn=arn)["stateMachineArn"]
    assert ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])["status"] == "SUCCEEDED"
    free = sfn.create_state_machine(name="free", definition=caught.replace("Caught", "C"), roleArn=f"arn:aws:iam::{ACCOUNT}:role/unknown")["stateMachineArn"]
    run = sfn.start_execution(stateMachineArn=free)["executionArn"]
    assert ended(sfn, run)["status"] == "SUCCEEDED" and history(sfn, run)[-2]["stateExitedEventDetails"]["name"] == "Send"


def gone(server, iam):
    """A role that is deleted takes all rights with it, also where roles nobody has made are let pass, and after a kill."""
    sfn, sqs = server.client("stepfunctions"), server.client("sqs")
    url = sqs.create_queue(QueueName="gone")["QueueUrl"]
    send = {"Type": "Task", "End": True, "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": url, "MessageBody": "m"}}
    iam.create_role(RoleName="Gone", AssumeRolePolicyDocument=json.dumps(TRUST))
    iam.put_role_policy(RoleName="Gone", PolicyName="p", PolicyDocument=policy("sqs:*"))
    arn = f"arn:aws:iam::{ACCOUNT}:role/Gone"
    machine = sfn.create_state_machine(name="gone", roleArn=arn, definition=json.dumps({"StartAt": "S", "States": {"S": send}}))["stateMachineArn"]
    assert ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])["status"] == "SUCCEEDED"
    iam.delete_role_policy(RoleName="Gone", PolicyName="p")
    iam.delete_role(RoleName="Gone")
    for is_killed in (False, True):
        if is_killed:
            server.kill()
            server.start()
            sfn, iam = server.client("stepfunctions"), server.client("iam")
        end = ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])
        assert end["status"] == "FAILED" and end["error"] == "SQS.AmazonSQSException", end
        assert "cannot be assumed by Lambda" in refused(
            "InvalidParameterValueException", server.client("lambda").create_function, FunctionName="gone", Role=arn, PackageType="Image",
            Code={"ImageUri": "plugin://CheckStockPrice"})
        trusting = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": arn}, "Action": "sts:AssumeRole"}]}
        said = refused("MalformedPolicyDocument", iam.create_role, RoleName="Heir", AssumeRolePolicyDocument=json.dumps(trusting))
        assert said == f'Invalid principal in policy: "AWS":"{arn}"', said
    iam.create_role(RoleName="Gone", AssumeRolePolicyDocument=json.dumps(TRUST))
    iam.put_role_policy(RoleName="Gone", PolicyName="p", PolicyDocument=policy("sqs:*"))
    iam.create_role(RoleName="Heir", AssumeRolePolicyDocument=json.dumps(trusting))
    assert ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])["status"] == "SUCCEEDED"


def main():
    with Server() as server:
        iam = server.client("iam")
        roles(iam)
        policies(iam)
        simulated(iam)
        users(server, iam)
        sessions(server, iam)
        groups(server, iam)
        trust(server, iam)
        tasks(server, iam)
        # Once each: that of a machine, and that of a function, which is asked for its log group.
        for name in ("unknown", "function"):
            assert server.said().count(f"role=arn:aws:iam::{ACCOUNT}:role/{name} ") == 1, server.said()
        assert server.said().count("a role does not exist here") == 2, server.said()
        server.kill()
        server.start()
        iam = server.client("iam")
        assert iam.get_role(RoleName="Machine")["Role"]["RoleName"] == "Machine"
        gone(server, iam)
    with Server("--iam", "enforce") as server:
        sfn, sqs = server.client("stepfunctions"), server.client("sqs")
        url = sqs.create_queue(QueueName="work")["QueueUrl"]
        definition = {"StartAt": "Send", "States": {"Send": {"Type": "Task", "End": True, "Resource": "arn:aws:states:::sqs:sendMessage",
                                                             "Parameters": {"QueueUrl": url, "MessageBody": "m"}}}}
        # A role that does not exist can be assumed by nobody; one that is gone allows nothing.
        iam, functions = server.client("iam"), server.client("lambda")
        arn = f"arn:aws:iam::{ACCOUNT}:role/unknown"
        assert "is authorized to assume the provided role" in refused(
            "AccessDeniedException", sfn.create_state_machine, name="m", definition=json.dumps(definition), roleArn=arn)
        assert "cannot be assumed by Lambda" in refused(
            "InvalidParameterValueException", functions.create_function, FunctionName="f", Role=arn, PackageType="Image",
            Code={"ImageUri": "plugin://CheckStockPrice"})
        iam.create_role(RoleName="unknown", AssumeRolePolicyDocument=json.dumps(TRUST))
        machine = sfn.create_state_machine(name="m", definition=json.dumps(definition), roleArn=arn)
        iam.delete_role(RoleName="unknown")
        end = ended(sfn, sfn.start_execution(stateMachineArn=machine["stateMachineArn"])["executionArn"])
        assert end["status"] == "FAILED" and end["error"] == "SQS.AmazonSQSException", end


main()
