"""What Lambda refuses, in its words: names, variables, payloads, dead letters, event sources; and settings that are kept or refused, never dropped."""
import json
import tempfile

from newel import Server, refused

ACCOUNT = "000000000000"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
QUEUES = f"arn:aws:sqs:us-east-1:{ACCOUNT}:"
WRONG = "InvalidParameterValueException"


def says(words, code, call, **arguments):
    message = refused(code, call, **arguments)
    assert words in message, message


def creation(name, **more):
    return {"FunctionName": name, "Role": ROLE, "PackageType": "Image", "Code": {"ImageUri": "plugin://CheckStockPrice"}, **more}


def functions_of(server):
    client = server.client("lambda")
    says("Member must have length less than or equal to 64", "ValidationException", client.create_function, **creation("f" * 65))
    client.create_function(**creation("f" * 64))
    says("Reserved keys used in this request: AWS_REGION", WRONG, client.create_function,
         **creation("g", Environment={"Variables": {"AWS_REGION": "x"}}))
    says("exceeded the 4KB limit", WRONG, client.create_function, **creation("g", Environment={"Variables": {"XX": "y" * 5000}}))
    says("PackageType is Image", WRONG, client.create_function, **creation("g", Runtime="python3.12"))
    for member, value in {
        "VpcConfig": {"SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}, "ImageConfig": {"Command": ["x"]},
        "KMSKeyArn": f"arn:aws:kms:us-east-1:{ACCOUNT}:key/x", "LoggingConfig": {"LogFormat": "JSON"},
        "FileSystemConfigs": [{"Arn": f"arn:aws:elasticfilesystem:us-east-1:{ACCOUNT}:access-point/fsap-00000000000000000", "LocalMountPath": "/mnt/x"}],
    }.items():
        says(f"{member}", WRONG, client.create_function, **creation("g", **{member: value}))
        says(f"{member}", WRONG, client.update_function_configuration, FunctionName="f" * 64, **{member: value})
    refused("ResourceNotFoundException", client.get_function, FunctionName="g")
    says("SnapStart enabled functions", WRONG, client.create_function, **creation("g", SnapStart={"ApplyOn": "PublishedVersions"}))

    made = client.create_function(**creation(
        "kept", EphemeralStorage={"Size": 1024}, Architectures=["arm64"], TracingConfig={"Mode": "Active"}, SnapStart={"ApplyOn": "None"},
        VpcConfig={"SubnetIds": [], "SecurityGroupIds": []}))
    server.kill()
    server.start()
    client = server.client("lambda")
    got = client.get_function_configuration(FunctionName="kept")
    for answer in (made, got):
        assert answer["EphemeralStorage"] == {"Size": 1024} and answer["Architectures"] == ["arm64"], answer
        assert answer["TracingConfig"] == {"Mode": "Active"} and answer["SnapStart"]["ApplyOn"] == "None", answer
    # What a tool sends back as it was read changes nothing.
    again = client.update_function_configuration(
        FunctionName="kept", EphemeralStorage=got["EphemeralStorage"], TracingConfig=got["TracingConfig"], LoggingConfig=got["LoggingConfig"])
    assert again["EphemeralStorage"] == {"Size": 1024} and again["LoggingConfig"] == {"LogFormat": "Text", "LogGroup": "/aws/lambda/kept"}, again


def payloads(server):
    client = server.client("lambda")
    text = b'"' + b"x" * (1024 * 1024) + b'"'
    says(f"{len(text)} byte payload is too large for the Event invocation type (limit 1048576 bytes)", "RequestEntityTooLargeException",
         client.invoke, FunctionName="kept", InvocationType="Event", Payload=text)
    text = b'"' + b"x" * (6 * 1024 * 1024) + b'"'
    says(f"{len(text)} byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)",
         "RequestEntityTooLargeException", client.invoke, FunctionName="kept", Payload=text)


def dead_letters(server):
    client, iam, sqs = server.client("lambda"), server.client("iam"), server.client("sqs")
    target = lambda name: {"FunctionName": "kept", "DeadLetterConfig": {"TargetArn": QUEUES + name}}
    says("The specified queue does not exist", WRONG, client.update_function_configuration, **target("missing"))
    sqs.create_queue(QueueName="dead")
    sqs.create_queue(QueueName="dead.fifo", Attributes={"FifoQueue": "true"})
    says("FIFO", WRONG, client.update_function_configuration, **target("dead.fifo"))
    assert client.update_function_configuration(**target("dead"))["DeadLetterConfig"] == {"TargetArn": QUEUES + "dead"}
    trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    mute = iam.create_role(RoleName="mute", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    says("The provided execution role does not have permissions to call SendMessage on SQS", WRONG, client.create_function,
         **{**creation("g", DeadLetterConfig={"TargetArn": QUEUES + "dead"}), "Role": mute})
    topic = server.client("sns").create_topic(Name="dead")["TopicArn"]
    says("The provided execution role does not have permissions to call Publish on SNS", WRONG, client.create_function,
         **{**creation("g", DeadLetterConfig={"TargetArn": topic}), "Role": mute})
    # Where results go is asked in the same way.
    client.create_function(**{**creation("mute"), "Role": mute})
    for target, action in ((QUEUES + "dead", "SendMessage"), (topic, "Publish")):
        says(f"The function's execution role does not have permissions to call {action} on {target}", WRONG, client.put_function_event_invoke_config,
             FunctionName="mute", DestinationConfig={"OnFailure": {"Destination": target}})
    allow = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sns:Publish", "Resource": topic}]}
    iam.put_role_policy(RoleName="mute", PolicyName="p", PolicyDocument=json.dumps(allow))
    client.put_function_event_invoke_config(FunctionName="mute", DestinationConfig={"OnFailure": {"Destination": topic}})

    # The older form of an asynchronous invocation: its end is told, too.
    client.put_function_event_invoke_config(FunctionName="kept", MaximumRetryAttempts=0, DestinationConfig={
        "OnSuccess": {"Destination": QUEUES + "dead"}, "OnFailure": {"Destination": QUEUES + "dead"}})
    assert client.invoke_async(FunctionName="kept", InvokeArgs=b'{"old": 1}')["Status"] == 202
    messages = sqs.receive_message(QueueUrl=sqs.get_queue_url(QueueName="dead")["QueueUrl"], WaitTimeSeconds=20)["Messages"]
    assert json.loads(messages[0]["Body"])["requestPayload"] == {"old": 1}, messages


def event_sources(server):
    client, sqs = server.client("lambda"), server.client("sqs")
    url = sqs.create_queue(QueueName="orders", Attributes={"VisibilityTimeout": "2"})["QueueUrl"]
    source = {"FunctionName": "kept", "EventSourceArn": QUEUES + "orders"}
    says("Queue visibility timeout: 2 seconds is less than Function timeout: 3 seconds", WRONG, client.create_event_source_mapping, **source)
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "3"})
    says("StartingPosition is not valid for SQS event sources.", WRONG, client.create_event_source_mapping, StartingPosition="LATEST", **source)
    says("Unsupported MaximumRetryAttempts parameter for given event source mapping type.", WRONG, client.create_event_source_mapping,
         MaximumRetryAttempts=3, **source)
    mapping = client.create_event_source_mapping(**source)["UUID"]
    client.create_function(**creation("slow", Timeout=30))
    says("Queue visibility timeout: 3 seconds is less than Function timeout: 30 seconds", WRONG, client.update_event_source_mapping,
         UUID=mapping, FunctionName="slow")
    assert client.update_event_source_mapping(UUID=mapping, BatchSize=5)["BatchSize"] == 5
    filters = lambda count: {"Filters": [{"Pattern": json.dumps({"body": [str(n)]})} for n in range(count)]}
    assert len(client.update_event_source_mapping(UUID=mapping, FilterCriteria=filters(5))["FilterCriteria"]["Filters"]) == 5
    refused(WRONG, client.update_event_source_mapping, UUID=mapping, FilterCriteria=filters(6))
    for settings in ({"MaximumBatchingWindowInSeconds": 1}, {"BatchSize": 11, "MaximumBatchingWindowInSeconds": 1}):
        says("FIFO", WRONG, client.create_event_source_mapping, FunctionName="kept", EventSourceArn=QUEUES + "dead.fifo", **settings)


def stacks(server):
    """A stack's function has what its template says; what cannot be had fails with its name."""
    cloudformation, client = server.client("cloudformation"), server.client("lambda")

    def deploy(name, **properties):
        body = {"Resources": {"Function": {"Type": "AWS::Lambda::Function", "Properties": {
            "FunctionName": name, "Role": ROLE, "PackageType": "Image", "Code": {"ImageUri": "plugin://CheckStockPrice"}, **properties}}}}
        stacks = [s["StackName"] for s in cloudformation.describe_stacks()["Stacks"]]
        (cloudformation.update_stack if name in stacks else cloudformation.create_stack)(StackName=name, TemplateBody=json.dumps(body))
        try:
            cloudformation.get_waiter("stack_update_complete" if name in stacks else "stack_create_complete").wait(
                StackName=name, WaiterConfig={"Delay": 0.2, "MaxAttempts": 100})
        except Exception:
            events = cloudformation.describe_stack_events(StackName=name)["StackEvents"]
            return next(e["ResourceStatusReason"] for e in reversed(events) if e["ResourceStatus"].endswith("_FAILED"))
    assert deploy("templated", EphemeralStorage={"Size": 700}, RecursiveLoop="Allow", Architectures=["arm64"]) is None
    shown = client.get_function_configuration(FunctionName="templated")
    assert shown["EphemeralStorage"] == {"Size": 700} and shown["Architectures"] == ["arm64"], shown
    assert client.get_function_recursion_config(FunctionName="templated")["RecursiveLoop"] == "Allow"
    assert deploy("templated", Description="plain") is None
    shown = client.get_function_configuration(FunctionName="templated")
    assert shown["EphemeralStorage"] == {"Size": 512} and shown["Architectures"] == ["x86_64"], shown
    assert client.get_function_recursion_config(FunctionName="templated")["RecursiveLoop"] == "Terminate"
    # Another package is another code, whether a property says so or the metadata.
    mapped = lambda package: json.dumps({"Resources": {"Mapped": {"Type": "AWS::Lambda::Function", "Metadata": {"Newel": {"Package": package}}, "Properties": {
        "FunctionName": "mapped", "Role": ROLE, "Runtime": "nodejs22.x", "Handler": "index.handler", "Code": {"ZipFile": "x"}}},
        "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "inline"}}, "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "inline"}},
        **{f"Policy{kind}": {"Type": f"AWS::{service}::{kind}InlinePolicy", "Properties": {key: {"Ref": kind}, "PolicyDocument": {
            "Version": "2012-10-17", "Statement": [{"Sid": package, "Effect": "Allow", "Principal": "*", "Action": action, "Resource": "*"}]}}}
           for kind, service, key, action in (("Queue", "SQS", "Queue", "sqs:SendMessage"), ("Topic", "SNS", "TopicArn", "sns:Publish"))}}})
    sqs, sns = server.client("sqs"), server.client("sns")
    for verb, package in (("create", "BuyStock"), ("update", "SellStock")):
        getattr(cloudformation, f"{verb}_stack")(StackName="mapped", TemplateBody=mapped(package))
        cloudformation.get_waiter(f"stack_{verb}_complete").wait(StackName="mapped", WaiterConfig={"Delay": 0.2, "MaxAttempts": 100})
        assert client.get_function(FunctionName="mapped")["Code"]["ImageUri"] == f"plugin://{package}"
        url = sqs.get_queue_url(QueueName="inline")["QueueUrl"]
        assert f'"{package}"' in sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["Policy"])["Attributes"]["Policy"]
        topic = f"arn:aws:sns:us-east-1:{ACCOUNT}:inline"
        assert f'"{package}"' in sns.get_topic_attributes(TopicArn=topic)["Attributes"]["Policy"]

    for member, value in {"KmsKeyArn": f"arn:aws:kms:us-east-1:{ACCOUNT}:key/x", "RuntimeManagementConfig": {"UpdateRuntimeOn": "FunctionUpdate"}}.items():
        reason = deploy("refused-" + member.lower(), **{member: value})
        assert reason and member.lower() in reason.lower(), reason


def main():
    with tempfile.TemporaryDirectory() as folder, Server(data=folder) as server:
        functions_of(server)
        payloads(server)
        dead_letters(server)
        event_sources(server)
        stacks(server)


if __name__ == "__main__":
    main()
