"""After a redrive inside Parallel and Map every task that waits is shown under its own state and item: the questions themselves say which they are."""
import json

from browser import Browser
from console import Stream, get, post
from console_kit import machine, node, run_path, started
from newel import Server, ended, history, wait_for


def question(queue, who, **members):
    """A task that says in its question who it is: its state, and its item if it has one."""
    body = {"who": who, "token.$": "$$.Task.Token"}
    if who == "Item ask":
        body["item.$"] = "$.item"
    return {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": queue, "MessageBody": body}, **members}


def definition(queue):
    """The left branch comes to its question long after the items of the right one: who began first is not who stands first."""
    passing = [f"Step {i}" for i in range(6)]
    left = {name: {"Type": "Pass", "Next": following} for name, following in zip(passing, passing[1:] + ["Left ask"])}
    each = {"StartAt": "Item ask", "States": {"Item ask": question(queue, "Item ask", Next="Item done"), "Item done": {"Type": "Pass", "End": True}}}
    return {"StartAt": "Both", "States": {
        "Both": {"Type": "Parallel", "Next": "Over", "Branches": [
            {"StartAt": "Hold", "States": {"Hold": {"Type": "Wait", "Seconds": 1, "Next": "Step 0"}, **left, "Left ask": question(queue, "Left ask", End=True)}},
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.items", "ItemSelector": {"item.$": "$$.Map.Item.Index"}, "ItemProcessor": each, "End": True}}},
            {"StartAt": "Right ask", "States": {"Right ask": question(queue, "Right ask", End=True)}}]},
        "Over": {"Type": "Pass", "End": True}}}


def early(queue):
    """The first branch is over before the items of the second begin: an item takes the place that has become free, before that of the third branch."""
    each = {"StartAt": "Item ask", "States": {"Item ask": question(queue, "Item ask", End=True)}}
    return {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": True, "Branches": [
        {"StartAt": "Quick", "States": {"Quick": {"Type": "Pass", "End": True}}},
        {"StartAt": "Hold", "States": {"Hold": {"Type": "Wait", "Seconds": 1, "Next": "Each"},
                                       "Each": {"Type": "Map", "ItemsPath": "$.items", "ItemSelector": {"item.$": "$$.Map.Item.Index"}, "ItemProcessor": each, "End": True}}},
        {"StartAt": "Right ask", "States": {"Right ask": question(queue, "Right ask", End=True)}}]}}}


def asked(sqs, queue, count):
    """Questions by token, as their messages say."""
    found = {}
    while len(found) < count:
        for message in sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=10, MaxNumberOfMessages=10).get("Messages", []):
            body = json.loads(message["Body"])
            found[body["token"]] = (body["who"], None if "item" not in body else int(body["item"]))
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return found


def shown(server, execution, sfn, name="asks"):
    """Tasks that wait, by token, as the stream's events tell."""
    stream, events, count = Stream(server, f"history:{name}/one"), [], len(history(sfn, execution))
    while len(events) < count:
        kind, data = stream.event()
        events += data["events"] if kind == "history" else []
    stream.close()
    return {event["token"]: (event["name"], event["iter"][-1] if event.get("iter") else None) for event in events if "token" in event}, events


def main():
    with Server() as server, Browser() as browser:
        sfn, sqs, page = server.client("stepfunctions"), server.client("sqs"), browser.page(server.endpoint)
        queue = sqs.create_queue(QueueName="questions")["QueueUrl"]
        execution = started(sfn, machine(sfn, "asks", definition(queue)), "one", {"items": ["a", "b", "c"]})
        first = asked(sqs, queue, 5)
        assert shown(server, execution, sfn)[0] == first
        # One item is answered and over, one is denied; all others are broken off, and resumed.
        done = next(token for token, who in first.items() if who == ("Item ask", 0))
        sfn.send_task_success(taskToken=done, output='"yes"')
        wait_for(lambda: len(get(server, "tokens")["tokens"]) == 4, what="one answer")
        for turn in range(2):
            open_now = get(server, "tokens")["tokens"]
            sfn.send_task_failure(taskToken=next(one["token"] for one in open_now if one["state"] == "Item ask"), error="Denied", cause=f"turn {turn}")
            assert ended(sfn, execution)["status"] == "FAILED"
            sfn.redrive_execution(executionArn=execution)
            again = asked(sqs, queue, 4)
            listed = wait_for(lambda: len(tasks := get(server, "tokens")["tokens"]) == 4 and tasks, what="the questions of a redrive")
            assert {one["token"]: one["state"] for one in listed} == {token: who for token, (who, _) in again.items()}, (listed, again)
            told, events = shown(server, execution, sfn)
            assert {token: who for token, who in told.items() if token in again} == again, (told, again)
        # The page's own fold agrees, and what is approved there is what it says.
        page.goto(run_path("asks", "one", state="Right ask"))
        page.see("#run-status", "Waiting")
        page.click("#approve")
        page.until(f"document.querySelector({json.dumps(node('Right ask'))})?.dataset.st === 'succeeded'")
        left = {one["state"] for one in get(server, "tokens")["tokens"]}
        assert left == {"Left ask", "Item ask"}, left
        page.goto(run_path("asks", "one", state="Left ask"))
        page.click("#approve")
        page.until(f"document.querySelector({json.dumps(node('Left ask'))})?.dataset.st === 'succeeded'")
        assert {one["state"] for one in get(server, "tokens")["tokens"]} == {"Item ask"}
        for one in get(server, "tokens")["tokens"]:
            post(server, "tokens/success", {"token": one["token"], "output": '"yes"'})
        page.see("#run-status", "Succeeded")
        sooner = started(sfn, machine(sfn, "early", early(queue)), "one", {"items": ["a", "b"]})
        first = asked(sqs, queue, 3)
        sfn.send_task_failure(taskToken=next(token for token, (who, _) in first.items() if who == "Right ask"), error="Denied", cause="early")
        assert ended(sfn, sooner)["status"] == "FAILED"
        sfn.redrive_execution(executionArn=sooner)
        again = asked(sqs, queue, 3)
        told, _ = shown(server, sooner, sfn, "early")
        assert {token: who for token, who in told.items() if token in again} == again, (told, again)
        sfn.stop_execution(executionArn=sooner)
        page.quiet()


if __name__ == "__main__":
    main()
