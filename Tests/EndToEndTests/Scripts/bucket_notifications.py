"""Notifications of buckets: to queues, topics, functions and the event bus, by filters, as policies allow, kept over a kill; from templates, SAM's too."""
import json
import tempfile

from newel import Server, refused, wait_for

ACCOUNT = "000000000000"
QUEUES, FUNCTIONS = f"arn:aws:sqs:us-east-1:{ACCOUNT}:", f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:"
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]})


def reader(server, name):
    """A queue, and a function that takes the next message from it."""
    url = server.client("sqs").create_queue(QueueName=name)["QueueUrl"]

    def take(seconds=20):
        def message():
            sqs = server.client("sqs")
            found = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=1).get("Messages")
            if found:
                sqs.delete_message(QueueUrl=url, ReceiptHandle=found[0]["ReceiptHandle"])
            return found and json.loads(found[0]["Body"])
        return wait_for(message, seconds, f"a message in {name}")
    return url, take


def watched(server, name, seen):
    """A function whose calls are told to a queue, however they end."""
    functions = server.client("lambda")
    functions.create_function(FunctionName=name, Role=f"arn:aws:iam::{ACCOUNT}:role/r", PackageType="Image",
                              Code={"ImageUri": "plugin://CheckStockPrice"})
    watch(functions, name, seen)


def watch(functions, name, seen):
    functions.put_function_event_invoke_config(FunctionName=name, MaximumRetryAttempts=0, DestinationConfig={
        "OnSuccess": {"Destination": QUEUES + seen}, "OnFailure": {"Destination": QUEUES + seen}})


def targets(server):
    """Each kind of target hears of what it asked for, in AWS's form."""
    s3, sns, sqs, functions = (server.client(name) for name in ("s3", "sns", "sqs", "lambda"))
    _, made = reader(server, "made")
    _, gone = reader(server, "gone")
    _, seen = reader(server, "seen")
    topic = sns.create_topic(Name="copies")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=QUEUES + "gone", Attributes={"RawMessageDelivery": "true"})
    watched(server, "notified", "seen")
    functions.add_permission(FunctionName="notified", StatementId="s3", Action="lambda:InvokeFunction", Principal="s3.amazonaws.com",
                             SourceArn="arn:aws:s3:::box", SourceAccount=ACCOUNT)
    s3.create_bucket(Bucket="box")
    assert "QueueConfigurations" not in s3.get_bucket_notification_configuration(Bucket="box")
    suffix = lambda text: {"Key": {"FilterRules": [{"Name": "suffix", "Value": text}]}}
    configuration = {
        "QueueConfigurations": [{"Id": "pictures", "QueueArn": QUEUES + "made", "Events": ["s3:ObjectCreated:*"], "Filter": suffix(".jpg")}],
        "TopicConfigurations": [{"TopicArn": topic, "Events": ["s3:ObjectRemoved:Delete"]}],
        "LambdaFunctionConfigurations": [{"LambdaFunctionArn": FUNCTIONS + "notified", "Events": ["s3:ObjectCreated:Put"], "Filter": suffix(".txt")}],
    }
    s3.put_bucket_notification_configuration(Bucket="box", NotificationConfiguration=configuration)
    got = s3.get_bucket_notification_configuration(Bucket="box")
    assert got["QueueConfigurations"][0] == configuration["QueueConfigurations"][0] and got["TopicConfigurations"][0]["Id"], got
    for take in (made, gone):
        word = take()
        assert word["Event"] == "s3:TestEvent" and word["Bucket"] == "box" and word["Service"] == "Amazon S3", word

    s3.put_object(Bucket="box", Key="an album/1.jpg", Body=b"12345")
    record = made()["Records"][0]
    assert record["eventName"] == "ObjectCreated:Put" and record["eventSource"] == "aws:s3" and record["awsRegion"] == "us-east-1", record
    assert record["s3"]["object"]["key"] == "an+album/1.jpg" and record["s3"]["object"]["size"] == 5, record
    assert record["s3"]["configurationId"] == "pictures" and record["s3"]["bucket"]["arn"] == "arn:aws:s3:::box", record
    upload = s3.create_multipart_upload(Bucket="box", Key="2.jpg")["UploadId"]
    tag = s3.upload_part(Bucket="box", Key="2.jpg", UploadId=upload, PartNumber=1, Body=b"x")["ETag"]
    s3.complete_multipart_upload(Bucket="box", Key="2.jpg", UploadId=upload, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": tag}]})
    assert made()["Records"][0]["eventName"] == "ObjectCreated:CompleteMultipartUpload"
    s3.copy_object(Bucket="box", Key="3.jpg", CopySource="box/2.jpg")
    assert made()["Records"][0]["eventName"] == "ObjectCreated:Copy"

    s3.put_object(Bucket="box", Key="note.txt", Body=b"n")
    call = seen()
    assert call["requestPayload"]["Records"][0]["s3"]["object"]["key"] == "note.txt", call
    s3.delete_object(Bucket="box", Key="note.txt")
    assert gone()["Records"][0]["eventName"] == "ObjectRemoved:Delete"

    refused("InvalidArgument", s3.put_bucket_notification_configuration, Bucket="box", NotificationConfiguration={
        "QueueConfigurations": [{"QueueArn": QUEUES + "missing", "Events": ["s3:ObjectCreated:*"]}]})
    rule = {"QueueArn": QUEUES + "made", "Events": ["s3:ObjectCreated:*"]}
    message = refused("InvalidArgument", s3.put_bucket_notification_configuration, Bucket="box", NotificationConfiguration={
        "QueueConfigurations": [rule, {**rule, "QueueArn": QUEUES + "gone"}]})
    assert message.startswith("Configuration is ambiguously defined."), message
    assert s3.get_bucket_notification_configuration(Bucket="box")["QueueConfigurations"] == configuration["QueueConfigurations"]


def policies(server):
    """Who has a policy decides by it whether this bucket may tell anything."""
    s3, sqs, functions = server.client("s3"), server.client("sqs"), server.client("lambda")
    url, take = reader(server, "guarded")

    def allow(bucket, account=ACCOUNT):
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": QUEUES + "guarded",
             "Condition": {"ArnLike": {"aws:SourceArn": f"arn:aws:s3:::{bucket}"}, "StringEquals": {"aws:SourceAccount": account}}}]})})
    put = lambda: s3.put_bucket_notification_configuration(Bucket="vault", NotificationConfiguration={
        "QueueConfigurations": [{"QueueArn": QUEUES + "guarded", "Events": ["s3:ObjectCreated:*"]}]})
    s3.create_bucket(Bucket="vault")
    for bucket, account in (("another", ACCOUNT), ("vault", "111122223333")):
        allow(bucket, account)
        assert refused("InvalidArgument", put) == "Unable to validate the following destination configurations"
    allow("vault")
    put()
    assert take()["Event"] == "s3:TestEvent"
    functions.add_permission(FunctionName="notified", StatementId="other", Action="lambda:InvokeFunction", Principal="s3.amazonaws.com",
                             SourceArn="arn:aws:s3:::elsewhere")
    functions.remove_permission(FunctionName="notified", StatementId="s3")
    assert refused("InvalidArgument", s3.put_bucket_notification_configuration, Bucket="vault", NotificationConfiguration={
        "LambdaFunctionConfigurations": [{"LambdaFunctionArn": FUNCTIONS + "notified", "Events": ["s3:ObjectCreated:*"]}]})
    # What may no longer be told is not.
    allow("another")
    s3.put_object(Bucket="vault", Key="secret", Body=b"s")
    wait_for(lambda: "a notification of a bucket could not be delivered" in server.said(), what="the warning")
    allow("vault")
    s3.put_object(Bucket="vault", Key="open", Body=b"o")
    assert take()["Records"][0]["s3"]["object"]["key"] == "open"


def kept(server):
    """Nothing that was acknowledged is untold after a kill, and nothing is told twice that was told in peace."""
    s3 = server.client("s3")
    s3.create_bucket(Bucket="many")
    url, _ = reader(server, "many")
    s3.put_bucket_notification_configuration(Bucket="many", SkipDestinationValidation=True, NotificationConfiguration={
        "QueueConfigurations": [{"QueueArn": QUEUES + "many", "Events": ["s3:ObjectCreated:*"]}]})
    written = set()
    for n in range(60):
        s3.put_object(Bucket="many", Key=f"k{n}", Body=b"x")
        written.add(f"k{n}")
        if n in (20, 40):
            server.kill()
            server.start()
            s3 = server.client("s3")
    sqs, heard = server.client("sqs"), []

    def complete():
        for message in sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=1).get("Messages", []):
            heard.append(json.loads(message["Body"])["Records"][0]["s3"]["object"]["key"])
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return written <= set(heard)
    wait_for(complete, 30, "all notifications")
    assert len(heard) == len(written), sorted(heard)


def event_bus(server):
    """EventBridge hears of a bucket that says so, and rules choose."""
    s3, events = server.client("s3"), server.client("events")
    _, take = reader(server, "from-bus")
    events.put_rule(Name="objects", EventPattern=json.dumps({
        "source": ["aws.s3"], "detail-type": ["Object Created"], "detail": {"bucket": {"name": ["bussed"]}, "object": {"key": [{"prefix": "in/"}]}}}))
    events.put_targets(Rule="objects", Targets=[{"Id": "q", "Arn": QUEUES + "from-bus"}])
    s3.create_bucket(Bucket="bussed")
    s3.put_bucket_notification_configuration(Bucket="bussed", NotificationConfiguration={"EventBridgeConfiguration": {}})
    assert s3.get_bucket_notification_configuration(Bucket="bussed")["EventBridgeConfiguration"] == {}
    for key in ("out/a", "in/b c"):
        s3.put_object(Bucket="bussed", Key=key, Body=b"x")
    event = take()
    assert event["detail"]["object"]["key"] == "in/b c" and event["resources"] == ["arn:aws:s3:::bussed"], event
    assert event["detail"]["reason"] == "PutObject", event


def templates(server):
    """A function of SAM with an S3 event is called; a bucket of a plain template tells a queue until its template says nothing."""
    cloudformation, s3, functions = server.client("cloudformation"), server.client("s3"), server.client("lambda")
    _, seen = reader(server, "seen")
    sam = {"Transform": "AWS::Serverless-2016-10-31", "Resources": {
        "Uploads": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "sam-uploads"}},
        "Reader": {"Type": "AWS::Serverless::Function", "Properties": {
            "FunctionName": "sam-reader", "PackageType": "Image", "ImageUri": "plugin://CheckStockPrice",
            "Events": {"Arrival": {"Type": "S3", "Properties": {
                "Bucket": {"Ref": "Uploads"}, "Events": ["s3:ObjectCreated:*"],
                "Filter": {"S3Key": {"Rules": [{"Name": "prefix", "Value": "in/"}]}}}}}}}}}

    def deploy(name, body, verb="create"):
        call = cloudformation.create_stack if verb == "create" else cloudformation.update_stack
        call(StackName=name, TemplateBody=json.dumps(body), Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"])
        try:
            cloudformation.get_waiter(f"stack_{verb}_complete").wait(StackName=name, WaiterConfig={"Delay": 0.2, "MaxAttempts": 150})
        except Exception:
            raise AssertionError([e.get("ResourceStatusReason") for e in cloudformation.describe_stack_events(StackName=name)["StackEvents"]])
    deploy("sam", sam)
    got = s3.get_bucket_notification_configuration(Bucket="sam-uploads")["LambdaFunctionConfigurations"]
    assert [c["LambdaFunctionArn"] for c in got] == [FUNCTIONS + "sam-reader"] and got[0]["Filter"]["Key"]["FilterRules"][0]["Value"] == "in/", got
    role = server.client("iam").get_role(RoleName=functions.get_function_configuration(FunctionName="sam-reader")["Role"].rsplit("/", 1)[1])["Role"]["RoleName"]
    server.client("iam").put_role_policy(RoleName=role, PolicyName="tell", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": QUEUES + "seen"}]}))
    watch(functions, "sam-reader", "seen")
    s3.put_object(Bucket="sam-uploads", Key="out/x", Body=b"x")
    s3.put_object(Bucket="sam-uploads", Key="in/y", Body=b"y")
    call = seen()
    assert call["requestPayload"]["Records"][0]["s3"]["object"]["key"] == "in/y", call

    plain = {"Resources": {
        "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "of-stack"}},
        "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "stack-bucket", "NotificationConfiguration": {
            "EventBridgeConfiguration": {"EventBridgeEnabled": True},
            "QueueConfigurations": [{"Event": "s3:ObjectRemoved:*", "Queue": {"Fn::GetAtt": ["Queue", "Arn"]}}]}}}}}
    deploy("plain", plain)
    got = s3.get_bucket_notification_configuration(Bucket="stack-bucket")
    assert got["QueueConfigurations"][0]["QueueArn"] == QUEUES + "of-stack" and "EventBridgeConfiguration" in got, got
    del plain["Resources"]["Bucket"]["Properties"]["NotificationConfiguration"]
    deploy("plain", plain, "update")
    got = s3.get_bucket_notification_configuration(Bucket="stack-bucket")
    assert "QueueConfigurations" not in got and "EventBridgeConfiguration" not in got, got


def main():
    with tempfile.TemporaryDirectory() as folder, Server(data=folder) as server:
        targets(server)
        policies(server)
        kept(server)
        event_bus(server)
        templates(server)


if __name__ == "__main__":
    main()
