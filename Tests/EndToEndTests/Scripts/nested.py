"""States that start executions, across kill -9; what stops a parent stops its child; redrives; actions of the SDK as tasks."""
import json

from newel import Server, ended, history, refused, single, wait_for, well_formed

START = "arn:aws:states:::states:startExecution"


def machine(sfn, server, name, *states, language="JSONPath"):
    """A state machine whose states follow one another."""
    names = [f"S{number}" for number in range(len(states))]
    definition = {"StartAt": "S0", "QueryLanguage": language, "States": {}}
    for number, state in enumerate(states):
        place = {} if state["Type"] in ("Fail", "Succeed") else {"End": True} if number + 1 == len(states) else {"Next": names[number + 1]}
        definition["States"][names[number]] = {**state, **place}
    return sfn.create_state_machine(
        name=name, definition=json.dumps(definition), roleArn=f"arn:aws:iam::{server.account}:role/r")["stateMachineArn"]


def task(resource, **parameters):
    return {"Type": "Task", "Resource": resource, "Parameters": parameters}


def last(events, kind):
    return [event for event in events if event["type"] == kind][-1]


def children_survive(server, sfn):
    child = machine(sfn, server, "child", {"Type": "Wait", "Seconds": 2}, {"Type": "Pass", "Result": {"answer": 42}})
    parents = {
        suffix: sfn.start_execution(
            stateMachineArn=single(server, {"Resource": START + suffix, "Parameters": {"StateMachineArn": child, "Input": {"n": 1}}}, name=name),
            name=f"parent{name}")["executionArn"]
        for suffix, name in (("", "plain"), (".sync", "sync"), (".sync:2", "sync2"))}
    assert json.loads(ended(sfn, parents[""])["output"])["ExecutionArn"].startswith(child.replace(":stateMachine:", ":execution:"))
    wait_for(lambda: len(sfn.list_executions(stateMachineArn=child)["executions"]) == 3, what="three children")
    server.kill()
    server.start()
    sfn = server.client("stepfunctions")
    first, second = (json.loads(ended(sfn, parents[suffix])["output"]) for suffix in (".sync", ".sync:2"))
    assert first["Status"] == second["Status"] == "SUCCEEDED", (first, second)
    assert json.loads(first["Output"]) == second["Output"] == {"answer": 42}, (first, second)
    assert len(sfn.list_executions(stateMachineArn=child)["executions"]) == 3, "no child runs twice"
    for execution in parents.values():
        well_formed(history(sfn, execution))
    return sfn


def failures_and_stops_travel(server, sfn):
    broken = machine(sfn, server, "broken", {"Type": "Fail", "Error": "Boom", "Cause": "of the child"})
    parent = sfn.start_execution(
        stateMachineArn=single(server, {"Resource": START + ".sync:2", "Parameters": {"StateMachineArn": broken}}, name="unlucky"))["executionArn"]
    description = ended(sfn, parent)
    assert description["status"] == "FAILED" and description["error"] == "States.TaskFailed", description
    assert json.loads(description["cause"])["Error"] == "Boom", description

    endless = machine(sfn, server, "endless", {"Type": "Wait", "Seconds": 3600})
    parent = sfn.start_execution(
        stateMachineArn=single(server, {"Resource": START + ".sync", "Parameters": {"StateMachineArn": endless}}, name="stopped"))["executionArn"]
    child = wait_for(lambda: sfn.list_executions(stateMachineArn=endless)["executions"], what="the child")[0]["executionArn"]
    sfn.stop_execution(executionArn=parent)
    assert ended(sfn, child)["status"] == "ABORTED"


def redriven(server, sfn):
    """The state that failed runs again; what succeeded does not."""
    call = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {
        "QueueUrl": f"{server.endpoint}/{server.account}/later", "MessageBody": "m"}}
    execution = sfn.start_execution(stateMachineArn=machine(sfn, server, "again", {"Type": "Pass"}, call, {"Type": "Succeed"}))["executionArn"]
    assert ended(sfn, execution)["status"] == "FAILED"
    server.client("sqs").create_queue(QueueName="later")
    sfn.redrive_execution(executionArn=execution)
    description = ended(sfn, execution)
    assert description["status"] == "SUCCEEDED" and description["redriveCount"] == 1, description
    events = history(sfn, execution)
    kinds = [event["type"] for event in events]
    assert kinds.count("PassStateEntered") == 1 and kinds.count("ExecutionRedriven") == 1 and kinds.count("TaskSucceeded") == 1, kinds
    assert "cannot be redriven" in refused("ExecutionNotRedrivable", sfn.redrive_execution, executionArn=execution)


def actions_of_the_sdk(server, sfn):
    sdk = "arn:aws:states:::aws-sdk:"
    arn = machine(
        sfn, server, "sdk",
        {**task(sdk + "sqs:createQueue", QueueName="made"), "ResultPath": "$.queue"},
        {"Type": "Task", "Resource": sdk + "sqs:sendMessage", "Parameters": {"QueueUrl.$": "$.queue.QueueUrl", "MessageBody": "hello"}, "ResultPath": None},
        task(sdk + "sfn:listStateMachines", MaxResults=1))
    execution = sfn.start_execution(stateMachineArn=arn, input="{}")["executionArn"]
    description = ended(sfn, execution)
    assert description["status"] == "SUCCEEDED", description
    assert set(json.loads(description["output"])["StateMachines"][0]) == {"CreationDate", "Name", "StateMachineArn", "Type"}, description
    sqs = server.client("sqs")
    url = sqs.get_queue_url(QueueName="made")["QueueUrl"]
    assert sqs.receive_message(QueueUrl=url)["Messages"][0]["Body"] == "hello"

    wrong = single(server, {"Resource": sdk + "sqs:getQueueUrl", "Parameters": {"QueueName": "none"}}, name="wrong")
    execution = sfn.start_execution(stateMachineArn=wrong)["executionArn"]
    assert ended(sfn, execution)["error"] == "Sqs.QueueDoesNotExistException", sfn.describe_execution(executionArn=execution)
    failure = last(history(sfn, execution), "TaskFailed")["taskFailedEventDetails"]
    assert failure["resourceType"] == "aws-sdk:sqs" and failure["resource"] == "getQueueUrl", failure


def main():
    with Server() as server:
        sfn = children_survive(server, server.client("stepfunctions"))
        failures_and_stops_travel(server, sfn)
        redriven(server, sfn)
        actions_of_the_sdk(server, sfn)
        server.stop()
    print("executions start executions, and survive")


main()
