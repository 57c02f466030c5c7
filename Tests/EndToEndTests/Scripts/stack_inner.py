"""Stacks within stacks whose template changes where it lies, taken back with the outer one; names that stored parameters give; templates that are not there."""
import json

from newel import Server, refused, wait_for


def over(cfn, name, status):
    def settled():
        stack = cfn.describe_stacks(StackName=name)["Stacks"][0]
        return None if stack["StackStatus"].endswith("_IN_PROGRESS") else stack
    stack = wait_for(settled, 30, f"the end of {name}'s operation")
    reasons = [e.get("ResourceStatusReason") for e in cfn.describe_stack_events(StackName=name)["StackEvents"]]
    assert stack["StackStatus"] == status, (stack, reasons)
    return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}


def named_by_parameters(server, cfn):
    server.client("ssm").put_parameter(Name="/stage", Value="test", Type="String")
    queue = {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders-{{resolve:ssm:/stage:1}}"}}
    cfn.create_stack(StackName="named", TemplateBody=json.dumps({"Resources": {"Q": queue}, "Outputs": {"Url": {"Value": {"Ref": "Q"}}}}))
    assert over(cfn, "named", "CREATE_COMPLETE")["Url"].endswith("/orders-test")
    queue["Properties"]["QueueName"] = "orders-{{resolve:ssm:/none}}"
    cfn.create_stack(StackName="unnamed", TemplateBody=json.dumps({"Resources": {"Q": queue}}))
    over(cfn, "unnamed", "ROLLBACK_COMPLETE")
    reasons = [e.get("ResourceStatusReason", "") for e in cfn.describe_stack_events(StackName="unnamed")["StackEvents"]]
    assert any("Unable to fetch parameters [/none] from parameter store" in reason for reason in reasons), reasons


def inner(delay):
    return json.dumps({
        "Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": delay}}}, "Outputs": {"Url": {"Value": {"Ref": "Q"}}}})


def outer(more=None):
    resources = {"Inner": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": "https://templates.s3.amazonaws.com/inner.json"}}}
    return json.dumps({"Resources": {**resources, **(more or {})}, "Outputs": {"Url": {"Value": {"Fn::GetAtt": ["Inner", "Outputs.Url"]}}}})


def changed_where_it_lies(server, cfn):
    s3, sqs = server.client("s3"), server.client("sqs")
    s3.create_bucket(Bucket="templates")

    def put(delay):
        s3.put_object(Bucket="templates", Key="inner.json", Body=inner(delay))

    def delay(url):
        return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["DelaySeconds"])["Attributes"]["DelaySeconds"]

    put(1)
    cfn.create_stack(StackName="outer", TemplateBody=outer())
    url = over(cfn, "outer", "CREATE_COMPLETE")["Url"]
    assert delay(url) == "1"
    # The outer template is the same: only looking there tells whether there is something to do.
    put(2)
    cfn.create_change_set(StackName="outer", ChangeSetName="c", TemplateBody=outer())
    [change] = cfn.describe_change_set(StackName="outer", ChangeSetName="c")["Changes"]
    details = change["ResourceChange"]["Details"]
    assert [(d["ChangeSource"], d["Evaluation"]) for d in details] == [("Automatic", "Dynamic")], change
    cfn.execute_change_set(StackName="outer", ChangeSetName="c")
    assert over(cfn, "outer", "UPDATE_COMPLETE")["Url"] == url and delay(url) == "2"
    # An update that fails after the inner stack has followed it takes that back too, though its template is gone.
    put(3)
    broken = {"Type": "AWS::SQS::Queue", "DependsOn": "Inner", "Properties": {"DelaySeconds": 10000}}
    cfn.update_stack(StackName="outer", TemplateBody=outer({"Broken": broken}))
    assert over(cfn, "outer", "UPDATE_ROLLBACK_COMPLETE")["Url"] == url and delay(url) == "2"
    server.kill()
    server.start()
    cfn, sqs = server.client("cloudformation"), server.client("sqs")
    cfn.update_stack(StackName="outer", TemplateBody=outer())
    assert over(cfn, "outer", "UPDATE_COMPLETE")["Url"] == url
    assert sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["DelaySeconds"])["Attributes"]["DelaySeconds"] == "3"
    message = refused("ValidationError", cfn.create_stack, StackName="x", TemplateURL="https://templates.s3.amazonaws.com/none.json")
    assert "S3 error: The specified key does not exist." in message, message


with Server() as server:
    named_by_parameters(server, server.client("cloudformation"))
    changed_where_it_lies(server, server.client("cloudformation"))
print("inner stacks follow their templates")
