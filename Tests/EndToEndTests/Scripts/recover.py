"""What was promised before kill -9 is kept after it: waits, heartbeats, tokens, names, batches, receipt handles, dead-letter queues."""
import json
import os
import subprocess
import tempfile
import time

from newel import EXECUTABLE, Server, compiled, ended, history, invoke, packaged, refused, single, wait_for, well_formed

# Fails until a file is there, so that a batch comes again.
STUBBORN = """#include <newel_plugin_helpers.h>
#include <unistd.h>
static newel_status stubborn(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    if (access("%s", F_OK) != 0) return newel_fail(h, v, "NotYet", "try again");
    return newel_complete_text(h, v, "null");
}
NEWEL_FUNCTION("Stubborn", stubborn)
"""

# Answers its own token before it is done; then hangs if told to.
HASTY = """#include <newel_plugin_helpers.h>
#include <stdio.h>
#include <unistd.h>
static newel_status hasty(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    char json[4096];
    newel_api_reply reply;
    snprintf(json, sizeof json, "{\\"taskToken\\":\\"%%.*s\\",\\"output\\":\\"7\\"}", (int)v->task_token.len, (const char *)v->task_token.ptr);
    newel_status st = newel_api_call_wait(h, v->call, "states", "SendTaskSuccess", newel_text(json), &reply);
    h->free(h->ctx, (void *)reply.json.ptr);
    if (st != NEWEL_OK) return newel_fail(h, v, "Refused", "the token was refused");
    if (access("%s", F_OK) == 0) {
        unlink("%s");
        for (;;) sleep(1);
    }
    return newel_complete_text(h, v, "{\\"sent\\":true}");
}
NEWEL_INTEGRATION("arn:aws:states:::events:putEvents*", hasty)
"""


def again(server):
    """Kills the server and starts it on the same data. Its workers die with it."""
    children = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True).stdout.split()
    server.kill()

    def is_running(pid):
        try:
            with open(f"/proc/{pid}/stat") as file:
                return file.read().rsplit(")", 1)[1].split()[0] != "Z"
        except FileNotFoundError:
            return False
    wait_for(lambda: not any(is_running(pid) for pid in children), 2, f"the end of the workers {children}")
    server.start()
    return server.client("stepfunctions"), server.client("sqs")


def token_task(queue, **more):
    return {"Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Parameters": {"QueueUrl": queue, "MessageBody": {"Token.$": "$$.Task.Token"}}, **more}


def receive(sqs, queue, seconds=10, **more):
    return sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=seconds, MaxNumberOfMessages=10, **more).get("Messages", [])


def tokens(sqs, queue, count):
    """That many task tokens out of a queue."""
    found = []
    while len(found) < count:
        messages = receive(sqs, queue)
        assert messages, f"{len(found)} of {count} tokens came"
        for message in messages:
            found.append(json.loads(message["Body"])["Token"])
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return found


def executions_survive(server):
    sfn, sqs = server.client("stepfunctions"), server.client("sqs")
    queue = sqs.create_queue(QueueName="tokens")["QueueUrl"]
    waiting = single(server, {"Type": "Wait", "Seconds": 4}, name="waits")
    machine = single(server, token_task(queue), name="answers")
    beats = single(server, token_task(queue, HeartbeatSeconds=3), name="beats")
    limited = single(server, token_task(queue), name="limited", TimeoutSeconds=5)

    begin = time.monotonic()
    wait = sfn.start_execution(stateMachineArn=waiting)["executionArn"]
    timed = sfn.start_execution(stateMachineArn=limited, name="timed")["executionArn"]
    tokens(sqs, queue, 1)
    named = sfn.start_execution(stateMachineArn=machine, name="named", input='{"a": 1}')
    [token] = tokens(sqs, queue, 1)
    sfn, sqs = again(server)

    # A repeated start of the same name and input is the same execution; another input is refused.
    same = sfn.start_execution(stateMachineArn=machine, name="named", input='{"a": 1}')
    assert (same["executionArn"], same["startDate"]) == (named["executionArn"], named["startDate"]), (same, named)
    refused("ExecutionAlreadyExists", sfn.start_execution, stateMachineArn=machine, name="named", input='{"a": 2}')

    # A token holds until it is used, in its own account only, and once.
    server.account = "222222222222"
    refused("InvalidToken", server.client("stepfunctions").send_task_success, taskToken=token, output="1")
    server.account = "000000000000"
    for bad in (token[:-4] + "AAAA", "nonsense", token + "x"):
        refused("InvalidToken", sfn.send_task_success, taskToken=bad, output="1")
        refused("InvalidToken", sfn.send_task_success, taskToken=bad, output="{")
    refused("InvalidOutput", sfn.send_task_success, taskToken=token, output="{")
    sfn, sqs = again(server)
    sfn.send_task_success(taskToken=token, output='{"b": 2}')
    sfn, sqs = again(server)
    description = ended(sfn, named["executionArn"])
    assert (description["status"], description["output"]) == ("SUCCEEDED", '{"b": 2}'), description
    refused("TaskTimedOut", sfn.send_task_success, taskToken=token, output="1")
    refused("TaskTimedOut", sfn.send_task_heartbeat, taskToken=token)
    refused("ExecutionAlreadyExists", sfn.start_execution, stateMachineArn=machine, name="named", input='{"a": 1}')
    well_formed(history(sfn, named["executionArn"]))

    # The wait and the timeout kept their instants.
    description = ended(sfn, wait)
    assert description["status"] == "SUCCEEDED", description
    seconds = (description["stopDate"] - description["startDate"]).total_seconds()
    assert 4 <= seconds < max(5.5, time.monotonic() - begin), f"a wait of 4 s took {seconds} s"
    description = ended(sfn, timed)
    assert description["status"] == "TIMED_OUT" and "error" not in description, description
    assert 5 <= (description["stopDate"] - description["startDate"]).total_seconds() < 8, description

    # Heartbeats begin anew after a start, then count.
    beating = sfn.start_execution(stateMachineArn=beats)["executionArn"]
    [token] = tokens(sqs, queue, 1)
    for _ in range(2):
        time.sleep(1.6)
        sfn.send_task_heartbeat(taskToken=token)
    sfn, sqs = again(server)
    time.sleep(1.5)
    sfn.send_task_heartbeat(taskToken=token)
    time.sleep(1.6)
    assert sfn.describe_execution(executionArn=beating)["status"] == "RUNNING"
    description = ended(sfn, beating, 8)
    assert (description["status"], description["error"]) == ("FAILED", "States.Timeout"), description
    refused("TaskTimedOut", sfn.send_task_success, taskToken=token, output="1")

    # A failure by token, with Retry: the second attempt has a token of its own.
    retried = single(server, token_task(queue, Retry=[{"ErrorEquals": ["Again"], "IntervalSeconds": 1, "MaxAttempts": 1}]), name="retried")
    execution = sfn.start_execution(stateMachineArn=retried)["executionArn"]
    [first] = tokens(sqs, queue, 1)
    sfn.send_task_failure(taskToken=first, error="Again", cause="once more")
    sfn, sqs = again(server)
    [second] = tokens(sqs, queue, 1)
    assert first != second
    refused("TaskTimedOut", sfn.send_task_success, taskToken=first, output="1")
    sfn.send_task_success(taskToken=second, output="2")
    assert ended(sfn, execution)["output"] == "2"

    # Stopped stays stopped.
    execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
    [token] = tokens(sqs, queue, 1)
    stopped = sfn.stop_execution(executionArn=execution, error="Enough", cause="of it")["stopDate"]
    sfn, sqs = again(server)
    description = sfn.describe_execution(executionArn=execution)
    assert (description["status"], description["error"], description["cause"], description["stopDate"]) == ("ABORTED", "Enough", "of it", stopped), description
    refused("TaskTimedOut", sfn.send_task_success, taskToken=token, output="1")
    assert history(sfn, execution)[-1]["executionAbortedEventDetails"] == {"error": "Enough", "cause": "of it"}


def early_answers_are_kept(server, flag):
    """An answer that overtakes its own TaskSubmitted is applied right after it, over a kill too."""
    sfn = server.client("stepfunctions")
    machine = single(server, {
        "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken", "Parameters": {"Entries": [{"Detail": {"Token.$": "$$.Task.Token"}}]}}, name="hasty")
    execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
    description = ended(sfn, execution)
    assert (description["status"], description["output"]) == ("SUCCEEDED", "7"), description
    types = [event["type"] for event in history(sfn, execution)]
    assert types == ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"], types

    open(flag, "w").close()
    execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
    wait_for(lambda: not os.path.exists(flag), 5, "the answer")
    assert sfn.describe_execution(executionArn=execution)["status"] == "RUNNING", "it is applied after TaskSubmitted, not before"
    sfn, _ = again(server)
    description = ended(sfn, execution)
    assert (description["status"], description["output"]) == ("SUCCEEDED", "7"), description
    well_formed(history(sfn, execution))


def queues_survive(server):
    sqs = server.client("sqs")
    dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
    dead_arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    queue = sqs.create_queue(QueueName="work", Attributes={
        "VisibilityTimeout": "2", "RedrivePolicy": json.dumps({"deadLetterTargetArn": dead_arn, "maxReceiveCount": 2})})["QueueUrl"]
    sent = sqs.send_message(QueueUrl=queue, MessageBody="héllo", MessageAttributes={"n": {"DataType": "Number", "StringValue": "7"}})
    everything = {"MessageAttributeNames": ["All"], "MessageSystemAttributeNames": ["All"]}
    [message] = receive(sqs, queue, **everything)
    assert message["MessageId"] == sent["MessageId"] and message["MD5OfBody"] == sent["MD5OfMessageBody"]
    assert message["MD5OfMessageAttributes"] == sent["MD5OfMessageAttributes"]
    assert message["Attributes"]["ApproximateReceiveCount"] == "1"
    received = time.monotonic()
    _, sqs = again(server)
    # Not visible before its deadline; the receive count has not been forgotten.
    assert not receive(sqs, queue, 0)
    [message] = receive(sqs, queue, 5, **everything)
    assert time.monotonic() - received >= 1.8 and message["Attributes"]["ApproximateReceiveCount"] == "2", message
    assert message["Body"] == "héllo" and message["MessageAttributes"]["n"]["StringValue"] == "7"
    _, sqs = again(server)
    # Received twice, it moves to the dead-letter queue.
    assert not receive(sqs, queue, 4)
    [message] = receive(sqs, dead, 5, **everything)
    assert message["MessageId"] == sent["MessageId"] and message["Attributes"]["ApproximateReceiveCount"] in ("1", "3"), message
    handle = message["ReceiptHandle"]
    _, sqs = again(server)
    # A receipt handle is good after a restart.
    sqs.change_message_visibility(QueueUrl=dead, ReceiptHandle=handle, VisibilityTimeout=1)
    sqs.delete_message(QueueUrl=dead, ReceiptHandle=handle)
    _, sqs = again(server)
    assert not receive(sqs, dead, 2)

    sqs.send_message(QueueUrl=queue, MessageBody="later", DelaySeconds=3)
    sent_at = time.monotonic()
    _, sqs = again(server)
    [message] = receive(sqs, queue, 8)
    assert message["Body"] == "later" and time.monotonic() - sent_at >= 2.9
    sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])

    fifo = sqs.create_queue(QueueName="ordered.fifo", Attributes={"FifoQueue": "true", "ContentBasedDeduplication": "true"})["QueueUrl"]
    for n in range(3):
        sqs.send_message(QueueUrl=fifo, MessageBody=f"m{n}", MessageGroupId="g")
    _, sqs = again(server)
    sqs.send_message(QueueUrl=fifo, MessageBody="m1", MessageGroupId="g")  # a duplicate within five minutes
    bodies = []
    while messages := receive(sqs, fifo, 1):
        bodies += [m["Body"] for m in messages]
        for message in messages:
            sqs.delete_message(QueueUrl=fifo, ReceiptHandle=message["ReceiptHandle"])
    assert bodies == ["m0", "m1", "m2"], bodies


def batches_come_again(server, flag):
    """An event source's batch that failed is delivered again, over a kill too; a good one is deleted."""
    sqs, functions = server.client("sqs"), server.client("lambda")
    queue = sqs.create_queue(QueueName="source", Attributes={"VisibilityTimeout": "3"})["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    mapping = functions.create_event_source_mapping(EventSourceArn=arn, FunctionName="Stubborn", BatchSize=5)["UUID"]
    for n in range(5):
        sqs.send_message(QueueUrl=queue, MessageBody=str(n))

    def left():
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        return sum(int(n) for n in server.client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=names)["Attributes"].values())
    time.sleep(1)
    assert left() == 5, f"{left()} messages are left of a batch that failed"
    again(server)
    assert left() == 5
    assert server.client("lambda").get_event_source_mapping(UUID=mapping)["State"] == "Enabled"
    open(flag, "w").close()
    wait_for(lambda: left() == 0, 15, "the batch")

    # An accepted Event invocation is an obligation too.
    assert server.client("lambda").invoke(FunctionName="Stubborn", InvocationType="Event", Payload=b"{}")["StatusCode"] == 202


def resources_survive(server):
    functions = server.client("lambda")
    functions.create_function(
        FunctionName="Kept", Role="arn:aws:iam::000000000000:role/r", PackageType="Image", Timeout=7, Code={"ImageUri": "plugin://CheckStockPrice"})
    sns, sqs = server.client("sns"), server.client("sqs")
    topic = sns.create_topic(Name="kept")["TopicArn"]
    queue = sqs.create_queue(QueueName="kept")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    subscription = sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, ReturnSubscriptionArn=True)["SubscriptionArn"]
    published = sns.publish(TopicArn=topic, Message="before", Subject="s")["MessageId"]
    _, sqs = again(server)
    sns, functions = server.client("sns"), server.client("lambda")
    assert functions.get_function_configuration(FunctionName="Kept")["Timeout"] == 7
    assert "stock_price" in invoke(functions, "Kept")[0]
    assert [s["SubscriptionArn"] for s in sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]] == [subscription]
    [message] = receive(sqs, queue)
    body = json.loads(message["Body"])
    assert (body["MessageId"], body["Message"], body["Subject"], body["Type"]) == (published, "before", "s", "Notification"), body


def one_process_owns_the_data(server):
    second = subprocess.run([EXECUTABLE, "up", "--port", "0", "--data", server.data], capture_output=True, text=True, timeout=20)
    assert second.returncode not in (0, -6, -11), second
    assert str(server.process.pid) in second.stderr and server.data in second.stderr, second.stderr
    assert server.client("sts").get_caller_identity()["Account"] == "000000000000"


def main():
    plugins, place = tempfile.mkdtemp(prefix="newel-plugins-"), tempfile.mkdtemp(prefix="newel-flag-")
    flag, hang = os.path.join(place, "flag"), os.path.join(place, "hang")
    packaged(plugins, "stubborn", STUBBORN % flag, functions=[{"name": "Stubborn", "files": [f"ro:{place}"]}])
    packaged(plugins, "hasty", HASTY % (hang, hang), integrations=[
        {"pattern": "arn:aws:states:::events:putEvents*", "files": [f"rw:{place}"]}])
    with Server("--plugins", plugins) as server:
        one_process_owns_the_data(server)
        executions_survive(server)
        early_answers_are_kept(server, hang)
        queues_survive(server)
        batches_come_again(server, flag)
        resources_survive(server)
        server.stop()
        server.start()
        server.stop()
    print("promises are kept over kill -9")


main()
