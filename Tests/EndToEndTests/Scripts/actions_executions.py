"""Executions: StartExecution, StartSyncExecution, DescribeExecution, StopExecution, RedriveExecution, ListExecutions, GetExecutionHistory,
DescribeStateMachineForExecution, TestState."""
import json
import time

from actions_kit import (
    ACTIVITY, EXECUTION, FAIL, MACHINE, MAP_RUN, PASS, ROLE, WAIT, missing, no_prefix, problem, too_long, too_short, wrong_type)
from actions_machines import FORBIDDEN
from newel import ended, wait_for, well_formed

STATUSES = "[SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]"
OPEN = "executionArn stateMachineArn name status startDate input inputDetails redriveCount redriveStatus"
OVER = OPEN + " stopDate"
GOOD = OVER + " output outputDetails redriveStatusReason"
MACHINE_OF = "stateMachineArn name definition roleArn updateDate loggingConfiguration tracingConfiguration encryptionConfiguration"
# A failure that a redrive repairs: the function is made in between.
REPAIRED = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:late", "End": True}}})


def labeled(arn):
    return f"This API does not support labeled state machine ARNs. Received: {arn}/label"


def masked(member, most):
    return f"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length less than or equal to {most}"


def inputs(a, operation, arn):
    """What both ways to start refuse."""
    def refuses(code, message, reason=None, **arguments):
        a.refuses(operation, code, message, reason, **{"stateMachineArn": arn, **arguments})
    for text, words in (
            ("not some json", "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
            ("{'not': 'json'}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name"), ("", "Invalid execution input.")):
        refuses("InvalidExecutionInput", f"Invalid State Machine Execution Input: '{words}'", input=text)
    refuses("ValidationException", masked("input", 262144), input=json.dumps("x" * 262_143))
    for character in FORBIDDEN:
        refuses("InvalidName", f"Invalid Name: 'a{character}b'", name=f"a{character}b")
    refuses("ValidationException", too_long("name", "x" * 81, 80), name="x" * 81)
    refuses("ValidationException", too_short("name", ""), name="")
    refuses("ValidationException", too_long("traceHeader", "x" * 257, 256), traceHeader="x" * 257)
    refuses("ValidationException", problem("traceHeader", "Größe", "Member must satisfy regular expression pattern: \\p{ASCII}*"), traceHeader="Größe")
    refuses("InvalidArn", no_prefix("nonsense"), stateMachineArn="nonsense")
    refuses("InvalidArn", wrong_type("activity"), stateMachineArn=ACTIVITY + "one")
    for wrong in (MACHINE + "none", f"{arn}:9", f"{arn}:NONE"):
        refuses("StateMachineDoesNotExist", f"State Machine Does Not Exist: '{wrong}'", stateMachineArn=wrong)
    refuses("ValidationException", labeled(arn), "API_DOES_NOT_SUPPORT_LABELED_ARNS", stateMachineArn=f"{arn}/label")
    a.refuses(operation, "ValidationException", missing("stateMachineArn"))


def starts(a):
    start, members = "StartExecution", "executionArn startDate"
    arn, waits = a.machine("starts"), a.machine("waits", WAIT)
    started = a.gives(start, members, stateMachineArn=arn, name="first", input='{"a": 1.0}', traceHeader="Root=1")
    assert started["executionArn"] == EXECUTION + "starts:first", started
    assert a.gives(start, members, stateMachineArn=arn)["executionArn"].startswith(EXECUTION + "starts:")
    # The same again while it runs is the same; with another input, or once it is over, the name is taken.
    running = a.call(start, stateMachineArn=waits, name="open", input='{"n": 1}')
    again = a.gives(start, members, stateMachineArn=waits, name="open", input='{"n": 1}')
    assert (again["executionArn"], again["startDate"]) == (running["executionArn"], running["startDate"]), again
    ended(a.client, started["executionArn"])
    for machine, name, text in ((waits, "open", '{"n": 2}'), (waits, "open", '{"n":1}'), (arn, "first", '{"a": 1.0}')):
        kind = EXECUTION + machine.rsplit(":", 1)[1] + ":" + name
        a.refuses(start, "ExecutionAlreadyExists", f"Execution Already Exists: '{kind}'", stateMachineArn=machine, name=name, input=text)
    inputs(a, start, arn)
    for text in ("1", '"text"', "null", json.dumps("x" * 262_142)):
        assert ended(a.client, a.call(start, stateMachineArn=arn, input=text)["executionArn"])["output"] == text
    gone, words = a.deleting("starts-no-more")
    a.refuses(start, "StateMachineDeleting", words, stateMachineArn=gone)
    quick = a.machine("quick", type="EXPRESS")
    one, two = (a.gives(start, members, stateMachineArn=quick, name="same")["executionArn"] for _ in range(2))
    assert one != two and ":express:quick:same:" in one, (one, two)
    a.shell(start, members, stateMachineArn=arn, name="from-the-shell", input='{"a": 1}', traceHeader="Root=1")
    a.shell_refuses(start, "InvalidExecutionInput", "Invalid State Machine Execution Input: 'Invalid execution input.'", stateMachineArn=arn, input="")


def synchronous(a):
    sync = "StartSyncExecution"
    members = "executionArn stateMachineArn name startDate stopDate status input inputDetails outputDetails billingDetails"
    quick = a.machine("sync", type="EXPRESS")
    found = a.gives(sync, members + " output traceHeader", stateMachineArn=quick, input='{"a":1}', name="n", traceHeader="Root=1")
    assert (found["status"], found["input"], found["output"], found["name"], found["traceHeader"]) == ("SUCCEEDED", '{"a":1}', '{"a":1}', "n", "Root=1"), found
    assert found["stateMachineArn"] == quick and ":express:sync:n:" in found["executionArn"] and found["stopDate"] >= found["startDate"], found
    assert found["inputDetails"] == found["outputDetails"] == {"included": True}, found
    assert found["billingDetails"]["billedMemoryUsedInMB"] == 64 and found["billingDetails"]["billedDurationInMilliseconds"] % 100 == 0, found
    without = members.replace(" input ", " ")
    found = a.gives(sync, without, stateMachineArn=quick, input='{"a":1}', includedData="METADATA_ONLY")
    assert found["inputDetails"] == found["outputDetails"] == {"included": False}, found
    found = a.gives(sync, members + " error cause", stateMachineArn=a.machine("sync-fails", FAIL, type="EXPRESS"))
    assert (found["status"], found["error"], found["cause"], found["input"]) == ("FAILED", "Boom", "It went off", "{}"), found
    slow = json.dumps({"TimeoutSeconds": 1, **json.loads(WAIT)})
    found = a.call(sync, stateMachineArn=a.machine("sync-slow", slow, type="EXPRESS"))
    assert found["status"] == "TIMED_OUT" and "output" not in found, found
    inputs(a, sync, quick)
    a.refuses(sync, "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine", stateMachineArn=a.machine("standard"))
    gone, words = a.deleting("syncs-no-more", type="EXPRESS")
    a.refuses(sync, "StateMachineDeleting", words, stateMachineArn=gone)
    a.shell(sync, members + " output", stateMachineArn=quick, input="[1]")
    a.shell_refuses(sync, "InvalidName", "Invalid Name: 'a b'", stateMachineArn=quick, name="a b")


def executions_refused(a, operation, **more):
    """What every action refuses that is told of a STANDARD execution."""
    absent = EXECUTION + "described:none"
    a.refuses(operation, "ExecutionDoesNotExist", f"Execution Does Not Exist: '{absent}'", executionArn=absent, **more)
    a.refuses(operation, "InvalidArn", no_prefix("nonsense"), executionArn="nonsense", **more)
    a.refuses(operation, "InvalidArn", wrong_type("stateMachine"), executionArn=MACHINE + "described", **more)
    express = EXECUTION.replace("execution:", "express:") + "quick:same:3b1b7a1c-0000-0000-0000-000000000000"
    a.refuses(operation, "InvalidArn", wrong_type("express"), executionArn=express, **more)
    a.refuses(operation, "ValidationException", missing("executionArn"), **more)
    a.refuses(operation, "ValidationException", too_long("executionArn", EXECUTION + "x" * 256, 256), executionArn=EXECUTION + "x" * 256, **more)
    a.shell_refuses(operation, "ExecutionDoesNotExist", f"Execution Does Not Exist: '{absent}'", executionArn=absent, **more)


def descriptions(a):
    describe, arn = "DescribeExecution", a.machine("described", publish=True)
    a.call("CreateStateMachineAlias", name="LIVE", routingConfiguration=[{"stateMachineVersionArn": f"{arn}:1", "weight": 100}])
    done = a.call("StartExecution", stateMachineArn=arn, name="done", input='{"a": 1.0}', traceHeader="Root=1")
    ended(a.client, done["executionArn"])
    found = a.gives(describe, GOOD + " traceHeader", executionArn=done["executionArn"])
    expected = {"stateMachineArn": arn, "name": "done", "status": "SUCCEEDED", "startDate": done["startDate"], "input": '{"a": 1.0}', "output": '{"a": 1.0}',
                "traceHeader": "Root=1", "redriveCount": 0, "inputDetails": {"included": True}, "outputDetails": {"included": True},
                "redriveStatus": "NOT_REDRIVABLE", "redriveStatusReason": "Execution is SUCCEEDED and cannot be redriven"}
    assert {key: found[key] for key in expected} == expected and found["stopDate"] >= found["startDate"], found
    hidden = a.gives(describe, GOOD.replace(" input ", " ").replace(" output ", " ") + " traceHeader", executionArn=done["executionArn"],
                     includedData="METADATA_ONLY")
    assert hidden["inputDetails"] == hidden["outputDetails"] == {"included": False}, hidden
    through = a.call("StartExecution", stateMachineArn=f"{arn}:LIVE")["executionArn"]
    ended(a.client, through)
    found = a.gives(describe, GOOD + " stateMachineVersionArn stateMachineAliasArn", executionArn=through)
    assert (found["stateMachineArn"], found["stateMachineVersionArn"], found["stateMachineAliasArn"]) == (arn, f"{arn}:1", f"{arn}:LIVE"), found
    running = a.call("StartExecution", stateMachineArn=a.machine("runs", WAIT))["executionArn"]
    found = a.gives(describe, OPEN + " redriveStatusReason", executionArn=running)
    assert (found["status"], found["redriveStatus"], found["redriveStatusReason"]) == \
        ("RUNNING", "NOT_REDRIVABLE", "Execution is RUNNING and cannot be redriven"), found
    failed = a.call("StartExecution", stateMachineArn=a.machine("fails", FAIL))["executionArn"]
    ended(a.client, failed)
    found = a.gives(describe, OVER + " error cause", executionArn=failed)
    assert (found["status"], found["error"], found["cause"], found["redriveStatus"]) == ("FAILED", "Boom", "It went off", "REDRIVABLE"), found
    late = a.call("StartExecution", stateMachineArn=a.machine("late", json.dumps({"TimeoutSeconds": 1, **json.loads(WAIT)})))["executionArn"]
    ended(a.client, late)
    assert a.gives(describe, OVER, executionArn=late)["status"] == "TIMED_OUT"
    executions_refused(a, describe)
    a.shell(describe, GOOD + " traceHeader", executionArn=done["executionArn"])

    of = "DescribeStateMachineForExecution"
    found = a.gives(of, MACHINE_OF, executionArn=done["executionArn"])
    assert (found["stateMachineArn"], found["name"], found["definition"], found["roleArn"]) == (arn, "described", PASS, ROLE), found
    assert a.gives(of, MACHINE_OF, executionArn=done["executionArn"], includedData="METADATA_ONLY")["definition"] == "{}"
    # A running execution keeps its definition, whatever the machine has become.
    revision = a.call("UpdateStateMachine", stateMachineArn=MACHINE + "runs", definition=PASS, encryptionConfiguration={"type": "AWS_OWNED_KEY"})["revisionId"]
    assert a.call(of, executionArn=running)["definition"] == WAIT
    newer = a.call("StartExecution", stateMachineArn=MACHINE + "runs")["executionArn"]
    found = a.gives(of, MACHINE_OF + " revisionId", executionArn=newer)
    assert (found["definition"], found["revisionId"], found["encryptionConfiguration"]) == (PASS, revision, {"type": "AWS_OWNED_KEY"}), found
    executions_refused(a, of)
    a.shell(of, MACHINE_OF, executionArn=done["executionArn"])


def stops(a):
    stop, arn = "StopExecution", a.machine("stopped", WAIT)
    plain, told, shelled = (a.call("StartExecution", stateMachineArn=arn)["executionArn"] for _ in range(3))
    stopped = a.gives(stop, "stopDate", executionArn=plain)
    assert a.gives(stop, "stopDate", executionArn=plain) == stopped
    found = a.gives("DescribeExecution", OVER, executionArn=plain)
    assert found["status"] == "ABORTED" and found["stopDate"] == stopped["stopDate"] and found["redriveStatus"] == "REDRIVABLE", found
    last = a.call("GetExecutionHistory", executionArn=plain)["events"][-1]
    assert (last["type"], last["previousEventId"], last["executionAbortedEventDetails"]) == ("ExecutionAborted", 0, {}), last
    a.gives(stop, "stopDate", executionArn=told, error="Enough", cause="said so")
    found = a.gives("DescribeExecution", OVER + " error cause", executionArn=told)
    assert (found["error"], found["cause"]) == ("Enough", "said so"), found
    executions_refused(a, stop)
    a.refuses(stop, "ValidationException", masked("error", 256), executionArn=plain, error="x" * 257)
    a.refuses(stop, "ValidationException", masked("cause", 32768), executionArn=plain, cause="x" * 32769)
    a.shell(stop, "stopDate", executionArn=shelled, error="Enough", cause="said so")


def redrives(a):
    redrive, arn = "RedriveExecution", a.machine("redriven", REPAIRED)
    broken, by_shell, token = (a.call("StartExecution", stateMachineArn=arn)["executionArn"] for _ in range(3))
    for execution in (broken, by_shell, token):
        assert ended(a.client, execution)["status"] == "FAILED"
    good = a.call("StartExecution", stateMachineArn=a.machine("redriven-not"))["executionArn"]
    ended(a.client, good)
    a.refuses(redrive, "ExecutionNotRedrivable", f"Execution is SUCCEEDED and cannot be redriven: '{good}'", executionArn=good)
    running = a.call("StartExecution", stateMachineArn=a.machine("redriven-open", WAIT))["executionArn"]
    a.refuses(redrive, "ExecutionNotRedrivable", f"Execution is RUNNING and cannot be redriven: '{running}'", executionArn=running)
    # Still without its function: it fails again, and the same token asks for the same redrive.
    once = a.gives(redrive, "redriveDate", executionArn=token, clientToken="one")
    wait_for(lambda: a.call("DescribeExecution", executionArn=token)["status"] == "FAILED", what="the second failure")
    assert a.gives(redrive, "redriveDate", executionArn=token, clientToken="one") == once
    found = a.call("DescribeExecution", executionArn=token)
    assert (found["status"], found["redriveCount"], found["redriveDate"]) == ("FAILED", 1, once["redriveDate"]), found
    a.gives(redrive, "redriveDate", executionArn=token, clientToken="two")

    a.server.client("lambda").create_function(FunctionName="late", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://CheckStockPrice"})
    redriven = a.gives(redrive, "redriveDate", executionArn=broken)
    assert ended(a.client, broken)["status"] == "SUCCEEDED"
    found = a.gives("DescribeExecution", GOOD + " redriveDate", executionArn=broken)
    assert (found["redriveCount"], found["redriveDate"]) == (1, redriven["redriveDate"]), found
    [item] = [e for e in a.call("ListExecutions", stateMachineArn=arn)["executions"] if e["executionArn"] == broken]
    assert set(item) == {"executionArn", "stateMachineArn", "name", "status", "startDate", "stopDate", "redriveCount", "redriveDate"}, item
    assert (item["redriveCount"], item["redriveDate"]) == (1, redriven["redriveDate"]), item
    executions_refused(a, redrive)
    for wrong in ("a b", "ü"):
        a.refuses(redrive, "ValidationException", problem("clientToken", wrong, "Member must satisfy regular expression pattern: [!-~]+"),
                  executionArn=broken, clientToken=wrong)
    a.refuses(redrive, "ValidationException", too_long("clientToken", "t" * 65, 64), executionArn=broken, clientToken="t" * 65)
    a.shell(redrive, "redriveDate", executionArn=by_shell, clientToken="shell")


def lists(a):
    listing, arn = "ListExecutions", a.machine("listed", publish=True)
    good = []
    for n in range(5):
        good.append(a.call("StartExecution", stateMachineArn=arn if n else f"{arn}:1", name=f"good-{n}")["executionArn"])
        time.sleep(0.003)
    a.call("UpdateStateMachine", stateMachineArn=arn, definition=FAIL)
    bad = []
    for n in range(3):
        bad.append(a.call("StartExecution", stateMachineArn=arn, name=f"bad-{n}")["executionArn"])
        time.sleep(0.003)
    a.call("UpdateStateMachine", stateMachineArn=arn, definition=WAIT)
    running = a.call("StartExecution", stateMachineArn=arn, name="open")["executionArn"]
    for execution in good + bad:
        ended(a.client, execution)

    def listed(size=2, **filters):
        return [e["executionArn"] for e in a.pages(listing, "executions", size, stateMachineArn=arn, **filters)]
    everything = [running, *reversed(bad), *reversed(good)]
    assert listed() == everything and listed(1) == everything and listed(1000) == everything
    assert listed(1, statusFilter="FAILED") == bad[::-1] and listed(statusFilter="SUCCEEDED") == good[::-1]
    assert listed(statusFilter="RUNNING") == [running] and listed(statusFilter="TIMED_OUT") == listed(statusFilter="ABORTED") == []
    items = a.gives(listing, "executions", stateMachineArn=arn, maxResults=0)["executions"]
    plain = {"executionArn", "stateMachineArn", "name", "status", "startDate", "redriveCount"}
    assert set(items[0]) == plain and set(items[1]) == plain | {"stopDate"} and set(items[-1]) == plain | {"stopDate", "stateMachineVersionArn"}, items
    assert all(item["stateMachineArn"] == arn and item["redriveCount"] == 0 for item in items), items
    assert [e["executionArn"] for e in a.call(listing, stateMachineArn=f"{arn}:1")["executions"]] == good[:1]
    a.gives(listing, "executions nextToken", stateMachineArn=arn, maxResults=1)
    a.refuses_tokens(listing, a.call(listing, stateMachineArn=arn, maxResults=1)["nextToken"], stateMachineArn=arn, statusFilter="FAILED")

    def refuses(code, message, reason=None, **arguments):
        a.refuses(listing, code, message, reason, **arguments)
    refuses("ValidationException", problem("statusFilter", "failed", f"Member must satisfy enum value set: {STATUSES}"), stateMachineArn=arn, statusFilter="failed")
    refuses("ValidationException", "The statusFilter PENDING_REDRIVE can only be used with a mapRunArn", stateMachineArn=arn, statusFilter="PENDING_REDRIVE")
    refuses("ValidationException", "The redriveFilter can only be used with a mapRunArn", stateMachineArn=arn, redriveFilter="REDRIVEN")
    refuses("ValidationException", problem("redriveFilter", "ANY", "Member must satisfy enum value set: [REDRIVEN, NOT_REDRIVEN]"),
            stateMachineArn=arn, redriveFilter="ANY")
    run = MAP_RUN + "listed/label:00000000-0000-0000-0000-000000000000"
    refuses("ValidationException", "Only one of stateMachineArn and mapRunArn may be specified", stateMachineArn=arn, mapRunArn=run)
    refuses("ValidationException", "Either the stateMachineArn or the mapRunArn must be specified", "MISSING_REQUIRED_PARAMETER")
    refuses("ValidationException", labeled(arn), "API_DOES_NOT_SUPPORT_LABELED_ARNS", stateMachineArn=f"{arn}/label")
    refuses("ResourceNotFound", f"Resource not found: '{run}'", mapRunArn=run)
    refuses("InvalidArn", no_prefix("nonsense"), stateMachineArn="nonsense")
    refuses("InvalidArn", no_prefix("nonsense"), mapRunArn="nonsense")
    refuses("InvalidArn", wrong_type("execution"), mapRunArn=EXECUTION + "listed:open")
    for wrong in (MACHINE + "none", f"{arn}:9", f"{arn}:NONE"):
        refuses("StateMachineDoesNotExist", f"State Machine Does Not Exist: '{wrong}'", stateMachineArn=wrong)
    refuses("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine",
            stateMachineArn=a.machine("listed-not", type="EXPRESS"))
    a.shell(listing, "executions", stateMachineArn=arn, statusFilter="FAILED")
    a.shell_refuses(listing, "StateMachineDoesNotExist", f"State Machine Does Not Exist: '{MACHINE}none'", stateMachineArn=MACHINE + "none")


def histories(a):
    read = "GetExecutionHistory"
    states = {f"S{n}": {"Type": "Pass", "Next": f"S{n + 1}"} for n in range(60)} | {"S60": {"Type": "Succeed"}}
    arn = a.machine("long", json.dumps({"StartAt": "S0", "States": states}))
    execution, other = (a.call("StartExecution", stateMachineArn=arn, input='{"secret": 1}')["executionArn"] for _ in range(2))
    for started in (execution, other):
        ended(a.client, started)
    whole = a.gives(read, "events", executionArn=execution, maxResults=1000)["events"]
    well_formed(whole)
    assert len(whole) == 124, len(whole)
    first = a.gives(read, "events nextToken", executionArn=execution)
    assert first["events"] == whole[:100] and a.gives(read, "events", executionArn=execution, nextToken=first["nextToken"])["events"] == whole[100:]
    for size in (1, 7, 62, 124):
        assert a.pages(read, "events", size, executionArn=execution) == whole, size
        assert a.pages(read, "events", size, executionArn=execution, reverseOrder=True) == whole[::-1], size
    hidden = a.gives(read, "events", executionArn=execution, includeExecutionData=False, maxResults=1000)["events"]
    assert "secret" in json.dumps(whole, default=str) and "secret" not in json.dumps(hidden, default=str)
    assert [e["type"] for e in hidden] == [e["type"] for e in whole] and "input" not in hidden[0]["executionStartedEventDetails"], hidden[0]
    executions_refused(a, read)
    # A token is for the direction and the execution it came from.
    a.refuses_tokens(read, first["nextToken"], executionArn=other)
    a.refuses(read, "InvalidToken", "Invalid Token: 'Invalid token'", executionArn=execution, reverseOrder=True, nextToken=first["nextToken"])
    a.shell(read, "events", executionArn=execution, reverseOrder=True, includeExecutionData=False)


def states(a):
    test = "TestState"
    definition = json.dumps({"Type": "Pass", "Parameters": {"b.$": "$.a"}, "Next": "Elsewhere"})
    found = a.gives(test, "status output nextState", definition=definition, input='{"a": [1,  2]}', roleArn=ROLE)
    assert (found["status"], found["output"], found["nextState"]) == ("SUCCEEDED", '{"b":[1,2]}', "Elsewhere"), found
    found = a.gives(test, "status output nextState inspectionData", definition=definition, input='{"a": 1}', inspectionLevel="DEBUG")
    assert set(found["inspectionData"]) == {"input", "afterInputPath", "afterParameters", "afterResultSelector", "afterResultPath"}, found
    found = a.gives(test, "status error cause", definition=json.dumps({"Type": "Fail", "Error": "Boom", "Cause": "bang"}), inspectionLevel="INFO")
    assert (found["status"], found["error"], found["cause"]) == ("FAILED", "Boom", "bang"), found
    task = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "q", "MessageBody": "b"}, "End": True,
            "Retry": [{"ErrorEquals": ["Flaky"], "IntervalSeconds": 3}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Rescue"}]}
    machine = json.dumps({"StartAt": "T", "States": {"T": task, "Rescue": {"Type": "Succeed"}}})
    mocked = {"definition": machine, "stateName": "T", "inspectionLevel": "TRACE", "variables": '{"x": 1}', "context": '{"State": {"RetryCount": 1}}'}
    found = a.gives(test, "status output inspectionData", mock={"result": '{"MessageId": "m"}'}, **mocked)
    assert (found["status"], json.loads(found["output"])) == ("SUCCEEDED", {"MessageId": "m"}), found
    found = a.gives(test, "status error cause inspectionData", mock={"errorOutput": {"error": "Flaky", "cause": "again"}},
                    stateConfiguration={"retrierRetryCount": 1}, **mocked)
    assert found["status"] == "RETRIABLE" and found["inspectionData"]["errorDetails"]["retryIndex"] == 0, found
    found = a.gives(test, "status output error cause nextState inspectionData", mock={"errorOutput": {"error": "Other", "cause": "no"}}, **mocked)
    assert (found["status"], found["nextState"]) == ("CAUGHT_ERROR", "Rescue"), found
    passing = json.dumps({"Type": "Pass", "End": True})
    a.refuses(test, "InvalidArn", "Invalid Role Arn: 'nonsense'", definition=passing, roleArn="nonsense")
    a.refuses(test, "AccessDeniedException", "Cross-account pass role is not allowed.", definition=passing, roleArn="arn:aws:iam::999999999999:role/r")
    a.refuses(test, "InvalidExecutionInput", "Invalid State Machine Execution Input: 'Invalid execution input.'", definition=passing, input="")
    a.refuses(test, "ValidationException", "RoleArn must be specified when testing a Task state", definition=json.dumps(task))
    a.refuses(test, "ValidationException", "State not found in definition", definition=machine, stateName="None", mock={"result": "{}"})
    a.refuses(test, "ValidationException", problem("inspectionLevel", "ALL", "Member must satisfy enum value set: [INFO, DEBUG, TRACE]"),
              definition=passing, inspectionLevel="ALL")
    a.refuses(test, "ValidationException", missing("definition"))
    inner = json.dumps({"Type": "Parallel", "End": True, "Branches": [json.loads(PASS)]})
    a.refuses(test, "InvalidDefinition", "TestState API does not support Map or Parallel states. Supported state types include: "
              "[Task, Wait, Pass, Succeed, Fail, Choice]", definition=inner)
    a.shell(test, "status output", definition=passing, roleArn=ROLE, input="[1]", inspectionLevel="INFO")
    a.shell_refuses(test, "ValidationException", "RoleArn must be specified when testing a Task state", definition=json.dumps(task))


def prove(a):
    for part in (starts, synchronous, descriptions, stops, redrives, lists, histories, states):
        part(a)


def prove_quotas(a):
    """On a server with room for two running executions, and with its clock in our hand."""
    waits = a.machine("waits", WAIT)
    one, two = (a.call("StartExecution", stateMachineArn=waits, name=name)["executionArn"] for name in ("one", "two"))
    words = "Execution Limit Exceeded: '2'"
    a.refuses("StartExecution", "ExecutionLimitExceeded", words, stateMachineArn=waits)
    assert a.call("StartExecution", stateMachineArn=waits, name="one")["executionArn"] == one, "the same again is no third one"
    a.call("StopExecution", executionArn=one)
    a.call("StartExecution", stateMachineArn=waits, name="three")
    a.refuses("RedriveExecution", "ExecutionLimitExceeded", words, executionArn=one)
    # Those that run count after a restart too.
    a.server.kill()
    a.server.start()
    again = type(a)(a.server)
    again.refuses("StartExecution", "ExecutionLimitExceeded", words, stateMachineArn=waits)
    again.call("StopExecution", executionArn=two)
    again.gives("RedriveExecution", "redriveDate", executionArn=one)
    again.call("StopExecution", executionArn=one)
    return again, one


def prove_periods(a, execution, move):
    """What is over after its time: page tokens after a day, redrives after two weeks, client tokens after a quarter of an hour."""
    first = a.gives("RedriveExecution", "redriveDate", executionArn=execution, clientToken="token")
    a.call("StopExecution", executionArn=execution)
    move(14 * 60)
    assert a.gives("RedriveExecution", "redriveDate", executionArn=execution, clientToken="token") == first
    move(2 * 60)
    later = a.gives("RedriveExecution", "redriveDate", executionArn=execution, clientToken="token")
    assert later["redriveDate"] > first["redriveDate"], (first, later)
    a.call("StopExecution", executionArn=execution)
    arn = a.call("DescribeExecution", executionArn=execution)["stateMachineArn"]
    pages = [("ListExecutions", {"stateMachineArn": arn}), ("GetExecutionHistory", {"executionArn": execution}), ("ListStateMachines", {}),
             ("ListActivities", {})]
    tokens = [a.call(operation, maxResults=1, **more)["nextToken"] for operation, more in pages]
    move(24 * 3600)
    for (operation, more), token in zip(pages, tokens):
        a.call(operation, maxResults=1, nextToken=token, **more)
    move(1)
    for (operation, more), token in zip(pages, tokens):
        a.refuses(operation, "InvalidToken", "Invalid Token: 'Invalid token'", nextToken=token, **more)
    move(14 * 24 * 3600)
    a.refuses("RedriveExecution", "ExecutionNotRedrivable", f"Execution redrivable period exceeded: '{execution}'", executionArn=execution)
