"""Stacks within stacks whose template changes where it lies, taken back with the outer one, reviewed as one; names that stored parameters give; templates that are not there."""
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


def within(url, **parameters):
    return {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": f"https://reviewed.s3.amazonaws.com/{url}", "Parameters": parameters}}


def reviewed_as_one(server, cfn):
    """A change set of a whole hierarchy: a leaf within a middle within a root."""
    s3, sqs = server.client("s3"), server.client("sqs")
    s3.create_bucket(Bucket="reviewed")

    def put(key, resources, outputs=None, parameters=None):
        template = {"Resources": resources, **({"Outputs": outputs} if outputs else {}), **({"Parameters": parameters} if parameters else {})}
        s3.put_object(Bucket="reviewed", Key=key, Body=json.dumps(template))

    def leaf(label):
        put("leaf.json", {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": {"Ref": "Delay"}, "Tags": [{"Key": "label", "Value": label}]}}},
            {"Url": {"Value": {"Ref": "Q"}}}, {"Delay": {"Type": "Number"}, "Other": {"Type": "Number", "Default": 1}})

    def label(url):
        return sqs.list_queue_tags(QueueUrl=url)["Tags"]["label"]

    def described(identifier):
        answer = cfn.describe_change_set(ChangeSetName=identifier)
        return answer, {c["ResourceChange"]["LogicalResourceId"]: c["ResourceChange"] for c in answer["Changes"]}

    def reviewed(name, kind, template):
        return described(cfn.create_change_set(StackName="tree", ChangeSetName=name, ChangeSetType=kind, IncludeNestedStacks=True,
                                               TemplateBody=json.dumps(template))["Id"])

    leaf("first")
    put("middle.json", {"Leaf": within("leaf.json", Delay={"Ref": "Delay"}), "Second": {**within("leaf.json", Delay=1, Other={"Fn::GetAtt": ["Leaf", "Outputs.Url"]})}},
        {"Url": {"Value": {"Fn::GetAtt": ["Leaf", "Outputs.Url"]}}}, {"Delay": {"Type": "Number"}})
    root = {"Resources": {"Middle": within("middle.json", Delay=3), "Topic": {"Type": "AWS::SNS::Topic"}},
            "Outputs": {"Url": {"Value": {"Fn::GetAtt": ["Middle", "Outputs.Url"]}}}}
    # A value that only the stack beside it will tell is taken for what it may be; here it turns out to be no number.
    about, changes = reviewed("early", "CREATE", root)
    assert about["Status"] == "CREATE_COMPLETE" and about["IncludeNestedStacks"], about
    names = {s["StackName"] for s in cfn.describe_stacks()["Stacks"] if s["StackStatus"] == "REVIEW_IN_PROGRESS"}
    assert len(names) == 4 and "tree" in names, names
    cfn.delete_change_set(ChangeSetName=about["ChangeSetId"])
    names = {s["StackName"] for s in cfn.describe_stacks()["Stacks"] if s["StackStatus"] == "REVIEW_IN_PROGRESS"}
    assert names == {"tree"}, names
    put("middle.json", {"Leaf": within("leaf.json", Delay={"Ref": "Delay"})},
        {"Url": {"Value": {"Fn::GetAtt": ["Leaf", "Outputs.Url"]}}}, {"Delay": {"Type": "Number"}})
    about, changes = reviewed("all", "CREATE", root)
    middle, inner = described(changes["Middle"]["ChangeSetId"])
    assert middle["ParentChangeSetId"] == middle["RootChangeSetId"] == about["ChangeSetId"] and "ParentChangeSetId" not in about, (about, middle)
    assert (middle["ExecutionStatus"], middle["StatusReason"]) == ("UNAVAILABLE", "Executable from root change set"), middle
    lowest, made = described(inner["Leaf"]["ChangeSetId"])
    assert lowest["ParentChangeSetId"] == middle["ChangeSetId"] and lowest["RootChangeSetId"] == about["ChangeSetId"], lowest
    assert made["Q"]["Action"] == "Add" and "ChangeSetId" not in changes["Topic"], (made, changes)
    assert "cannot be executed" in refused("InvalidChangeSetStatus", cfn.execute_change_set, ChangeSetName=middle["ChangeSetId"])
    assert "root change set" in refused("InvalidChangeSetStatus", cfn.delete_change_set, ChangeSetName=lowest["ChangeSetId"])
    # What is executed is what was reviewed, whatever lies there by now.
    leaf("second")
    cfn.execute_change_set(ChangeSetName=about["ChangeSetId"])
    url = over(cfn, "tree", "CREATE_COMPLETE")["Url"]
    assert label(url) == "first"
    stack = cfn.describe_stacks(StackName=lowest["StackId"])["Stacks"][0]
    assert stack["StackStatus"] == "CREATE_COMPLETE" and stack["ChangeSetId"] == lowest["ChangeSetId"], stack
    assert described(lowest["ChangeSetId"])[0]["ExecutionStatus"] == "EXECUTE_COMPLETE"
    about, changes = reviewed("next", "UPDATE", root)
    assert set(changes) == {"Middle"}, changes
    lowest, made = described(described(changes["Middle"]["ChangeSetId"])[1]["Leaf"]["ChangeSetId"])
    assert made["Q"]["Action"] == "Modify" and made["Q"]["Scope"] == ["Tags"], made
    leaf("third")
    server.kill()
    server.start()
    cfn, sqs, s3 = server.client("cloudformation"), server.client("sqs"), server.client("s3")
    cfn.execute_change_set(ChangeSetName=about["ChangeSetId"])
    assert over(cfn, "tree", "UPDATE_COMPLETE")["Url"] == url and label(url) == "second"
    # An update without a review looks at what lies there.
    cfn.update_stack(StackName="tree", TemplateBody=json.dumps(root))
    over(cfn, "tree", "UPDATE_COMPLETE")
    assert label(url) == "third"
    about, changes = reviewed("none", "UPDATE", root)
    assert about["Status"] == "FAILED" and "didn't contain changes" in about["StatusReason"] and not changes, about
    s3.put_object(Bucket="reviewed", Key="leaf.json", Body="{}")
    about, changes = reviewed("bad", "UPDATE", root)
    middle, inner = described(changes["Middle"]["ChangeSetId"])
    assert about["StatusReason"] == f"Nested change set {middle['ChangeSetId']} was not successfully created: Currently in FAILED.", about
    lowest = described(inner["Leaf"]["ChangeSetId"])[0]
    assert lowest["Status"] == "FAILED" and "At least one Resources member" in lowest["StatusReason"], lowest
    cfn.delete_stack(StackName="tree")
    wait_for(lambda: "tree" not in {s["StackName"] for s in cfn.describe_stacks()["Stacks"]}, what="the end of the tree")
    assert not [s for s in cfn.describe_stacks()["Stacks"] if s["StackName"].startswith("tree")]


with Server() as server:
    named_by_parameters(server, server.client("cloudformation"))
    changed_where_it_lies(server, server.client("cloudformation"))
    reviewed_as_one(server, server.client("cloudformation"))
print("inner stacks follow their templates")
