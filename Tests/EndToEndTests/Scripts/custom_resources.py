"""Wait conditions are signalled, and custom resources are made, changed, replaced and removed by a function or a topic's listener, across a kill."""
import json
import os
import tempfile
import urllib.error
import urllib.request

from botocore.exceptions import ClientError

from newel import RECORDER, Server, packaged, wait_for

ROLE = "arn:aws:iam::000000000000:role/r"


def put(server, url, body):
    """What curl, cfn-signal and cfn-response do; a server that was started anew listens elsewhere."""
    url = server.endpoint + url[url.index("/_newel/"):]
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    try:
        return urllib.request.urlopen(urllib.request.Request(url, data=data, method="PUT", headers={"Content-Type": ""})).status
    except urllib.error.HTTPError as error:
        return error.code


class Stack:
    def __init__(self, server, name):
        self.server, self.name = server, name

    def client(self):
        return self.server.client("cloudformation")

    def create(self, template, **more):
        self.client().create_stack(StackName=self.name, TemplateBody=json.dumps(template), **more)

    def update(self, template):
        self.client().update_stack(StackName=self.name, TemplateBody=json.dumps(template))

    def about(self):
        return self.client().describe_stacks(StackName=self.name)["Stacks"][0]

    def ends(self, status):
        def over():
            stack = self.about()
            return None if stack["StackStatus"].endswith("_IN_PROGRESS") else stack
        stack = wait_for(over, what=f"the end of {self.name}")
        assert stack["StackStatus"] == status, (stack, self.reasons())
        return {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])}

    def reasons(self):
        events = self.client().describe_stack_events(StackName=self.name)["StackEvents"]
        return [e["ResourceStatusReason"] for e in events if "ResourceStatusReason" in e]

    def address(self, logical):
        def found():
            try:
                return self.client().describe_stack_resource(StackName=self.name, LogicalResourceId=logical)[
                    "StackResourceDetail"].get("PhysicalResourceId")
            except ClientError:
                return None
        return wait_for(found, what=f"{logical} of {self.name}")

    def delete(self):
        self.client().delete_stack(StackName=self.name)
        self.is_gone()

    def is_gone(self):
        wait_for(lambda: self.name not in [s["StackName"] for s in self.client().describe_stacks()["Stacks"]], what=f"no {self.name}")


def waiting(timeout=60, count=2):
    return {"Resources": {
        "Handle": {"Type": "AWS::CloudFormation::WaitConditionHandle"},
        "Done": {"Type": "AWS::CloudFormation::WaitCondition", "Properties": {"Handle": {"Ref": "Handle"}, "Timeout": str(timeout), "Count": count}}},
        "Outputs": {"Said": {"Value": {"Fn::GetAtt": ["Done", "Data"]}}}}


def conditions(server):
    stack = Stack(server, "waits")
    stack.create(waiting())
    url = stack.address("Handle")
    assert url.startswith(server.endpoint), url
    assert put(server, url, b"no json") == 400 and put(server, url, {}) == 400 and put(server, url + "x", {"Status": "SUCCESS"}) == 404
    assert put(server, url, {"Status": "SUCCESS", "UniqueId": "a", "Data": "one", "Reason": "r"}) == 200
    server.kill()
    server.start()
    # The same id counts once, whatever it says later.
    assert put(server, url, {"Status": "SUCCESS", "UniqueId": "a", "Data": "again", "Reason": "r"}) == 200
    assert stack.about()["StackStatus"] == "CREATE_IN_PROGRESS"
    assert put(server, url, {"Status": "SUCCESS", "UniqueId": "b", "Data": "two", "Reason": "r"}) == 200
    assert json.loads(stack.ends("CREATE_COMPLETE")["Said"]) == {"a": "one", "b": "two"}
    stack.update({**waiting(), "Description": "changed", "Resources": {**waiting(count=3)["Resources"]}})
    stack.ends("UPDATE_ROLLBACK_COMPLETE")
    assert "Update to resource type AWS::CloudFormation::WaitCondition is not supported." in " ".join(stack.reasons())
    stack.delete()
    assert put(server, url, {"Status": "SUCCESS", "UniqueId": "c"}) == 404
    failing = Stack(server, "failing")
    failing.create(waiting())
    assert put(server, failing.address("Handle"), {"Status": "FAILURE", "UniqueId": "a", "Reason": "no disk"}) == 200
    failing.ends("ROLLBACK_COMPLETE")
    assert "WaitCondition received failed message: 'no disk' for uniqueId: a" in " ".join(failing.reasons())
    late = Stack(server, "late")
    late.create(waiting(timeout=1))
    late.ends("ROLLBACK_COMPLETE")
    assert "WaitCondition timed out. Received 0 conditions when expecting 2" in " ".join(late.reasons())
    signalled(server)


def signalled(server):
    def condition(timeout):
        return {"Resources": {"Done": {"Type": "AWS::CloudFormation::WaitCondition", "CreationPolicy": {"ResourceSignal": {"Count": 2, "Timeout": timeout}}}}}
    stack = Stack(server, "signalled")
    stack.create(condition("PT10M"))
    wait_for(lambda: stack.client().describe_stack_resources(StackName="signalled")["StackResources"], what="Done")
    for number in ("a", "a", "b"):
        stack.client().signal_resource(StackName="signalled", LogicalResourceId="Done", UniqueId=number, Status="SUCCESS")
    stack.ends("CREATE_COMPLETE")
    late = Stack(server, "unsignalled")
    late.create(condition("PT1S"))
    late.ends("ROLLBACK_COMPLETE")
    assert "Failed to receive 2 resource signal(s) within the specified duration" in " ".join(late.reasons()), late.reasons()


def thing(token, size=1, **more):
    return {"Resources": {"Thing": {"Type": "Custom::Thing", "Properties": {
        "ServiceToken": token, "Size": size, "Deep": {"On": True, "List": [1, "x"]}, **more}}},
        "Outputs": {"Name": {"Value": {"Ref": "Thing"}}, "Word": {"Value": {"Fn::GetAtt": ["Thing", "Word"]}}}}


class Listener:
    """Whoever reads the messages of a topic and answers them."""

    def __init__(self, server):
        self.server = server
        self.topic = server.client("sns").create_topic(Name="makers")["TopicArn"]
        sqs = server.client("sqs")
        self.url = sqs.create_queue(QueueName="makers")["QueueUrl"]
        arn = sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        server.client("sns").subscribe(TopicArn=self.topic, Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"})

    def asked(self, kind):
        messages = self.server.client("sqs").receive_message(QueueUrl=self.url, WaitTimeSeconds=10).get("Messages", [])
        assert messages, f"nobody was asked to {kind}"
        self.server.client("sqs").delete_message(QueueUrl=self.url, ReceiptHandle=messages[0]["ReceiptHandle"])
        request = json.loads(messages[0]["Body"])
        assert request["RequestType"] == kind, request
        assert request["ResourceType"] == "Custom::Thing" and request["LogicalResourceId"] == "Thing" and request["StackId"], request
        return request

    def answer(self, request, name, status="SUCCESS", **more):
        same = {key: request[key] for key in ("StackId", "RequestId", "LogicalResourceId")}
        assert put(self.server, request["ResponseURL"], {"Status": status, "PhysicalResourceId": name, **same, **more}) == 200


def customs(server):
    listener, stack = Listener(server), Stack(server, "customs")
    stack.create(thing(listener.topic))
    request = listener.asked("Create")
    assert request["ResourceProperties"] == {
        "ServiceToken": listener.topic, "Size": "1", "Deep": {"On": "true", "List": ["1", "x"]}}, request
    assert "PhysicalResourceId" not in request and "OldResourceProperties" not in request, request
    server.kill()
    server.start()
    listener.answer(request, "thing-1", Data={"Word": "hello"})
    assert stack.ends("CREATE_COMPLETE") == {"Name": "thing-1", "Word": "hello"}
    # In place.
    stack.update(thing(listener.topic, 2))
    request = listener.asked("Update")
    assert request["PhysicalResourceId"] == "thing-1" and request["OldResourceProperties"]["Size"] == "1", request
    assert request["ResourceProperties"]["Size"] == "2", request
    listener.answer(request, "thing-1", Data={"Word": "changed"})
    assert stack.ends("UPDATE_COMPLETE") == {"Name": "thing-1", "Word": "changed"}
    # Another one: the old one goes at the end.
    stack.update(thing(listener.topic, 3))
    listener.answer(listener.asked("Update"), "thing-2", Data={"Word": "new"})
    request = listener.asked("Delete")
    assert request["PhysicalResourceId"] == "thing-1" and request["ResourceProperties"]["Size"] == "2", request
    listener.answer(request, "thing-1")
    assert stack.ends("UPDATE_COMPLETE") == {"Name": "thing-2", "Word": "new"}
    # A failure is taken back: the maker is asked for what was.
    stack.update(thing(listener.topic, 4))
    listener.answer(listener.asked("Update"), "thing-2", status="FAILED", Reason="too large")
    request = listener.asked("Update")
    assert request["ResourceProperties"]["Size"] == "3" and request["OldResourceProperties"]["Size"] == "4", request
    listener.answer(request, "thing-2", Data={"Word": "new"})
    assert stack.ends("UPDATE_ROLLBACK_COMPLETE") == {"Name": "thing-2", "Word": "new"}
    assert any("Received response status [FAILED] from custom resource. Message returned: too large" in r for r in stack.reasons())
    stack.client().delete_stack(StackName="customs")
    request = listener.asked("Delete")
    assert request["PhysicalResourceId"] == "thing-2", request
    listener.answer(request, "thing-2")
    stack.is_gone()
    assert put(server, request["ResponseURL"], {"Status": "SUCCESS"}) == 404
    # One that fails is removed under the name it gave; one that is silent fails, and is removed too.
    failing = Stack(server, "never")
    failing.create(thing(listener.topic))
    listener.answer(listener.asked("Create"), "half", status="FAILED", Reason="no")
    request = listener.asked("Delete")
    assert request["PhysicalResourceId"] == "half", request
    listener.answer(request, "half")
    failing.ends("ROLLBACK_COMPLETE")
    silent = Stack(server, "silent")
    silent.create(thing(listener.topic, ServiceTimeout=6))
    request = listener.asked("Create")
    listener.answer(listener.asked("Delete"), "x")
    silent.ends("ROLLBACK_COMPLETE")
    assert any(f"did not receive a response from your Custom Resource. Please check your logs for requestId [{request['RequestId']}]" in r
               for r in silent.reasons()), silent.reasons()


def by_function(server, folder):
    token = server.client("lambda").create_function(
        FunctionName="maker", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://record"})["FunctionArn"]
    stack = Stack(server, "made")
    template = thing(token)
    template["Resources"]["Thing"]["Type"] = "AWS::CloudFormation::CustomResource"
    stack.create(template)

    def asked(kind):
        def found():
            for name in os.listdir(folder):
                if not name.startswith("."):
                    with open(os.path.join(folder, name)) as file:
                        request = json.load(file)
                    if request["RequestType"] == kind:
                        return request
        return wait_for(found, what=f"the function to be asked to {kind}")
    request = asked("Create")
    assert request["ServiceToken"] == token and request["ResourceType"] == "AWS::CloudFormation::CustomResource", request
    assert put(server, request["ResponseURL"], {"Status": "SUCCESS", "PhysicalResourceId": "p", "Data": {"Word": "w"}}) == 200
    assert stack.ends("CREATE_COMPLETE") == {"Name": "p", "Word": "w"}
    stack.client().delete_stack(StackName="made")
    assert put(server, asked("Delete")["ResponseURL"], {"Status": "SUCCESS", "PhysicalResourceId": "p"}) == 200
    stack.is_gone()
    nobody = Stack(server, "nobody")
    nobody.create(thing(token + "x"))
    nobody.ends("ROLLBACK_COMPLETE")
    assert any("Function not found" in r for r in nobody.reasons()), nobody.reasons()


def main():
    with tempfile.TemporaryDirectory(prefix="newel-asked-") as folder, tempfile.TemporaryDirectory(prefix="newel-plugins-") as plugins:
        packaged(plugins, "record", RECORDER.replace("FOLDER", folder), functions=[{"name": "Record", "files": [f"rw:{folder}"]}])
        with Server("--plugins", plugins) as server:
            conditions(server)
            customs(server)
            by_function(server, folder)
            print("conditions are signalled, custom resources are made")


main()
