"""`--virtual-time`: an hour passes when it is told to, runs repeat byte for byte, and redrive goes on where an execution ended."""
import datetime
import json
import os
import subprocess
import tempfile
import urllib.error
import urllib.request

from botocore.exceptions import ClientError

from newel import EXECUTABLE, Server, ended, history

ROLE = "arn:aws:iam::000000000000:role/r"
WAITS = {"StartAt": "Hour", "States": {
    "Hour": {"Type": "Wait", "Seconds": 3600, "Next": "Minute"}, "Minute": {"Type": "Wait", "Seconds": 60, "End": True}}}


def move(server, body):
    request = urllib.request.Request(f"{server.endpoint}/_newel/time", data=json.dumps(body).encode(), method="POST")
    return json.load(urllib.request.urlopen(request))


def waits_end_when_time_is_moved():
    with Server("--virtual-time") as server:
        sfn = server.client("stepfunctions")
        machine = sfn.create_state_machine(name="waits", roleArn=ROLE, definition=json.dumps(WAITS))["stateMachineArn"]
        execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
        for seconds, exited in [(3599, 0), (1, 1), (59, 1)]:
            move(server, {"advance": seconds})
            types = [e["type"] for e in history(sfn, execution)]
            assert types.count("WaitStateExited") == exited, (seconds, types)
        move(server, {"advance": 86_400})
        description = sfn.describe_execution(executionArn=execution)
        assert description["status"] == "SUCCEEDED", description
        assert description["stopDate"] - description["startDate"] == datetime.timedelta(seconds=3660), description
        assert move(server, {"skip": True})["skip"] is True
        again = sfn.start_execution(stateMachineArn=machine)["executionArn"]
        description = ended(sfn, again)
        assert description["stopDate"] - description["startDate"] == datetime.timedelta(seconds=3660), description
        for body in [b"no json", b"{}", b'{"advance": -1}']:
            try:
                urllib.request.urlopen(urllib.request.Request(f"{server.endpoint}/_newel/time", data=body, method="POST"))
                raise AssertionError(f"{body} is refused")
            except urllib.error.HTTPError as error:
                assert error.code == 400 and json.load(error)["message"], body


def machine_time_is_not_moved():
    with Server() as server:
        try:
            move(server, {"advance": 1})
            raise AssertionError("the machine's clock is not moved")
        except urllib.error.HTTPError as error:
            assert error.code == 409, error.code


def runs_repeat():
    definition = {"StartAt": "Wait", "States": {
        "Wait": {"Type": "Wait", "Seconds": 3600, "Next": "Chance"},
        "Chance": {"Type": "Pass", "Parameters": {"id.$": "States.UUID()", "n.$": "States.MathRandom(1, 1000)"}, "Next": "Both"},
        "Both": {"Type": "Parallel", "End": True, "Branches": [
            {"StartAt": n, "States": {n: {
                "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:GenerateBuySellRecommendation",
                "Parameters": {"stock_price": 10}, "ResultPath": None,
                "Next": f"{n}Gone"},
                f"{n}Gone": {
                    "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:Missing", "End": True,
                    "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 600, "JitterStrategy": "FULL"}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": f"{n}Caught"}]},
                f"{n}Caught": {"Type": "Pass", "Result": n, "End": True}}} for n in ("A", "B", "C")]}}}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "machine.json")
        with open(path, "w") as file:
            json.dump(definition, file)

        def run(seed, *options):
            return subprocess.run(
                [EXECUTABLE, "run", path, "--virtual-time", "--seed", str(seed), *options], capture_output=True, check=True, timeout=60).stdout
        first = run(7, "--history")
        assert first.count(b"\n") > 40 and first == run(7, "--history") == run(7, "--history")
        assert run(8, "--history") != first
        assert json.loads(run(7)) == ["A", "B", "C"]


def redrive_goes_on():
    with Server() as server:
        sfn, functions = server.client("stepfunctions"), server.client("lambda")
        definition = {"StartAt": "First", "States": {
            "First": {"Type": "Pass", "Result": {"kept": 1}, "Next": "Work"},
            "Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:Later", "End": True}}}
        machine = sfn.create_state_machine(name="m", roleArn=ROLE, definition=json.dumps(definition))["stateMachineArn"]
        execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
        assert ended(sfn, execution)["status"] == "FAILED"
        server.kill()
        server.start()
        sfn, functions = server.client("stepfunctions"), server.client("lambda")
        functions.create_function(
            FunctionName="Later", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://CheckStockPrice"})
        redriven = sfn.redrive_execution(executionArn=execution, clientToken="once")["redriveDate"]
        description = ended(sfn, execution)
        assert description["status"] == "SUCCEEDED" and description["redriveCount"] == 1, description
        assert "error" not in description
        assert sfn.redrive_execution(executionArn=execution, clientToken="once")["redriveDate"] == redriven
        events = history(sfn, execution)
        types = [e["type"] for e in events]
        assert types.count("PassStateEntered") == 1 and types.count("ExecutionRedriven") == 1, types
        assert [e["id"] for e in events] == list(range(1, len(events) + 1))
        for arn, code in [(execution, "ExecutionNotRedrivable"), (execution + "x", "ExecutionDoesNotExist"), ("arn:aws:x", "InvalidArn")]:
            try:
                sfn.redrive_execution(executionArn=arn)
                raise AssertionError(f"{arn} is refused")
            except ClientError as error:
                assert error.response["Error"]["Code"] == code, error.response


waits_end_when_time_is_moved()
machine_time_is_not_moved()
runs_repeat()
redrive_goes_on()
