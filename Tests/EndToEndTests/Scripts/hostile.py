"""A function that crashes, exits, hangs or answers garbage fails its task with Lambda's own error, and the host goes on."""
import json
import re
import tempfile
import time

from newel import Server, compiled, ended, history, invoke, single, well_formed

SOURCE = """
#include <newel_plugin_helpers.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#define HANDLER(name) static newel_status name(newel_instance *i, const newel_host *h, const newel_invocation *v)
#define UNUSED ((void)i, (void)h, (void)v)
HANDLER(healthy) { UNUSED; return h->complete(h->ctx, v->call, v->payload); }
HANDLER(segv) { UNUSED; *(volatile int *)8 = 1; return 0; }
HANDLER(abort_) { UNUSED; abort(); }
HANDLER(exit0) { UNUSED; exit(0); }
HANDLER(exit3) { UNUSED; exit(3); }
HANDLER(spin) { UNUSED; for (volatile int n = 0;; n++) {} }
HANDLER(never) { UNUSED; return NEWEL_OK; }
HANDLER(garbage) { UNUSED; return newel_complete_text(h, v, "{\\"open\\":"); }
HANDLER(throws) { UNUSED; return newel_fail(h, v, "OutOfStock", "nothing left"); }
HANDLER(status) { UNUSED; return NEWEL_E_INTERNAL; }
HANDLER(closes) { UNUSED; for (int fd = 3; fd < 256; fd++) close(fd); for (;;) sleep(1); }
HANDLER(large) {
    UNUSED;
    uint64_t n = 300000;
    char *p = h->alloc(h->ctx, n);
    for (uint64_t k = 0; k < n; k++) p[k] = 'x';
    p[0] = p[n - 1] = '"';
    return h->complete_owned(h->ctx, v->call, p, n);
}
HANDLER(huge) {
    UNUSED;
    uint64_t n = 7u << 20;
    char *p = h->alloc(h->ctx, n);
    for (uint64_t k = 0; k < n; k++) p[k] = ' ';
    p[0] = '1';
    h->complete_owned(h->ctx, v->call, p, n);
    return NEWEL_OK;
}
#define H(c_name, name) {sizeof(newel_handler), NEWEL_KIND_FUNCTION, name, 0, 0, NULL, NULL, c_name, NULL, NULL, NULL, NULL}
static const newel_handler all[] = {H(healthy, "Healthy"), H(segv, "Segv"), H(abort_, "Abort"), H(exit0, "Exit0"), H(exit3, "Exit3"),
    H(spin, "Spin"), H(never, "Never"), H(garbage, "Garbage"), H(throws, "Throws"), H(status, "Status"), H(large, "Large"), H(huge, "Huge"),
    H(closes, "Closes")};
enum { COUNT = sizeof all / sizeof all[0] };
static const newel_handler *list[COUNT];
const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "hostile", "1", 0, COUNT, list, NULL, NULL};
    (void)host_abi_version;
    for (int n = 0; n < COUNT; n++) list[n] = &all[n];
    return &plugin;
}
"""
ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
# Function -> error name, and a pattern of the errorMessage in the cause.
FAILURES = {
    "Segv": ("Runtime.ExitError", f"RequestId: {ID} Error: Runtime exited with error: signal: segmentation fault"),
    "Abort": ("Runtime.ExitError", f"RequestId: {ID} Error: Runtime exited with error: signal: aborted"),
    "Exit0": ("Runtime.ExitError", f"RequestId: {ID} Error: Runtime exited without providing a reason"),
    "Exit3": ("Runtime.ExitError", f"RequestId: {ID} Error: Runtime exited with error: exit status 3"),
    "Closes": ("Runtime.ExitError", f"RequestId: {ID} Error: Runtime exited with error: signal: killed"),
    "Garbage": ("Runtime.MarshalError", f"RequestId: {ID} Error: The result is not valid JSON.*"),
    "Huge": ("Function.ResponseSizeTooLarge", r"Response payload size exceeded maximum allowed payload size \(6291556 bytes\)\."),
    "Throws": ("OutOfStock", "nothing left"),
    "Status": ("HandlerFailed", "The handler returned status -8"),
}
TIMEOUTS = ["Spin", "Never"]
TIMEOUT_CAUSE = f"RequestId: {ID} Error: Task timed out after 1.00 seconds"


def start(server, function, **task):
    """Runs a machine of one task; gives its description, events and how long it took."""
    sfn = server.client("stepfunctions")
    resource = f"arn:aws:lambda:{server.region}:{server.account}:function:{function}"
    machine = single(server, {"Resource": resource, **task}, name=f"{function}-{len(task)}-{time.monotonic_ns()}")
    begin = time.monotonic()
    execution = sfn.start_execution(stateMachineArn=machine, input='{"a":1}')["executionArn"]
    description = ended(sfn, execution)
    took = time.monotonic() - begin
    events = history(sfn, execution)
    well_formed(events)
    return description, events, took


def goes_on(server, pid):
    assert server.process.poll() is None and server.process.pid == pid
    answer, reply = invoke(server.client("lambda"), "Healthy", b'{"still":"here"}')
    assert answer == {"still": "here"} and "FunctionError" not in reply, (answer, reply)


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    compiled(plugins, "hostile", SOURCE)
    with Server("--plugins", plugins) as server:
        functions, pid = server.client("lambda"), server.process.pid
        for name in TIMEOUTS:
            functions.create_function(
                FunctionName=f"{name}1", Role=f"arn:aws:iam::{server.account}:role/r", PackageType="Image", Timeout=1,
                Code={"ImageUri": f"plugin://hostile/{name}"})
        goes_on(server, pid)

        for name, (error, cause) in FAILURES.items():
            description, events, took = start(server, name)
            assert (description["status"], description.get("error")) == ("FAILED", error), (name, description)
            document = json.loads(description["cause"])
            assert document["errorType"] == error and re.fullmatch(cause, document["errorMessage"]), (name, document)
            failed = events[-2]
            assert failed["type"] == "LambdaFunctionFailed", (name, failed)
            assert failed["lambdaFunctionFailedEventDetails"] == {"error": error, "cause": description["cause"]}, failed
            assert took < 2.5, f"{name} took {took:.2f} s"
            goes_on(server, pid)

        # More than a state may hold is the state's failure, not the function's.
        description, events, _ = start(server, "Large")
        assert (description["status"], description["error"]) == ("FAILED", "States.DataLimitExceeded"), description
        goes_on(server, pid)

        for name in TIMEOUTS:
            # The function's own timeout.
            description, events, took = start(server, f"{name}1")
            assert (description["status"], description["error"]) == ("FAILED", "Sandbox.Timedout"), description
            document = json.loads(description["cause"])
            assert re.fullmatch(TIMEOUT_CAUSE, document["errorMessage"]), document
            assert 1 <= took < 2, f"{name} ended after {took:.2f} s"
            goes_on(server, pid)
            # The state's.
            description, events, took = start(server, name, TimeoutSeconds=1)
            assert (description["status"], description["error"]) == ("FAILED", "States.Timeout"), description
            assert events[-2]["type"] == "LambdaFunctionTimedOut", events[-2]
            assert 1 <= took < 2, f"{name} ended after {took:.2f} s"
            goes_on(server, pid)

        # Errors meet Retry and Catch like any other.
        sfn = server.client("stepfunctions")
        resource = f"arn:aws:lambda:{server.region}:{server.account}:function:Segv"
        definition = {"StartAt": "Try", "States": {
            "Try": {"Type": "Task", "Resource": resource, "Next": "Good", "Retry": [{"ErrorEquals": ["Runtime.ExitError"], "IntervalSeconds": 1, "MaxAttempts": 1}],
                    "Catch": [{"ErrorEquals": ["States.TaskFailed"], "Next": "Caught", "ResultPath": "$.error"}]},
            "Good": {"Type": "Succeed"}, "Caught": {"Type": "Pass", "End": True}}}
        machine = sfn.create_state_machine(name="caught", definition=json.dumps(definition), roleArn=f"arn:aws:iam::{server.account}:role/r")["stateMachineArn"]
        execution = sfn.start_execution(stateMachineArn=machine, input='{"a":1}')["executionArn"]
        description = ended(sfn, execution)
        assert description["status"] == "SUCCEEDED", description
        assert json.loads(description["output"])["error"]["Error"] == "Runtime.ExitError", description
        assert [e["type"] for e in history(sfn, execution)].count("LambdaFunctionFailed") == 2

        # Many at once, and all of them bad.
        executions = [sfn.start_execution(stateMachineArn=machine, input=json.dumps({"n": n}))["executionArn"] for n in range(20)]
        assert {ended(sfn, execution, 60)["status"] for execution in executions} == {"SUCCEEDED"}
        goes_on(server, pid)
        server.stop()
    print("hostile functions fail alone")


main()
