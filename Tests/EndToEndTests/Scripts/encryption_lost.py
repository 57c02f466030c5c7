"""`kill -9` while executions run, and their key is locked when the server comes back: what has to go on fails, what only waits stays, and once the
key can be used again the one has its whole history and can be redriven, the other goes on."""
import json

from newel import Server, ended, history, wait_for, well_formed

ROLE = "arn:aws:iam::000000000000:role/r"
WAIT = {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3, "Next": "P"}, "P": {"Type": "Pass", "End": True}}}


def machines(server, key):
    """Executions of all kinds, by what they wait for."""
    sfn = server.client("stepfunctions")
    own = {"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": key}

    def machine(name, definition, **more):
        return sfn.create_state_machine(name=name, definition=json.dumps(definition), roleArn=ROLE, **more)["stateMachineArn"]

    def one(state):
        return {"StartAt": "T", "States": {"T": {**state, "End": True}}}
    activity = sfn.create_activity(name="work")["activityArn"]
    waits = machine("waits", WAIT, encryptionConfiguration=own)
    each = {"Type": "Map", "Label": "Each", "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3, "End": True}}}}
    child = {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": {"StateMachineArn": waits}}
    arns = {"waits": waits, "works": machine("works", one({"Type": "Task", "Resource": activity}), encryptionConfiguration=own),
            "maps": machine("maps", one(each), encryptionConfiguration=own), "asks": machine("asks", one(child))}
    started = {name: sfn.start_execution(stateMachineArn=arn, input="[1, 2]")["executionArn"] for name, arn in arns.items()}
    token = sfn.get_activity_task(activityArn=activity)["taskToken"]
    run = wait_for(lambda: sfn.list_map_runs(executionArn=started["maps"])["mapRuns"], what="the Map Run")[0]["mapRunArn"]
    wait_for(lambda: sfn.describe_map_run(mapRunArn=run)["executionCounts"]["running"] == 2, what="the children of the Map Run")
    wait_for(lambda: len(sfn.list_executions(stateMachineArn=waits)["executions"]) == 2, what="the child of the task")
    return started, token, run


def status(sfn, execution):
    return sfn.describe_execution(executionArn=execution, includedData="METADATA_ONLY")["status"]


def main():
    with Server() as server:
        kms = server.client("kms")
        key = kms.create_key()["KeyMetadata"]["Arn"]
        started, token, run = machines(server, key)
        kms.disable_key(KeyId=key)
        server.kill()
        server.start()
        sfn = server.client("stepfunctions")
        for name in ("waits", "maps", "asks"):
            wait_for(lambda name=name: status(sfn, started[name]) == "FAILED", what=f"the failure of {name}")
        # The machine that asks has no key: it is told what can be told.
        found = sfn.describe_execution(executionArn=started["asks"])
        cause = json.loads(found["cause"])
        assert found["error"] == "States.TaskFailed" and (cause["Error"], cause["Status"]) == ("States.Runtime", "FAILED"), found
        assert cause["Cause"] == f"{key} is disabled." and cause["InputDetails"] == {"Included": False} and "Input" not in cause, cause
        assert status(sfn, started["works"]) == "RUNNING"
        # Once more: what has failed is failed for every process after.
        server.kill()
        server.start()
        sfn, kms = server.client("stepfunctions"), server.client("kms")
        assert [status(sfn, started[name]) for name in ("waits", "works", "maps")] == ["FAILED", "RUNNING", "FAILED"]
        kms.enable_key(KeyId=key)
        for name in ("waits", "maps"):
            found, events = sfn.describe_execution(executionArn=started[name]), history(sfn, started[name])
            assert (found["error"], found["cause"]) == ("States.Runtime", f"{key} is disabled."), found
            well_formed(events)
            assert (events[-1]["type"], events[-1]["timestamp"]) == ("ExecutionFailed", found["stopDate"]), (events[-1], found)
        sfn.send_task_success(taskToken=token, output='"done"')
        assert ended(sfn, started["works"])["output"] == '"done"'
        wait_for(lambda: sfn.describe_map_run(mapRunArn=run)["status"] != "RUNNING", what="the end of the Map Run")
        for name in ("waits", "maps"):
            sfn.redrive_execution(executionArn=started[name])
            assert ended(sfn, started[name])["status"] == "SUCCEEDED", name
            types = [e["type"] for e in history(sfn, started[name])]
            assert types.count("ExecutionRedriven") == 1 and types[-1] == "ExecutionSucceeded", types
        found = sfn.describe_map_run(mapRunArn=run)
        assert (found["status"], found["executionCounts"]["succeeded"], found["redriveCount"]) == ("SUCCEEDED", 2, 1), found
        server.stop()
    print("what a locked key leaves behind is whole")


if __name__ == "__main__":
    main()
