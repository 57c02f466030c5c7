"""What `sam deploy` and `cdk deploy` ask for, call by call: bucket of their own, uploads, change sets read page by page, events, exports of versions, clean-up."""
import io
import json
import zipfile

import boto3
from botocore.config import Config

from newel import Server, ended, refused, wait_for

ACCOUNT, REGION = "000000000000", "us-east-1"
QUALIFIER = "hnb659fds"


def client(server, service, credentials=None):
    keys = credentials or {"AccessKeyId": "test", "SecretAccessKey": "test"}
    return boto3.client(
        service, endpoint_url=server.endpoint, region_name=REGION, aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys.get("SessionToken"), config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}))


def through_a_change_set(cfn, stack, kind, template, parameters=(), capabilities=("CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"), **more):
    """As both tools do: a change set, its waiter, its pages, its execution, events until the end."""
    name = f"tool-{kind.lower()}"
    where = {"TemplateURL": template} if template.startswith("http") else {"TemplateBody": template}
    made = cfn.create_change_set(StackName=stack, ChangeSetName=name, ChangeSetType=kind, Parameters=list(parameters), Capabilities=list(capabilities), **where, **more)
    cfn.get_waiter("change_set_create_complete").wait(ChangeSetName=made["Id"], WaiterConfig={"Delay": 1})
    changes = [c["ResourceChange"] for page in cfn.get_paginator("describe_change_set").paginate(ChangeSetName=made["Id"], StackName=stack) for c in page["Changes"]]
    before = {e["EventId"] for e in cfn.describe_stack_events(StackName=stack)["StackEvents"]}
    cfn.execute_change_set(ChangeSetName=made["Id"], StackName=stack)

    def over():
        found = cfn.describe_stacks(StackName=stack)["Stacks"][0]
        return None if found["StackStatus"].endswith("_IN_PROGRESS") else found
    ending = wait_for(over, 30, f"the end of {stack}")
    fresh = [e for page in cfn.get_paginator("describe_stack_events").paginate(StackName=stack) for e in page["StackEvents"] if e["EventId"] not in before]
    assert ending["StackStatus"] == f"{kind}_COMPLETE", (ending["StackStatus"], [e.get("ResourceStatusReason") for e in fresh])
    assert fresh[0]["ResourceStatus"] == f"{kind}_COMPLETE" and fresh[0]["ResourceType"] == "AWS::CloudFormation::Stack", fresh[0]
    return ending, changes


def outputs(stack):
    return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


SAM_BUCKET = {"AWSTemplateFormatVersion": "2010-09-09", "Transform": "AWS::Serverless-2016-10-31", "Description": "Managed Stack for AWS SAM CLI",
              "Metadata": {"SamCliInfo": {"version": "1.0"}}, "Resources": {
                  "SamCliSourceBucket": {"Type": "AWS::S3::Bucket", "Properties": {
                      "VersioningConfiguration": {"Status": "Enabled"}, "Tags": [{"Key": "ManagedStackSource", "Value": "AwsSamCli"}]}},
                  "SamCliSourceBucketBucketPolicy": {"Type": "AWS::S3::BucketPolicy", "Properties": {
                      "Bucket": {"Ref": "SamCliSourceBucket"}, "PolicyDocument": {"Statement": [{
                          "Action": ["s3:GetObject"], "Effect": "Allow", "Resource": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":s3:::", {"Ref": "SamCliSourceBucket"}, "/*"]]},
                          "Principal": {"Service": "serverlessrepo.amazonaws.com"}}]}}}},
              "Outputs": {"SourceBucket": {"Value": {"Ref": "SamCliSourceBucket"}}}}

SAM_APP = """
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Parameters: {Days: {Type: Number, Default: 7}}
Globals: {Function: {Timeout: 5, Tags: {app: sam}}}
Resources:
  Price:
    Type: AWS::Serverless::Function
    Metadata: {Newel: {Package: CheckStockPrice}}
    Properties:
      CodeUri: BUCKET
      Handler: index.handler
      Runtime: ruby3.3
      Events: {Orders: {Type: SQS, Properties: {Queue: !GetAtt Orders.Arn, BatchSize: 5}}}
  Orders: {Type: AWS::SQS::Queue}
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: {Bucket: BUCKET_NAME, Key: definition.json}
      DefinitionSubstitutions: {PriceArn: !GetAtt Price.Arn}
      Policies: [LambdaInvokePolicy: {FunctionName: !Ref Price}]
  Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: !Ref Days}}
Outputs:
  Machine: {Value: !Ref Machine}
  Role: {Value: !GetAtt PriceRole.Arn}
"""


def sam(server):
    sts, cfn, s3 = (client(server, name) for name in ("sts", "cloudformation", "s3"))
    assert sts.get_caller_identity()["Account"] == ACCOUNT
    managed = "aws-sam-cli-managed-default"
    assert "does not exist" in refused("ValidationError", cfn.describe_stacks, StackName=managed)
    bucket = outputs(through_a_change_set(cfn, managed, "CREATE", json.dumps(SAM_BUCKET), Tags=[{"Key": "ManagedStackSource", "Value": "AwsSamCli"}])[0])["SourceBucket"]
    assert s3.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled" and "serverlessrepo" in s3.get_bucket_policy(Bucket=bucket)["Policy"]
    definition = {"StartAt": "Price", "States": {"Price": {"Type": "Task", "Resource": "${PriceArn}", "End": True}}}
    s3.put_object(Bucket=bucket, Key="definition.json", Body=json.dumps(definition))
    s3.upload_fileobj(io.BytesIO(zipped(**{"index.rb": "def handler\nend\n"})), bucket, "code.zip")
    app = SAM_APP.replace("BUCKET_NAME", bucket).replace("BUCKET", f"s3://{bucket}/code.zip")
    s3.put_object(Bucket=bucket, Key="app.template", Body=app)
    url = f"https://s3.{REGION}.amazonaws.com/{bucket}/app.template"
    assert "does not exist" in refused("ValidationError", cfn.describe_stacks, StackName="app")
    summary = cfn.get_template_summary(TemplateURL=url)
    assert summary["DeclaredTransforms"] == ["AWS::Serverless-2016-10-31"] and summary["Parameters"][0]["ParameterKey"] == "Days", summary
    stack, changes = through_a_change_set(cfn, "app", "CREATE", url, Tags=[{"Key": "team", "Value": "a"}])
    assert {c["LogicalResourceId"]: c["ResourceType"] for c in changes} == {
        "Price": "AWS::Lambda::Function", "PriceRole": "AWS::IAM::Role", "PriceOrders": "AWS::Lambda::EventSourceMapping", "Orders": "AWS::SQS::Queue",
        "Machine": "AWS::StepFunctions::StateMachine", "MachineRole": "AWS::IAM::Role", "Logs": "AWS::Logs::LogGroup"}, changes
    sfn = client(server, "stepfunctions")
    sfn.meta.config.inject_host_prefix = False
    execution = sfn.start_execution(stateMachineArn=outputs(stack)["Machine"], input="{}")["executionArn"]
    assert ended(sfn, execution)["status"] == "SUCCEEDED"
    original, processed = (cfn.get_template(StackName="app", TemplateStage=stage)["TemplateBody"] for stage in ("Original", "Processed"))
    assert "AWS::Serverless::Function" in str(original) and "AWS::Serverless" not in str(processed)
    # `sam deploy` again with a parameter, then `sam delete`.
    days = [{"ParameterKey": "Days", "ParameterValue": "30"}]
    changes = through_a_change_set(cfn, "app", "UPDATE", url, days, Tags=[{"Key": "team", "Value": "a"}])[1]
    assert [(c["LogicalResourceId"], c["Action"], c["Replacement"]) for c in changes] == [("Logs", "Modify", "False")], changes
    cfn.get_template(StackName="app")
    for name in ("app", managed):
        if name == managed:
            for key in ("definition.json", "code.zip", "app.template"):
                s3.delete_object(Bucket=bucket, Key=key)
        cfn.delete_stack(StackName=name)
        cfn.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig={"Delay": 1})


def bootstrap():
    """What `cdk bootstrap` makes, as far as a deployment meets it."""
    def role(purpose, service=None, *statements):
        principal = {"Service": service} if service else {"AWS": {"Ref": "AWS::AccountId"}}
        return {"Type": "AWS::IAM::Role", "Properties": {
            "RoleName": {"Fn::Sub": f"cdk-{QUALIFIER}-{purpose}-${{AWS::AccountId}}-${{AWS::Region}}"},
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Action": "sts:AssumeRole", "Effect": "Allow", "Principal": principal}]},
            "Policies": [{"PolicyName": "default", "PolicyDocument": {"Version": "2012-10-17", "Statement": list(statements)}}]}}

    def allow(*actions):
        return {"Effect": "Allow", "Action": list(actions), "Resource": "*"}
    return {"Parameters": {"Trusted": {"Type": "CommaDelimitedList", "Default": ""}}, "Conditions": {"HasTrusted": {"Fn::Not": [{"Fn::Equals": ["", {"Fn::Join": ["", {"Ref": "Trusted"}]}]}]}},
            "Resources": {
                "StagingBucket": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain", "Properties": {
                    "BucketName": {"Fn::Sub": f"cdk-{QUALIFIER}-assets-${{AWS::AccountId}}-${{AWS::Region}}"}, "VersioningConfiguration": {"Status": "Enabled"},
                    "BucketEncryption": {"ServerSideEncryptionConfiguration": [{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]},
                    "PublicAccessBlockConfiguration": {"Fn::If": ["HasTrusted", {"Ref": "AWS::NoValue"}, {
                        "BlockPublicAcls": True, "BlockPublicPolicy": True, "IgnorePublicAcls": True, "RestrictPublicBuckets": True}]}}},
                "FilePublishingRole": role("file-publishing-role", None, allow("s3:*")),
                "DeploymentActionRole": role("deploy-role", None, allow("cloudformation:*", "s3:GetObject*", "ssm:GetParameter", "iam:PassRole")),
                "LookupRole": role("lookup-role", None, allow("ssm:GetParameter")),
                "CloudFormationExecutionRole": role("cfn-exec-role", "cloudformation.amazonaws.com", allow("*")),
                "CdkBootstrapVersion": {"Type": "AWS::SSM::Parameter", "Properties": {
                    "Type": "String", "Name": {"Fn::Sub": f"/cdk-bootstrap/{QUALIFIER}/version"}, "Value": "21"}}},
            "Outputs": {"BucketName": {"Value": {"Fn::Sub": "${StagingBucket}"}}, "BootstrapVersion": {"Value": {"Fn::GetAtt": ["CdkBootstrapVersion", "Value"]}}}}


def cdk_app(delay):
    return {"Resources": {
        "Queue4A7E3555": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": delay}, "UpdateReplacePolicy": "Delete", "DeletionPolicy": "Delete",
                          "Metadata": {"aws:cdk:path": "App/Queue/Resource"}},
        "MachineRole": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Action": "sts:AssumeRole", "Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}}]}}},
        "MachineRoleDefaultPolicy": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "MachineRoleDefaultPolicy", "Roles": [{"Ref": "MachineRole"}],
            "PolicyDocument": {"Version": "2012-10-17", "Statement": [{"Action": "sqs:SendMessage", "Effect": "Allow", "Resource": {"Fn::GetAtt": ["Queue4A7E3555", "Arn"]}}]}}},
        "Machine": {"Type": "AWS::StepFunctions::StateMachine", "DependsOn": ["MachineRoleDefaultPolicy", "MachineRole"], "Properties": {
            "RoleArn": {"Fn::GetAtt": ["MachineRole", "Arn"]}, "DefinitionString": {"Fn::Join": ["", [
                '{"StartAt":"Send","States":{"Send":{"Type":"Task","End":true,"Resource":"arn:', {"Ref": "AWS::Partition"},
                ':states:::sqs:sendMessage","Parameters":{"QueueUrl":"', {"Ref": "Queue4A7E3555"}, '","MessageBody":"hello"}}}}']]}}},
        "CDKMetadata": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "v2:deflate64:none"}}},
        "Outputs": {"Machine": {"Value": {"Ref": "Machine"}}, "ExportsOutput": {"Value": {"Ref": "Queue4A7E3555"}, "Export": {"Name": "App:Queue"}}},
        "Parameters": {"BootstrapVersion": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": f"/cdk-bootstrap/{QUALIFIER}/version"}},
        "Rules": {"CheckBootstrapVersion": {"Assertions": [{"Assert": {"Fn::Not": [{"Fn::Contains": [["1", "2", "3", "4", "5"], {"Ref": "BootstrapVersion"}]}]},
                                                            "AssertDescription": "CDK bootstrap stack version 6 required."}]}}}


def cdk(server):
    sts, cfn = client(server, "sts"), client(server, "cloudformation")
    assert sts.get_caller_identity()["Account"] == ACCOUNT
    through_a_change_set(cfn, "CDKToolkit", "CREATE", json.dumps(bootstrap()))
    cfn.update_termination_protection(StackName="CDKToolkit", EnableTerminationProtection=True)

    def acting(purpose):
        arn = f"arn:aws:iam::{ACCOUNT}:role/cdk-{QUALIFIER}-{purpose}-{ACCOUNT}-{REGION}"
        return sts.assume_role(RoleArn=arn, RoleSessionName="aws-cdk-test")["Credentials"]
    deployer, publisher = acting("deploy-role"), acting("file-publishing-role")
    ssm, cfn, s3 = client(server, "ssm", deployer), client(server, "cloudformation", deployer), client(server, "s3", publisher)
    assert ssm.get_parameter(Name=f"/cdk-bootstrap/{QUALIFIER}/version")["Parameter"]["Value"] == "21"
    bucket = f"cdk-{QUALIFIER}-assets-{ACCOUNT}-{REGION}"
    assert s3.get_bucket_location(Bucket=bucket).get("LocationConstraint") is None
    assert s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"][0]["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"] == "AES256"

    def published(template, key):
        assert "Contents" not in s3.list_objects_v2(Bucket=bucket, Prefix=key, MaxKeys=1)
        s3.upload_fileobj(io.BytesIO(json.dumps(template).encode()), bucket, key)
        return f"https://s3.{REGION}.amazonaws.com/{bucket}/{key}"
    executor = f"arn:aws:iam::{ACCOUNT}:role/cdk-{QUALIFIER}-cfn-exec-role-{ACCOUNT}-{REGION}"
    assert "does not exist" in refused("ValidationError", cfn.describe_stacks, StackName="App")
    url = published(cdk_app(1), "first.json")
    assert cfn.get_template_summary(TemplateURL=url)["Parameters"][0]["ParameterKey"] == "BootstrapVersion"
    stack, changes = through_a_change_set(cfn, "App", "CREATE", url, RoleARN=executor)
    assert len(changes) == 5 and all(c["Action"] == "Add" for c in changes), changes
    cfn.update_termination_protection(StackName="App", EnableTerminationProtection=False)
    sfn = client(server, "stepfunctions")
    sfn.meta.config.inject_host_prefix = False
    execution = sfn.start_execution(stateMachineArn=outputs(stack)["Machine"], input="{}")["executionArn"]
    assert ended(sfn, execution)["status"] == "SUCCEEDED"
    # Nothing to do: a change set that fails and is deleted, as `cdk deploy` does.
    assert "Queue4A7E3555" in str(cfn.get_template(StackName="App", TemplateStage="Original")["TemplateBody"])
    empty = cfn.create_change_set(StackName="App", ChangeSetName="cdk-deploy-change-set", ChangeSetType="UPDATE", TemplateURL=url, RoleARN=executor,
                                  Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
                                  Parameters=[{"ParameterKey": "BootstrapVersion", "UsePreviousValue": True}])
    assert cfn.describe_change_set(ChangeSetName=empty["Id"])["Status"] == "FAILED"
    cfn.delete_change_set(StackName="App", ChangeSetName="cdk-deploy-change-set")
    assert cfn.list_change_sets(StackName="App")["Summaries"] == [] or all(
        s["ChangeSetName"] != "cdk-deploy-change-set" for s in cfn.list_change_sets(StackName="App")["Summaries"])
    changes = through_a_change_set(cfn, "App", "UPDATE", published(cdk_app(2), "second.json"), RoleARN=executor)[1]
    # What asks for an attribute of the queue may change with it.
    assert [(c["LogicalResourceId"], c["Replacement"], c["Details"][0]["Evaluation"]) for c in changes] == [
        ("Queue4A7E3555", "False", "Static"), ("MachineRoleDefaultPolicy", "False", "Dynamic")], changes
    # The deployer itself may make nothing: only the role it passes may.
    direct = json.dumps({"Resources": {"Q": {"Type": "AWS::SQS::Queue"}}})
    cfn.create_stack(StackName="Direct", TemplateBody=direct, OnFailure="DELETE")
    wait_for(lambda: "Direct" in [s["StackName"] for s in cfn.list_stacks(StackStatusFilter=["DELETE_COMPLETE"])["StackSummaries"]], 30, "its deletion")
    # Hot swap: what changed is changed directly.
    resources = cfn.get_paginator("list_stack_resources").paginate(StackName="App").build_full_result()["StackResourceSummaries"]
    assert {r["ResourceType"] for r in resources} >= {"AWS::StepFunctions::StateMachine", "AWS::CDK::Metadata"}, resources
    cfn.delete_stack(StackName="App", RoleARN=executor)
    cfn.get_waiter("stack_delete_complete").wait(StackName="App", WaiterConfig={"Delay": 1})
    owner = client(server, "cloudformation")
    assert "TerminationProtection" in refused("ValidationError", owner.delete_stack, StackName="CDKToolkit")
    owner.update_termination_protection(StackName="CDKToolkit", EnableTerminationProtection=False)
    toolkit = owner.describe_stacks(StackName="CDKToolkit")["Stacks"][0]["StackId"]
    owner.delete_stack(StackName="CDKToolkit")
    wait_for(lambda: owner.describe_stacks(StackName=toolkit)["Stacks"][0]["StackStatus"] == "DELETE_COMPLETE", 30, "the toolkit's end")
    # Its bucket was to stay.
    assert bucket in [b["Name"] for b in client(server, "s3").list_buckets()["Buckets"]]


with Server() as server:
    sam(server)
    cdk(server)
print("deploy tools find what they ask for")
