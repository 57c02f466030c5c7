"""State machines through boto3: deletion that waits for executions, configurations, filters of lists, what may be redriven."""
import json

from newel import Server, ended, history, refused, wait_for

ROLE = "arn:aws:iam::000000000000:role/r"
ARN = "arn:aws:states:us-east-1:000000000000:stateMachine:"
PASS = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})
FAIL = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "Boom"}}})


def waiting(seconds):
    return json.dumps({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": seconds, "Next": "A"}, "A": {"Type": "Pass", "End": True}}})


def deletion(server):
    sfn = server.client("stepfunctions")
    arn = sfn.create_state_machine(name="going", definition=waiting(3), roleArn=ROLE, publish=True)["stateMachineArn"]
    alias = sfn.create_state_machine_alias(
        name="LIVE", routingConfiguration=[{"stateMachineVersionArn": f"{arn}:1", "weight": 100}])["stateMachineAliasArn"]
    running = sfn.start_execution(stateMachineArn=arn)["executionArn"]
    stopped = sfn.start_execution(stateMachineArn=alias)["executionArn"]
    sfn.delete_state_machine(stateMachineArn=arn)
    sfn.delete_state_machine(stateMachineArn=arn)
    assert sfn.describe_state_machine(stateMachineArn=arn)["status"] == "DELETING"
    assert "going" in [m["name"] for m in sfn.list_state_machines()["stateMachines"]]
    route = [{"stateMachineVersionArn": f"{arn}:1", "weight": 100}]
    for call, arguments in (
            (sfn.start_execution, {"stateMachineArn": arn}), (sfn.start_execution, {"stateMachineArn": alias}),
            (sfn.create_state_machine, {"name": "going", "definition": waiting(3), "roleArn": ROLE}),
            (sfn.update_state_machine, {"stateMachineArn": arn, "definition": PASS}),
            (sfn.publish_state_machine_version, {"stateMachineArn": arn}),
            (sfn.create_state_machine_alias, {"name": "x", "routingConfiguration": route}),
            (sfn.update_state_machine_alias, {"stateMachineAliasArn": alias, "description": "x"}),
            (sfn.list_state_machine_aliases, {"stateMachineArn": arn})):
        assert refused("StateMachineDeleting", call, **arguments) == f"State Machine is being deleted: '{arn}'"
    # It is remembered, and a transition that was due while the process was away ends the execution too.
    server.kill()
    server.start()
    sfn = server.client("stepfunctions")
    assert sfn.describe_state_machine(stateMachineArn=arn)["status"] == "DELETING"
    sfn.stop_execution(executionArn=stopped)
    found = ended(sfn, running)
    assert found["status"] == "ABORTED" and "error" not in found, found
    assert [e["type"] for e in history(sfn, running)] == ["ExecutionStarted", "WaitStateEntered", "ExecutionAborted"]
    assert (found["redriveStatus"], found["redriveStatusReason"]) == ("NOT_REDRIVABLE", "State machine is in DELETING status"), found

    def is_gone():
        return "going" not in [m["name"] for m in sfn.list_state_machines()["stateMachines"]]
    wait_for(is_gone, 10, "the end of the machine")
    refused("StateMachineDoesNotExist", sfn.describe_state_machine, stateMachineArn=arn)
    refused("ResourceNotFound", sfn.describe_state_machine_alias, stateMachineAliasArn=alias)
    assert sfn.list_state_machine_versions(stateMachineArn=arn)["stateMachineVersions"] == []
    assert sfn.create_state_machine(name="going", definition=PASS, roleArn=ROLE, publish=True)["stateMachineVersionArn"] == f"{arn}:1"
    sfn.delete_state_machine(stateMachineArn=arn)
    refused("StateMachineDoesNotExist", sfn.describe_state_machine, stateMachineArn=arn)
    refused("ValidationException", sfn.delete_state_machine, stateMachineArn=f"{arn}/label")


def spinning(server):
    """An execution that never rests ends as well."""
    sfn = server.client("stepfunctions")
    endless = json.dumps({"StartAt": "A", "States": {
        "A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": True, "Next": "B"}], "Default": "A"}, "B": {"Type": "Succeed"}}})
    arn = sfn.create_state_machine(name="spinning", definition=endless, roleArn=ROLE)["stateMachineArn"]
    execution = sfn.start_execution(stateMachineArn=arn)["executionArn"]
    sfn.delete_state_machine(stateMachineArn=arn)
    assert ended(sfn, execution)["status"] in ("ABORTED", "FAILED")
    wait_for(lambda: "spinning" not in [m["name"] for m in sfn.list_state_machines()["stateMachines"]], 10, "the end of the machine")


def configurations(server):
    """Revisions count what is configured; a key of the customer's own is part of it."""
    sfn = server.client("stepfunctions")
    kms = server.client("kms")
    kms.create_alias(AliasName="alias/mine", TargetKeyId=kms.create_key()["KeyMetadata"]["KeyId"])
    own = {"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "alias/mine"}
    plain = {"name": "c", "definition": PASS, "roleArn": ROLE}
    arn = sfn.create_state_machine(
        **plain, loggingConfiguration={"destinations": []}, encryptionConfiguration={**own, "kmsDataKeyReusePeriodSeconds": 60},
        tracingConfiguration={"enabled": True})["stateMachineArn"]
    found = sfn.describe_state_machine(stateMachineArn=arn)
    assert found["loggingConfiguration"] == {"level": "OFF", "includeExecutionData": False, "destinations": []}, found
    assert found["encryptionConfiguration"] == {**own, "kmsDataKeyReusePeriodSeconds": 60} and found["tracingConfiguration"] == {"enabled": True}
    assert "revisionId" not in found, found
    refused("StateMachineAlreadyExists", sfn.create_state_machine, **plain)
    first = sfn.update_state_machine(stateMachineArn=arn, tracingConfiguration={"enabled": False})["revisionId"]
    assert sfn.update_state_machine(stateMachineArn=arn, tracingConfiguration={"enabled": False})["revisionId"] == first
    assert sfn.update_state_machine(stateMachineArn=arn, encryptionConfiguration={"type": "AWS_OWNED_KEY"})["revisionId"] != first
    assert sfn.describe_state_machine(stateMachineArn=arn)["encryptionConfiguration"] == {"type": "AWS_OWNED_KEY"}


def redrivability(server):
    sfn = server.client("stepfunctions")
    arn = sfn.create_state_machine(name="redriven", definition=PASS, roleArn=ROLE)["stateMachineArn"]

    def run(definition):
        sfn.update_state_machine(stateMachineArn=arn, definition=definition)
        return sfn.start_execution(stateMachineArn=arn)["executionArn"]

    def redrive(execution):
        found = sfn.describe_execution(executionArn=execution)
        assert found["redriveCount"] == 0, found
        return found["redriveStatus"], found.get("redriveStatusReason")
    bad, open_ = run(FAIL), run(waiting(3600))
    ended(sfn, bad)
    assert redrive(bad) == ("REDRIVABLE", None)
    assert redrive(open_) == ("NOT_REDRIVABLE", "Execution is RUNNING and cannot be redriven")
    sfn.stop_execution(executionArn=open_)
    assert redrive(open_) == ("REDRIVABLE", None)
    full = run(json.dumps({"StartAt": "A", "States": {
        "A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": True, "Next": "B"}], "Default": "A"}, "B": {"Type": "Succeed"}}}))
    ended(sfn, full, 60)
    assert redrive(full) == ("NOT_REDRIVABLE", "Execution history event limit exceeded")


def main():
    with Server() as server:
        for part in (deletion, spinning, configurations, redrivability):
            part(server)
            print(part.__name__, flush=True)
        server.stop()
    print("state machines hold")


if __name__ == "__main__":
    main()
