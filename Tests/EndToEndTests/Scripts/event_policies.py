"""Status changes of executions reach queues, topics, machines and log groups; queues and topics with a policy get them only if it lets EventBridge in."""
import json

from newel import Server, ended, single, wait_for

ROLE = "arn:aws:iam::000000000000:role/events"


def allowing(resource, action, service, source):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": service}, "Action": action, "Resource": resource, "Condition": {"ArnEquals": {"aws:SourceArn": source}}}]})


def main():
    with Server() as server:
        sqs, sns, sfn = server.client("sqs"), server.client("sns"), server.client("stepfunctions")
        events, logs = server.client("events"), server.client("logs")

        def queue(name, **attributes):
            url = sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]
            return url, sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]

        def message(url, seconds=10):
            got = sqs.receive_message(QueueUrl=url, WaitTimeSeconds=seconds, MessageAttributeNames=["All"]).get("Messages", [])
            for one in got:
                sqs.delete_message(QueueUrl=url, ReceiptHandle=one["ReceiptHandle"])
            return got[0] if got else None

        rule = events.put_rule(Name="ended", EventPattern=json.dumps(
            {"source": ["aws.states"], "detail-type": ["Step Functions Execution Status Change"], "detail": {"status": ["SUCCEEDED"]}}))["RuleArn"]
        dead, dead_arn = queue("dead")
        let_in, let_in_arn = queue("let-in")
        kept_out, kept_out_arn = queue("kept-out")
        heard, heard_arn = queue("heard")
        sqs.set_queue_attributes(QueueUrl=let_in, Attributes={"Policy": allowing(let_in_arn, "sqs:SendMessage", "events.amazonaws.com", rule)})
        sqs.set_queue_attributes(QueueUrl=kept_out, Attributes={"Policy": allowing(kept_out_arn, "sqs:SendMessage", "events.amazonaws.com", rule + "x")})
        topic = sns.create_topic(Name="ended")["TopicArn"]
        sns.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=allowing(topic, "sns:Publish", "events.amazonaws.com", rule))
        sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=heard_arn, Attributes={"RawMessageDelivery": "true"})
        # Its own executions do not match: they fail.
        follower = sfn.create_state_machine(
            name="follower", roleArn=ROLE, definition=json.dumps({"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "Seen"}}}))["stateMachineArn"]
        logs.create_log_group(logGroupName="/aws/events/ended")
        transformer = {"InputPathsMap": {"name": "$.detail.name", "status": "$.detail.status"}, "InputTemplate": '"<name> is <status>"'}
        targets = [
            {"Id": "in", "Arn": let_in_arn, "InputTransformer": transformer},
            {"Id": "out", "Arn": kept_out_arn, "DeadLetterConfig": {"Arn": dead_arn}, "RetryPolicy": {"MaximumRetryAttempts": 0}},
            {"Id": "topic", "Arn": topic, "InputPath": "$.detail.status"},
            {"Id": "machine", "Arn": follower, "RoleArn": ROLE},
            {"Id": "logs", "Arn": f"arn:aws:logs:{server.region}:{server.account}:log-group:/aws/events/ended"},
        ]
        assert events.put_targets(Rule="ended", Targets=targets)["FailedEntryCount"] == 0

        machine = single(server, {"Type": "Pass"}, name="watched")
        execution = sfn.start_execution(stateMachineArn=machine, name="one")["executionArn"]
        assert ended(sfn, execution)["status"] == "SUCCEEDED"
        assert message(let_in)["Body"] == '"one is SUCCEEDED"'
        assert message(heard)["Body"] == '"SUCCEEDED"'
        lost = message(dead)
        facts = {name: value["StringValue"] for name, value in lost["MessageAttributes"].items()}
        assert facts["TARGET_ARN"] == kept_out_arn and facts["RULE_ARN"] == rule and facts["ERROR_CODE"] == "SDK_CLIENT_ERROR", facts
        assert "not authorized" in facts["ERROR_MESSAGE"] and json.loads(lost["Body"])["detail"]["executionArn"] == execution, lost
        assert message(kept_out, 0) is None
        [followed] = wait_for(lambda: sfn.list_executions(stateMachineArn=follower)["executions"], what="the execution that follows")
        assert json.loads(sfn.describe_execution(executionArn=followed["executionArn"])["input"])["detail"]["name"] == "one"
        lines = wait_for(lambda: logs.filter_log_events(logGroupName="/aws/events/ended")["events"], what="a line in the log")
        assert json.loads(lines[0]["message"])["detail"]["executionArn"] == execution, lines
        server.stop()


main()
print("status changes reach whom they may")
