"""With the lines that `newel up` prints in the environment and nothing else, boto3 and the aws CLI run unchanged: StartSyncExecution and TestState too."""
import json
import os
import re
import subprocess
import sys

from newel import EXECUTABLE, Server, wait_for

PASS = json.dumps({"StartAt": "P", "States": {"P": {"Type": "Pass", "Result": {"said": "hello"}, "End": True}}})
STATE = json.dumps({"Type": "Pass", "Result": {"said": "hello"}, "End": True})
ROLE = "arn:aws:iam::000000000000:role/r"

# No Config, no endpoint, no region, no keys: as in anybody's own program.
PROGRAM = """
import boto3, json, sys
sfn = boto3.client("stepfunctions")
machine = sfn.create_state_machine(name="sync", type="EXPRESS", definition=sys.argv[1], roleArn=sys.argv[3])["stateMachineArn"]
answer = sfn.start_sync_execution(stateMachineArn=machine, input="{}")
assert answer["status"] == "SUCCEEDED" and json.loads(answer["output"]) == {"said": "hello"}, answer
answer = sfn.test_state(definition=sys.argv[2], roleArn=sys.argv[3], input="{}")
assert answer["status"] == "SUCCEEDED" and json.loads(answer["output"]) == {"said": "hello"}, answer
for service, call in {"sqs": "list_queues", "sns": "list_topics", "lambda": "list_functions", "logs": "describe_log_groups", "iam": "list_users",
                      "sts": "get_caller_identity", "events": "list_rules", "kms": "list_keys", "s3": "list_buckets", "ssm": "describe_parameters"}.items():
    getattr(boto3.client(service), call)()
print(machine)
"""


def main():
    with Server() as server:
        lines = wait_for(lambda: [line for line in server.said().splitlines() if line.strip().startswith("export ")], what="the lines to be printed")
        # As a shell takes them, and nothing of what is set here.
        environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "AWS_PAGER": ""}
        for line in lines:
            environment |= dict(re.findall(r"(\w+)=(\S+)", line))
        assert environment["AWS_ENDPOINT_URL"] == server.endpoint and environment["AWS_DISABLE_HOST_PREFIX_INJECTION"] == "true", environment

        def run(*words):
            ended = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120)
            assert ended.returncode == 0, (words, ended.stdout, ended.stderr)
            return ended.stdout
        machine = run(sys.executable, "-c", PROGRAM, PASS, STATE, ROLE).strip()
        answer = json.loads(run("aws", "stepfunctions", "start-sync-execution", "--state-machine-arn", machine, "--input", "{}"))
        assert answer["status"] == "SUCCEEDED", answer
        answer = json.loads(run("aws", "stepfunctions", "test-state", "--definition", STATE, "--role-arn", ROLE, "--input", "{}"))
        assert answer["status"] == "SUCCEEDED" and json.loads(answer["output"]) == {"said": "hello"}, answer
        said = subprocess.run([EXECUTABLE, "doctor"], env=environment, capture_output=True, text=True).stdout
        assert "AWS_DISABLE_HOST_PREFIX_INJECTION=true" in said, said
        del environment["AWS_DISABLE_HOST_PREFIX_INJECTION"]
        said = subprocess.run([EXECUTABLE, "doctor"], env=environment, capture_output=True, text=True).stdout
        assert "sync-localhost" in said, said
        server.stop()


main()
print("the environment is all that clients need")
