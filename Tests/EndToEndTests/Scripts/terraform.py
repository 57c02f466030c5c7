"""Terraform, unchanged, makes the stock sample, finds nothing to change, changes it in place and takes it away again.

The calls it makes are also made with boto3: Terraform itself runs where it and its AWS provider can be had (from registry.terraform.io, or
from the folders NEWEL_TERRAFORM_PLUGINS names)."""
import json
import os
import shutil
import subprocess
import tempfile

from botocore.exceptions import ClientError

from newel import ROOT, Server, ended, wait_for

SAMPLE = os.path.join(ROOT, "Samples", "Terraform")


class Terraform:
    """The tool in a folder of its own."""

    def __init__(self, server, configuration=SAMPLE):
        self.folder = tempfile.mkdtemp(prefix="newel-terraform-")
        shutil.copytree(os.path.join(ROOT, "Samples", "OrchestrateLambdaFunctions"), os.path.join(self.folder, "OrchestrateLambdaFunctions"))
        self.place = os.path.join(self.folder, "Terraform")
        shutil.copytree(configuration, self.place)
        self.environment = {
            **os.environ, "AWS_ENDPOINT_URL": server.endpoint, "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": server.account,
            "AWS_SECRET_ACCESS_KEY": "test", "CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1", "TF_INPUT": "0"}

    def run(self, *words, codes=(0,), seconds=240):
        ran = subprocess.run(
            ["terraform", *words], cwd=self.place, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            timeout=seconds)
        assert ran.returncode in codes, f"terraform {' '.join(words)} ended with {ran.returncode}:\n{ran.stdout}"
        return ran

    def is_here(self):
        """Whether the provider can be had."""
        if not shutil.which("terraform"):
            return False
        mirrors = ["-plugin-dir=" + d for d in os.environ.get("NEWEL_TERRAFORM_PLUGINS", "").split(":") if d]
        try:
            return self.run("init", "-no-color", *mirrors, codes=(0, 1), seconds=90).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def edit(self, old, new):
        path = os.path.join(self.place, "main.tf")
        with open(path) as file:
            text = file.read()
        assert old in text
        with open(path, "w") as file:
            file.write(text.replace(old, new))


# The functions that are there without having been made.
STOCK = {"ApproveSqs", "BuyStock", "CheckStockPrice", "GenerateBuySellRecommendation", "SellStock"}


def functions(server):
    return {f["FunctionName"] for f in server.client("lambda").list_functions()["Functions"]}


def runs(server, machine):
    sfn = server.client("stepfunctions")
    execution = sfn.start_execution(stateMachineArn=machine, input="{}")["executionArn"]
    description = ended(sfn, execution)
    assert description["status"] == "SUCCEEDED", description


def empty(server):
    assert server.client("stepfunctions").list_state_machines()["stateMachines"] == []
    assert functions(server) == STOCK
    assert server.client("lambda").list_event_source_mappings()["EventSourceMappings"] == []
    assert "QueueUrls" not in server.client("sqs").list_queues()
    assert server.client("sns").list_topics()["Topics"] == []
    assert server.client("iam").list_roles()["Roles"] == []


def for_real(server, terraform):
    terraform.run("apply", "-auto-approve", "-no-color")
    machine = json.loads(terraform.run("output", "-json").stdout)["machine"]["value"]
    runs(server, machine)
    again = terraform.run("plan", "-detailed-exitcode", "-no-color", codes=(0, 2))
    assert again.returncode == 0, again.stdout
    # In place: a timeout, a queue's attribute, a machine's definition, tags, and one permission less.
    terraform.edit("timeout       = 10", 'timeout       = 20\n  tags          = { team = "trade" }')
    terraform.edit("visibility_timeout_seconds = 60", "visibility_timeout_seconds = 90")
    terraform.edit('{ Effect = "Allow", Action = "sns:Publish", Resource = aws_sns_topic.result.arn },', "")
    planned = terraform.run("plan", "-no-color").stdout
    assert "0 to add" in planned and "0 to destroy" in planned and "0 to change" not in planned, planned
    terraform.run("apply", "-auto-approve", "-no-color")
    assert terraform.run("plan", "-detailed-exitcode", "-no-color", codes=(0, 2)).returncode == 0
    function = server.client("lambda").get_function(FunctionName="stock-BuyStock")
    assert function["Configuration"]["Timeout"] == 20 and function["Tags"] == {"team": "trade"}, function
    sfn = server.client("stepfunctions")
    failed = ended(sfn, sfn.start_execution(stateMachineArn=machine, input="{}")["executionArn"])
    assert failed["status"] == "FAILED" and "is not authorized to perform: SNS:Publish" in failed["cause"], failed
    terraform.run("destroy", "-auto-approve", "-no-color")
    empty(server)


def its_calls(server):
    """What Terraform's AWS provider asks for each kind of resource of the sample: to make it, to read it back, to change it, to delete it."""
    server.client("sts").get_caller_identity()
    iam, sqs, sns, aws_lambda, sfn = (server.client(name) for name in ("iam", "sqs", "sns", "lambda", "stepfunctions"))
    trust = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {
        "Service": ["lambda.amazonaws.com", "states.amazonaws.com"]}}]})
    role = iam.create_role(RoleName="stock", AssumeRolePolicyDocument=trust, Description="", MaxSessionDuration=3600, Path="/")["Role"]
    iam.put_role_policy(RoleName="stock", PolicyName="all", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["sqs:*", "lambda:InvokeFunction"], "Resource": "*"}]}))
    assert iam.get_role(RoleName="stock")["Role"]["Arn"] == role["Arn"]
    assert iam.list_role_policies(RoleName="stock")["PolicyNames"] == ["all"]
    assert iam.get_role_policy(RoleName="stock", PolicyName="all")["PolicyDocument"]["Statement"]
    assert iam.list_attached_role_policies(RoleName="stock")["AttachedPolicies"] == []

    url = sqs.create_queue(QueueName="stock", Attributes={"VisibilityTimeout": "60"})["QueueUrl"]
    attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    assert attributes["VisibilityTimeout"] == "60" and sqs.list_queue_tags(QueueUrl=url).get("Tags", {}) == {}
    topic = sns.create_topic(Name="stock", Attributes={})["TopicArn"]
    assert sns.get_topic_attributes(TopicArn=topic)["Attributes"]["TopicArn"] == topic
    assert sns.list_tags_for_resource(ResourceArn=topic)["Tags"] == []

    made = aws_lambda.create_function(
        FunctionName="stock", Role=role["Arn"], PackageType="Image", Code={"ImageUri": "plugin://ApproveSqs"}, Timeout=10, Publish=False)
    assert aws_lambda.get_function(FunctionName="stock")["Configuration"]["State"] == "Active"
    aws_lambda.list_versions_by_function(FunctionName="stock")
    aws_lambda.tag_resource(Resource=made["FunctionArn"], Tags={"team": "trade", "old": "1"})
    aws_lambda.untag_resource(Resource=made["FunctionArn"], TagKeys=["old"])
    assert aws_lambda.list_tags(Resource=made["FunctionArn"])["Tags"] == {"team": "trade"}
    assert aws_lambda.get_function(FunctionName="stock")["Tags"] == {"team": "trade"}
    mapping = aws_lambda.create_event_source_mapping(
        EventSourceArn=attributes["QueueArn"], FunctionName="stock", BatchSize=1, Enabled=True, Tags={"a": "b"})
    wait_for(lambda: aws_lambda.get_event_source_mapping(UUID=mapping["UUID"])["State"] == "Enabled", what="the mapping's start")
    assert aws_lambda.list_tags(Resource=mapping["EventSourceMappingArn"])["Tags"] == {"a": "b"}

    definition = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})
    assert sfn.validate_state_machine_definition(definition=definition, type="STANDARD")["result"] == "OK"
    machine = sfn.create_state_machine(name="stock", roleArn=role["Arn"], definition=definition, type="STANDARD", publish=False)["stateMachineArn"]
    assert json.loads(sfn.describe_state_machine(stateMachineArn=machine)["definition"]) == json.loads(definition)
    assert sfn.list_state_machine_versions(stateMachineArn=machine)["stateMachineVersions"] == []
    assert sfn.list_tags_for_resource(resourceArn=machine)["tags"] == []
    changed = definition.replace('"A": {', '"A": {"Comment": "new", ')
    sfn.update_state_machine(stateMachineArn=machine, definition=changed, roleArn=role["Arn"])
    assert sfn.describe_state_machine(stateMachineArn=machine)["definition"] == changed

    sfn.delete_state_machine(stateMachineArn=machine)
    wait_for(lambda: gone(sfn.describe_state_machine, "StateMachineDoesNotExist", stateMachineArn=machine), what="the machine's end")
    aws_lambda.delete_event_source_mapping(UUID=mapping["UUID"])
    wait_for(lambda: gone(aws_lambda.get_event_source_mapping, "ResourceNotFoundException", UUID=mapping["UUID"]), what="the mapping's end")
    aws_lambda.delete_function(FunctionName="stock")
    assert gone(aws_lambda.get_function, "ResourceNotFoundException", FunctionName="stock")
    sqs.delete_queue(QueueUrl=url)
    sns.delete_topic(TopicArn=topic)
    iam.list_instance_profiles_for_role(RoleName="stock")
    iam.delete_role_policy(RoleName="stock", PolicyName="all")
    iam.delete_role(RoleName="stock")
    assert gone(iam.get_role, "NoSuchEntity", RoleName="stock")
    empty(server)


def gone(ask, code, **input):
    try:
        ask(**input)
        return False
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        return True


def main():
    with Server() as server:
        its_calls(server)
        terraform = Terraform(server)
        try:
            if terraform.is_here():
                for_real(server, terraform)
                print("terraform itself has made, changed and destroyed the sample")
        finally:
            shutil.rmtree(terraform.folder, ignore_errors=True)
        server.stop()


if __name__ == "__main__":
    main()
