"""Functions fed by queues and topics: batches, windows, partial failures, a topic's subscriber, asynchronous calls."""
import json
import os
import tempfile
import time

from newel import Server, packaged, wait_for

# Writes every event it gets to a folder; messages whose body is "bad" are reported as failed.
SOURCE = """#include <newel_plugin_helpers.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static newel_status record(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    char path[4096], hidden[4096], reply[8192] = "{\\"batchItemFailures\\":[", *event = malloc(v->payload.len + 1);
    memcpy(event, v->payload.ptr, v->payload.len);
    event[v->payload.len] = 0;
    snprintf(hidden, sizeof hidden, "FOLDER/.%.*s", (int)v->request_id.len, (const char *)v->request_id.ptr);
    snprintf(path, sizeof path, "FOLDER/%.*s-%u", (int)v->request_id.len, (const char *)v->request_id.ptr, v->attempt);
    FILE *file = fopen(hidden, "w");
    if (!file) return newel_fail(h, v, "NoFile", hidden);
    fputs(event, file);
    fclose(file);
    rename(hidden, path);
    const char *separator = "";
    for (char *bad = event; (bad = strstr(bad, "\\"body\\":\\"bad\\"")); bad++) {
        char *id = NULL, *end;
        for (char *at = event; (at = strstr(at, "\\"messageId\\":\\"")) && at < bad; at++) id = at + 13;
        end = id ? strchr(id, '"') : NULL;
        if (end) snprintf(reply + strlen(reply), sizeof reply - strlen(reply), "%s{\\"itemIdentifier\\":\\"%.*s\\"}", separator, (int)(end - id), id);
        separator = ",";
    }
    strcat(reply, "]}");
    free(event);
    return newel_complete_text(h, v, reply);
}
NEWEL_FUNCTION("Record", record)
"""


def main():
    plugins, folder = tempfile.mkdtemp(prefix="newel-plugins-"), tempfile.mkdtemp(prefix="newel-events-")
    packaged(plugins, "record", SOURCE.replace("FOLDER", folder), functions=[{"name": "Record", "files": [f"rw:{folder}"]}])

    def events():
        found = []
        for name in os.listdir(folder):
            if not name.startswith("."):
                with open(os.path.join(folder, name)) as file:
                    found.append(json.load(file))
        return found

    def forget():
        for name in os.listdir(folder):
            os.remove(os.path.join(folder, name))

    with Server("--plugins", plugins) as server:
        sqs, sns, functions = server.client("sqs"), server.client("sns"), server.client("lambda")

        def queue(name, **attributes):
            url = sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]
            return url, sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]

        def left(url):
            names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
            return sum(int(n) for n in sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"].values())

        # The shape of a record.
        url, arn = queue("shape")
        mapping = functions.create_event_source_mapping(EventSourceArn=arn, FunctionName="Record", BatchSize=10)
        sent = sqs.send_message(QueueUrl=url, MessageBody="one", MessageAttributes={"k": {"DataType": "String", "StringValue": "v"}})
        [event] = wait_for(events, 10, "the event")
        [record] = event["Records"]
        assert (record["messageId"], record["body"], record["eventSource"], record["eventSourceARN"], record["awsRegion"], record["md5OfBody"]) == (
            sent["MessageId"], "one", "aws:sqs", arn, "us-east-1", sent["MD5OfMessageBody"]), record
        assert record["attributes"]["ApproximateReceiveCount"] == "1" and "SentTimestamp" in record["attributes"] and record["receiptHandle"], record
        assert record["messageAttributes"]["k"]["stringValue"] == "v" and record["messageAttributes"]["k"]["dataType"] == "String", record
        wait_for(lambda: left(url) == 0, 10, "the deletion")
        forget()

        # Disabled, nothing is taken; enabled again, it goes on.
        functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
        wait_for(lambda: functions.get_event_source_mapping(UUID=mapping["UUID"])["State"] == "Disabled", 10, "Disabled")
        sqs.send_message(QueueUrl=url, MessageBody="kept")
        time.sleep(1.5)
        assert left(url) == 1 and not events()
        functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=True)
        wait_for(lambda: left(url) == 0, 10, "the kept message")
        functions.delete_event_source_mapping(UUID=mapping["UUID"])
        forget()

        # Everything in batches no larger than asked for.
        url, arn = queue("batches")
        for n in range(5):
            sqs.send_message_batch(QueueUrl=url, Entries=[{"Id": str(m), "MessageBody": f"{n}-{m}"} for m in range(10)])
        functions.create_event_source_mapping(EventSourceArn=arn, FunctionName="Record", BatchSize=7)
        wait_for(lambda: left(url) == 0, 20, "fifty messages")
        assert all(1 <= len(e["Records"]) <= 7 for e in events()), [len(e["Records"]) for e in events()]
        assert {r["body"] for e in events() for r in e["Records"]} == {f"{n}-{m}" for n in range(5) for m in range(10)}
        forget()

        # A window gathers more than one receive.
        url, arn = queue("window")
        functions.create_event_source_mapping(EventSourceArn=arn, FunctionName="Record", BatchSize=30, MaximumBatchingWindowInSeconds=2)
        for n in range(25):
            sqs.send_message(QueueUrl=url, MessageBody=str(n))
        wait_for(lambda: left(url) == 0, 20, "the window")
        assert len(events()) <= 3 and max(len(e["Records"]) for e in events()) > 10, [len(e["Records"]) for e in events()]
        forget()

        # Of a batch only what is reported as failed comes again, and ends in the dead-letter queue.
        dead, dead_arn = queue("dead")
        url, arn = queue("partial", VisibilityTimeout="3", RedrivePolicy=json.dumps({"deadLetterTargetArn": dead_arn, "maxReceiveCount": 2}))
        sqs.send_message_batch(QueueUrl=url, Entries=[{"Id": str(n), "MessageBody": body} for n, body in enumerate(["a", "bad", "b", "c"])])
        functions.create_event_source_mapping(
            EventSourceArn=arn, FunctionName="Record", BatchSize=10, FunctionResponseTypes=["ReportBatchItemFailures"])
        messages = wait_for(lambda: sqs.receive_message(QueueUrl=dead, WaitTimeSeconds=1).get("Messages"), 20, "the dead letter")
        assert [m["Body"] for m in messages] == ["bad"], messages
        bodies = [r["body"] for e in events() for r in e["Records"]]
        assert sorted(bodies) == ["a", "b", "bad", "bad", "c"] and left(url) == 0, bodies
        forget()

        # A topic's subscriber.
        topic = sns.create_topic(Name="t")["TopicArn"]
        sns.subscribe(TopicArn=topic, Protocol="lambda", Endpoint="arn:aws:lambda:us-east-1:000000000000:function:Record")
        published = sns.publish(TopicArn=topic, Message="told", Subject="s")["MessageId"]
        [event] = wait_for(events, 10, "the notification")
        [record] = event["Records"]
        assert (record["EventSource"], record["Sns"]["MessageId"], record["Sns"]["Message"], record["Sns"]["Subject"], record["Sns"]["TopicArn"]) == (
            "aws:sns", published, "told", "s", topic), record
        forget()

        # An asynchronous call.
        assert functions.invoke(FunctionName="Record", InvocationType="Event", Payload=b'{"n": 1}')["StatusCode"] == 202
        assert wait_for(events, 10, "the call") == [{"n": 1}]
        server.stop()
    print("queues and topics feed functions")


main()
