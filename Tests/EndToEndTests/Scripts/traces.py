"""`X-Amzn-Trace-Id` and `traceHeader`: what a start is given reaches the functions of its execution, however they are called."""
import json
import tempfile

from newel import Server, compiled, ended

ROLE = "arn:aws:iam::000000000000:role/r"
FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:Trace"
# Answers with the trace header it was called with.
SOURCE = """
#include <newel_plugin_helpers.h>
#include <stdio.h>
static newel_status trace(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    char text[300];
    snprintf(text, sizeof text, "\\"%.*s\\"", (int)v->trace_header.len, (const char *)v->trace_header.ptr);
    return newel_complete_text(h, v, text);
}
static const newel_handler handler = {sizeof(newel_handler), NEWEL_KIND_FUNCTION, "Trace", NEWEL_H_CONCURRENT | NEWEL_H_IDEMPOTENT, 0, NULL, NULL, trace,
    NULL, NULL, NULL, NULL};
static const newel_handler *const list[] = {&handler};
const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "trace", "1", 0, 1, list, NULL, NULL};
    (void)host_abi_version;
    return &plugin;
}
"""
SENT, GIVEN = "Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1", "Root=1-5759e988-bd862e3fe1be46a994272793"


def machine(sfn, name, states, kind="STANDARD"):
    definition = {"StartAt": next(iter(states)), "States": states}
    return sfn.create_state_machine(name=name, type=kind, definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]


def states(child):
    """All ways to a function."""
    task = {"Type": "Task", "Resource": FUNCTION, "End": True}
    invoke = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": FUNCTION}, "OutputPath": "$.Payload", "End": True}
    nested = {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": {"StateMachineArn": child},
              "OutputPath": "$.Output", "End": True}
    each = {"Type": "Map", "ItemsPath": "$.items", "Label": "Each", "End": True, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "F", "States": {"F": task}}}
    branches = [{"StartAt": name, "States": {name: state}} for name, state in (("T", task), ("I", invoke), ("N", nested), ("E", each))]
    return {"All": {"Type": "Parallel", "Branches": branches, "End": True}}


def with_header(server, text):
    """A client whose requests carry the header."""
    sfn = server.client("stepfunctions")
    sfn.meta.events.register("before-call.sfn", lambda params, **_: params["headers"].update({"X-Amzn-Trace-Id": text}))
    return sfn


def flat(value):
    return [leaf for item in value for leaf in flat(item)] if isinstance(value, list) else [value]


def main():
    plugins = tempfile.mkdtemp(prefix="newel-e2e-traces-")
    compiled(plugins, "trace", SOURCE)
    with Server("--plugins", plugins) as server:
        sfn, traced, wrong = server.client("stepfunctions"), with_header(server, SENT), with_header(server, "x" * 257)
        all_ways = machine(sfn, "all", states(machine(sfn, "child", {"F": {"Type": "Task", "Resource": FUNCTION, "End": True}})))
        # The header goes before the member; one that cannot be one is none.
        for client, member, expected in ((sfn, None, ""), (sfn, GIVEN, GIVEN), (traced, None, SENT), (traced, GIVEN, SENT), (wrong, GIVEN, GIVEN)):
            more = {"traceHeader": member} if member else {}
            execution = client.start_execution(stateMachineArn=all_ways, input='{"items": [1]}', **more)["executionArn"]
            found = ended(sfn, execution)
            assert found["status"] == "SUCCEEDED", found
            assert flat(json.loads(found["output"])) == [expected] * 4, found
            assert found.get("traceHeader", "") == expected, found
        quick = machine(sfn, "quick", {"F": {"Type": "Task", "Resource": FUNCTION, "End": True}}, "EXPRESS")
        found = traced.start_sync_execution(stateMachineArn=quick)
        assert (json.loads(found["output"]), found["traceHeader"]) == (SENT, SENT), found
        # A trace goes on after a crash.
        waits = machine(sfn, "waits", {"W": {"Type": "Wait", "Seconds": 1, "Next": "F"}, "F": {"Type": "Task", "Resource": FUNCTION, "End": True}})
        execution = traced.start_execution(stateMachineArn=waits)["executionArn"]
        server.kill()
        server.start()
        assert json.loads(ended(server.client("stepfunctions"), execution)["output"]) == SENT
    print("traces reach the functions")


if __name__ == "__main__":
    main()
