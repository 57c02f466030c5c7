"""CloudFormation: the sample as a template, from boto3, `aws` and `newel deploy`; updates, change sets, rollback, nested stacks, exports, `kill -9` half-way."""
import json
import os
import re
import subprocess
import sys
import threading

import boto3

from newel import EXECUTABLE, ROOT, Server, ended, history, refused, wait_for

SAMPLE = os.path.join(ROOT, "Samples", "OrchestrateLambdaFunctions")
AWS = os.path.join(os.path.dirname(sys.executable), "aws")
CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"]
KINDS = {"AWS::Lambda::Function": 5, "AWS::SQS::Queue": 1, "AWS::Lambda::EventSourceMapping": 1, "AWS::SNS::Topic": 1,
         "AWS::IAM::Role": 3, "AWS::StepFunctions::StateMachine": 1}


def environment(server):
    return {**os.environ, "AWS_ENDPOINT_URL": server.endpoint, "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test", "AWS_DISABLE_HOST_PREFIX_INJECTION": "true"}


def ran(server, *words, code=0):
    done = subprocess.run(words, env=environment(server), capture_output=True, text=True, timeout=90)
    assert done.returncode == code, f"{words} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout, done.stderr


def described(cfn, name):
    return cfn.describe_stacks(StackName=name)["Stacks"][0]


def settled(cfn, name, status=None, seconds=30):
    def over():
        stack = described(cfn, name)
        return None if stack["StackStatus"].endswith("_IN_PROGRESS") else stack
    stack = wait_for(over, seconds, f"the end of {name}'s operation")
    if status:
        assert stack["StackStatus"] == status, (stack["StackStatus"], stack.get("StackStatusReason"), failures(cfn, name))
    return stack


def failures(cfn, name):
    return [(e["LogicalResourceId"], e["ResourceStatus"], e.get("ResourceStatusReason")) for e in cfn.describe_stack_events(StackName=name)["StackEvents"]
            if "FAILED" in e["ResourceStatus"]]


def gone(cfn, name):
    stack = described(cfn, name)["StackId"]
    cfn.delete_stack(StackName=name)
    settled(cfn, stack, "DELETE_COMPLETE")
    assert "does not exist" in refused("ValidationError", cfn.describe_stacks, StackName=name)


def left(server):
    """All that any stack could have left behind."""
    return {
        "functions": len(server.client("lambda").list_functions()["Functions"]),
        "mappings": len(server.client("lambda").list_event_source_mappings()["EventSourceMappings"]),
        "queues": server.client("sqs").list_queues().get("QueueUrls", []), "topics": server.client("sns").list_topics()["Topics"],
        "subscriptions": server.client("sns").list_subscriptions()["Subscriptions"],
        "machines": server.client("stepfunctions").list_state_machines()["stateMachines"],
        "roles": server.client("iam").list_roles()["Roles"], "policies": server.client("iam").list_policies(Scope="Local")["Policies"],
        "groups": server.client("logs").describe_log_groups()["logGroups"],
    }


def runs(server, machine):
    """One execution of the sample, and what it came to."""
    sfn = server.client("stepfunctions")
    execution = sfn.start_execution(stateMachineArn=machine, input="{}")["executionArn"]
    return ended(sfn, execution), history(sfn, execution)


def outputs(stack):
    return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}


def sample_from_every_tool(server, cfn):
    before = left(server)
    yaml, json_file = os.path.join(SAMPLE, "template.yaml"), os.path.join(SAMPLE, "template.json")
    ran(server, AWS, "cloudformation", "deploy", "--template-file", yaml, "--stack-name", "cli", "--capabilities", "CAPABILITY_IAM")
    said, told = ran(server, EXECUTABLE, "deploy", json_file, "--stack", "own", "--endpoint", server.endpoint)
    assert re.search(r"^StateMachineArn = arn:aws:states:", said, re.M) and told.count("CREATE_COMPLETE") == 13, (said, told)
    cfn.create_stack(StackName="boto", TemplateBody=open(json_file).read(), Capabilities=CAPABILITIES)
    for name in ("cli", "own", "boto"):
        stack = settled(cfn, name, "CREATE_COMPLETE")
        resources = cfn.list_stack_resources(StackName=name)["StackResourceSummaries"]
        kinds = {}
        for resource in resources:
            kinds[resource["ResourceType"]] = kinds.get(resource["ResourceType"], 0) + 1
            assert resource["ResourceStatus"] == "CREATE_COMPLETE", resource
        assert kinds == KINDS, kinds
        names = {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in resources}
        assert re.fullmatch(name + "-CheckStockPriceLambda-[A-Za-z0-9]{12}", names["CheckStockPriceLambda"]), names
        ending, events = runs(server, outputs(stack)["StateMachineArn"])
        assert ending["status"] == "SUCCEEDED", (ending, events[-1])
        assert len(events) == 30, [e["type"] for e in events]
    # The same again is nothing to do, each tool in its own words.
    said = ran(server, AWS, "cloudformation", "deploy", "--template-file", yaml, "--stack-name", "cli", "--capabilities", "CAPABILITY_IAM",
               "--no-fail-on-empty-changeset")[0]
    assert "No changes to deploy" in said, said
    assert "nothing to do" in ran(server, EXECUTABLE, "deploy", yaml, "--stack", "own", "--endpoint", server.endpoint)[1]
    assert refused("ValidationError", cfn.update_stack, StackName="boto", UsePreviousTemplate=True, Capabilities=CAPABILITIES) == "No updates are to be performed."
    empty = cfn.create_change_set(StackName="boto", ChangeSetName="empty", UsePreviousTemplate=True, Capabilities=CAPABILITIES)["Id"]
    told = cfn.describe_change_set(ChangeSetName=empty)
    assert told["Status"] == "FAILED" and told["ExecutionStatus"] == "UNAVAILABLE", told
    assert told["StatusReason"] == "The submitted information didn't contain changes. Submit different information to create a change set.", told
    assert "cannot be executed" in refused("InvalidChangeSetStatus", cfn.execute_change_set, ChangeSetName=empty)
    for name in ("cli", "own"):
        gone(cfn, name)
    return before


def each_statement_is_needed(server, cfn):
    """Without one of the six statements exactly the task that needs it fails."""
    template = json.load(open(os.path.join(SAMPLE, "template.json")))
    role = template["Resources"]["StockTradingStateMachineRole"]["Properties"]
    policies = role["Policies"]
    machine = outputs(described(cfn, "boto"))["StateMachineArn"]
    expected = {
        "CheckStockPrice": ("Check Stock Price", "Lambda.AWSLambdaException", "lambda:InvokeFunction"),
        "GenerateBuySellRecommendation": ("Generate Buy/Sell recommendation", "Lambda.AWSLambdaException", "lambda:InvokeFunction"),
        "RequestHumanApproval": ("Request Human Approval", "SQS.AmazonSQSException", "sqs:sendmessage"),
        "ReportResult": ("Report Result", "SNS.AuthorizationErrorException", "SNS:Publish"),
    }
    for policy in policies:
        name = policy["PolicyName"]
        role["Policies"] = [other for other in policies if other is not policy]
        cfn.update_stack(StackName="boto", TemplateBody=json.dumps(template), Capabilities=CAPABILITIES)
        settled(cfn, "boto", "UPDATE_COMPLETE")
        changed = [e["LogicalResourceId"] for e in cfn.describe_stack_events(StackName="boto")["StackEvents"][:4] if e["ResourceStatus"] == "UPDATE_COMPLETE"]
        assert "StockTradingStateMachineRole" in changed, changed
        if name in ("BuyStock", "SellStock"):
            # Which of the two is wanted is chance: it fails exactly when it is.
            for _ in range(40):
                ending, events = runs(server, machine)
                traded = [e["stateEnteredEventDetails"]["name"] for e in events if e["type"] == "TaskStateEntered"][3]
                if traded.replace(" ", "") == name:
                    break
                assert ending["status"] == "SUCCEEDED", ending
            state, error, action = traded, "Lambda.AWSLambdaException", "lambda:InvokeFunction"
        else:
            ending, events = runs(server, machine)
            state, error, action = expected[name]
        assert ending["status"] == "FAILED" and ending["error"] == error, (name, ending)
        assert f"is not authorized to perform: {action} on resource: " in ending["cause"], ending["cause"]
        assert "because no identity-based policy allows the" in ending["cause"], ending["cause"]
        entered = [e["stateEnteredEventDetails"]["name"] for e in events if e["type"] == "TaskStateEntered"]
        assert entered[-1] == state, (name, entered)
    role["Policies"] = policies
    cfn.update_stack(StackName="boto", TemplateBody=json.dumps(template), Capabilities=CAPABILITIES)
    settled(cfn, "boto", "UPDATE_COMPLETE")
    assert runs(server, machine)[0]["status"] == "SUCCEEDED"


def parameters_and_conditions(server, cfn):
    template = """
Parameters:
  Stage: {Type: String, Default: test, AllowedValues: [test, live]}
  Delays: {Type: CommaDelimitedList, Default: "5, 7"}
  Stored: {Type: "AWS::SSM::Parameter::Value<String>"}
Mappings:
  Sizes: {test: {Days: 1}, live: {Days: 30}}
Conditions:
  IsLive: !Equals [!Ref Stage, live]
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub "${AWS::StackName}-${Stage}-${Stored}"
      DelaySeconds: !Select [1, !Ref Delays]
      VisibilityTimeout: !If [IsLive, 60, !Ref "AWS::NoValue"]
      Tags: [{Key: own, Value: "1"}]
  Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: !FindInMap [Sizes, !Ref Stage, Days]
  Alarm:
    Type: AWS::SNS::Topic
    Condition: IsLive
  Name:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: !Join ["/", [a, !GetAtt Queue.QueueName]]}
Outputs:
  Alarm: {Condition: IsLive, Value: !Ref Alarm}
  Name: {Value: !GetAtt Name.Value}
  Queue: {Value: !Ref Queue, Export: {Name: !Sub "${AWS::StackName}-queue"}}
"""
    server.client("ssm").put_parameter(Name="/kept/here", Value="stored", Type="String")
    summary = cfn.get_template_summary(TemplateBody=template)
    assert [p["ParameterKey"] for p in summary["Parameters"]] == ["Stage", "Delays", "Stored"] and "Capabilities" not in summary, summary
    assert sorted(summary["ResourceTypes"]) == ["AWS::Logs::LogGroup", "AWS::SNS::Topic", "AWS::SQS::Queue", "AWS::SSM::Parameter"], summary
    assert refused("ValidationError", cfn.create_stack, StackName="p", TemplateBody=template) == "Parameters: [Stored] must have values"
    stored = {"ParameterKey": "Stored", "ParameterValue": "/kept/here"}
    assert "AllowedValues" in refused("ValidationError", cfn.create_stack, StackName="p", TemplateBody=template, Parameters=[
        stored, {"ParameterKey": "Stage", "ParameterValue": "other"}])
    assert "parameter store" in refused("ValidationError", cfn.create_stack, StackName="p", TemplateBody=template, Parameters=[
        {"ParameterKey": "Stored", "ParameterValue": "/not/here"}])
    cfn.create_stack(StackName="p", TemplateBody=template, Parameters=[stored], Tags=[{"Key": "team", "Value": "x"}])
    stack = settled(cfn, "p", "CREATE_COMPLETE")
    assert outputs(stack)["Name"] == "a/p-test-stored" and "Alarm" not in outputs(stack), stack
    resolved = {p["ParameterKey"]: p.get("ResolvedValue") for p in stack["Parameters"]}
    assert resolved["Stored"] == "stored", stack["Parameters"]
    sqs, queue = server.client("sqs"), outputs(stack)["Queue"]
    tags = sqs.list_queue_tags(QueueUrl=queue)["Tags"]
    assert {name: value for name, value in tags.items() if not name.startswith("aws:cloudformation:")} == {"own": "1", "team": "x"}, tags
    attributes = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["All"])["Attributes"]
    assert (attributes["DelaySeconds"], attributes["VisibilityTimeout"]) == ("7", "30"), attributes
    assert [e["Name"] for e in cfn.list_exports()["Exports"]] == ["p-queue"]
    # Another stage: the queue's name is new, so it is another queue; the topic is added.
    live = [{"ParameterKey": "Stage", "ParameterValue": "live"}, {"ParameterKey": "Stored", "UsePreviousValue": True},
            {"ParameterKey": "Delays", "UsePreviousValue": True}]
    cfn.create_change_set(StackName="p", ChangeSetName="live", UsePreviousTemplate=True, Parameters=live)
    cfn.get_waiter("change_set_create_complete").wait(StackName="p", ChangeSetName="live")
    changes = {c["ResourceChange"]["LogicalResourceId"]: c["ResourceChange"] for c in cfn.describe_change_set(StackName="p", ChangeSetName="live")["Changes"]}
    assert {k: (c["Action"], c.get("Replacement")) for k, c in changes.items()} == {
        "Queue": ("Modify", "True"), "Logs": ("Modify", "False"), "Alarm": ("Add", None), "Name": ("Modify", "False")}, changes
    cfn.execute_change_set(StackName="p", ChangeSetName="live")
    stack = settled(cfn, "p", "UPDATE_COMPLETE")
    assert outputs(stack)["Name"] == "a/p-live-stored" and outputs(stack)["Alarm"].startswith("arn:aws:sns"), stack
    assert [q.rsplit("/", 1)[1] for q in sqs.list_queues(QueueNamePrefix="p-")["QueueUrls"]] == ["p-live-stored"]
    assert sqs.get_queue_attributes(QueueUrl=outputs(stack)["Queue"], AttributeNames=["All"])["Attributes"]["VisibilityTimeout"] == "60"
    # What nobody may delete.
    cfn.update_termination_protection(StackName="p", EnableTerminationProtection=True)
    assert "TerminationProtection is enabled" in refused("ValidationError", cfn.delete_stack, StackName="p")
    cfn.update_termination_protection(StackName="p", EnableTerminationProtection=False)
    gone(cfn, "p")
    server.client("ssm").delete_parameter(Name="/kept/here")


def what_cannot_be(server, cfn):
    def told(body, **more):
        return refused("ValidationError", cfn.create_stack, StackName="x", TemplateBody=body if isinstance(body, str) else json.dumps(body), **more)
    queue = {"Type": "AWS::SQS::Queue"}
    assert told({"Resources": {"A": {"Type": "AWS::Made::Up"}, "B": queue}}) == "Template format error: Unrecognized resource types: [AWS::Made::Up]"
    assert told("{") .startswith("Template format error: JSON not well-formed.")
    assert told("a: [").startswith("Template format error: YAML not well-formed.")
    assert "does not support attribute type Nope" in told({"Resources": {"Q": queue}, "Outputs": {"O": {"Value": {"Fn::GetAtt": ["Q", "Nope"]}}}})
    assert "stackName" in refused("ValidationError", cfn.create_stack, StackName="../etc", TemplateBody=json.dumps({"Resources": {"Q": queue}}))
    role = {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": []}}}
    assert refused("InsufficientCapabilitiesException", cfn.create_stack, StackName="x", TemplateBody=json.dumps({"Resources": {"R": role}})) == \
        "Requires capabilities : [CAPABILITY_IAM]"
    function = {"Type": "AWS::Lambda::Function", "Properties": {
        "Role": f"arn:aws:iam::{server.account}:role/r", "Runtime": "ruby3.3", "Handler": "index.handler", "Code": {"ZipFile": "def handler\nend"}}}
    cfn.create_stack(StackName="x", TemplateBody=json.dumps({"Resources": {"Q": queue, "Fn": function}}))
    settled(cfn, "x", "ROLLBACK_COMPLETE")
    reason = next(r for i, s, r in failures(cfn, "x") if i == "Fn")
    assert "Newel: {Package: NAME}" in reason and "newel:package" in reason and "--map Fn=NAME" in reason, reason
    assert not server.client("sqs").list_queues(QueueNamePrefix="x-").get("QueueUrls")
    # The three ways to say which package it is.
    for name, change in (("meta", {"Metadata": {"Newel": {"Package": "CheckStockPrice"}}}), ("tag", {})):
        mapped = {**function, **change}
        if name == "tag":
            mapped["Properties"] = {**function["Properties"], "Tags": [{"Key": "newel:package", "Value": "CheckStockPrice"}]}
        cfn.create_stack(StackName=name, TemplateBody=json.dumps({"Resources": {"Fn": mapped}, "Outputs": {"Name": {"Value": {"Ref": "Fn"}}}}))
        called(server, outputs(settled(cfn, name, "CREATE_COMPLETE"))["Name"])
        gone(cfn, name)
    path = os.path.join(server.data, "fn.yaml")
    with open(path, "w") as file:
        json.dump({"Resources": {"Fn": function}, "Outputs": {"Name": {"Value": {"Ref": "Fn"}}}}, file)
    # What is left of `x` is removed first.
    updated = os.path.join(os.path.dirname(path), "updated.yaml")
    for delay, sign in ((1, "CREATE_COMPLETE"), (2, "UPDATE_COMPLETE"), (2, "nothing to do"), (3, "UPDATE_COMPLETE")):
        with open(updated, "w") as file:
            file.write(f"Resources: {{Q: {{Type: 'AWS::SQS::Queue', Properties: {{DelaySeconds: {delay}}}}}}}")
        assert sign in ran(server, EXECUTABLE, "deploy", updated, "--stack", "again", "--endpoint", server.endpoint)[1]
    gone(cfn, "again")
    said, told = ran(server, EXECUTABLE, "deploy", path, "--stack", "x", "--map", "Fn=CheckStockPrice", "--endpoint", server.endpoint)
    called(server, said.split(" = ")[1].strip())
    assert "removed first" in told, told
    assert "no function Nope" in ran(server, EXECUTABLE, "deploy", path, "--map", "Nope=X", "--endpoint", server.endpoint, code=2)[1]
    assert "reason" not in ran(server, EXECUTABLE, "deploy", path, "--stack", "y", "--endpoint", server.endpoint, code=1)[0]
    cfn.delete_stack(StackName="y")
    gone(cfn, "x")


def called(server, name):
    answer = json.loads(server.client("lambda").invoke(FunctionName=name, Payload=b"{}")["Payload"].read())
    assert 0 <= answer["stock_price"] <= 99, answer


def rollback_of_an_update(server, cfn):
    def template(delay, topic):
        resources = {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 1 if delay is None else 9}},
                     "Policy": {"Type": "AWS::SQS::QueuePolicy", "DependsOn": "Q", "Properties": {
                         "Queues": [{"Ref": "Q"}], "PolicyDocument": {"Version": "2012-10-17", "Statement": [
                             {"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Sid": delay or "first"}]}}}}
        if topic:
            resources["T"] = {"Type": "AWS::SNS::Topic", "DependsOn": "Policy"}
            resources["Bad"] = {"Type": "AWS::SNS::Subscription", "DependsOn": "T", "Properties": {
                "TopicArn": {"Ref": "T"}, "Protocol": "nonsense", "Endpoint": "x"}}
        return json.dumps({"Resources": resources, "Outputs": {"Q": {"Value": {"Ref": "Q"}}}})
    cfn.create_stack(StackName="r", TemplateBody=template(None, False))
    queue = outputs(settled(cfn, "r", "CREATE_COMPLETE"))["Q"]
    cfn.update_stack(StackName="r", TemplateBody=template("second", True))
    stack = settled(cfn, "r", "UPDATE_ROLLBACK_COMPLETE")
    assert outputs(stack)["Q"] == queue
    attributes = server.client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=["All"])["Attributes"]
    assert attributes["DelaySeconds"] == "1" and '"first"' in attributes["Policy"], attributes
    assert server.client("sns").list_topics()["Topics"] == []
    assert [s["ResourceStatus"] for s in cfn.list_stack_resources(StackName="r")["StackResourceSummaries"]] == ["UPDATE_COMPLETE"] * 2
    statuses = [e["ResourceStatus"] for e in cfn.describe_stack_events(StackName="r")["StackEvents"] if e["LogicalResourceId"] == "r"]
    assert statuses == ["UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS",
                        "UPDATE_IN_PROGRESS", "CREATE_COMPLETE", "CREATE_IN_PROGRESS"], statuses
    # With rollback off it stays as it is until somebody wants it taken back.
    cfn.update_stack(StackName="r", TemplateBody=template("third", True), DisableRollback=True)
    settled(cfn, "r", "UPDATE_FAILED")
    assert len(server.client("sns").list_topics()["Topics"]) == 1
    cfn.rollback_stack(StackName="r")
    settled(cfn, "r", "UPDATE_ROLLBACK_COMPLETE")
    assert server.client("sns").list_topics()["Topics"] == []
    gone(cfn, "r")


def nested_stacks(server, cfn):
    s3 = server.client("s3")
    s3.create_bucket(Bucket="templates")
    inner = {"Parameters": {"Delay": {"Type": "Number"}}, "Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": {"Ref": "Delay"}}}},
             "Outputs": {"Arn": {"Value": {"Fn::GetAtt": ["Q", "Arn"]}}}}
    s3.put_object(Bucket="templates", Key="inner.json", Body=json.dumps(inner))
    url = "https://templates.s3.us-east-1.amazonaws.com/inner.json"

    def outer(delay):
        return json.dumps({"Resources": {
            "Inner": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": url, "Parameters": {"Delay": delay}}},
            "User": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/inner", "Type": "String", "Value": {"Fn::GetAtt": ["Inner", "Outputs.Arn"]}}}}})
    s3.put_object(Bucket="templates", Key="outer.json", Body=outer(3))
    cfn.create_stack(StackName="outer", TemplateURL=f"{server.endpoint}/templates/outer.json")
    settled(cfn, "outer", "CREATE_COMPLETE")
    arn = server.client("ssm").get_parameter(Name="/inner")["Parameter"]["Value"]
    sqs = server.client("sqs")
    queue = sqs.get_queue_url(QueueName=arn.rsplit(":", 1)[1])["QueueUrl"]
    child = described(cfn, cfn.describe_stack_resource(StackName="outer", LogicalResourceId="Inner")["StackResourceDetail"]["PhysicalResourceId"])
    assert child["ParentId"] == child["RootId"] == described(cfn, "outer")["StackId"] and child["StackStatus"] == "CREATE_COMPLETE", child
    cfn.update_stack(StackName="outer", TemplateBody=outer(4))
    settled(cfn, "outer", "UPDATE_COMPLETE")
    assert sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["DelaySeconds"])["Attributes"]["DelaySeconds"] == "4"
    cfn.update_stack(StackName="outer", TemplateBody=outer(10_000))
    settled(cfn, "outer", "UPDATE_ROLLBACK_COMPLETE")
    assert sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["DelaySeconds"])["Attributes"]["DelaySeconds"] == "4"
    gone(cfn, "outer")
    assert sqs.list_queues(QueueNamePrefix="outer").get("QueueUrls", []) == []
    for key in ("inner.json", "outer.json"):
        s3.delete_object(Bucket="templates", Key=key)
    s3.delete_bucket(Bucket="templates")


def killed_half_way(server, cfn):
    """A chain of queues; the process is killed while they are made, and again while they are removed."""
    resources, before = {}, None
    for number in range(CHAIN):
        resources[f"Q{number}"] = {"Type": "AWS::SQS::Queue", **({"DependsOn": before} if before else {})}
        before = f"Q{number}"
    begun(server.client("cloudformation").create_stack, StackName="k", TemplateBody=json.dumps({"Resources": resources}))
    made = wait_for(lambda: in_status(cfn, "CREATE_COMPLETE"), what="the first queues")
    server.kill()
    assert len(made) < CHAIN, "all were made before the process was killed"
    server.start()
    cfn = server.client("cloudformation")
    stack = settled(cfn, "k", "CREATE_COMPLETE")
    queues = [q.rsplit("/", 1)[1] for page in server.client("sqs").get_paginator("list_queues").paginate(
        QueueNamePrefix="k-", PaginationConfig={"PageSize": 100}) for q in page["QueueUrls"]]
    names = [q.rsplit("/", 1)[1] for q in in_status(cfn, "CREATE_COMPLETE")]
    assert sorted(queues) == sorted(names) and len(queues) == CHAIN, (len(queues), len(names))
    begun(server.client("cloudformation").delete_stack, StackName="k")
    wait_for(lambda: len(in_status(cfn, "CREATE_COMPLETE")) <= CHAIN - 5, what="the first queues' end")
    server.kill()
    server.start()
    cfn = server.client("cloudformation")
    settled(cfn, stack["StackId"], "DELETE_COMPLETE")
    assert not server.client("sqs").list_queues(QueueNamePrefix="k-").get("QueueUrls")
    return cfn


# So many that the last is not there when the first is seen, on any machine.
CHAIN = 400


def begun(operation, **input):
    """Asks for something without waiting for the answer, which may never come."""
    def ask():
        try:
            operation(**input)
        except Exception:  # the process is killed before it answers
            pass
    threading.Thread(target=ask, daemon=True).start()


def in_status(cfn, status):
    """The physical ids of the resources of the stack `k` that are in a status; none while there is no such stack."""
    try:
        pages = cfn.get_paginator("list_stack_resources").paginate(StackName="k")
        return [r["PhysicalResourceId"] for page in pages for r in page["StackResourceSummaries"] if r["ResourceStatus"] == status]
    except cfn.exceptions.ClientError as error:
        assert "does not exist" in str(error), error
        return []


def roles_decide(server, cfn):
    """A stack with a role may do what the role may."""
    iam = server.client("iam")
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudformation.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    role = iam.create_role(RoleName="maker", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    iam.put_role_policy(RoleName="maker", PolicyName="p", PolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]}))
    both = json.dumps({"Resources": {"Q": {"Type": "AWS::SQS::Queue"}, "T": {"Type": "AWS::SNS::Topic"}}})
    to_lambda = "arn:aws:iam::%s:role/to-lambda" % server.account
    server.client("iam").create_role(RoleName="to-lambda", AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}))
    assert refused("ValidationError", cfn.create_stack, StackName="roles", TemplateBody=both, RoleARN=to_lambda) == \
        f"Role {to_lambda} is invalid or cannot be assumed"
    server.client("iam").delete_role(RoleName="to-lambda")
    cfn.create_stack(StackName="roles", TemplateBody=both, RoleARN=role)
    settled(cfn, "roles", "ROLLBACK_COMPLETE")
    reason = next(r for i, s, r in failures(cfn, "roles") if i == "T")
    assert "assumed-role/maker/AWSCloudFormation is not authorized to perform: SNS:CreateTopic" in reason and "HandlerErrorCode: AccessDenied" in reason, reason
    gone(cfn, "roles")
    iam.delete_role_policy(RoleName="maker", PolicyName="p")
    iam.delete_role(RoleName="maker")


def answers_are_asked_for(server):
    """Who may report on tasks of one machine may not report on those of another."""
    sfn, sqs, iam = server.client("stepfunctions"), server.client("sqs"), server.client("iam")
    queue = sqs.create_queue(QueueName="tokens")["QueueUrl"]
    machine = sfn.create_state_machine(name="waits", roleArn=f"arn:aws:iam::{server.account}:role/r", definition=json.dumps({
        "StartAt": "W", "States": {"W": {"Type": "Task", "End": True, "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {
            "QueueUrl": queue, "MessageBody": {"token.$": "$$.Task.Token"}}}}}))["stateMachineArn"]
    execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
    token = json.loads(sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=10)["Messages"][0]["Body"])["token"]
    iam.create_user(UserName="worker")
    key = iam.create_access_key(UserName="worker")["AccessKey"]
    worker = boto3.client("stepfunctions", endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id=key["AccessKeyId"],
                          aws_secret_access_key=key["SecretAccessKey"])
    for resource, is_allowed in ((machine + "x", False), (machine, True)):
        iam.put_user_policy(UserName="worker", PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "states:SendTask*", "Resource": resource}]}))
        if is_allowed:
            worker.send_task_success(taskToken=token, output='"done"')
        else:
            assert f"states:SendTaskSuccess on resource: {machine}" in refused("AccessDeniedException", worker.send_task_success, taskToken=token, output="1")
    assert ended(sfn, execution)["output"] == '"done"'
    iam.delete_access_key(UserName="worker", AccessKeyId=key["AccessKeyId"])
    iam.delete_user_policy(UserName="worker", PolicyName="p")
    iam.delete_user(UserName="worker")
    sfn.delete_state_machine(stateMachineArn=machine)
    sqs.delete_queue(QueueUrl=queue)


def up_with_a_template():
    template = os.path.join(SAMPLE, "template.yaml")
    with Server("--template", template) as server:
        cfn = server.client("cloudformation")
        wait_for(lambda: any(s["StackStatus"] == "CREATE_COMPLETE" for s in cfn.describe_stacks()["Stacks"]), 30, "the stack")
        stack = described(cfn, "OrchestrateLambdaFunctions")
        assert runs(server, outputs(stack)["StateMachineArn"])[0]["status"] == "SUCCEEDED"
        server.stop()
        server.start()
        cfn = server.client("cloudformation")
        wait_for(lambda: "nothing to do" in server.said(), 30, "the second look")


with Server() as server:
    cfn = server.client("cloudformation")
    before = sample_from_every_tool(server, cfn)
    each_statement_is_needed(server, cfn)
    gone(cfn, "boto")
    parameters_and_conditions(server, cfn)
    what_cannot_be(server, cfn)
    rollback_of_an_update(server, cfn)
    nested_stacks(server, cfn)
    roles_decide(server, cfn)
    answers_are_asked_for(server)
    cfn = killed_half_way(server, cfn)
    after = left(server)
    after["groups"] = before["groups"]  # functions write where they like
    assert after == before, (before, after)
up_with_a_template()
print("stacks hold")
