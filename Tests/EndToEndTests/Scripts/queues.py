"""Dead letters are moved back, each once, also when killed meanwhile; queue policies let in whom they name, and keep out topics they do not."""
import json

from newel import Server, refused, wait_for

ACCOUNT = "000000000000"


def arn(name):
    return f"arn:aws:sqs:us-east-1:{ACCOUNT}:{name}"


def bodies(sqs, url):
    found = []
    while True:
        messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, AttributeNames=["All"]).get("Messages", [])
        if not messages:
            return found
        for message in messages:
            found.append(message["Body"])
            assert "DeadLetterQueueSourceArn" not in message["Attributes"], message
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])


def dead(sqs, count, source="work"):
    """Queues of which the second holds `count` dead letters of the first."""
    letters = sqs.create_queue(QueueName=f"{source}-dead")["QueueUrl"]
    policy = json.dumps({"deadLetterTargetArn": arn(f"{source}-dead"), "maxReceiveCount": 1})
    url = sqs.create_queue(QueueName=source, Attributes={"RedrivePolicy": policy, "VisibilityTimeout": "0"})["QueueUrl"]
    for start in range(0, count, 10):
        sqs.send_message_batch(QueueUrl=url, Entries=[{"Id": str(n), "MessageBody": f"m{n}"} for n in range(start, min(count, start + 10))])

    def moved():
        sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)
        there = sqs.get_queue_attributes(QueueUrl=letters, AttributeNames=["ApproximateNumberOfMessages"])["Attributes"]
        return int(there["ApproximateNumberOfMessages"]) == count
    wait_for(moved, what="the dead letters")
    return url, letters


def task(sqs, name="work"):
    return sqs.list_message_move_tasks(SourceArn=arn(f"{name}-dead"))["Results"][0]


def ended(sqs, name="work"):
    return wait_for(lambda: task(sqs, name)["Status"] not in ("RUNNING", "CANCELLING") and task(sqs, name), what="the end of the move")


def moves(server):
    sqs = server.client("sqs")
    url, letters = dead(sqs, 25)
    refused("ResourceNotFoundException", sqs.start_message_move_task, SourceArn=arn("nothing"))
    refused("InvalidParameterValue", sqs.start_message_move_task, SourceArn="work-dead")
    refused("InvalidParameterValue", sqs.start_message_move_task, SourceArn=arn("work"))
    refused("InvalidParameterValue", sqs.start_message_move_task, SourceArn=arn("work-dead"), DestinationArn=arn("work-dead"))
    refused("InvalidParameterValue", sqs.start_message_move_task, SourceArn=arn("work-dead"), MaxNumberOfMessagesPerSecond=501)
    sqs.start_message_move_task(SourceArn=arn("work-dead"))
    over = ended(sqs)
    assert over["Status"] == "COMPLETED" and over["ApproximateNumberOfMessagesMoved"] == 25 and "TaskHandle" not in over, over
    assert over["ApproximateNumberOfMessagesToMove"] == 25
    assert sorted(bodies(sqs, url)) == sorted(f"m{n}" for n in range(25)) and bodies(sqs, letters) == []
    # Elsewhere, slowly; killed in the middle it goes on, and moves each message once.
    other = sqs.create_queue(QueueName="other")["QueueUrl"]
    url, letters = dead(sqs, 30, "slow")
    handle = sqs.start_message_move_task(SourceArn=arn("slow-dead"), DestinationArn=arn("other"), MaxNumberOfMessagesPerSecond=10)["TaskHandle"]
    assert handle == task(sqs, "slow")["TaskHandle"]
    refused("AWS.SimpleQueueService.UnsupportedOperation", sqs.start_message_move_task, SourceArn=arn("slow-dead"))
    wait_for(lambda: task(sqs, "slow")["ApproximateNumberOfMessagesMoved"] >= 10, what="some to be moved")
    server.kill()
    server.start()
    sqs = server.client("sqs")
    other = sqs.get_queue_url(QueueName="other")["QueueUrl"]
    over = wait_for(lambda: task(sqs, "slow")["Status"] == "COMPLETED" and task(sqs, "slow"), seconds=60, what="the rest")
    assert over["ApproximateNumberOfMessagesMoved"] <= 30 and over["DestinationArn"] == arn("other"), over
    got = bodies(sqs, other)
    # What the killed process had just taken stays hidden for its half minute, and is still a dead letter.
    left = int(sqs.get_queue_attributes(QueueUrl=sqs.get_queue_url(QueueName="slow-dead")["QueueUrl"], AttributeNames=[
        "ApproximateNumberOfMessagesNotVisible"])["Attributes"]["ApproximateNumberOfMessagesNotVisible"])
    assert len(set(got)) == len(got) and len(got) + left == 30, (len(got), left)
    # Cancelled.
    dead(sqs, 20, "stopped")
    handle = sqs.start_message_move_task(SourceArn=arn("stopped-dead"), MaxNumberOfMessagesPerSecond=1)["TaskHandle"]
    sqs.cancel_message_move_task(TaskHandle=handle)
    assert ended(sqs, "stopped")["Status"] == "CANCELLED"
    refused("AWS.SimpleQueueService.UnsupportedOperation", sqs.cancel_message_move_task, TaskHandle=handle)
    refused("InvalidParameterValue", sqs.cancel_message_move_task, TaskHandle="nonsense")


def policies(server):
    """Another account gets in by the queue's policy alone if it is the account's owner; a topic only if the policy says so."""
    sqs, sns, iam = server.client("sqs"), server.client("sns"), server.client("iam")
    url = sqs.create_queue(QueueName="guarded")["QueueUrl"]
    sqs.add_permission(QueueUrl=url, Label="one", AWSAccountIds=["111122223333"], Actions=["SendMessage", "GetQueueUrl"])
    refused("InvalidParameterValue", sqs.add_permission, QueueUrl=url, Label="one", AWSAccountIds=["111122223333"], Actions=["SendMessage"])
    refused("InvalidParameterValue", sqs.add_permission, QueueUrl=url, Label="two", AWSAccountIds=["111122223333"], Actions=["CreateQueue"])
    policy = json.loads(sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["Policy"])["Attributes"]["Policy"])
    assert policy["Statement"] == [{"Sid": "one", "Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111122223333:root"]},
                                    "Action": ["SQS:SendMessage", "SQS:GetQueueUrl"], "Resource": arn("guarded")}], policy
    sqs.remove_permission(QueueUrl=url, Label="one")
    refused("InvalidParameterValue", sqs.remove_permission, QueueUrl=url, Label="one")
    iam.create_user(UserName="alice")
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    alice = server.client("sqs", account=key["AccessKeyId"])
    refused("AccessDenied", alice.send_message, QueueUrl=url, MessageBody="m")
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/alice"}, "Action": "sqs:SendMessage", "Resource": "*"}]})})
    alice.send_message(QueueUrl=url, MessageBody="by alice")
    refused("AccessDenied", alice.purge_queue, QueueUrl=url)
    topic = sns.create_topic(Name="news")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn("guarded"), Attributes={"RawMessageDelivery": "true"})
    sns.publish(TopicArn=topic, Message="kept out")
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": arn("guarded"),
         "Condition": {"ArnEquals": {"aws:SourceArn": topic}}}]})})
    sns.publish(TopicArn=topic, Message="let in")
    got = []
    wait_for(lambda: got.extend(bodies(sqs, url)) or len(got) >= 2, what="messages")
    assert sorted(got) == ["by alice", "let in"], got


def main():
    with Server() as server:
        moves(server)
        policies(server)


main()
