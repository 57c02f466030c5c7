"""Executions know the build that ran each of their tasks: across a swap, a retry after it, a kill, and in no shape of AWS's."""
import json
import shutil
import tempfile
import urllib.request

from newel import Server, compiled, ended, history, invoke, wait_for

SOURCE = """#include <newel_plugin_helpers.h>
static newel_status answer(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    if (FAILS) return newel_fail(h, v, "Flaky", "not this build");
    return newel_complete_text(h, v, VERSION);
}
NEWEL_FUNCTION("Build", answer)
"""
ARN = "arn:aws:lambda:us-east-1:000000000000:function:Build"


def builds(server, execution):
    request = urllib.request.Request(f"{server.endpoint}/_newel/builds", data=json.dumps({"executionArn": execution}).encode(), method="POST")
    return {task["eventId"]: task["build"] for task in json.load(urllib.request.urlopen(request))["tasks"]}


def served(server):
    listed = json.load(urllib.request.urlopen(f"{server.endpoint}/_newel/plugins"))
    return listed["packages"][0]["active"]


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    compiled(plugins, "build", SOURCE, '-DVERSION="1"', "-DFAILS=1")
    with Server("--plugins", plugins) as server:
        sfn, functions = server.client("stepfunctions"), server.client("lambda")
        wait_for(lambda: invoke(functions, "Build")[1].get("FunctionError"), what="build 1")
        first = served(server)
        definition = {"StartAt": "A", "States": {
            "A": {"Type": "Task", "Resource": ARN, "Next": "B", "Retry": [{"ErrorEquals": ["Flaky"], "IntervalSeconds": 4, "MaxAttempts": 3, "BackoffRate": 1}]},
            "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": ARN}, "End": True}}}
        machine = sfn.create_state_machine(name="m", definition=json.dumps(definition), roleArn="arn:aws:iam::000000000000:role/r")["stateMachineArn"]
        execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
        wait_for(lambda: any(e["type"] == "LambdaFunctionFailed" for e in history(sfn, execution)), what="the failure")
        compiled(plugins, "build", SOURCE, '-DVERSION="2"', "-DFAILS=0")
        wait_for(lambda: invoke(functions, "Build")[0] == 2, what="build 2")
        second = served(server)
        server.kill()
        server.start()
        sfn = server.client("stepfunctions")
        assert ended(sfn, execution)["status"] == "SUCCEEDED"
        scheduled = [e["id"] for e in history(sfn, execution) if e["type"] == "LambdaFunctionScheduled"]
        told = builds(server, execution)
        # Every attempt with the build it ran; what is linked in (lambda:invoke) has none of its own.
        assert told[scheduled[0]] == first and told[scheduled[-1]] == second and set(told) == set(scheduled), (told, scheduled)
        assert second not in json.dumps(history(sfn, execution), default=str)
    shutil.rmtree(plugins)


main()
