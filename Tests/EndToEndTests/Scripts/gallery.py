"""Every sample of the gallery is deployed as a stack, runs as it says, and leaves nothing when its stack is deleted."""
import json

from console import Stream, get, post
from newel import *

#: What each sample's run comes to; those that ask are answered.
EXPECTED = {
    "approval-with-deadline": lambda output: output == {"agreed": True, "answer": "yes"},
    "map-orders": lambda output: output == {"orders": 4, "sum": 36 + 150 + 99 + 160},
    "nested-runs": lambda output: output == {"rested": 1},
    "orchestrate-lambda-functions": lambda output: output is not None,
    "parallel-prices": lambda output: output["asked"] == 3 and output["best"] <= output["worst"],
    "retry-and-catch": lambda output: output == {"queue": "greetings"},
}


def deployed(server, template, **members):
    """A deployment once all its rows are there."""
    name = post(server, "deployments", {"template": template, **members})["id"]
    def over():
        found = get(server, f"deployments/{name}")
        return found if not found["status"].endswith("_IN_PROGRESS") else None
    return wait_for(over, 60, f"the deployment of {template}")


def answered(server, execution):
    """Answers what waits until the execution is over."""
    sfn = server.client("stepfunctions")
    def over():
        for task in get(server, "tokens")["tokens"]:
            post(server, "tokens/success", {"token": task["token"], "output": '"yes"'})
        description = sfn.describe_execution(executionArn=execution)
        return description if description["status"] != "RUNNING" else None
    return wait_for(over, 60, execution)


def run(server, sample):
    found = deployed(server, sample["id"], approvals="me")
    assert found["status"] == "CREATE_COMPLETE", found
    assert {row["status"] for row in found["resources"]} == {"CREATE_COMPLETE"} and len(found["resources"]) == len(sample["resources"]), found
    started = post(server, "executions", {"machine": found["machine"], "input": found["input"]})
    ending = answered(server, started["arn"])
    assert ending["status"] == "SUCCEEDED", (sample["id"], ending)
    assert EXPECTED[sample["id"]](json.loads(ending["output"])), (sample["id"], ending["output"])
    stack = get(server, f"stacks/{found['id']}")
    assert stack["events"][0]["status"] == "CREATE_COMPLETE" and "Resources" in json.dumps(stack["template"]) and stack["outputs"], stack
    stream = Stream(server, f"deployment:{found['id']}")
    post(server, "actions/cloudformation/DeleteStack", {"StackName": found["id"]})
    assert stream.event()[0] in ("deployment", "refused"), "a change is told, or that the stack is gone"
    stream.close()
    stacks = server.client("cloudformation")
    stacks.get_waiter("stack_delete_complete").wait(StackName=found["id"], WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    wait_for(lambda: not server.client("stepfunctions").list_state_machines()["stateMachines"], 20, "no machine to be left")


with Server() as server:
    samples = get(server, "templates")["templates"]
    assert {sample["id"] for sample in samples} == set(EXPECTED), [sample["id"] for sample in samples]
    for sample in samples:
        assert sample["definition"]["StartAt"], sample
        run(server, sample)
    found = deployed(server, "orchestrate-lambda-functions", approvals="auto")
    started = post(server, "executions", {"machine": found["machine"], "input": found["input"]})
    assert ended(server.client("stepfunctions"), started["arn"], 60)["status"] == "SUCCEEDED", "the queue's function approves"
    published = [message for topic in get(server, "topics")["topics"] for message in topic["published"]]
    assert published, "the result is seen"
