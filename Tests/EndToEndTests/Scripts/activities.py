"""Activities through boto3: workers that wait, workers that vanish, heartbeats, tasks across `kill -9`, whole histories."""
import json
import threading
import time

from botocore.exceptions import ReadTimeoutError

from newel import Server, ended, history, refused, single, wait_for, well_formed


def types(sfn, execution):
    events = history(sfn, execution)
    well_formed(events)
    return [event["type"] for event in events]


def details(sfn, execution):
    """Every event without its time, as far as activities go."""
    return [{k: v for k, v in event.items() if k not in ("timestamp", "id", "previousEventId", "type")}
            for event in history(sfn, execution) if event["type"].startswith("Activity")]


def work(server):
    """A task for a worker that comes later, and one for a worker that waits."""
    sfn = server.client("stepfunctions")
    activity = sfn.create_activity(name="work")["activityArn"]
    machine = single(server, {"Resource": activity, "TimeoutSeconds": 60, "HeartbeatSeconds": 30}, "work")
    execution = sfn.start_execution(stateMachineArn=machine, input='{"n": 1}')["executionArn"]
    wait_for(lambda: "ActivityScheduled" in types(sfn, execution), what="the task")
    task = sfn.get_activity_task(activityArn=activity, workerName="smith")
    assert task["input"] == '{"n": 1}', task
    sfn.send_task_heartbeat(taskToken=task["taskToken"])
    sfn.send_task_success(taskToken=task["taskToken"], output='{"done": true}')
    assert ended(sfn, execution)["output"] == '{"done": true}'
    assert types(sfn, execution) == ["ExecutionStarted", "TaskStateEntered", "ActivityScheduled", "ActivityStarted", "ActivitySucceeded",
                                     "TaskStateExited", "ExecutionSucceeded"]
    assert details(sfn, execution) == [
        {"activityScheduledEventDetails": {"resource": activity, "input": '{"n": 1}', "inputDetails": {"truncated": False},
                                           "timeoutInSeconds": 60, "heartbeatInSeconds": 30}},
        {"activityStartedEventDetails": {"workerName": "smith"}},
        {"activitySucceededEventDetails": {"output": '{"done": true}', "outputDetails": {"truncated": False}}},
    ], details(sfn, execution)
    refused("TaskTimedOut", sfn.send_task_success, taskToken=task["taskToken"], output="1")
    refused("TaskTimedOut", sfn.send_task_heartbeat, taskToken=task["taskToken"])

    tasks, waiting = [], threading.Thread(target=lambda: tasks.append(server.client("stepfunctions").get_activity_task(activityArn=activity)))
    waiting.start()
    execution = sfn.start_execution(stateMachineArn=machine, input='{"n": 2}')["executionArn"]
    waiting.join(timeout=20)
    sfn.send_task_failure(taskToken=tasks[0]["taskToken"], error="Bad", cause="worse")
    found = ended(sfn, execution)
    assert (found["status"], found["error"], found["cause"]) == ("FAILED", "Bad", "worse"), found
    assert details(sfn, execution)[1:] == [
        {"activityStartedEventDetails": {}}, {"activityFailedEventDetails": {"error": "Bad", "cause": "worse"}}]


def many(server):
    """Each task goes to exactly one of many workers."""
    sfn = server.client("stepfunctions")
    activity = sfn.create_activity(name="many")["activityArn"]
    machine = single(server, {"Resource": activity}, "many")
    seen, lock = [], threading.Lock()

    def worker():
        own = server.client("stepfunctions")
        while True:
            task = own.get_activity_task(activityArn=activity)
            if "taskToken" not in task:
                return
            with lock:
                seen.append(json.loads(task["input"])["n"])
            own.send_task_success(taskToken=task["taskToken"], output=task["input"])
    workers = [threading.Thread(target=worker) for _ in range(6)]
    for thread in workers:
        thread.start()
    executions = [sfn.start_execution(stateMachineArn=machine, input=json.dumps({"n": n}))["executionArn"] for n in range(60)]
    for n, execution in enumerate(executions):
        assert json.loads(ended(sfn, execution)["output"]) == {"n": n}
    assert sorted(seen) == list(range(60)), seen
    # Deleting the activity sends those away who wait for it.
    sfn.delete_activity(activityArn=activity)
    for thread in workers:
        thread.join(timeout=20)
        assert not thread.is_alive(), "a worker waits for an activity that is gone"


def clocks(server):
    """TimeoutSeconds counts from the scheduling, HeartbeatSeconds from the worker's taking."""
    sfn = server.client("stepfunctions")
    activity = sfn.create_activity(name="slow")["activityArn"]
    definition = {"StartAt": "Only", "States": {"Late": {"Type": "Succeed"}, "Only": {
        "Type": "Task", "Resource": activity, "TimeoutSeconds": 60, "HeartbeatSeconds": 1, "End": True,
        "Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Late"}]}}}
    beats = sfn.create_state_machine(
        name="beats", definition=json.dumps(definition), roleArn="arn:aws:iam::000000000000:role/r")["stateMachineArn"]
    untaken = sfn.start_execution(stateMachineArn=single(server, {"Resource": activity, "TimeoutSeconds": 2}, "untaken"))["executionArn"]
    assert ended(sfn, untaken)["error"] == "States.Timeout"
    assert types(sfn, untaken) == ["ExecutionStarted", "TaskStateEntered", "ActivityScheduled", "ActivityTimedOut", "ExecutionFailed"]
    beaten = sfn.start_execution(stateMachineArn=beats)["executionArn"]
    task = sfn.get_activity_task(activityArn=activity)
    assert ended(sfn, beaten)["status"] == "SUCCEEDED"
    assert types(sfn, beaten)[2:5] == ["ActivityScheduled", "ActivityStarted", "ActivityTimedOut"], types(sfn, beaten)
    refused("TaskTimedOut", sfn.send_task_success, taskToken=task["taskToken"], output="1")
    stopped = sfn.start_execution(stateMachineArn=beats)["executionArn"]
    sfn.stop_execution(executionArn=stopped)
    last = sfn.start_execution(stateMachineArn=beats, input='{"last": true}')["executionArn"]
    # Neither the task that timed out nor the one whose execution was stopped is handed out.
    assert sfn.get_activity_task(activityArn=activity)["input"] == '{"last": true}'
    sfn.stop_execution(executionArn=last)


def gone(server):
    """A worker that went away while it waited takes nothing with it."""
    sfn = server.client("stepfunctions")
    activity = sfn.create_activity(name="gone")["activityArn"]
    machine = single(server, {"Resource": activity}, "gone")
    try:
        server.client("stepfunctions", read_timeout=1).get_activity_task(activityArn=activity)
        raise AssertionError("a task, but none was scheduled")
    except ReadTimeoutError:
        pass
    time.sleep(1)  # nothing shows when the server has seen the connection close; until then the task is that worker's, on AWS too
    execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
    task = sfn.get_activity_task(activityArn=activity)
    sfn.send_task_success(taskToken=task["taskToken"], output='"x"')
    assert ended(sfn, execution)["output"] == '"x"'


def deleted(server):
    """A task of an activity that does not exist ends the execution at once; one that comes back takes tasks again."""
    sfn = server.client("stepfunctions")
    activity = sfn.create_activity(name="fleeting")["activityArn"]
    machine = single(server, {"Resource": activity, "Retry": [{"ErrorEquals": ["States.ALL"]}]}, "fleeting")
    sfn.delete_activity(activityArn=activity)
    execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
    found = ended(sfn, execution)
    assert found["error"] == "States.Runtime", found
    assert found["cause"] == f"An error occurred while executing the state 'Only' (entered at the event id #2). The activity {activity} does not exist."
    assert types(sfn, execution) == ["ExecutionStarted", "TaskStateEntered", "ExecutionFailed"]
    sfn.create_activity(name="fleeting")
    execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
    sfn.send_task_success(taskToken=sfn.get_activity_task(activityArn=activity)["taskToken"], output="1")
    assert ended(sfn, execution)["status"] == "SUCCEEDED"


def crashes(server):
    """Tasks nobody has taken are there after `kill -9`, those that were taken can be answered."""
    sfn = server.client("stepfunctions")
    activity = sfn.create_activity(name="lasting")["activityArn"]
    machine = single(server, {"Resource": activity, "TimeoutSeconds": 60, "HeartbeatSeconds": 30}, "lasting")
    executions = {n: sfn.start_execution(stateMachineArn=machine, input=str(n))["executionArn"] for n in range(20)}
    taken = [sfn.get_activity_task(activityArn=activity, workerName="before") for _ in range(5)]
    server.kill()
    server.start()
    sfn = server.client("stepfunctions")
    assert len({task["taskToken"] for task in taken}) == 5
    for task in taken:
        sfn.send_task_heartbeat(taskToken=task["taskToken"])
        sfn.send_task_success(taskToken=task["taskToken"], output=task["input"])
    rest = [sfn.get_activity_task(activityArn=activity, workerName="after") for _ in range(15)]
    assert sorted(int(task["input"]) for task in taken + rest) == list(range(20))
    for task in rest:
        sfn.send_task_success(taskToken=task["taskToken"], output=task["input"])
    for n, execution in executions.items():
        assert ended(sfn, execution)["output"] == str(n)
        assert types(sfn, execution)[2:5] == ["ActivityScheduled", "ActivityStarted", "ActivitySucceeded"]


def state_machines_as_workers(server):
    """A state machine that takes tasks and answers them with actions of the SDK; errors and absent members as there."""
    sfn = server.client("stepfunctions")
    activity = sfn.create_activity(name="inner")["activityArn"]
    sdk = "arn:aws:states:::aws-sdk:sfn:"
    states = {
        "Get": {"Type": "Task", "Resource": sdk + "getActivityTask", "Parameters": {"ActivityArn": activity, "WorkerName": "machine"}, "Next": "Answer"},
        "Answer": {"Type": "Task", "Resource": sdk + "sendTaskSuccess", "ResultPath": None,
                   "Parameters": {"TaskToken.$": "$.TaskToken", "Output.$": "$.Input"}, "Next": "Describe"},
        "Describe": {"Type": "Task", "Resource": sdk + "describeActivity", "Parameters": {"ActivityArn": activity}, "Next": "Wrong"},
        "Wrong": {"Type": "Task", "Resource": sdk + "sendTaskFailure", "Parameters": {"TaskToken": "none", "Cause": None},
                  "Catch": [{"ErrorEquals": ["Sfn.InvalidTokenException"], "ResultPath": "$.Failure", "Next": "Over"}], "End": True},
        "Over": {"Type": "Succeed"},
    }
    worker = sfn.create_state_machine(
        name="worker", definition=json.dumps({"StartAt": "Get", "States": states}), roleArn="arn:aws:iam::000000000000:role/r")["stateMachineArn"]
    at_work = sfn.start_execution(stateMachineArn=worker)["executionArn"]
    execution = sfn.start_execution(stateMachineArn=single(server, {"Resource": activity}, "outer"), input='{"n": 1}')["executionArn"]
    assert ended(sfn, execution)["output"] == '{"n": 1}'
    assert details(sfn, execution)[1] == {"activityStartedEventDetails": {"workerName": "machine"}}
    found = ended(sfn, at_work)
    assert found["status"] == "SUCCEEDED", found
    output = json.loads(found["output"])
    assert output["ActivityArn"] == activity and output["Name"] == "inner" and output["EncryptionConfiguration"] == {"Type": "AWS_OWNED_KEY"}, output
    assert output["CreationDate"].endswith("Z"), output
    cause = output["Failure"]["Cause"]
    assert cause.startswith("Invalid Token: 'Invalid token' (Service: Sfn, Status Code: 400, Request ID: ") and cause.endswith(") (SDK Attempt Count: 1)")


def main():
    with Server() as server:
        for part in (work, many, clocks, gone, deleted, state_machines_as_workers, crashes):
            part(server)
            print(part.__name__, flush=True)
        server.stop()
    print("activities hold")


if __name__ == "__main__":
    main()
