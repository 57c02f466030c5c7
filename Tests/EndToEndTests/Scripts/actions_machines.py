"""State machines and tags: CreateStateMachine, DescribeStateMachine, UpdateStateMachine, DeleteStateMachine, ListStateMachines,
ValidateStateMachineDefinition, TagResource, UntagResource, ListTagsForResource."""
import json

from actions_kit import (
    FAIL, MACHINE, PASS, ROLE, WAIT, missing, no_prefix, problem, too_long, too_short, wrong_type)

# What names must not have. Source: API reference, CreateStateMachine, `name`.
FORBIDDEN = [*" <>{}[]?*\"#%\\^|~`$&,;:/", "\t", "\n", "\x00", "\x1f", "\x7f", "\x85", "\x9f", "\u00a0", "\u2003", "\ufffe", "\uffff", "\U0010ffff"]
ALLOWED = ["a", "A-b_c.d", "a!b@c(d)'e'=f+g", "Grüße", "日本", "\U0001f600", "x" * 80]
BARE = "stateMachineArn name status definition roleArn type creationDate loggingConfiguration tracingConfiguration encryptionConfiguration"
OFF = {"level": "OFF", "includeExecutionData": False}


def names(a):
    for operation, more in (("CreateStateMachine", {"definition": PASS, "roleArn": ROLE}), ("CreateActivity", {})):
        for character in FORBIDDEN:
            name = f"a{character}b"
            a.refuses(operation, "InvalidName", f"Invalid Name: '{name}'", name=name, **more)
        a.refuses(operation, "ValidationException", too_long("name", "x" * 81, 80), name="x" * 81, **more)
        a.refuses(operation, "ValidationException", too_short("name", ""), name="", **more)
        a.refuses(operation, "ValidationException", missing("name"), **more)
        for name in ALLOWED:
            arn = a.call(operation, name=name, **more)[f"{'activity' if 'Activity' in operation else 'stateMachine'}Arn"]
            assert arn.endswith(f":{name}"), arn


def creation(a):
    made = a.gives("CreateStateMachine", "stateMachineArn creationDate", name="one", definition=PASS, roleArn=ROLE, tags=[{"key": "k", "value": "v"}])
    assert made["stateMachineArn"] == MACHINE + "one", made
    group = "arn:aws:logs:us-east-1:000000000000:log-group:events:*"
    a.server.client("logs").create_log_group(logGroupName="events")
    whole = {
        "name": "whole", "definition": PASS, "roleArn": ROLE, "type": "EXPRESS", "publish": True, "versionDescription": "first",
        "loggingConfiguration": {"level": "ALL", "includeExecutionData": True, "destinations": [{"cloudWatchLogsLogGroup": {"logGroupArn": group}}]},
        "tracingConfiguration": {"enabled": True}, "encryptionConfiguration": {"type": "AWS_OWNED_KEY"}, "tags": [{"key": "k", "value": "v"}]}
    first = a.gives("CreateStateMachine", "stateMachineArn creationDate stateMachineVersionArn", **whole)
    assert first["stateMachineVersionArn"] == MACHINE + "whole:1", first
    found = a.gives("DescribeStateMachine", BARE, stateMachineArn=MACHINE + "whole")
    assert found["loggingConfiguration"] == whole["loggingConfiguration"] and found["tracingConfiguration"] == {"enabled": True}, found
    assert found["type"] == "EXPRESS" and found["encryptionConfiguration"] == {"type": "AWS_OWNED_KEY"}, found

    # The same again is the same machine; role and tags do not count and are not applied.
    # AWS's own key is what a machine has of which nothing was said.
    again = a.gives("CreateStateMachine", "stateMachineArn creationDate stateMachineVersionArn",
                    **{key: value for key, value in whole.items() if key != "encryptionConfiguration"}
                    | {"roleArn": ROLE + "2", "tags": [{"key": "other", "value": "w"}]})
    assert again == first, (again, first)
    assert a.call("DescribeStateMachine", stateMachineArn=MACHINE + "whole")["roleArn"] == ROLE
    assert a.call("ListTagsForResource", resourceArn=MACHINE + "whole")["tags"] == whole["tags"]
    for change in ({"definition": FAIL}, {"type": "STANDARD"}, {"loggingConfiguration": OFF}, {"tracingConfiguration": {"enabled": False}},
                   {"publish": False, "versionDescription": None}, {"versionDescription": "second"}):
        changed = {key: value for key, value in (whole | change).items() if value is not None}
        a.refuses("CreateStateMachine", "StateMachineAlreadyExists", f"State Machine Already Exists: '{MACHINE}whole'", **changed)

    plain = {"name": "other", "definition": PASS, "roleArn": ROLE}
    create = "CreateStateMachine"
    a.refuses(create, "AccessDeniedException", "Cross-account pass role is not allowed.", **plain | {"roleArn": "arn:aws:iam::999999999999:role/r"})
    a.refuses(create, "InvalidArn", "Invalid Role Arn: 'nonsense'", **plain | {"roleArn": "nonsense"})
    a.refuses(create, "InvalidDefinition",
              "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'",
              **plain | {"definition": '{"StartAt": "A"}'})
    a.refuses(create, "ValidationException", missing("roleArn"), name="other", definition=PASS)
    a.refuses(create, "ValidationException",
              problem("type", "FAST", "Member must satisfy enum value set: [STANDARD, EXPRESS]"), type="FAST", **plain)
    a.refuses(create, "ValidationException", "Version description can only be set when publish is true", versionDescription="x", **plain)
    too_many = [{"key": f"k{n}", "value": ""} for n in range(51)]
    found = a.refuses(create, "TooManyTags", f"Too many tags: '{MACHINE}other'", tags=too_many, **plain)
    assert found["resourceName"] == MACHINE + "other", found
    a.refuses(create, "ValidationException", "Tag keys that begin with 'aws:' are reserved. Received: aws:x", tags=[{"key": "aws:x", "value": ""}], **plain)
    arn, words = a.deleting("going")
    a.refuses(create, "StateMachineDeleting", words, name="going", definition=WAIT, roleArn=ROLE)
    a.shell(create, "stateMachineArn creationDate stateMachineVersionArn", name="from-the-shell", definition=PASS, roleArn=ROLE, type="EXPRESS",
            publish=True, versionDescription="d", tracingConfiguration={"enabled": True}, tags=[{"key": "a", "value": "b"}])
    a.shell_refuses(create, "InvalidName", "Invalid Name: 'a b'", **plain | {"name": "a b"})


def configurations(a):
    """What is said of logging, tracing and encryption is checked alike when a machine is made and when it is changed."""
    arn = a.machine("configured")
    group = {"cloudWatchLogsLogGroup": {"logGroupArn": "arn:aws:logs:us-east-1:000000000000:log-group:none:*"}}
    own = {"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "alias/mine"}
    one, there = "Must specify exactly one Log Destination.", "Log Destination not found."
    for operation, arguments in (("CreateStateMachine", {"name": "other", "definition": PASS, "roleArn": ROLE}),
                                 ("UpdateStateMachine", {"stateMachineArn": arn, "definition": PASS})):
        def refuses(code, message, **configuration):
            a.refuses(operation, code, message, **arguments, **configuration)
        for logging, words in (({"level": "ALL"}, one), ({"level": "ERROR", "destinations": []}, one),
                               ({"level": "OFF", "destinations": [group, group]}, one), ({"level": "ALL", "destinations": [group]}, there),
                               ({"level": "ALL", "destinations": [{"cloudWatchLogsLogGroup": {"logGroupArn": "nonsense"}}]}, there),
                               ({"level": "ALL", "destinations": [{}]}, there)):
            refuses("InvalidLoggingConfiguration", f"Invalid Logging Configuration: {words}", loggingConfiguration=logging)
        refuses("ValidationException", problem("loggingConfiguration.level", "SOME", "Member must satisfy enum value set: [ALL, ERROR, FATAL, OFF]"),
                loggingConfiguration={"level": "SOME"})
        refuses("InvalidTracingConfiguration", "Invalid Tracing Configuration: 'enabled' must be set to true or false.", tracingConfiguration={})
        for encryption, words in (
                ({"type": "CUSTOMER_MANAGED_KMS_KEY"}, "kmsKeyId must be specified for type CUSTOMER_MANAGED_KMS_KEY"),
                ({"type": "AWS_OWNED_KEY", "kmsKeyId": "x"}, "kmsKeyId must not be specified for type AWS_OWNED_KEY"),
                ({"type": "AWS_OWNED_KEY", "kmsDataKeyReusePeriodSeconds": 60},
                 "kmsDataKeyReusePeriodSeconds must not be specified for type AWS_OWNED_KEY")):
            refuses("InvalidEncryptionConfiguration", f"Invalid Encryption Configuration: {words}", encryptionConfiguration=encryption)
        refuses("ValidationException", missing("encryptionConfiguration.type"), encryptionConfiguration={"kmsKeyId": "x"})
        for seconds, bound in ((59, "greater than or equal to 60"), (901, "less than or equal to 900")):
            refuses("ValidationException",
                    problem("encryptionConfiguration.kmsDataKeyReusePeriodSeconds", seconds, f"Member must have value {bound}"),
                    encryptionConfiguration={**own, "kmsDataKeyReusePeriodSeconds": seconds})
    quiet = a.machine("quiet", loggingConfiguration={"destinations": []})
    assert a.call("DescribeStateMachine", stateMachineArn=quiet)["loggingConfiguration"] == {**OFF, "destinations": []}


def description(a):
    arn = MACHINE + "one"
    found = a.gives("DescribeStateMachine", BARE, stateMachineArn=arn)
    assert found["creationDate"] and found["loggingConfiguration"] == OFF and found["tracingConfiguration"] == {"enabled": False}, found
    assert [found[k] for k in ("stateMachineArn", "name", "status", "definition", "roleArn", "type")] == [arn, "one", "ACTIVE", PASS, ROLE, "STANDARD"], found
    # API reference, `definition`: "If called with includedData = METADATA_ONLY, the returned definition will be {}."
    assert a.gives("DescribeStateMachine", BARE, stateMachineArn=arn, includedData="METADATA_ONLY")["definition"] == "{}"
    assert a.gives("DescribeStateMachine", BARE, stateMachineArn=arn, includedData="ALL_DATA")["definition"] == PASS
    jsonata = json.dumps({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "B"}, "B": {"Type": "Pass", "Output": "{% $x %}", "End": True}}})
    found = a.gives("DescribeStateMachine", BARE + " variableReferences", stateMachineArn=a.machine("reads", jsonata))
    assert found["variableReferences"] == {"B": ["x"]}, found
    assert a.call("DescribeStateMachine", stateMachineArn=a.deleting("leaving")[0])["status"] == "DELETING"
    describe = "DescribeStateMachine"
    a.refuses(describe, "StateMachineDoesNotExist", f"State Machine Does Not Exist: '{MACHINE}none'", stateMachineArn=MACHINE + "none")
    a.refuses(describe, "InvalidArn", no_prefix("nonsense"), stateMachineArn="nonsense")
    a.refuses(describe, "InvalidArn", no_prefix("arn:aws:sqs:us-east-1:000000000000:q"), stateMachineArn="arn:aws:sqs:us-east-1:000000000000:q")
    a.refuses(describe, "InvalidArn", wrong_type("activity"), stateMachineArn=MACHINE.replace("stateMachine", "activity") + "one")
    a.refuses(describe, "ValidationException", f"This API does not support labeled state machine ARNs. Received: {arn}/label",
              reason="API_DOES_NOT_SUPPORT_LABELED_ARNS", stateMachineArn=f"{arn}/label")
    a.refuses(describe, "ValidationException", too_long("stateMachineArn", MACHINE + "x" * 256, 256), stateMachineArn=MACHINE + "x" * 256)
    a.refuses(describe, "ValidationException", problem("includedData", "SOME", "Member must satisfy enum value set: [ALL_DATA, METADATA_ONLY]"),
              stateMachineArn=arn, includedData="SOME")
    a.shell(describe, BARE, stateMachineArn=arn)
    a.shell_refuses(describe, "StateMachineDoesNotExist", f"State Machine Does Not Exist: '{MACHINE}none'", stateMachineArn=MACHINE + "none")


def updates(a):
    arn, update = a.machine("changed"), "UpdateStateMachine"
    first = a.gives(update, "updateDate revisionId", stateMachineArn=arn, definition=FAIL)
    assert a.gives("DescribeStateMachine", BARE + " revisionId", stateMachineArn=arn)["definition"] == FAIL
    # What changes nothing makes no revision.
    assert a.gives(update, "updateDate revisionId", stateMachineArn=arn, definition=FAIL) == first
    whole = a.gives(update, "updateDate revisionId stateMachineVersionArn", stateMachineArn=arn, definition=PASS, roleArn=ROLE + "2",
                    loggingConfiguration=OFF, tracingConfiguration={"enabled": True}, encryptionConfiguration={"type": "AWS_OWNED_KEY"},
                    publish=True, versionDescription="second")
    assert whole["stateMachineVersionArn"] == f"{arn}:1" and whole["revisionId"] != first["revisionId"] and whole["updateDate"] > first["updateDate"]
    found = a.gives("DescribeStateMachine", BARE + " revisionId", stateMachineArn=arn)
    assert (found["roleArn"], found["revisionId"], found["tracingConfiguration"]) == (ROLE + "2", whole["revisionId"], {"enabled": True}), found
    for member in ({"roleArn": ROLE}, {"loggingConfiguration": OFF}, {"tracingConfiguration": {"enabled": False}}):
        a.gives(update, "updateDate revisionId", stateMachineArn=arn, **member)
    a.refuses(update, "MissingRequiredParameter",
              "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified", stateMachineArn=arn)
    a.refuses(update, "InvalidDefinition",
              "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /'",
              stateMachineArn=arn, definition="{}")
    a.refuses(update, "InvalidArn", no_prefix("nonsense"), stateMachineArn="nonsense", definition=PASS)
    a.refuses(update, "InvalidArn", "Invalid Role Arn: 'nonsense'", stateMachineArn=arn, roleArn="nonsense")
    a.refuses(update, "StateMachineDoesNotExist", f"State Machine Does Not Exist: '{MACHINE}none'", stateMachineArn=MACHINE + "none", definition=PASS)
    a.refuses(update, "ValidationException", "Version description can only be set when publish is true",
              stateMachineArn=arn, definition=PASS, versionDescription="x")
    a.refuses(update, "ValidationException", f"The stateMachineArn must not name a version or an alias. Received: {arn}:1",
              stateMachineArn=f"{arn}:1", definition=PASS)
    a.refuses(update, "ValidationException", f"This API does not support labeled state machine ARNs. Received: {arn}/label",
              reason="API_DOES_NOT_SUPPORT_LABELED_ARNS", stateMachineArn=f"{arn}/label", definition=PASS)
    gone, words = a.deleting("fading")
    a.refuses(update, "StateMachineDeleting", words, stateMachineArn=gone, definition=PASS)
    a.shell(update, "updateDate revisionId", stateMachineArn=a.machine("changed-by-shell"), definition=FAIL)
    a.shell_refuses(update, "StateMachineDoesNotExist", f"State Machine Does Not Exist: '{MACHINE}none'", stateMachineArn=MACHINE + "none", definition=PASS)


def deletion(a):
    delete = "DeleteStateMachine"
    arn = a.machine("short")
    a.gives(delete, "", stateMachineArn=arn)
    a.gives(delete, "", stateMachineArn=arn)
    a.refuses("StartExecution", "StateMachineDoesNotExist", f"State Machine Does Not Exist: '{arn}'", stateMachineArn=arn)
    a.refuses(delete, "InvalidArn", no_prefix("nonsense"), stateMachineArn="nonsense")
    a.refuses(delete, "InvalidArn", wrong_type("execution"), stateMachineArn=arn.replace("stateMachine", "execution") + ":e")
    a.refuses(delete, "ValidationException", f"The stateMachineArn must not name a version or an alias. Received: {arn}:1", stateMachineArn=f"{arn}:1")
    a.refuses(delete, "ValidationException", f"This API does not support labeled state machine ARNs. Received: {arn}/label",
              reason="API_DOES_NOT_SUPPORT_LABELED_ARNS", stateMachineArn=f"{arn}/label")
    a.shell(delete, stateMachineArn=a.machine("short-by-shell"))
    a.shell_refuses(delete, "InvalidArn", no_prefix("nonsense"), stateMachineArn="nonsense")


def lists(a):
    for n in range(5):
        a.machine(f"page-{n}")
    answer = a.gives("ListStateMachines", "stateMachines", maxResults=0)
    [item] = [m for m in answer["stateMachines"] if m["name"] == "page-0"]
    assert set(item) == {"stateMachineArn", "name", "type", "creationDate"} and item["type"] == "STANDARD", item
    listed = [m["name"] for m in a.pages("ListStateMachines", "stateMachines", 3)]
    assert {f"page-{n}" for n in range(5)} <= set(listed) and len(listed) == len(set(listed)), listed
    a.gives("ListStateMachines", "stateMachines nextToken", maxResults=1)
    for name in ("token-1", "token-2"):
        a.call("CreateActivity", name=name)
    a.refuses_tokens("ListStateMachines", a.call("ListActivities", maxResults=1)["nextToken"])
    a.shell("ListStateMachines", "stateMachines")
    a.shell_refuses("ListStateMachines", "InvalidToken", "Invalid Token: 'Invalid token'", nextToken="nonsense")


def validation(a):
    validate, members = "ValidateStateMachineDefinition", "result diagnostics truncated"
    good = a.gives(validate, members, definition=PASS, type="EXPRESS", severity="WARNING", maxResults=5)
    assert (good["result"], good["diagnostics"], good["truncated"]) == ("OK", [], False), good
    answer = a.gives(validate, members, definition="{}")
    assert (answer["result"], answer["diagnostics"]) == ("FAIL", [{
        "severity": "ERROR", "code": "SCHEMA_VALIDATION_FAILED", "message": "These fields are required: [States, StartAt]", "location": "/"}]), answer
    answer = a.call(validate, definition="not a definition")
    assert answer["diagnostics"][0]["code"] == "INVALID_JSON_DESCRIPTION" and "line: 1, column: 4" in answer["diagnostics"][0]["location"], answer
    many = json.dumps({"StartAt": "S0", "States": {f"S{n}": {"Type": "Pass", "Next": "nowhere"} for n in range(120)}})
    for asked, count in ((None, 100), (0, 100), (3, 3), (100, 100)):
        answer = a.call(validate, definition=many, **({} if asked is None else {"maxResults": asked}))
        assert len(answer["diagnostics"]) == count and answer["truncated"], (asked, len(answer["diagnostics"]))
    odd = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x": "$.path"}, "End": True}}})
    assert a.call(validate, definition=odd)["diagnostics"] == []
    answer = a.call(validate, definition=odd, severity="WARNING")
    assert answer["result"] == "OK" and [d["severity"] for d in answer["diagnostics"]] == ["WARNING"], answer
    token = json.dumps({"StartAt": "A", "States": {"A": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "q", "MessageBody": "b"}, "End": True}}})
    assert a.call(validate, definition=token)["result"] == "OK" and a.call(validate, definition=token, type="EXPRESS")["result"] == "FAIL"
    a.refuses(validate, "ValidationException", problem("maxResults", 101, "Member must have value less than or equal to 100"), definition=PASS, maxResults=101)
    a.refuses(validate, "ValidationException", problem("type", "FAST", "Member must satisfy enum value set: [STANDARD, EXPRESS]"), definition=PASS, type="FAST")
    a.refuses(validate, "ValidationException", problem("severity", "MILD", "Member must satisfy enum value set: [ERROR, WARNING]"),
              definition=PASS, severity="MILD")
    a.refuses(validate, "ValidationException", missing("definition"))
    a.shell(validate, members, definition=PASS)
    a.shell_refuses(validate, "ValidationException", problem("type", "FAST", "Member must satisfy enum value set: [STANDARD, EXPRESS]"),
                    definition=PASS, type="FAST")


def tags(a):
    machine = a.machine("tagged", tags=[{"key": "k", "value": "v"}], publish=True)
    activity = a.call("CreateActivity", name="tagged", tags=[{"key": "k", "value": "v"}])["activityArn"]
    for arn in (machine, activity):
        assert a.gives("ListTagsForResource", "tags", resourceArn=arn)["tags"] == [{"key": "k", "value": "v"}]
        a.gives("TagResource", "", resourceArn=arn, tags=[{"key": "k", "value": "w"}, {"key": "l", "value": ""}, {"key": "only"}])
        a.gives("UntagResource", "", resourceArn=arn, tagKeys=["l", "none"])
        assert a.call("ListTagsForResource", resourceArn=arn)["tags"] == [{"key": "k", "value": "w"}, {"key": "only", "value": ""}]
        # Fifty and no more; a refused request sets none of its tags.
        a.call("TagResource", resourceArn=arn, tags=[{"key": f"k{n}", "value": ""} for n in range(48)])
        found = a.refuses("TagResource", "TooManyTags", f"Too many tags: '{arn}'", resourceArn=arn, tags=[{"key": "k", "value": "x"}, {"key": "more"}])
        assert found["resourceName"] == arn, found
        held = a.call("ListTagsForResource", resourceArn=arn)["tags"]
        assert len(held) == 50 and held[0] == {"key": "k", "value": "w"}, held
        a.refuses("TagResource", "ValidationException", "Tag keys that begin with 'aws:' are reserved. Received: aws:x",
                  resourceArn=arn, tags=[{"key": "aws:x", "value": ""}])
    for operation, more in (("ListTagsForResource", {}), ("TagResource", {"tags": [{"key": "a", "value": "b"}]}), ("UntagResource", {"tagKeys": ["a"]})):
        for arn in (machine + "x", f"{machine}:1", activity + "x"):
            a.refuses(operation, "ResourceNotFound", f"Resource not found: '{arn}'", resourceArn=arn, **more)
        a.refuses(operation, "InvalidArn", no_prefix("nonsense"), resourceArn="nonsense", **more)
        a.refuses(operation, "ValidationException", missing("resourceArn"), **more)
        a.shell_refuses(operation, "ResourceNotFound", f"Resource not found: '{machine}x'", resourceArn=machine + "x", **more)
    a.refuses("TagResource", "ValidationException", too_long("tags.1.member.key", "k" * 129, 128), resourceArn=machine, tags=[{"key": "k" * 129}])
    a.refuses("TagResource", "ValidationException", too_long("tags.1.member.value", "v" * 257, 256), resourceArn=machine, tags=[{"key": "k", "value": "v" * 257}])
    a.refuses("TagResource", "ValidationException", too_short("tags.1.member.key", ""), resourceArn=machine, tags=[{"key": ""}])
    other = a.machine("tagged-by-shell", tags=[{"key": "k", "value": "v"}])
    a.shell("TagResource", resourceArn=other, tags=[{"key": "a", "value": "b"}])
    a.shell("UntagResource", resourceArn=other, tagKeys=["k"])
    a.shell("ListTagsForResource", "tags", resourceArn=other)


def regions(a):
    """Another region is another world."""
    west = a.server.client("stepfunctions", region="eu-west-1")
    assert west.list_state_machines()["stateMachines"] == [] and west.list_activities()["activities"] == []


def prove(a):
    for part in (names, creation, configurations, description, updates, deletion, lists, validation, tags, regions):
        part(a)


def prove_quotas(a):
    """On a server with room for four machines, two of which are there, and for two tags of each."""
    first = a.machine("one")
    a.machine("two")
    a.refuses("CreateStateMachine", "StateMachineLimitExceeded", "State Machine Limit Exceeded: '4'", name="three", definition=PASS, roleArn=ROLE)
    assert a.machine("one") == first, "the same again is no fifth one"
    a.call("DeleteStateMachine", stateMachineArn=MACHINE + "two")
    a.machine("three")
    a.gives("TagResource", "", resourceArn=first, tags=[{"key": "a"}, {"key": "b"}])
    a.refuses("TagResource", "TooManyTags", f"Too many tags: '{first}'", resourceArn=first, tags=[{"key": "c"}])
