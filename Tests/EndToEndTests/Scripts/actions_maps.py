"""Map Runs: ListMapRuns, DescribeMapRun, UpdateMapRun; what ListExecutions, DescribeExecution and DescribeStateMachineForExecution say of children."""
import json

from actions_kit import EXECUTION, MAP_RUN, ROLE, missing, no_prefix, problem, too_long, wrong_type
from newel import ended, history, wait_for

COUNTS = {"pending", "running", "succeeded", "failed", "timedOut", "aborted", "total", "resultsWritten", "failuresNotRedrivable", "pendingRedrive"}
OPEN = ("mapRunArn executionArn status startDate maxConcurrency toleratedFailurePercentage toleratedFailureCount itemCounts executionCounts "
        "redriveCount")


def definition(states, kind="STANDARD", first="W", **fields):
    processor = {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": kind}, "StartAt": first, "States": states}
    return json.dumps({"StartAt": "M", "States": {"M": {"Type": "Map", "Label": "Each", "ItemProcessor": processor, "End": True, **fields}}})


def run_of(a, execution):
    return wait_for(lambda: a.call("ListMapRuns", executionArn=execution)["mapRuns"], what="the Map Run")[0]["mapRunArn"]


def start(a, name, text, value):
    execution = a.call("StartExecution", stateMachineArn=a.machine(name, text), input=json.dumps(value))["executionArn"]
    return execution, run_of(a, execution)


def finished(a):
    """Five items in three batches; the last one fails, which is tolerated."""
    work = {"W": {"Type": "Choice", "Choices": [{"Variable": "$.Items[0]", "NumericEquals": 5, "Next": "F"}], "Default": "S"},
            "F": {"Type": "Fail", "Error": "Boom"}, "S": {"Type": "Succeed"}}
    execution, run = start(a, "batched", definition(
        work, MaxConcurrency=2, ToleratedFailureCount=1, ToleratedFailurePercentage=90, ItemBatcher={"MaxItemsPerBatch": 2}), [1, 2, 3, 4, 5])
    assert ended(a.client, execution)["status"] == "SUCCEEDED"
    [item] = a.gives("ListMapRuns", "mapRuns", executionArn=execution)["mapRuns"]
    assert set(item) == {"executionArn", "mapRunArn", "stateMachineArn", "startDate", "stopDate"} and item["executionArn"] == execution, item
    assert item["stateMachineArn"].endswith(":stateMachine:batched/Each") and run.startswith(MAP_RUN + "batched/Each:"), item
    found = a.gives("DescribeMapRun", OPEN + " stopDate", mapRunArn=run)
    assert (found["status"], found["maxConcurrency"], found["toleratedFailureCount"], found["toleratedFailurePercentage"]) == ("SUCCEEDED", 2, 1, 90.0), found
    for counts, succeeded, failed in ((found["itemCounts"], 4, 1), (found["executionCounts"], 2, 1)):
        assert set(counts) <= COUNTS and COUNTS - set(counts) <= {"failuresNotRedrivable", "pendingRedrive"}, counts
        assert (counts["succeeded"], counts["failed"], counts["total"], counts["resultsWritten"]) == (succeeded, failed, succeeded + failed, succeeded), counts

    children = a.pages("ListExecutions", "executions", 2, mapRunArn=run)
    plain = {"executionArn", "stateMachineArn", "name", "status", "startDate", "stopDate", "mapRunArn", "itemCount", "redriveCount"}
    assert len(children) == 3 and all(set(child) == plain and child["mapRunArn"] == run for child in children), children
    assert sorted(child["itemCount"] for child in children) == [1, 2, 2], children
    by_status = {status: a.gives("ListExecutions", "executions", mapRunArn=run, statusFilter=status)["executions"]
                 for status in ("SUCCEEDED", "FAILED", "PENDING_REDRIVE", "RUNNING")}
    assert [len(by_status[status]) for status in by_status] == [2, 1, 0, 0], by_status
    assert len(a.call("ListExecutions", mapRunArn=run, redriveFilter="NOT_REDRIVEN")["executions"]) == 3
    assert a.call("ListExecutions", mapRunArn=run, redriveFilter="REDRIVEN")["executions"] == []
    a.refuses("ListExecutions", "InvalidToken", "Invalid Token: 'Invalid token'", mapRunArn=run, statusFilter="FAILED",
              nextToken=a.call("ListExecutions", mapRunArn=run, maxResults=1)["nextToken"])
    [child] = by_status["FAILED"]
    found = a.gives("DescribeExecution", "executionArn stateMachineArn name status startDate stopDate input inputDetails mapRunArn error redriveCount redriveStatus",
                    executionArn=child["executionArn"])
    assert (found["mapRunArn"], found["redriveStatus"], found["error"]) == (run, "REDRIVABLE_BY_MAP_RUN", "Boom"), found
    found = a.gives("DescribeStateMachineForExecution", "stateMachineArn name definition roleArn updateDate loggingConfiguration tracingConfiguration "
                    "encryptionConfiguration mapRunArn label", executionArn=child["executionArn"])
    assert (found["mapRunArn"], found["label"]) == (run, "Each"), found
    a.refuses("UpdateMapRun", "ValidationException", f"The Map Run has ended and cannot be updated: '{run}'", reason="CANNOT_UPDATE_COMPLETED_MAP_RUN",
              mapRunArn=run, maxConcurrency=2)
    a.shell("DescribeMapRun", OPEN + " stopDate", mapRunArn=run)
    a.shell("ListMapRuns", "mapRuns", executionArn=execution)
    a.shell_refuses("UpdateMapRun", "ValidationException", f"The Map Run has ended and cannot be updated: '{run}'", mapRunArn=run, maxConcurrency=2)


def running(a):
    waiting = {"W": {"Type": "Wait", "Seconds": 3600, "End": True}}
    execution, run = start(a, "mapping", definition(waiting, MaxConcurrency=1), [1, 2, 3])
    found = a.gives("DescribeMapRun", OPEN, mapRunArn=run)
    assert (found["status"], found["maxConcurrency"], found["redriveCount"], found["executionArn"]) == ("RUNNING", 1, 0, execution), found
    [item] = a.call("ListMapRuns", executionArn=execution)["mapRuns"]
    assert set(item) == {"executionArn", "mapRunArn", "stateMachineArn", "startDate"}, item
    a.gives("UpdateMapRun", "", mapRunArn=run, maxConcurrency=2)
    a.gives("UpdateMapRun", "", mapRunArn=run, toleratedFailureCount=3, toleratedFailurePercentage=33.5)
    found = a.call("DescribeMapRun", mapRunArn=run)
    assert (found["maxConcurrency"], found["toleratedFailureCount"], found["toleratedFailurePercentage"]) == (2, 3, 33.5), found
    wait_for(lambda: a.call("DescribeMapRun", mapRunArn=run)["executionCounts"]["running"] == 2, what="two children at once")
    child = a.call("ListExecutions", mapRunArn=run, statusFilter="RUNNING")["executions"][0]
    assert "stopDate" not in child and child["itemCount"] == 1, child
    found = a.call("DescribeExecution", executionArn=child["executionArn"])
    assert (found["redriveStatus"], found["redriveStatusReason"]) == ("NOT_REDRIVABLE", "Execution is RUNNING and cannot be redriven"), found

    def refuses(message, reason=None, **members):
        a.refuses("UpdateMapRun", "ValidationException", message, reason, mapRunArn=run, **members)
    refuses("At least one of maxConcurrency, toleratedFailureCount and toleratedFailurePercentage must be specified", "MISSING_REQUIRED_PARAMETER")
    for member, value, bound in (("maxConcurrency", -1, "greater than or equal to 0"), ("toleratedFailureCount", -1, "greater than or equal to 0"),
                                 ("toleratedFailurePercentage", -1.0, "greater than or equal to 0"),
                                 ("toleratedFailurePercentage", 100.5, "less than or equal to 100")):
        shown = value if isinstance(value, int) else float(value)
        refuses(problem(member, shown, f"Member must have value {bound}"), **{member: value})
    a.shell("UpdateMapRun", mapRunArn=run, maxConcurrency=3).result()
    a.call("StopExecution", executionArn=execution)
    wait_for(lambda: a.call("DescribeMapRun", mapRunArn=run)["status"] == "ABORTED", what="the end of the Map Run")
    # Its end tells how many were stopped; the parent's history tells of its own end alone, whatever ran.
    counts = a.call("DescribeMapRun", mapRunArn=run)["executionCounts"]
    assert counts["aborted"] == 3 and counts["running"] == 0, counts
    assert {child["status"] for child in a.call("ListExecutions", mapRunArn=run)["executions"]} == {"ABORTED"}
    last = history(a.client, execution)[-2:]
    assert [(event["type"], event["previousEventId"] == 0) for event in last] == [("MapRunStarted", False), ("ExecutionAborted", True)], last


def redriven(a):
    """Both children fail before there is too much of it. The parent's redrive runs the failed children again: STANDARD ones go on, EXPRESS ones are started anew."""
    work = {"W": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:late-map", "End": True}}
    runs = {kind: start(a, f"redriven-{kind}", definition(work, kind, ItemBatcher={"MaxItemsPerBatch": 2}, ToleratedFailureCount=2), [1, 2, 3]) for kind in ("STANDARD", "EXPRESS")}
    for execution, run in runs.values():
        assert ended(a.client, execution)["error"] == "States.ExceedToleratedFailureThreshold"
        found = a.gives("DescribeMapRun", OPEN + " stopDate", mapRunArn=run)
        assert (found["status"], found["redriveCount"], found["executionCounts"]["failed"]) == ("FAILED", 0, 2), found
    child = a.call("ListExecutions", mapRunArn=runs["STANDARD"][1])["executions"][0]["executionArn"]
    a.refuses("RedriveExecution", "ExecutionNotRedrivable", f"Execution can only be redriven by its Map Run: '{child}'", executionArn=child)
    a.server.client("lambda").create_function(FunctionName="late-map", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://CheckStockPrice"})
    for kind, (execution, run) in runs.items():
        a.gives("RedriveExecution", "redriveDate", executionArn=execution)
        assert ended(a.client, execution)["status"] == "SUCCEEDED"
        found = a.gives("DescribeMapRun", OPEN + " stopDate redriveDate", mapRunArn=run)
        assert (found["status"], found["redriveCount"], found["itemCounts"]["succeeded"]) == ("SUCCEEDED", 1, 3), found
        assert found["itemCounts"]["pendingRedrive"] == found["executionCounts"]["pendingRedrive"] == 0, found
        again, never = (a.call("ListExecutions", mapRunArn=run, redriveFilter=which)["executions"] for which in ("REDRIVEN", "NOT_REDRIVEN"))
        assert (len(again), len(never)) == ((2, 0) if kind == "STANDARD" else (0, 2)), (again, never)
        assert all(item["redriveCount"] == 1 and item["redriveDate"] for item in again) and all("redriveDate" not in item for item in never), (again, never)


def refusals(a):
    absent = MAP_RUN + "batched/Each:00000000-0000-0000-0000-000000000000"
    for operation, more in (("DescribeMapRun", {}), ("UpdateMapRun", {"maxConcurrency": 1})):
        a.refuses(operation, "ResourceNotFound", f"Resource not found: '{absent}'", mapRunArn=absent, **more)
        a.refuses(operation, "InvalidArn", no_prefix("nonsense"), mapRunArn="nonsense", **more)
        a.refuses(operation, "InvalidArn", wrong_type("execution"), mapRunArn=EXECUTION + "batched:x", **more)
        a.refuses(operation, "ValidationException", missing("mapRunArn"), **more)
        a.refuses(operation, "ValidationException", too_long("mapRunArn", MAP_RUN + "x" * 2000, 2000), mapRunArn=MAP_RUN + "x" * 2000, **more)
    a.shell_refuses("DescribeMapRun", "ResourceNotFound", f"Resource not found: '{absent}'", mapRunArn=absent)
    none = EXECUTION + "batched:none"
    a.refuses("ListMapRuns", "ExecutionDoesNotExist", f"Execution Does Not Exist: '{none}'", executionArn=none)
    a.refuses("ListMapRuns", "InvalidArn", no_prefix("nonsense"), executionArn="nonsense")
    a.refuses("ListMapRuns", "ValidationException", missing("executionArn"))
    a.shell_refuses("ListMapRuns", "InvalidArn", no_prefix("nonsense"), executionArn="nonsense")
    # Two Map Runs of one execution, newest first, in pages.
    each, second = (json.loads(definition({name: {"Type": "Pass", "End": True}}, first=name))["States"]["M"] for name in ("V", "W"))
    second["Label"] = "Second"
    text = json.dumps({"StartAt": "M", "States": {"M": {**{k: v for k, v in each.items() if k != "End"}, "Next": "N"}, "N": second}})
    execution = a.call("StartExecution", stateMachineArn=a.machine("twice", text), input="[1]")["executionArn"]
    assert ended(a.client, execution)["status"] == "SUCCEEDED"
    runs = [run["mapRunArn"].split("/")[1].split(":")[0] for run in a.pages("ListMapRuns", "mapRuns", 1, executionArn=execution)]
    assert runs == ["Second", "Each"], runs
    other = a.call("StartExecution", stateMachineArn=a.machine("twice", text), input="[1]")["executionArn"]
    ended(a.client, other)
    a.refuses_tokens("ListMapRuns", a.call("ListMapRuns", executionArn=other, maxResults=1)["nextToken"], executionArn=execution)


def prove_redrives(a):
    """On a server on which a Map Run may be redriven once: the second time its parent fails, and the Map Run stays as it ended."""
    work = {"W": {"Type": "Fail", "Error": "Boom"}}
    execution, run = start(a, "again", definition(work), [1])
    assert ended(a.client, execution)["error"] == "States.ExceedToleratedFailureThreshold"
    for error in ("States.ExceedToleratedFailureThreshold", "States.Runtime"):
        a.gives("RedriveExecution", "redriveDate", executionArn=execution)
        assert ended(a.client, execution)["error"] == error
    assert a.call("DescribeExecution", executionArn=execution)["cause"] == "The Map Run has exceeded the limit of 1 redrives."
    found = a.call("DescribeMapRun", mapRunArn=run)
    assert (found["status"], found["redriveCount"]) == ("FAILED", 1), found
    assert history(a.client, execution)[-1]["type"] == "ExecutionFailed"


def prove(a):
    for part in (finished, running, redriven, refusals):
        part(a)
