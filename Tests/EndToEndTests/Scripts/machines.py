"""State machines through boto3: deletion that waits for executions, configurations, validation, filters of lists, what may be redriven."""
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
    sfn = server.client("stepfunctions", parameter_validation=False)

    def create(name="c", **configuration):
        return {"name": name, "definition": PASS, "roleArn": ROLE, **configuration}
    group = {"cloudWatchLogsLogGroup": {"logGroupArn": "arn:aws:logs:us-east-1:000000000000:log-group:none:*"}}
    for logging in ({"level": "ALL"}, {"level": "ERROR", "destinations": []}, {"level": "OFF", "destinations": [group, group]}):
        message = refused("InvalidLoggingConfiguration", sfn.create_state_machine, **create(loggingConfiguration=logging))
        assert message == "Invalid Logging Configuration: Must specify exactly one Log Destination.", message
    message = refused("InvalidLoggingConfiguration", sfn.create_state_machine, **create(
        loggingConfiguration={"level": "ALL", "destinations": [{"cloudWatchLogsLogGroup": {"logGroupArn": "nonsense"}}]}))
    assert message == "Invalid Logging Configuration: Log Destination not found.", message
    refused("ValidationException", sfn.create_state_machine, **create(loggingConfiguration={"level": "SOME"}))
    own = {"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "alias/mine"}
    for wrong in ({"type": "CUSTOMER_MANAGED_KMS_KEY"}, {"type": "AWS_OWNED_KEY", "kmsKeyId": "x"},
                  {"type": "AWS_OWNED_KEY", "kmsDataKeyReusePeriodSeconds": 60}):
        refused("InvalidEncryptionConfiguration", sfn.create_state_machine, **create(encryptionConfiguration=wrong))
    refused("ValidationException", sfn.create_state_machine, **create(encryptionConfiguration={**own, "kmsDataKeyReusePeriodSeconds": 59}))
    refused("ValidationException", sfn.create_state_machine, **create(encryptionConfiguration={**own, "kmsDataKeyReusePeriodSeconds": 901}))

    arn = sfn.create_state_machine(**create(
        loggingConfiguration={"destinations": []}, encryptionConfiguration={**own, "kmsDataKeyReusePeriodSeconds": 60},
        tracingConfiguration={"enabled": True}))["stateMachineArn"]
    found = sfn.describe_state_machine(stateMachineArn=arn)
    assert found["loggingConfiguration"] == {"level": "OFF", "includeExecutionData": False, "destinations": []}, found
    assert found["encryptionConfiguration"] == {**own, "kmsDataKeyReusePeriodSeconds": 60} and found["tracingConfiguration"] == {"enabled": True}
    assert "revisionId" not in found, found
    refused("StateMachineAlreadyExists", sfn.create_state_machine, **create())
    refused("InvalidLoggingConfiguration", sfn.update_state_machine, stateMachineArn=arn, loggingConfiguration={"level": "ALL"})
    refused("InvalidEncryptionConfiguration", sfn.update_state_machine, stateMachineArn=arn, encryptionConfiguration={"type": "CUSTOMER_MANAGED_KMS_KEY"})
    refused("MissingRequiredParameter", sfn.update_state_machine, stateMachineArn=arn)
    first = sfn.update_state_machine(stateMachineArn=arn, tracingConfiguration={"enabled": False})["revisionId"]
    assert sfn.update_state_machine(stateMachineArn=arn, tracingConfiguration={"enabled": False})["revisionId"] == first
    assert sfn.update_state_machine(stateMachineArn=arn, encryptionConfiguration={"type": "AWS_OWNED_KEY"})["revisionId"] != first
    assert sfn.describe_state_machine(stateMachineArn=arn)["encryptionConfiguration"] == {"type": "AWS_OWNED_KEY"}

    # A Map state's label is no machine.
    for call in (sfn.describe_state_machine, sfn.start_execution, sfn.publish_state_machine_version, sfn.list_executions):
        refused("ValidationException", call, stateMachineArn=f"{arn}/label")
    refused("ValidationException", sfn.update_state_machine, stateMachineArn=f"{arn}/label", definition=PASS)
    refused("ValidationException", sfn.tag_resource, resourceArn=arn, tags=[{"key": "aws:mine", "value": ""}])


def validation(server):
    sfn = server.client("stepfunctions", parameter_validation=False)
    good = sfn.validate_state_machine_definition(definition=PASS)
    assert (good["result"], good["diagnostics"], good["truncated"]) == ("OK", [], False), good
    answer = sfn.validate_state_machine_definition(definition="{}")
    assert (answer["result"], answer["diagnostics"]) == ("FAIL", [{
        "severity": "ERROR", "code": "SCHEMA_VALIDATION_FAILED", "message": "These fields are required: [States, StartAt]", "location": "/"}]), answer
    answer = sfn.validate_state_machine_definition(definition="not a definition")
    assert answer["diagnostics"][0]["code"] == "INVALID_JSON_DESCRIPTION" and "line: 1, column: 4" in answer["diagnostics"][0]["location"], answer
    states = {f"S{n}": {"Type": "Pass", "Next": "nowhere"} for n in range(120)}
    many = json.dumps({"StartAt": "S0", "States": states})
    answer = sfn.validate_state_machine_definition(definition=many)
    assert len(answer["diagnostics"]) == 100 and answer["truncated"], len(answer["diagnostics"])
    answer = sfn.validate_state_machine_definition(definition=many, maxResults=3)
    assert len(answer["diagnostics"]) == 3 and answer["truncated"]
    assert len(sfn.validate_state_machine_definition(definition=many, maxResults=0)["diagnostics"]) == 100
    odd = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x": "$.path"}, "End": True}}})
    assert sfn.validate_state_machine_definition(definition=odd)["diagnostics"] == []
    answer = sfn.validate_state_machine_definition(definition=odd, severity="WARNING")
    assert answer["result"] == "OK" and [d["severity"] for d in answer["diagnostics"]] == ["WARNING"], answer
    token = json.dumps({"StartAt": "A", "States": {"A": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "q", "MessageBody": "b"}, "End": True}}})
    assert sfn.validate_state_machine_definition(definition=token)["result"] == "OK"
    assert sfn.validate_state_machine_definition(definition=token, type="EXPRESS")["result"] == "FAIL"
    refused("ValidationException", sfn.validate_state_machine_definition, definition=PASS, maxResults=101)
    refused("ValidationException", sfn.validate_state_machine_definition, definition=PASS, type="FAST")
    refused("ValidationException", sfn.validate_state_machine_definition)


def filters(server):
    sfn = server.client("stepfunctions", parameter_validation=False)
    arn = sfn.create_state_machine(name="listed", definition=PASS, roleArn=ROLE)["stateMachineArn"]
    good = [sfn.start_execution(stateMachineArn=arn, name=f"good-{n}")["executionArn"] for n in range(5)]
    sfn.update_state_machine(stateMachineArn=arn, definition=FAIL)
    bad = [sfn.start_execution(stateMachineArn=arn, name=f"bad-{n}")["executionArn"] for n in range(3)]
    sfn.update_state_machine(stateMachineArn=arn, definition=waiting(3600))
    open_ = sfn.start_execution(stateMachineArn=arn, name="open")["executionArn"]
    for execution in good + bad:
        ended(sfn, execution)

    def listed(**arguments):
        return [e["executionArn"] for page in sfn.get_paginator("list_executions").paginate(stateMachineArn=arn, **arguments)
                for e in page["executions"]]
    assert listed(PaginationConfig={"PageSize": 2}) == [open_, *reversed(bad), *reversed(good)]
    assert listed(statusFilter="FAILED", PaginationConfig={"PageSize": 1}) == bad[::-1] and listed(statusFilter="SUCCEEDED") == good[::-1]
    assert listed(statusFilter="RUNNING") == [open_] and listed(statusFilter="TIMED_OUT") == []
    message = refused("ValidationException", sfn.list_executions, stateMachineArn=arn, statusFilter="failed")
    assert message == ("1 validation error detected: Value 'failed' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value "
                       "set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]"), message
    refused("ValidationException", sfn.list_executions, stateMachineArn=arn, statusFilter="PENDING_REDRIVE")
    refused("ValidationException", sfn.list_executions, stateMachineArn=arn, redriveFilter="REDRIVEN")
    run = arn.replace("stateMachine:", "mapRun:") + "/label:00000000-0000-0000-0000-000000000000"
    refused("ValidationException", sfn.list_executions, stateMachineArn=arn, mapRunArn=run)
    refused("ResourceNotFound", sfn.list_executions, mapRunArn=run)
    refused("ValidationException", sfn.list_executions)
    token = sfn.list_executions(stateMachineArn=arn, maxResults=1)["nextToken"]
    refused("InvalidToken", sfn.list_executions, stateMachineArn=arn, statusFilter="FAILED", nextToken=token)
    refused("StateMachineDoesNotExist", sfn.list_executions, stateMachineArn=ARN + "none")
    refused("InvalidArn", sfn.list_executions, stateMachineArn="nonsense")
    express = sfn.create_state_machine(name="quick", definition=PASS, roleArn=ROLE, type="EXPRESS")["stateMachineArn"]
    refused("StateMachineTypeNotSupported", sfn.list_executions, stateMachineArn=express)

    def redrive(execution):
        found = sfn.describe_execution(executionArn=execution)
        assert found["redriveCount"] == 0, found
        return found["redriveStatus"], found.get("redriveStatusReason")
    assert redrive(good[0]) == ("NOT_REDRIVABLE", "Execution is SUCCEEDED and cannot be redriven")
    assert redrive(open_) == ("NOT_REDRIVABLE", "Execution is RUNNING and cannot be redriven")
    assert redrive(bad[0]) == ("REDRIVABLE", None)
    sfn.stop_execution(executionArn=open_)
    assert redrive(open_) == ("REDRIVABLE", None)
    found = sfn.describe_execution(executionArn=bad[0], includedData="METADATA_ONLY")
    assert "input" not in found and found["inputDetails"] == {"included": False}, found
    long = json.dumps({"StartAt": "A", "States": {
        "A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": True, "Next": "B"}], "Default": "A"}, "B": {"Type": "Succeed"}}})
    sfn.update_state_machine(stateMachineArn=arn, definition=long)
    full = sfn.start_execution(stateMachineArn=arn)["executionArn"]
    ended(sfn, full, 60)
    assert redrive(full) == ("NOT_REDRIVABLE", "Execution history event limit exceeded")


def main():
    with Server() as server:
        for part in (deletion, spinning, configurations, validation, filters):
            part(server)
            print(part.__name__, flush=True)
        server.stop()
    print("state machines hold")


if __name__ == "__main__":
    main()
