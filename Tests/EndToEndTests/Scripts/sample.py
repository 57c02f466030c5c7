"""The stock sample, created by boto3 in its own account and region, runs to SUCCEEDED with AWS's history."""
import json

from newel import PLACE, Sample, Server, ended, history, sample_definition, well_formed

LAMBDA = ["TaskStateEntered", "LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited"]
TOKEN = ["TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited"]
TASK = ["TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited"]
TYPES = ["ExecutionStarted", *LAMBDA, *LAMBDA, *TOKEN, "ChoiceStateEntered", "ChoiceStateExited", *LAMBDA, *TASK, "ExecutionSucceeded"]


def check_history(events, execution_input, sample, definition):
    well_formed(events)
    assert [e["type"] for e in events] == TYPES, [e["type"] for e in events]
    assert [e["previousEventId"] for e in events] == [0, 0] + list(range(2, len(events)))
    started = events[0]["executionStartedEventDetails"]
    assert started == {"input": execution_input, "inputDetails": {"truncated": False}, "roleArn": sample.role}, started
    price = json.loads(events[4]["lambdaFunctionSucceededEventDetails"]["output"])
    assert set(price) == {"stock_price"} and 0 <= price["stock_price"] <= 99
    kind = "sell" if price["stock_price"] > 50 else "buy"
    assert json.loads(events[9]["lambdaFunctionSucceededEventDetails"]["output"]) == kind
    scheduled = events[12]["taskScheduledEventDetails"]
    assert (scheduled["resourceType"], scheduled["resource"], scheduled["region"]) == ("sqs", "sendMessage.waitForTaskToken", "us-west-1")
    parameters = json.loads(scheduled["parameters"])
    assert parameters["MessageBody"]["Input"] == {**price, "recommended_type": kind} and parameters["MessageBody"]["TaskToken"]
    assert events[13]["taskStartedEventDetails"] == {"resourceType": "sqs", "resource": "sendMessage.waitForTaskToken"}
    submitted = json.loads(events[14]["taskSubmittedEventDetails"]["output"])
    assert {"MessageId", "MD5OfMessageBody"} <= set(submitted), submitted
    assert json.loads(events[15]["taskSucceededEventDetails"]["output"]) == "approved"
    name = "Buy Stock" if kind == "buy" else "Sell Stock"
    assert events[19]["stateEnteredEventDetails"]["name"] == name
    assert events[20]["lambdaFunctionScheduledEventDetails"]["resource"] == definition["States"][name]["Resource"]
    trade = json.loads(events[22]["lambdaFunctionSucceededEventDetails"]["output"])
    assert set(trade) == {"id", "price", "type", "qty", "timestamp"} and all(isinstance(v, str) for v in trade.values()), trade
    assert trade["type"] == kind and trade["price"] == str(price["stock_price"]) and 1 <= int(trade["qty"]) <= 10 and len(trade["id"]) == 32
    assert events[25]["taskScheduledEventDetails"]["resource"] == "publish"
    assert events[29]["executionSucceededEventDetails"]["output"] == events[28]["stateExitedEventDetails"]["output"]
    return kind, trade


def runs(sample, definition, kinds):
    """Runs the sample until it has ended in so many kinds of trade, checking every run."""
    seen = set()
    for attempt in range(60):
        execution = sample.sfn.start_execution(stateMachineArn=sample.machine, name=f"실행-{attempt}", input="{}")["executionArn"]
        description = ended(sample.sfn, execution)
        assert description["status"] == "SUCCEEDED", description
        kind, trade = check_history(history(sample.sfn, execution), "{}", sample, definition)
        published = sample.message(sample.results)
        assert json.loads(published["Body"]) == {"Input": trade}, published
        sample.sqs.delete_message(QueueUrl=sample.results, ReceiptHandle=published["ReceiptHandle"])
        seen.add(kind)
        if len(seen) >= kinds:
            return
    raise AssertionError(f"60 runs gave only {seen}")


def main():
    definition, long_name = sample_definition()
    with Server(**PLACE) as server:
        sqs = server.client("sqs")
        try:
            sqs.create_queue(QueueName=long_name)
            raise AssertionError("SQS refuses names of more than 80 characters")
        except sqs.exceptions.ClientError as error:
            assert error.response["Error"]["Code"] == "InvalidParameterValue", error.response
        runs(Sample(server, definition), definition, kinds=2)
        server.stop()
    print("the sample runs")


if __name__ == "__main__":
    main()
