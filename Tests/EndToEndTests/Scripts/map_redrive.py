"""Redrives: of a Map Run whose failures were too many, and of branches and iterations. What had succeeded is kept and called no more; and stopped Map Runs."""
import collections
import json
import os
import tempfile

from newel import Server, ended, history, packaged, wait_for, well_formed

ROLE = "arn:aws:iam::000000000000:role/machine"
# Notes each call. Fails while there is a file `fail-N` for its item, and does not answer while there is a file `hold-N`.
SOURCE = """
#include <newel_plugin_helpers.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static newel_status work(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    char text[64] = {0}, line[80], path[512];
    memcpy(text, v->payload.ptr, v->payload.len < 63 ? v->payload.len : 63);
    int length = snprintf(line, sizeof line, "%s\\n", text);
    int file = open(FOLDER "/calls", O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (write(file, line, (size_t)length) != length) abort();
    close(file);
    snprintf(path, sizeof path, FOLDER "/hold-%s", text);
    while (access(path, F_OK) == 0) usleep(10000);
    snprintf(path, sizeof path, FOLDER "/fail-%s", text);
    if (access(path, F_OK) == 0) return newel_fail(h, v, "Unwilling", text);
    return newel_complete_text(h, v, text);
}
static const newel_handler handler = {sizeof(newel_handler), NEWEL_KIND_FUNCTION, "Work", NEWEL_H_CONCURRENT | NEWEL_H_IDEMPOTENT, 0, NULL, NULL, work,
    NULL, NULL, NULL, NULL};
static const newel_handler *const list[] = {&handler};
const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "work", "1", 0, 1, list, NULL, NULL};
    (void)host_abi_version;
    return &plugin;
}
"""
WORK = {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:Work", "End": True}
MAP = {"Type": "Map", "Label": "Each", "End": True}


class Items:
    """What the function does with each item, and what it was called with."""

    def __init__(self, folder):
        self.folder, self.calls_path = folder, os.path.join(folder, "calls")

    def mark(self, mark, items):
        for item in items:
            open(os.path.join(self.folder, f"{mark}-{item}"), "w").close()

    def release(self, mark, items):
        for item in items:
            os.unlink(os.path.join(self.folder, f"{mark}-{item}"))

    def calls(self):
        """How often each item was called since the last time this was asked."""
        if not os.path.exists(self.calls_path):
            return {}
        counted = collections.Counter(int(line) for line in open(self.calls_path))
        os.unlink(self.calls_path)
        return dict(counted)

    def seen(self):
        return len(open(self.calls_path).read().split()) if os.path.exists(self.calls_path) else 0


def start(sfn, name, states, items):
    machine = sfn.create_state_machine(name=name, roleArn=ROLE, definition=json.dumps({"StartAt": next(iter(states)), "States": states}))
    return sfn.start_execution(stateMachineArn=machine["stateMachineArn"], input=json.dumps(items))["executionArn"]


def each(kind="STANDARD", **fields):
    processor = {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": kind}, "StartAt": "W", "States": {"W": WORK}}
    return {"Each": {**MAP, "ItemProcessor": processor, **fields}}


def counts_of(run, name="executionCounts"):
    return {key: value for key, value in run[name].items() if value}


def types_after(events, kind):
    types = [event["type"] for event in events]
    return types[types.index(kind):]


def described_run(sfn, execution):
    runs = wait_for(lambda: sfn.list_map_runs(executionArn=execution)["mapRuns"], what="a Map Run")
    assert len(runs) == 1, runs
    return sfn.describe_map_run(mapRunArn=runs[0]["mapRunArn"])


def map_run(server, items, kind, kill):
    """One item at a time: of eight, 2, 4 and 6 fail, which is one too many, so 7 and 8 are never begun."""
    sfn = server.client("stepfunctions")
    items.mark("fail", [2, 4, 6])
    execution = start(sfn, f"map-{kind}-{kill}", each(kind, MaxConcurrency=1, ToleratedFailureCount=2), [1, 2, 3, 4, 5, 6, 7, 8])
    end = ended(sfn, execution)
    assert (end["status"], end["error"], end["redriveStatus"]) == ("FAILED", "States.ExceedToleratedFailureThreshold", "REDRIVABLE"), end
    assert items.calls() == {1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1}
    run = described_run(sfn, execution)
    assert run["status"] == "FAILED" and counts_of(run) == {"succeeded": 3, "failed": 3, "pending": 2, "total": 8, "resultsWritten": 3}, run
    assert run["redriveCount"] == 0 and "redriveDate" not in run
    before = history(sfn, execution)
    assert [event["type"] for event in before] == [
        "ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapRunStarted", "MapRunFailed", "MapStateFailed", "ExecutionFailed"], before
    children = {child["executionArn"]: child["status"] for child in sfn.list_executions(mapRunArn=run["mapRunArn"])["executions"]}

    items.release("fail", [2, 4, 6])
    if kill:
        items.mark("hold", [4])
    sfn.redrive_execution(executionArn=execution)
    if kill:
        wait_for(lambda: items.seen() == 2, what="the call that is held")
        assert described_run(sfn, execution)["status"] == "RUNNING"
        server.kill()
        items.release("hold", [4])
        server.start()
        sfn = server.client("stepfunctions")
    end = ended(sfn, execution)
    assert end["status"] == "SUCCEEDED" and json.loads(end["output"]) == [1, 2, 3, 4, 5, 6, 7, 8], end
    assert end["redriveCount"] == 1 and "error" not in end, end
    assert items.calls() == {2: 1, 4: 2 if kill else 1, 6: 1, 7: 1, 8: 1}, "only what had failed or was never begun runs"

    again = described_run(sfn, execution)
    assert again["mapRunArn"] == run["mapRunArn"] and again["status"] == "SUCCEEDED", again
    assert again["redriveCount"] == 1 and again["redriveDate"] >= run["stopDate"], again
    for name in ("itemCounts", "executionCounts"):
        assert counts_of(again, name) == {"succeeded": 8, "total": 8, "resultsWritten": 8}, again
    events = history(sfn, execution)
    well_formed_but_redriven(events)
    assert events[:len(before)] == before, "what was written stays"
    assert types_after(events, "ExecutionRedriven") == [
        "ExecutionRedriven", "MapRunRedriven", "MapRunSucceeded", "MapStateSucceeded", "MapStateExited", "ExecutionSucceeded"], events
    redriven = events[len(before) + 1]["mapRunRedrivenEventDetails"]
    assert redriven == {"mapRunArn": run["mapRunArn"], "redriveCount": 1}, redriven

    # Children keep their ARNs, also EXPRESS ones, which begin anew.
    now = {child["executionArn"]: child for child in sfn.list_executions(mapRunArn=run["mapRunArn"])["executions"]}
    assert len(now) == 8 and {child["status"] for child in now.values()} == {"SUCCEEDED"}, now
    assert set(children) <= set(now)
    if kind == "STANDARD":
        for arn, status in children.items():
            child = sfn.describe_execution(executionArn=arn)
            assert child["redriveCount"] == (1 if status == "FAILED" else 0), child
            types = [event["type"] for event in history(sfn, arn)]
            assert types.count("ExecutionRedriven") == (1 if status == "FAILED" else 0) and types[-1] == "ExecutionSucceeded", types
    return sfn


def well_formed_but_redriven(events):
    """Like `well_formed`, for histories in which an execution ends more than once."""
    at = [number for number, event in enumerate(events) if event["type"] == "ExecutionRedriven"]
    assert [event["id"] for event in events] == list(range(1, len(events) + 1))
    assert all(event["previousEventId"] < event["id"] for event in events)
    assert at and all(events[number - 1]["type"] in ("ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut") for number in at), events


def branches(sfn, items):
    """Of three branches, one fails while another has ended and the third waits for an answer."""
    items.mark("fail", [2])
    items.mark("hold", [2])
    states = {"Both": {"Type": "Parallel", "End": True, "Branches": [
        {"StartAt": f"B{n}", "States": {f"B{n}": {**WORK, "InputPath": f"$[{n - 1}]"}}} for n in (1, 2)] + [
        {"StartAt": "Far", "States": {"Far": {"Type": "Wait", "Seconds": 1, "Next": "B3"}, "B3": {**WORK, "InputPath": "$[2]"}}}]}}
    execution = start(sfn, "branches", states, [1, 2, 3])
    wait_for(lambda: "TaskStateExited" in [event["type"] for event in history(sfn, execution)], what="the end of the first branch")
    items.release("hold", [2])
    assert ended(sfn, execution)["error"] == "Unwilling"
    assert items.calls() == {1: 1, 2: 1}
    items.release("fail", [2])
    sfn.redrive_execution(executionArn=execution)
    assert json.loads(ended(sfn, execution)["output"]) == [1, 2, 3]
    assert items.calls() == {2: 1, 3: 1}, "the branch that had ended is kept"
    events = history(sfn, execution)
    well_formed_but_redriven(events)
    after = types_after(events, "ExecutionRedriven")
    assert "ParallelStateStarted" not in after and "TaskStateEntered" in after and after.count("LambdaFunctionScheduled") == 2, after
    entered = [event["stateEnteredEventDetails"]["name"] for event in events if event["type"].endswith("StateEntered")]
    assert sorted(entered) == ["B1", "B2", "B3", "Both", "Far"], "no state is entered twice"


def iterations(sfn, items):
    """An inline Map, one iteration at a time: the third of four fails."""
    items.mark("fail", [3])
    execution = start(sfn, "iterations", {"Each": {
        "Type": "Map", "MaxConcurrency": 1, "End": True, "ItemProcessor": {"StartAt": "W", "States": {"W": WORK}}}}, [1, 2, 3, 4])
    assert ended(sfn, execution)["error"] == "Unwilling"
    assert items.calls() == {1: 1, 2: 1, 3: 1}
    for redrives in (1, 2):
        if redrives == 2:
            items.release("fail", [3])
        sfn.redrive_execution(executionArn=execution)
        end = ended(sfn, execution)
        assert (end["status"], end["redriveCount"]) == ("FAILED" if redrives == 1 else "SUCCEEDED", redrives), end
    assert json.loads(end["output"]) == [1, 2, 3, 4]
    assert items.calls() == {3: 2, 4: 1}
    events = history(sfn, execution)
    well_formed_but_redriven(events)
    types = [event["type"] for event in events]
    assert (types.count("MapIterationStarted"), types.count("MapIterationSucceeded"), types.count("MapStateStarted")) == (4, 4, 1), types


def stopped(server, sfn, items, kind):
    """Two items at a time, the second of which hangs: StopExecution ends the Map Run and its children; a redrive at once goes on with them."""
    items.mark("hold", [2])
    execution = start(sfn, f"stopped-{kind}", each(kind, MaxConcurrency=2), [1, 2, 3])
    wait_for(lambda: items.seen() == 3, what="the calls")
    wait_for(lambda: described_run(sfn, execution)["executionCounts"]["succeeded"] == 2, what="two results")
    sfn.stop_execution(executionArn=execution, error="Enough", cause="of it")
    end = ended(sfn, execution)
    assert (end["status"], end["error"]) == ("ABORTED", "Enough"), end
    assert [event["type"] for event in history(sfn, execution)] == [
        "ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapRunStarted", "ExecutionAborted"]
    run = wait_for(lambda: (lambda run: run if run["status"] != "RUNNING" else None)(described_run(sfn, execution)), what="the end of the Map Run")
    assert run["status"] == "ABORTED" and "stopDate" in run, run
    assert counts_of(run) == {"succeeded": 2, "aborted": 1, "total": 3, "resultsWritten": 2}, run
    statuses = collections.Counter(child["status"] for child in sfn.list_executions(mapRunArn=run["mapRunArn"])["executions"])
    assert statuses == {"SUCCEEDED": 2, "ABORTED": 1}, statuses
    items.calls()
    items.release("hold", [2])
    sfn.redrive_execution(executionArn=execution)
    assert json.loads(ended(sfn, execution)["output"]) == [1, 2, 3]
    assert items.calls() == {2: 1}
    assert types_after(history(sfn, execution), "ExecutionRedriven")[:2] == ["ExecutionRedriven", "MapRunRedriven"]
    run = described_run(sfn, execution)
    assert counts_of(run) == {"succeeded": 3, "total": 3, "resultsWritten": 3} and run["redriveCount"] == 1, run


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    place = tempfile.mkdtemp(prefix="newel-calls-")
    items = Items(place)
    packaged(plugins, "work", SOURCE, f'-DFOLDER="{place}"',
             functions=[{"name": "Work", "files": [f"rw:{place}"], "onHostCrash": "retry"}])
    with Server("--plugins", plugins) as server:
        for kind in ("STANDARD", "EXPRESS"):
            for kill in (False, True):
                sfn = map_run(server, items, kind, kill)
                print(f"{kind} Map Run redriven{', killed meanwhile' if kill else ''}", flush=True)
        branches(sfn, items)
        iterations(sfn, items)
        for kind in ("STANDARD", "EXPRESS"):
            stopped(server, sfn, items, kind)
        server.stop()
    print("redriven")


main()
