"""Topics by boto3 and a real HTTP receiver: confirmation, signatures that verify, retries, dead letters, leaving by the link, FIFO order, permissions, refusals."""
import base64
import http.server
import json
import os
import queue
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request

from newel import Server, refused

SIGNED = {
    "Notification": ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
    "SubscriptionConfirmation": ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
    "UnsubscribeConfirmation": ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
}


class Receiver:
    """A subscriber's web server; answers 200 unless told otherwise."""

    def __init__(self):
        self.got, self.answers = queue.Queue(), queue.Queue()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.got.put((dict(self.headers), body.decode()))
                status = 200 if receiver.answers.empty() else receiver.answers.get()
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *words):
                pass
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"

    def next(self, seconds=20):
        headers, body = self.got.get(timeout=seconds)
        return headers, json.loads(body) if body.startswith("{") else body


def fetch(url):
    with urllib.request.urlopen(url) as answer:
        return answer.read()


def verify(message):
    """The signature by the certificate that is served, by openssl as by any client."""
    names = SIGNED[message["Type"]]
    text = "".join(f"{name}\n{message[name]}\n" for name in names if name in message)
    with tempfile.TemporaryDirectory() as folder:
        def path(name, content):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
            return file.name
        certificate = path("certificate", fetch(message["SigningCertURL"]))
        public = subprocess.run(["openssl", "x509", "-pubkey", "-noout", "-in", certificate], check=True, capture_output=True).stdout
        digest = "-sha256" if message["SignatureVersion"] == "2" else "-sha1"
        ended = subprocess.run(
            ["openssl", "dgst", digest, "-verify", path("public", public), "-signature", path("signature", base64.b64decode(message["Signature"])),
             path("text", text.encode())], capture_output=True, text=True)
    assert ended.stdout.strip() == "Verified OK", (ended, message)


def endpoints(server, receiver):
    sns, sqs = server.client("sns"), server.client("sqs")
    topic = sns.create_topic(Name="news")["TopicArn"]
    made = sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=receiver.url)
    assert made["SubscriptionArn"] == "pending confirmation", made
    headers, asked = receiver.next()
    assert headers["x-amz-sns-message-type"] == "SubscriptionConfirmation" and asked["TopicArn"] == topic, (headers, asked)
    verify(asked)
    assert sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"][0]["SubscriptionArn"] == "PendingConfirmation"
    refused("InvalidParameter", sns.confirm_subscription, TopicArn=topic, Token="no")
    # As a subscriber does: by the link.
    assert b"<SubscriptionArn>" in fetch(asked["SubscribeURL"])
    arn = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"][0]["SubscriptionArn"]
    assert arn.startswith(topic + ":"), arn

    sns.publish(TopicArn=topic, Message="hello ☺", Subject="s", MessageAttributes={"a": {"DataType": "String", "StringValue": "b"}})
    headers, message = receiver.next()
    assert message["Message"] == "hello ☺" and message["MessageAttributes"] == {"a": {"Type": "String", "Value": "b"}}, message
    assert headers["x-amz-sns-subscription-arn"] == arn and headers["User-Agent"] == "Amazon Simple Notification Service Agent", headers
    assert headers["x-amz-sns-message-id"] == message["MessageId"] and headers["x-amz-sns-topic-arn"] == topic
    verify(message)
    sns.set_topic_attributes(TopicArn=topic, AttributeName="SignatureVersion", AttributeValue="2")
    sns.publish(TopicArn=topic, Message="again")
    message = receiver.next()[1]
    assert message["SignatureVersion"] == "2"
    verify(message)

    retries(server, receiver, sns, sqs, topic, arn)

    # It leaves by the link, is told, and comes back.
    fetch(message["UnsubscribeURL"])
    headers, parting = receiver.next()
    assert parting["Type"] == "UnsubscribeConfirmation", parting
    verify(parting)
    assert sns.list_subscriptions()["Subscriptions"] == []
    fetch(parting["SubscribeURL"])
    assert sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]["PendingConfirmation"] == "false"
    # Its owner's signed request needs no goodbye.
    sns.unsubscribe(SubscriptionArn=arn)
    assert receiver.got.empty()


def retries(server, receiver, sns, sqs, topic, arn):
    """Tried again as the policy says, over a kill -9 too, then kept in the queue of dead letters."""
    dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
    dead_arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    policy = {"healthyRetryPolicy": {"minDelayTarget": 1, "maxDelayTarget": 1, "numRetries": 3, "numNoDelayRetries": 2}}
    for name, value in (("RedrivePolicy", {"deadLetterTargetArn": dead_arn}), ("DeliveryPolicy", policy), ("RawMessageDelivery", "true")):
        sns.set_subscription_attributes(
            SubscriptionArn=arn, AttributeName=name, AttributeValue=value if isinstance(value, str) else json.dumps(value))
    shown = json.loads(sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]["EffectiveDeliveryPolicy"])
    assert shown["healthyRetryPolicy"]["numRetries"] == 3, shown
    for status in (500, 503):
        receiver.answers.put(status)
    sns.publish(TopicArn=topic, Message="third time")
    for _ in range(3):
        headers, body = receiver.next()
        assert body == "third time" and headers["x-amz-sns-rawdelivery"] == "true", (headers, body)
    for status in (500, 500, 429, 502):
        receiver.answers.put(status)
    sns.publish(TopicArn=topic, Message="never")
    for _ in range(4):
        assert receiver.next()[1] == "never"
    kept = sqs.receive_message(QueueUrl=dead, WaitTimeSeconds=10)["Messages"][0]
    assert kept["Body"] == "never", kept
    sqs.delete_message(QueueUrl=dead, ReceiptHandle=kept["ReceiptHandle"])
    refused("InvalidParameter", sns.set_subscription_attributes, SubscriptionArn=arn, AttributeName="DeliveryPolicy",
            AttributeValue='{"healthyRetryPolicy": {"numRetries": 1000}}')


def fifo(server):
    """Every group in order, in every queue; a repeat within five minutes is one message."""
    sns, sqs = server.client("sns"), server.client("sqs")
    topic = sns.create_topic(Name="orders.fifo", Attributes={"FifoTopic": "true", "ContentBasedDeduplication": "true"})["TopicArn"]
    urls = []
    for name in ("one.fifo", "two.fifo"):
        urls.append(sqs.create_queue(QueueName=name, Attributes={"FifoQueue": "true"})["QueueUrl"])
        arn = sqs.get_queue_attributes(QueueUrl=urls[-1], AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"})
    refused("InvalidParameter", sns.publish, TopicArn=topic, Message="no group")
    refused("InvalidParameter", sns.subscribe, TopicArn=topic, Protocol="http", Endpoint="http://h/")
    numbers = []
    for number in range(12):
        answer = sns.publish(TopicArn=topic, Message=str(number), MessageGroupId=str(number % 3))
        numbers.append(int(answer["SequenceNumber"]))
        repeat = sns.publish(TopicArn=topic, Message=str(number), MessageGroupId=str(number % 3))
        assert repeat["MessageId"] == answer["MessageId"] and repeat["SequenceNumber"] == answer["SequenceNumber"]
    assert numbers == sorted(numbers) and len(set(numbers)) == 12, numbers
    for url in urls:
        groups = {}
        while True:
            messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, AttributeNames=["All"]).get("Messages", [])
            if not messages:
                break
            for message in messages:
                groups.setdefault(message["Attributes"]["MessageGroupId"], []).append(int(message["Body"]))
                sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        assert groups == {str(g): list(range(g, 12, 3)) for g in range(3)}, groups


def rest(server):
    sns = server.client("sns")
    topic = sns.create_topic(Name="rest")["TopicArn"]
    sns.add_permission(TopicArn=topic, Label="l", AWSAccountId=["111122223333"], ActionName=["Publish"])
    policy = json.loads(sns.get_topic_attributes(TopicArn=topic)["Attributes"]["Policy"])
    assert [s["Sid"] for s in policy["Statement"]] == ["__default_statement_ID", "l"], policy
    sns.remove_permission(TopicArn=topic, Label="l")
    sns.get_data_protection_policy(ResourceArn=topic)
    refused("InvalidParameter", sns.create_platform_application, Name="a", Platform="GCM", Attributes={"PlatformCredential": "x"})
    refused("NotFound", sns.get_endpoint_attributes, EndpointArn="arn:aws:sns:us-east-1:000000000000:endpoint/GCM/a/b")
    refused("InvalidParameter", sns.set_sms_attributes, attributes={"DefaultSMSType": "Promotional"})
    refused("InvalidParameter", sns.publish, PhoneNumber="+15550100", Message="m")
    refused("InvalidParameter", sns.subscribe, TopicArn=topic, Protocol="https", Endpoint="http://h/")
    refused("InvalidParameter", sns.subscribe, TopicArn=topic, Protocol="sms", Endpoint="+15550100")
    # No mail is sent from here: what a template asks for is kept, and stays unconfirmed.
    mail = sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="a@example.org", ReturnSubscriptionArn=True)["SubscriptionArn"]
    assert sns.get_subscription_attributes(SubscriptionArn=mail)["Attributes"]["PendingConfirmation"] == "true"
    sns.unsubscribe(SubscriptionArn=mail)


def links(receiver):
    """With signatures demanded, the links in messages still work, and nothing else that is unsigned does."""
    with tempfile.NamedTemporaryFile("w", suffix=".ini") as keys:
        keys.write("[default]\naws_access_key_id = owner\naws_secret_access_key = test\n")
        keys.flush()
        with Server("--auth", "sigv4", "--credentials", keys.name) as server:
            sns, sqs = server.client("sns", account="owner"), server.client("sqs", account="owner")
            topic = sns.create_topic(Name="links")["TopicArn"]
            sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=receiver.url)
            asked = receiver.next()[1]
            fetch(asked["SubscribeURL"])
            sns.publish(TopicArn=topic, Message="m")
            message = receiver.next()[1]
            sqs.create_queue(QueueName="q")
            arn = sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint="arn:aws:sqs:us-east-1:000000000000:q")["SubscriptionArn"]
            for query in (f"Action=Unsubscribe&SubscriptionArn={arn}", f"Action=DeleteTopic&TopicArn={topic}",
                          f"Action=Publish&TopicArn={topic}&Message=x"):
                try:
                    fetch(f"{server.endpoint}/?{query}")
                except urllib.error.HTTPError as error:
                    assert error.code == 403, (query, error)
                else:
                    raise AssertionError(f"unsigned, but let in: {query}")
            fetch(message["UnsubscribeURL"])
            assert receiver.next()[1]["Type"] == "UnsubscribeConfirmation"
            assert [s["SubscriptionArn"] for s in sns.list_subscriptions()["Subscriptions"]] == [arn]
            server.stop()


def main():
    receiver = Receiver()
    with Server() as server:
        endpoints(server, receiver)
        fifo(server)
        rest(server)
        # What is under way when the machine loses power arrives afterwards.
        sns = server.client("sns")
        topic = sns.create_topic(Name="late")["TopicArn"]
        sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=receiver.url, Attributes={"RawMessageDelivery": "true"})
        fetch(receiver.next()[1]["SubscribeURL"])
        receiver.answers.put(500)
        sns.publish(TopicArn=topic, Message="late")
        assert receiver.next()[1] == "late"
        server.kill()
        server.start()
        assert receiver.next()[1] == "late"
        server.stop()
    links(receiver)


main()
print("topics are as they should be")
