"""Versions and aliases: PublishStateMachineVersion, ListStateMachineVersions, DeleteStateMachineVersion, CreateStateMachineAlias,
DescribeStateMachineAlias, UpdateStateMachineAlias, DeleteStateMachineAlias, ListStateMachineAliases."""
import json
import re

from actions_kit import MACHINE, PASS, ROLE, WAIT, missing, no_prefix, problem, too_long, too_short, wrong_type

ROUTED = "INVALID_ROUTING_CONFIGURATION"
NOWHERE = "Request references a resource that does not exist."
NAME = r"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$"


def definition(result):
    return json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": result, "End": True}}})


def version_words(member, arn):
    return f"The {member} must be the ARN of a state machine version. Received: {arn}"


def alias_words(arn):
    return f"The stateMachineAliasArn must be the ARN of a state machine alias. Received: {arn}"


def versions(a):
    publish, members = "PublishStateMachineVersion", "stateMachineVersionArn creationDate"
    arn = a.call("CreateStateMachine", name="v", definition=definition(1), roleArn=ROLE, publish=True, versionDescription="first")["stateMachineArn"]
    # A revision that has been published keeps its version, whatever description is asked for; what changes nothing makes no revision.
    assert a.gives(publish, members, stateMachineArn=arn, description="other")["stateMachineVersionArn"] == f"{arn}:1"
    same = a.gives("UpdateStateMachine", "updateDate stateMachineVersionArn", stateMachineArn=arn, definition=definition(1), publish=True)
    assert same["stateMachineVersionArn"] == f"{arn}:1", same
    second = a.call("UpdateStateMachine", stateMachineArn=arn, definition=definition(2))["revisionId"]
    a.refuses(publish, "ConflictException", "Failed to publish the State Machine version for revision INITIAL. "
              f"The current State Machine revision is {second}.", stateMachineArn=arn, revisionId="INITIAL")
    assert a.gives(publish, members, stateMachineArn=arn, revisionId=second)["stateMachineVersionArn"] == f"{arn}:2"
    third = a.call("UpdateStateMachine", stateMachineArn=arn, definition=definition(3), publish=True, versionDescription="third")
    assert third["stateMachineVersionArn"] == f"{arn}:3", third
    bare = "stateMachineArn name status definition roleArn type creationDate loggingConfiguration tracingConfiguration encryptionConfiguration revisionId"
    found = a.gives("DescribeStateMachine", bare, stateMachineArn=f"{arn}:2")
    assert [found[k] for k in ("stateMachineArn", "name", "definition", "revisionId")] == [f"{arn}:2", "v", definition(2), second], found
    found = a.gives("DescribeStateMachine", bare + " description", stateMachineArn=f"{arn}:3", includedData="METADATA_ONLY")
    assert (found["description"], found["definition"]) == ("third", "{}"), found
    a.refuses("DescribeStateMachine", "StateMachineDoesNotExist", f"State Machine Does Not Exist: '{arn}:9'", stateMachineArn=f"{arn}:9")

    def numbers():
        return [v["stateMachineVersionArn"].rsplit(":", 1)[1] for v in a.pages("ListStateMachineVersions", "stateMachineVersions", 2, stateMachineArn=arn)]
    answer = a.gives("ListStateMachineVersions", "stateMachineVersions", stateMachineArn=arn)
    assert all(set(v) == {"stateMachineVersionArn", "creationDate"} for v in answer["stateMachineVersions"]) and numbers() == ["3", "2", "1"], answer
    assert a.call("ListStateMachineVersions", stateMachineArn=MACHINE + "none")["stateMachineVersions"] == []
    other = a.machine("v2", publish=True)
    a.call("UpdateStateMachine", stateMachineArn=other, definition=definition(2), publish=True)
    a.refuses_tokens("ListStateMachineVersions", a.call("ListStateMachineVersions", stateMachineArn=other, maxResults=1)["nextToken"], stateMachineArn=arn)

    # Numbers are never used again.
    delete = "DeleteStateMachineVersion"
    a.gives(delete, "", stateMachineVersionArn=f"{arn}:3")
    a.gives(delete, "", stateMachineVersionArn=f"{arn}:3")
    assert a.call(publish, stateMachineArn=arn)["stateMachineVersionArn"] == f"{arn}:4" and numbers() == ["4", "2", "1"]

    for operation in (publish, "ListStateMachineVersions"):
        a.refuses(operation, "InvalidArn", no_prefix("nonsense"), stateMachineArn="nonsense")
        a.refuses(operation, "InvalidArn", wrong_type("activity"), stateMachineArn=arn.replace("stateMachine", "activity"))
        a.refuses(operation, "ValidationException", f"The stateMachineArn must not name a version or an alias. Received: {arn}:1", stateMachineArn=f"{arn}:1")
        a.shell_refuses(operation, "InvalidArn", no_prefix("nonsense"), stateMachineArn="nonsense")
    a.refuses(publish, "StateMachineDoesNotExist", f"State Machine Does Not Exist: '{MACHINE}none'", stateMachineArn=MACHINE + "none")
    a.refuses(publish, "ValidationException", re.compile("1 validation error detected: Value at 'description' .* less than or equal to 256"),
              stateMachineArn=arn, description="x" * 257)
    a.refuses(delete, "InvalidArn", no_prefix("nonsense"), stateMachineVersionArn="nonsense")
    a.refuses(delete, "ValidationException", version_words("stateMachineVersionArn", arn), stateMachineVersionArn=arn)
    a.refuses(delete, "ValidationException", missing("stateMachineVersionArn"))
    a.shell(publish, members, stateMachineArn=a.machine("published-by-shell"), description="d")
    a.shell("ListStateMachineVersions", "stateMachineVersions", stateMachineArn=arn)
    a.shell(delete, stateMachineVersionArn=f"{other}:1")
    a.shell_refuses(delete, "ValidationException", version_words("stateMachineVersionArn", arn), stateMachineVersionArn=arn)


def aliases(a):
    create, members = "CreateStateMachineAlias", "stateMachineAliasArn creationDate"
    arn = a.call("CreateStateMachine", name="aliased", definition=definition(1), roleArn=ROLE, publish=True)["stateMachineArn"]
    for n in (2, 3):
        a.call("UpdateStateMachine", stateMachineArn=arn, definition=definition(n), publish=True)

    def routes(*weights):
        return [{"stateMachineVersionArn": f"{arn}:{version}", "weight": weight} for version, weight in weights]
    first = {"name": "LIVE", "description": "d", "routingConfiguration": routes((1, 100))}
    made = a.gives(create, members, **first)
    alias = made["stateMachineAliasArn"]
    assert alias == f"{arn}:LIVE" and a.gives(create, members, **first) == made
    for different in ({"description": "e"}, {"routingConfiguration": routes((2, 100))}):
        a.refuses(create, "ConflictException", "Failed to create alias because an alias with the same name and a different routing configuration already exists.",
                  **first | different)

    def refuses(code, message, reason=None, **members):
        a.refuses(create, code, message, reason, **{"name": "x", **members})
    for name in ("123", "INVALID ALIAS", "!INVALID", "ALIAS@", "ü"):
        refuses("ValidationException", problem("name", name, f"Member must satisfy regular expression pattern: {NAME}"), name=name,
                routingConfiguration=routes((1, 100)))
    refuses("ValidationException", too_long("name", "A" * 81, 80), name="A" * 81, routingConfiguration=routes((1, 100)))
    refuses("ValidationException", missing("routingConfiguration"))
    # The configuration is checked alike when the alias is made and when it is changed.
    for operation, more in ((create, {"name": "x"}), ("UpdateStateMachineAlias", {"stateMachineAliasArn": alias})):
        def wrong(code, message, configuration, reason=None):
            a.refuses(operation, code, message, reason, routingConfiguration=configuration, **more)
        wrong("ValidationException", too_short("routingConfiguration", "[]"), [])
        wrong("ValidationException", re.compile(r"1 validation error detected: Value '\[RoutingConfigurationListItem\(.*' at 'routingConfiguration' failed to "
              "satisfy constraint: Member must have length less than or equal to 2"), routes((1, 50), (2, 30), (3, 20)))
        wrong("ValidationException", problem("routingConfiguration.1.member.weight", 101, "Member must have value less than or equal to 100"), routes((1, 101)))
        wrong("ValidationException", problem("routingConfiguration.1.member.weight", -1, "Member must have value greater than or equal to 0"), routes((1, -1)))
        for weights in ((70, 29), (70, 31), (0, 0)):
            wrong("ValidationException", f"Sum of routing configuration weights must equal 100. Received: [{weights[0]}, {weights[1]}]",
                  routes((1, weights[0]), (2, weights[1])), ROUTED)
        wrong("ValidationException", f"Routing configuration must contain distinct state machine version ARNs. Received: [{arn}:1, {arn}:1]",
              routes((1, 50), (1, 50)), ROUTED)
        for text in (arn, f"{arn}:LIVE"):
            wrong("ValidationException", f"Routing configuration must contain state machine version ARNs. Received: [{text}]",
                  [{"stateMachineVersionArn": text, "weight": 100}], ROUTED)
        wrong("InvalidArn", no_prefix("nonsense"), [{"stateMachineVersionArn": "nonsense", "weight": 100}])
        wrong("ResourceNotFound", NOWHERE, routes((9, 100)))
    both = [{"stateMachineVersionArn": f"{arn}:1", "weight": 50}, {"stateMachineVersionArn": f"{MACHINE}v:1", "weight": 50}]
    refuses("ValidationException", f"Routing configuration must contain versions of one state machine. Received: [{arn}:1, {MACHINE}v:1]", ROUTED,
            routingConfiguration=both)
    refuses("ResourceNotFound", NOWHERE, routingConfiguration=[{"stateMachineVersionArn": f"{MACHINE}none:1", "weight": 100}])
    a.refuses("DeleteStateMachineVersion", "ConflictException", "Version to be deleted must not be referenced by an alias. "
              "Current list of aliases referencing this version: [LIVE]", stateMachineVersionArn=f"{arn}:1")

    update = "UpdateStateMachineAlias"
    a.refuses(update, "ValidationException", "Either the description or the routing configuration must be specified",
              reason="MISSING_REQUIRED_PARAMETER", stateMachineAliasArn=alias)
    a.refuses(update, "ValidationException", "Routing configuration must contain versions of the alias's own state machine", reason=ROUTED,
              stateMachineAliasArn=alias, routingConfiguration=[{"stateMachineVersionArn": f"{MACHINE}v:1", "weight": 100}])
    a.refuses(update, "ResourceNotFound", NOWHERE, stateMachineAliasArn=f"{arn}:NONE", description="x")
    a.gives(update, "updateDate", stateMachineAliasArn=alias, description="e")
    a.gives(update, "updateDate", stateMachineAliasArn=alias, routingConfiguration=routes((1, 30), (2, 70)))
    described = "stateMachineAliasArn name routingConfiguration creationDate updateDate"
    found = a.gives("DescribeStateMachineAlias", described + " description", stateMachineAliasArn=alias)
    assert (found["name"], found["description"], found["routingConfiguration"]) == ("LIVE", "e", routes((1, 30), (2, 70))), found
    assert found["stateMachineAliasArn"] == alias and found["creationDate"] == made["creationDate"] and found["updateDate"] > found["creationDate"], found
    assert a.call("DescribeStateMachine", stateMachineArn=alias)["stateMachineArn"] == f"{arn}:1"
    a.refuses("DescribeStateMachineAlias", "ResourceNotFound", NOWHERE, stateMachineAliasArn=f"{arn}:NONE")

    for name in ("B", "C"):
        a.call(create, name=name, routingConfiguration=routes((2, 100)))
    a.gives("DescribeStateMachineAlias", described, stateMachineAliasArn=f"{arn}:B")
    listing = "ListStateMachineAliases"

    def names(reference):
        return [x["stateMachineAliasArn"].rsplit(":", 1)[1] for x in a.pages(listing, "stateMachineAliases", 2, stateMachineArn=reference)]
    answer = a.gives(listing, "stateMachineAliases", stateMachineArn=arn)
    assert all(set(x) == {"stateMachineAliasArn", "creationDate"} for x in answer["stateMachineAliases"]), answer
    assert names(arn) == ["B", "C", "LIVE"] and names(f"{arn}:1") == ["LIVE"] and names(f"{arn}:2") == ["B", "C", "LIVE"]
    a.refuses_tokens(listing, a.call(listing, stateMachineArn=f"{arn}:2", maxResults=1)["nextToken"], stateMachineArn=arn)
    a.refuses(listing, "StateMachineDoesNotExist", f"State Machine Does Not Exist: '{MACHINE}none'", stateMachineArn=MACHINE + "none")
    a.refuses(listing, "ResourceNotFound", NOWHERE, stateMachineArn=f"{arn}:9")
    a.refuses(listing, "InvalidArn", no_prefix("nonsense"), stateMachineArn="nonsense")

    delete = "DeleteStateMachineAlias"
    a.gives(delete, "", stateMachineAliasArn=f"{arn}:B")
    a.gives(delete, "", stateMachineAliasArn=f"{arn}:B")
    assert names(arn) == ["C", "LIVE"]
    for operation, more in (("DescribeStateMachineAlias", {}), (update, {"description": "x"}), (delete, {})):
        a.refuses(operation, "InvalidArn", no_prefix("nonsense"), stateMachineAliasArn="nonsense", **more)
        a.refuses(operation, "ValidationException", alias_words(f"{arn}:1"), stateMachineAliasArn=f"{arn}:1", **more)
        a.refuses(operation, "ValidationException", missing("stateMachineAliasArn"), **more)
        a.shell_refuses(operation, "InvalidArn", no_prefix("nonsense"), stateMachineAliasArn="nonsense", **more)

    def by_shell():
        a.shell(create, members, name="shell", routingConfiguration=routes((1, 100))).result()
        shell = f"{arn}:shell"
        a.shell(update, "updateDate", stateMachineAliasArn=shell, description="x").result()
        a.shell("DescribeStateMachineAlias", described + " description", stateMachineAliasArn=shell).result()
        a.shell(delete, stateMachineAliasArn=f"{arn}:C")
    by_shell()
    a.shell(listing, "stateMachineAliases", stateMachineArn=f"{arn}:1")
    a.shell_refuses(create, "ValidationException", problem(
        "name", "123", f"Member must satisfy regular expression pattern: {NAME}"), name="123", routingConfiguration=routes((1, 100)))
    a.shell_refuses(listing, "ResourceNotFound", NOWHERE, stateMachineArn=f"{arn}:9")


def deleting(a):
    """What a machine that is going refuses."""
    arn = a.machine("leaves", WAIT, publish=True)
    route = [{"stateMachineVersionArn": f"{arn}:1", "weight": 100}]
    alias = a.call("CreateStateMachineAlias", name="LIVE", routingConfiguration=route)["stateMachineAliasArn"]
    _, words = a.deleting("leaves", publish=True)
    for operation, arguments in (
            ("PublishStateMachineVersion", {"stateMachineArn": arn}), ("CreateStateMachineAlias", {"name": "x", "routingConfiguration": route}),
            ("UpdateStateMachineAlias", {"stateMachineAliasArn": alias, "description": "x"}), ("ListStateMachineAliases", {"stateMachineArn": arn})):
        a.refuses(operation, "StateMachineDeleting", words, **arguments)


def prove(a):
    for part in (versions, aliases, deleting):
        part(a)


def prove_quotas(a):
    """On a server with room for two versions and one alias of a machine."""
    arn = a.machine("versioned", publish=True)
    a.call("UpdateStateMachine", stateMachineArn=arn, definition=definition(2), publish=True)
    words = f"The state machine '{arn}' has reached the maximum number of versions: 2"
    a.refuses("UpdateStateMachine", "ServiceQuotaExceededException", words, stateMachineArn=arn, definition=definition(3), publish=True)
    assert a.call("DescribeStateMachine", stateMachineArn=arn)["definition"] == definition(2), "a refused update changes nothing"
    a.call("UpdateStateMachine", stateMachineArn=arn, definition=definition(3))
    a.refuses("PublishStateMachineVersion", "ServiceQuotaExceededException", words, stateMachineArn=arn)
    route = [{"stateMachineVersionArn": f"{arn}:1", "weight": 100}]
    a.call("CreateStateMachineAlias", name="one", routingConfiguration=route)
    a.refuses("CreateStateMachineAlias", "ServiceQuotaExceededException", f"The state machine '{arn}' has reached the maximum number of aliases: 1",
              name="two", routingConfiguration=route)
    a.gives("CreateStateMachineAlias", "stateMachineAliasArn creationDate", name="one", routingConfiguration=route)
