"""Versions and aliases at work: routes by weight, executions that show where they came from, what outlives the process."""
import json

from newel import Server, ended, history, refused

ROLE = "arn:aws:iam::000000000000:role/r"
ARN = "arn:aws:states:us-east-1:000000000000:stateMachine:"


def definition(result):
    return json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": result, "End": True}}})


def published(sfn, name, *results, **members):
    """A machine with a version for each result."""
    arn = sfn.create_state_machine(name=name, definition=definition(results[0]), roleArn=ROLE, publish=True, **members)["stateMachineArn"]
    for result in results[1:]:
        sfn.update_state_machine(stateMachineArn=arn, definition=definition(result), publish=True)
    return arn


def executions(server):
    """Started through a version or an alias: the execution shows both, its history too, and lists find it."""
    sfn = server.client("stepfunctions")
    arn = published(sfn, "a", 1, 2)
    alias = sfn.create_state_machine_alias(name="LIVE", routingConfiguration=[
        {"stateMachineVersionArn": f"{arn}:{version}", "weight": weight} for version, weight in ((1, 30), (2, 70))])["stateMachineAliasArn"]
    through = sfn.start_execution(stateMachineArn=f"{arn}:1")["executionArn"]
    found = ended(sfn, through)
    assert found["output"] == "1" and found["stateMachineVersionArn"] == f"{arn}:1" and "stateMachineAliasArn" not in found, found
    assert found["stateMachineArn"] == arn, found
    taken = []
    for _ in range(60):
        found = ended(sfn, sfn.start_execution(stateMachineArn=alias)["executionArn"])
        assert found["stateMachineAliasArn"] == alias, found
        assert found["stateMachineVersionArn"] == f"{arn}:{found['output']}", found
        taken.append(found["output"])
    # Three sigma around 70 of 100 is less than 20 of 60 either way.
    assert 25 <= taken.count("2") <= 57, taken
    details = history(sfn, found["executionArn"])[0]["executionStartedEventDetails"]
    assert details["stateMachineAliasArn"] == alias and details["stateMachineVersionArn"] == found["stateMachineVersionArn"], details
    ended(sfn, sfn.start_execution(stateMachineArn=arn)["executionArn"])

    def count(reference, **arguments):
        listed = sfn.get_paginator("list_executions").paginate(stateMachineArn=reference, PaginationConfig={"PageSize": 7}, **arguments)
        return [e for page in listed for e in page["executions"]]
    assert len(count(arn)) == 62 and len(count(alias)) == 60
    assert len(count(f"{arn}:2")) == taken.count("2") and len(count(f"{arn}:1")) == taken.count("1") + 1
    assert all(e["stateMachineAliasArn"] == alias and e["stateMachineArn"] == arn for e in count(alias))
    assert count(alias, statusFilter="FAILED") == []

    # An execution is described by the revision it was started with, whatever the machine has become.
    pinned = sfn.describe_state_machine(stateMachineArn=f"{arn}:2")
    execution = sfn.start_execution(stateMachineArn=f"{arn}:2")["executionArn"]
    sfn.update_state_machine(stateMachineArn=arn, definition=definition(5), tracingConfiguration={"enabled": True})
    shown = sfn.describe_state_machine_for_execution(executionArn=execution)
    assert (shown["revisionId"], shown["definition"], shown["stateMachineArn"]) == (pinned["revisionId"], pinned["definition"], arn), shown
    assert shown["tracingConfiguration"] == {"enabled": False}, shown


def express(server):
    sfn = server.client("stepfunctions")
    arn = sfn.create_state_machine(name="e", definition=definition(1), roleArn=ROLE, type="EXPRESS", publish=True)["stateMachineArn"]
    sfn.create_state_machine_alias(name="LIVE", routingConfiguration=[{"stateMachineVersionArn": f"{arn}:1", "weight": 100}])
    sfn.update_state_machine(stateMachineArn=arn, definition=definition(2))
    assert sfn.start_sync_execution(stateMachineArn=f"{arn}:LIVE")["output"] == "1"
    assert sfn.start_sync_execution(stateMachineArn=arn)["output"] == "2"


def lasting(server):
    """What was published outlives the process."""
    sfn = server.client("stepfunctions")
    published(sfn, "v", 1, 2, 3, 4)
    before = [sfn.list_state_machine_versions(stateMachineArn=ARN + "v")["stateMachineVersions"],
              sfn.describe_state_machine_alias(stateMachineAliasArn=ARN + "a:LIVE")["routingConfiguration"]]
    server.kill()
    server.start()
    sfn = server.client("stepfunctions")
    assert before == [sfn.list_state_machine_versions(stateMachineArn=ARN + "v")["stateMachineVersions"],
                      sfn.describe_state_machine_alias(stateMachineAliasArn=ARN + "a:LIVE")["routingConfiguration"]]
    sfn.update_state_machine(stateMachineArn=ARN + "v", definition=definition(7))
    assert sfn.publish_state_machine_version(stateMachineArn=ARN + "v")["stateMachineVersionArn"] == ARN + "v:5"
    sfn.delete_state_machine(stateMachineArn=ARN + "a")
    refused("StateMachineDoesNotExist", sfn.describe_state_machine, stateMachineArn=ARN + "a:1")
    refused("ResourceNotFound", sfn.describe_state_machine_alias, stateMachineAliasArn=ARN + "a:LIVE")
    assert sfn.create_state_machine(name="a", definition=definition(1), roleArn=ROLE, publish=True)["stateMachineVersionArn"] == ARN + "a:1"


def main():
    with Server() as server:
        for part in (executions, express, lasting):
            part(server)
        server.stop()
    print("versions and aliases hold")


if __name__ == "__main__":
    main()
