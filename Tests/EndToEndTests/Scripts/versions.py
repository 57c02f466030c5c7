"""Versions and aliases through boto3: numbers, revisions, routes by weight, executions that show where they came from, and every refusal."""
import json

from newel import Server, ended, history, refused

ROLE = "arn:aws:iam::000000000000:role/r"
ARN = "arn:aws:states:us-east-1:000000000000:stateMachine:"


def definition(result):
    return json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": result, "End": True}}})


def raw(server):
    """A client that sends what the model forbids."""
    return server.client("stepfunctions", parameter_validation=False)


def versions(server):
    sfn = raw(server)
    made = sfn.create_state_machine(name="v", definition=definition(1), roleArn=ROLE, publish=True, versionDescription="first")
    arn = made["stateMachineArn"]
    assert made["stateMachineVersionArn"] == f"{arn}:1", made
    again = sfn.create_state_machine(name="v", definition=definition(1), roleArn=ROLE, publish=True, versionDescription="first")
    assert {k: again[k] for k in ("stateMachineArn", "creationDate", "stateMachineVersionArn")} == \
        {k: made[k] for k in ("stateMachineArn", "creationDate", "stateMachineVersionArn")}, again
    refused("StateMachineAlreadyExists", sfn.create_state_machine, name="v", definition=definition(1), roleArn=ROLE)
    refused("StateMachineAlreadyExists", sfn.create_state_machine, name="v", definition=definition(1), roleArn=ROLE, publish=True,
            versionDescription="other")
    message = refused("ValidationException", sfn.create_state_machine, name="w", definition=definition(1), roleArn=ROLE, versionDescription="x")
    assert message == "Version description can only be set when publish is true", message

    # A revision that has been published keeps its version; what changes nothing makes no revision.
    assert sfn.publish_state_machine_version(stateMachineArn=arn, description="other")["stateMachineVersionArn"] == f"{arn}:1"
    same = sfn.update_state_machine(stateMachineArn=arn, definition=definition(1), publish=True)
    assert same["stateMachineVersionArn"] == f"{arn}:1" and "revisionId" not in same, same
    second = sfn.update_state_machine(stateMachineArn=arn, definition=definition(2))
    message = refused("ConflictException", sfn.publish_state_machine_version, stateMachineArn=arn, revisionId="INITIAL")
    assert message == ("Failed to publish the State Machine version for revision INITIAL. "
                       f"The current State Machine revision is {second['revisionId']}."), message
    assert sfn.publish_state_machine_version(stateMachineArn=arn, revisionId=second["revisionId"])["stateMachineVersionArn"] == f"{arn}:2"
    refused("ValidationException", sfn.update_state_machine, stateMachineArn=arn, definition=definition(3), versionDescription="x")
    third = sfn.update_state_machine(stateMachineArn=arn, definition=definition(3), publish=True, versionDescription="third")
    assert third["stateMachineVersionArn"] == f"{arn}:3", third
    assert sfn.update_state_machine(stateMachineArn=arn, definition=definition(3))["revisionId"] == third["revisionId"]

    found = sfn.describe_state_machine(stateMachineArn=f"{arn}:2")
    assert (found["stateMachineArn"], found["name"], found["definition"]) == (f"{arn}:2", "v", definition(2)), found
    assert found["revisionId"] == second["revisionId"] and "description" not in found, found
    assert sfn.describe_state_machine(stateMachineArn=f"{arn}:3")["description"] == "third"
    assert "definition" not in sfn.describe_state_machine(stateMachineArn=f"{arn}:3", includedData="METADATA_ONLY")
    refused("StateMachineDoesNotExist", sfn.describe_state_machine, stateMachineArn=f"{arn}:9")

    def numbers(**arguments):
        answer = sfn.list_state_machine_versions(stateMachineArn=arn, **arguments)
        return [v["stateMachineVersionArn"].rsplit(":", 1)[1] for v in answer["stateMachineVersions"]], answer.get("nextToken")
    assert numbers() == (["3", "2", "1"], None), numbers()
    page, token = numbers(maxResults=2)
    assert page == ["3", "2"] and numbers(maxResults=2, nextToken=token) == (["1"], None)
    assert refused("InvalidToken", sfn.list_state_machine_versions, stateMachineArn=arn, nextToken="nonsense") == "Invalid Token: 'Invalid token'"
    refused("InvalidToken", sfn.list_state_machine_versions, stateMachineArn=ARN + "other", nextToken=token)
    assert sfn.list_state_machine_versions(stateMachineArn=ARN + "none")["stateMachineVersions"] == []

    # Numbers are never used again.
    sfn.delete_state_machine_version(stateMachineVersionArn=f"{arn}:3")
    sfn.delete_state_machine_version(stateMachineVersionArn=f"{arn}:3")
    assert sfn.publish_state_machine_version(stateMachineArn=arn)["stateMachineVersionArn"] == f"{arn}:4"
    assert numbers()[0] == ["4", "2", "1"]

    for call in (sfn.publish_state_machine_version, sfn.list_state_machine_versions):
        refused("InvalidArn", call, stateMachineArn="nonsense")
        refused("ValidationException", call, stateMachineArn=f"{arn}:1")
    refused("StateMachineDoesNotExist", sfn.publish_state_machine_version, stateMachineArn=ARN + "none")
    refused("InvalidArn", sfn.delete_state_machine_version, stateMachineVersionArn="nonsense")
    refused("ValidationException", sfn.delete_state_machine_version, stateMachineVersionArn=arn)
    refused("ValidationException", sfn.update_state_machine, stateMachineArn=f"{arn}:1", definition=definition(1))
    refused("ValidationException", sfn.delete_state_machine, stateMachineArn=f"{arn}:1")
    refused("ResourceNotFound", sfn.tag_resource, resourceArn=f"{arn}:1", tags=[{"key": "k", "value": "v"}])


def aliases(server):
    sfn = raw(server)
    arn = sfn.create_state_machine(name="a", definition=definition(1), roleArn=ROLE, publish=True)["stateMachineArn"]
    sfn.update_state_machine(stateMachineArn=arn, definition=definition(2), publish=True)

    def routes(*weights):
        return [{"stateMachineVersionArn": f"{arn}:{version}", "weight": weight} for version, weight in weights]
    made = sfn.create_state_machine_alias(name="LIVE", description="d", routingConfiguration=routes((1, 100)))
    alias = made["stateMachineAliasArn"]
    assert alias == f"{arn}:LIVE", made
    assert sfn.create_state_machine_alias(name="LIVE", description="d", routingConfiguration=routes((1, 100)))["creationDate"] == made["creationDate"]
    for different in ({"description": "e"}, {"routingConfiguration": routes((2, 100))}):
        message = refused("ConflictException", sfn.create_state_machine_alias,
                          **{"name": "LIVE", "description": "d", "routingConfiguration": routes((1, 100)), **different})
        assert message == "Failed to create alias because an alias with the same name and a different routing configuration already exists.", message

    refused("ValidationException", sfn.create_state_machine_alias, name="123", routingConfiguration=routes((1, 100)))
    refused("ValidationException", sfn.create_state_machine_alias, name="x", routingConfiguration=[])
    message = refused("ValidationException", sfn.create_state_machine_alias, name="x", routingConfiguration=routes((1, 70), (2, 29)))
    assert message == "Sum of routing configuration weights must equal 100. Received: [70, 29]", message
    message = refused("ValidationException", sfn.create_state_machine_alias, name="x", routingConfiguration=routes((1, 50), (1, 50)))
    assert message.startswith("Routing configuration must contain distinct state machine version ARNs. Received: ["), message
    message = refused("ValidationException", sfn.create_state_machine_alias, name="x",
                      routingConfiguration=[{"stateMachineVersionArn": arn, "weight": 100}])
    assert message == f"Routing configuration must contain state machine version ARNs. Received: [{arn}]", message
    refused("ValidationException", sfn.create_state_machine_alias, name="x", routingConfiguration=[
        {"stateMachineVersionArn": f"{arn}:1", "weight": 50}, {"stateMachineVersionArn": f"{ARN}v:1", "weight": 50}])
    refused("ResourceNotFound", sfn.create_state_machine_alias, name="x", routingConfiguration=routes((9, 100)))
    refused("ResourceNotFound", sfn.create_state_machine_alias, name="x",
            routingConfiguration=[{"stateMachineVersionArn": f"{ARN}none:1", "weight": 100}])

    message = refused("ConflictException", sfn.delete_state_machine_version, stateMachineVersionArn=f"{arn}:1")
    assert message == ("Version to be deleted must not be referenced by an alias. "
                       "Current list of aliases referencing this version: [LIVE]"), message
    refused("ValidationException", sfn.update_state_machine_alias, stateMachineAliasArn=alias)
    refused("ResourceNotFound", sfn.update_state_machine_alias, stateMachineAliasArn=f"{arn}:NONE", description="x")
    refused("ResourceNotFound", sfn.update_state_machine_alias, stateMachineAliasArn=alias, routingConfiguration=routes((9, 100)))
    refused("InvalidArn", sfn.update_state_machine_alias, stateMachineAliasArn="nonsense", description="x")
    sfn.update_state_machine_alias(stateMachineAliasArn=alias, routingConfiguration=routes((1, 30), (2, 70)))
    found = sfn.describe_state_machine_alias(stateMachineAliasArn=alias)
    assert (found["name"], found["description"], found["routingConfiguration"]) == ("LIVE", "d", routes((1, 30), (2, 70))), found
    assert found["updateDate"] >= found["creationDate"], found
    assert refused("ResourceNotFound", sfn.describe_state_machine_alias, stateMachineAliasArn=f"{arn}:NONE") == \
        "Request references a resource that does not exist."
    refused("ValidationException", sfn.describe_state_machine_alias, stateMachineAliasArn=f"{arn}:1")
    assert sfn.describe_state_machine(stateMachineArn=alias)["stateMachineArn"] == f"{arn}:1"

    for name in ("B", "C"):
        sfn.create_state_machine_alias(name=name, routingConfiguration=routes((2, 100)))

    def names(reference=arn, **arguments):
        answer = sfn.list_state_machine_aliases(stateMachineArn=reference, **arguments)
        return [x["stateMachineAliasArn"].rsplit(":", 1)[1] for x in answer["stateMachineAliases"]], answer.get("nextToken")
    assert names() == (["B", "C", "LIVE"], None) and names(f"{arn}:1") == (["LIVE"], None), names()
    page, token = names(maxResults=2)
    assert page == ["B", "C"] and names(maxResults=2, nextToken=token) == (["LIVE"], None)
    refused("InvalidToken", sfn.list_state_machine_aliases, stateMachineArn=arn, nextToken="nonsense")
    refused("StateMachineDoesNotExist", sfn.list_state_machine_aliases, stateMachineArn=ARN + "none")
    refused("ResourceNotFound", sfn.list_state_machine_aliases, stateMachineArn=f"{arn}:9")
    sfn.delete_state_machine_alias(stateMachineAliasArn=f"{arn}:B")
    sfn.delete_state_machine_alias(stateMachineAliasArn=f"{arn}:B")
    refused("InvalidArn", sfn.delete_state_machine_alias, stateMachineAliasArn="nonsense")
    assert names() == (["C", "LIVE"], None)
    executions(sfn, arn, alias)


def executions(sfn, arn, alias):
    """Started through a version or an alias: the execution shows both, its history too, and lists find it."""
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
    refused("StateMachineDoesNotExist", sfn.list_executions, stateMachineArn=f"{arn}:NONE")
    refused("StateMachineDoesNotExist", sfn.start_execution, stateMachineArn=f"{arn}:9")
    refused("StateMachineDoesNotExist", sfn.start_execution, stateMachineArn=f"{arn}:NONE")

    # An execution is described by the revision it was started with, whatever the machine has become.
    pinned = sfn.describe_state_machine(stateMachineArn=f"{arn}:2")
    execution = sfn.start_execution(stateMachineArn=f"{arn}:2")["executionArn"]
    sfn.update_state_machine(stateMachineArn=arn, definition=definition(5), tracingConfiguration={"enabled": True})
    shown = sfn.describe_state_machine_for_execution(executionArn=execution)
    assert (shown["revisionId"], shown["definition"], shown["stateMachineArn"]) == (pinned["revisionId"], pinned["definition"], arn), shown
    assert shown["tracingConfiguration"] == {"enabled": False}, shown
    assert "definition" not in sfn.describe_state_machine_for_execution(executionArn=execution, includedData="METADATA_ONLY")


def express(server):
    sfn = raw(server)
    arn = sfn.create_state_machine(name="e", definition=definition(1), roleArn=ROLE, type="EXPRESS", publish=True)["stateMachineArn"]
    sfn.create_state_machine_alias(name="LIVE", routingConfiguration=[{"stateMachineVersionArn": f"{arn}:1", "weight": 100}])
    sfn.update_state_machine(stateMachineArn=arn, definition=definition(2))
    assert sfn.start_sync_execution(stateMachineArn=f"{arn}:LIVE")["output"] == "1"
    assert sfn.start_sync_execution(stateMachineArn=arn)["output"] == "2"


def lasting(server):
    """What was published outlives the process."""
    sfn = raw(server)
    before = [sfn.list_state_machine_versions(stateMachineArn=ARN + "v")["stateMachineVersions"],
              sfn.describe_state_machine_alias(stateMachineAliasArn=ARN + "a:LIVE")["routingConfiguration"]]
    server.kill()
    server.start()
    sfn = raw(server)
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
        for part in (versions, aliases, express, lasting):
            part(server)
        server.stop()
    print("versions and aliases hold")


if __name__ == "__main__":
    main()
