"""`sam deploy`, unchanged: functions and a state machine from a SAM template, run, changed, deployed again, and deleted without a trace."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

from newel import ROOT, Server, ended

SAM = os.path.join(ROOT, ".venv-sam", "bin", "sam")
TEMPLATE = """
AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Description: A price, and what to do about it
Parameters:
  Limit:
    Type: Number
    Default: 50
Globals:
  Function:
    Runtime: python3.12
    Handler: app.handler
    Timeout: 10
    Environment:
      Variables:
        LIMIT: !Ref Limit
Resources:
  Trades:
    Type: AWS::SQS::Queue
  PriceFunction:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: price/
  RecorderFunction:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: recorder/
      Policies:
        - SQSSendMessagePolicy:
            QueueName: !GetAtt Recorded.QueueName
      Environment:
        Variables:
          RECORDED: !Ref Recorded
      Events:
        Trades:
          Type: SQS
          Properties:
            Queue: !GetAtt Trades.Arn
            BatchSize: 1
  Recorded:
    Type: AWS::SQS::Queue
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.asl.json
      DefinitionSubstitutions:
        Price: !GetAtt PriceFunction.Arn
        Trades: !Ref Trades
      Policies:
        - LambdaInvokePolicy:
            FunctionName: !Ref PriceFunction
        - SQSSendMessagePolicy:
            QueueName: !GetAtt Trades.QueueName
Outputs:
  Flow:
    Value: !Ref Flow
  Recorded:
    Value: !Ref Recorded
"""
FLOW = {
    "StartAt": "Price", "States": {
        "Price": {"Type": "Task", "Resource": "${Price}", "Next": "Trade"},
        "Trade": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                  "Parameters": {"QueueUrl": "${Trades}", "MessageBody.$": "$"}, "ResultPath": None, "End": True}}}
PRICE = """
import os

def handler(event, context):
    price = event["price"]
    return {"price": price, "kind": "sell" if price > int(os.environ["LIMIT"]) else "buy"}
"""
RECORDER = """
import json, os
import boto3

def handler(event, context):
    for record in event["Records"]:
        boto3.client("sqs").send_message(QueueUrl=os.environ["RECORDED"], MessageBody=record["body"])
"""


class Project:
    """A SAM project in a folder of its own."""

    def __init__(self, server):
        self.folder = tempfile.mkdtemp(prefix="newel-sam-")
        self.write("template.yaml", TEMPLATE)
        self.write("flow.asl.json", json.dumps(FLOW, indent=2))
        self.write("price/app.py", PRICE)
        self.write("recorder/app.py", RECORDER)
        self.environment = {
            **os.environ, "HOME": self.folder, "AWS_ENDPOINT_URL": server.endpoint, "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": server.account, "AWS_SECRET_ACCESS_KEY": "test", "SAM_CLI_TELEMETRY": "0",
            "AWS_DISABLE_HOST_PREFIX_INJECTION": "true"}

    def write(self, path, text):
        path = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)

    def sam(self, *words, code=0):
        ran = subprocess.run(
            [SAM, *words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, timeout=300)
        assert ran.returncode == code, f"sam {' '.join(words)} ended with {ran.returncode}:\n{ran.stdout}"
        return ran.stdout

    def deploy(self, *more, code=0):
        return self.sam("deploy", "--stack-name", "trade", "--resolve-s3", "--capabilities", "CAPABILITY_IAM", "--no-confirm-changeset",
                        "--no-progressbar", *more, code=code)


# The functions that are there without having been made.
STOCK = {"ApproveSqs", "BuyStock", "CheckStockPrice", "GenerateBuySellRecommendation", "SellStock"}


def functions(server):
    return {f["FunctionName"] for f in server.client("lambda").list_functions()["Functions"]}


def outputs(server):
    stack = server.client("cloudformation").describe_stacks(StackName="trade")["Stacks"][0]
    return stack["StackStatus"], {o["OutputKey"]: o["OutputValue"] for o in stack["Outputs"]}


def traded(server, price):
    """What the recorder heard of an execution."""
    _, made = outputs(server)
    sfn, sqs = server.client("stepfunctions"), server.client("sqs")
    description = ended(sfn, sfn.start_execution(stateMachineArn=made["Flow"], input=json.dumps({"price": price}))["executionArn"])
    assert description["status"] == "SUCCEEDED", description
    messages = []
    while not messages:
        messages = sqs.receive_message(QueueUrl=made["Recorded"], WaitTimeSeconds=20).get("Messages", [])
    sqs.delete_message(QueueUrl=made["Recorded"], ReceiptHandle=messages[0]["ReceiptHandle"])
    assert json.loads(messages[0]["Body"]) == json.loads(description["output"]), messages
    return json.loads(description["output"])["kind"]


def main():
    os.environ["NEWEL_PYTHON"] = sys.executable
    with Server() as server:
        project = Project(server)
        try:
            said = project.deploy()
            assert "Successfully created/updated stack - trade" in said, said
            assert outputs(server)[0] == "CREATE_COMPLETE"
            assert traded(server, 40) == "buy" and traded(server, 60) == "sell"
            said = project.deploy(code=1)
            assert "No changes to deploy" in said, said
            project.write("price/app.py", PRICE.replace('"buy"', '"hold"'))
            project.deploy("--parameter-overrides", "Limit=70")
            assert outputs(server)[0] == "UPDATE_COMPLETE"
            assert traded(server, 60) == "hold" and traded(server, 80) == "sell"
            project.sam("delete", "--stack-name", "trade", "--no-prompts", "--region", "us-east-1")
            assert server.client("stepfunctions").list_state_machines()["stateMachines"] == []
            assert functions(server) == STOCK
            assert server.client("lambda").list_event_source_mappings()["EventSourceMappings"] == []
            assert "QueueUrls" not in server.client("sqs").list_queues()
            assert server.client("iam").list_roles()["Roles"] == []
        finally:
            shutil.rmtree(project.folder, ignore_errors=True)
        server.stop()
    print("sam has deployed, changed and deleted a project")


if __name__ == "__main__":
    main()
