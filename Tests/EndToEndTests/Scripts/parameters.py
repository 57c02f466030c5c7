"""Parameters by boto3 and the command line: put, read, listed by path, sealed under a key; they outlive kill -9, and policies decide."""
import json
import os
import subprocess

import boto3

from newel import Server, refused


def main():
    with Server() as server:
        ssm = server.client("ssm")
        ssm.put_parameter(Name="/app/url", Value="http://x", Type="String", Tags=[{"Key": "env", "Value": "dev"}])
        ssm.put_parameter(Name="/app/db/password", Value="s3cret", Type="SecureString")
        ssm.put_parameter(Name="/app/hosts", Value="a,b", Type="StringList")
        assert ssm.put_parameter(Name="/app/url", Value="http://y", Type="String", Overwrite=True)["Version"] == 2
        server.kill()
        server.start()
        ssm = server.client("ssm")
        found = ssm.get_parameter(Name="/app/db/password", WithDecryption=True)["Parameter"]
        assert found["Value"] == "s3cret" and found["ARN"].endswith(":parameter/app/db/password"), found
        assert "s3cret" not in ssm.get_parameter(Name="/app/db/password")["Parameter"]["Value"]
        pages = ssm.get_paginator("get_parameters_by_path").paginate(Path="/app", Recursive=True, MaxResults=1)
        names = [parameter["Name"] for page in pages for parameter in page["Parameters"]]
        assert names == ["/app/db/password", "/app/hosts", "/app/url"], names
        refused("ParameterNotFound", ssm.get_parameter, Name="/none")
        refused("ParameterNotFound", ssm.get_parameter, Name="/aws/service/ami-amazon-linux-latest/x")
        assert "changing a parameter type" in refused(
            "HierarchyTypeMismatchException", ssm.put_parameter, Name="/app/url", Value="z", Type="StringList", Overwrite=True)
        refused("ParameterAlreadyExists", ssm.put_parameter, Name="/app/url", Value="z", Type="String")
        refused("ValidationException", ssm.put_parameter, Name="/app/big", Value="x" * 4097, Type="String")
        refused("InvalidNextToken", ssm.describe_parameters, NextToken="none of ours")
        command_line(server)
        user(server)
        server.stop()


def command_line(server):
    environment = dict(os.environ, AWS_ACCESS_KEY_ID=server.account, AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION=server.region, AWS_PAGER="")

    def aws(*words):
        ended = subprocess.run(
            ["aws", "--endpoint-url", server.endpoint, "--output", "json", "ssm", *words], env=environment, capture_output=True, text=True)
        assert ended.returncode == 0, (words, ended.stdout, ended.stderr)
        return json.loads(ended.stdout)
    assert aws("get-parameter", "--name", "/app/url:1")["Parameter"]["Value"] == "http://x"
    tags = aws("list-tags-for-resource", "--resource-type", "Parameter", "--resource-id", "/app/url")["TagList"]
    assert tags == [{"Key": "env", "Value": "dev"}], tags


def user(server):
    """A user may read what a policy names, sealed parameters too, and nothing else."""
    iam = server.client("iam")
    iam.create_user(UserName="reader")
    policy = {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "ssm:GetParameter*", "Resource": "arn:aws:ssm:*:*:parameter/app/*"}]}
    iam.put_user_policy(UserName="reader", PolicyName="p", PolicyDocument=json.dumps(policy))
    key = iam.create_access_key(UserName="reader")["AccessKey"]
    ssm = boto3.client(
        "ssm", endpoint_url=server.endpoint, region_name=server.region, aws_access_key_id=key["AccessKeyId"],
        aws_secret_access_key=key["SecretAccessKey"])
    assert ssm.get_parameter(Name="/app/db/password", WithDecryption=True)["Parameter"]["Value"] == "s3cret"
    assert len(ssm.get_parameters_by_path(Path="/app")["Parameters"]) == 2
    refused("AccessDeniedException", ssm.get_parameter, Name="/other")
    refused("AccessDeniedException", ssm.put_parameter, Name="/app/x", Value="v", Type="String")


main()
print("parameters are as they should be")
