"""What Terraform writes reads back as it was written: functions, queues, topics, buckets, rules and machines with settings leave nothing to change.

Terraform itself runs where it and its AWS provider can be had; what it writes and reads of a function, a queue and a bucket is also asked with boto3."""
import json
import os
import shutil

from newel import Server
from terraform import STOCK, Terraform, functions

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "terraform_settings")


def reads_back(server):
    """The provider compares what it wrote with what these answer."""
    iam, sqs, aws_lambda, s3 = (server.client(name) for name in ("iam", "sqs", "lambda", "s3"))
    trust = json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]})
    role = iam.create_role(RoleName="r", Path="/made/", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    iam.put_role_policy(RoleName="r", PolicyName="p", PolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:*", "logs:*"], "Resource": "*"}]}))
    url = sqs.create_queue(QueueName="dead", Attributes={"VisibilityTimeout": "60"})["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    allow = json.dumps({"redrivePermission": "byQueue", "sourceQueueArns": [arn + "x"]})
    policy = json.dumps({"Version": "2012-10-17", "Statement": [
        {"Sid": "s", "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": arn, "Principal": {"Service": "s3.amazonaws.com"}}]})
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"RedriveAllowPolicy": allow, "Policy": policy})
    kept = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert (json.loads(kept["RedriveAllowPolicy"]), json.loads(kept["Policy"])) == (json.loads(allow), json.loads(policy)), kept
    written = dict(
        Description="works", Timeout=10, MemorySize=256, Environment={"Variables": {"MODE": "dry"}}, EphemeralStorage={"Size": 1024},
        TracingConfig={"Mode": "Active"}, DeadLetterConfig={"TargetArn": arn}, Architectures=["x86_64"])
    aws_lambda.create_function(
        FunctionName="f", Role=role, PackageType="Image", Code={"ImageUri": "plugin://CheckStockPrice"}, Tags={"team": "trade"}, Publish=True, **written)
    told = aws_lambda.get_function(FunctionName="f")
    assert {name: told["Configuration"][name] for name in written} == written, told
    assert told["Tags"] == {"team": "trade"}, told
    config = dict(
        MaximumRetryAttempts=1, MaximumEventAgeInSeconds=120, DestinationConfig={"OnSuccess": {}, "OnFailure": {"Destination": arn}})
    aws_lambda.put_function_event_invoke_config(FunctionName="f", **config)
    told = aws_lambda.get_function_event_invoke_config(FunctionName="f")
    assert {name: told[name] for name in config} == config, told
    s3.create_bucket(Bucket="shelf")
    notices = {"EventBridgeConfiguration": {}, "QueueConfigurations": [
        {"Id": "q", "QueueArn": arn, "Events": ["s3:ObjectCreated:*"], "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "in/"}]}}}]}
    s3.put_bucket_notification_configuration(Bucket="shelf", NotificationConfiguration=notices)
    told = s3.get_bucket_notification_configuration(Bucket="shelf")
    assert {name: told[name] for name in notices} == notices, told
    s3.delete_bucket(Bucket="shelf")
    aws_lambda.delete_function(FunctionName="f")
    sqs.delete_queue(QueueUrl=url)
    iam.delete_role_policy(RoleName="r", PolicyName="p")
    iam.delete_role(RoleName="r")


def for_real(server, terraform):
    terraform.run("apply", "-auto-approve", "-no-color")
    planned = terraform.run("plan", "-detailed-exitcode", "-no-color", codes=(0, 2))
    assert planned.returncode == 0, planned.stdout
    terraform.run("destroy", "-auto-approve", "-no-color")
    assert functions(server) == STOCK
    for service, action, member in [
            ("sqs", "list_queues", "QueueUrls"), ("sns", "list_topics", "Topics"), ("iam", "list_roles", "Roles"), ("iam", "list_users", "Users"),
            ("s3", "list_buckets", "Buckets"), ("stepfunctions", "list_state_machines", "stateMachines"), ("events", "list_rules", "Rules"),
            ("ssm", "describe_parameters", "Parameters"), ("stepfunctions", "list_activities", "activities")]:
        left = getattr(server.client(service), action)().get(member, [])
        assert left == [], (service, left)


def main():
    with Server() as server:
        reads_back(server)
        terraform = Terraform(server, HERE)
        if os.environ.get("NEWEL_SOAK") != "1":
            os.remove(os.path.join(terraform.place, "policies.tf"))
        try:
            if terraform.is_here():
                for_real(server, terraform)
                print("terraform itself has found nothing to change")
        finally:
            shutil.rmtree(terraform.folder, ignore_errors=True)


main()
