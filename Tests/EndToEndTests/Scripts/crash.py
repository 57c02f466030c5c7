"""kill -9 at chosen and at random instants: nothing acknowledged is lost, nothing is stuck, nothing a state sent appears twice."""
import collections
import json
import os
import random
import sys
import threading
import time

from botocore.exceptions import BotoCoreError, ClientError

from newel import PLACE, Sample, Server, ended, history, sample_definition, wait_for, well_formed

ROUNDS = int(os.environ.get("ROUNDS", "5"))
EXECUTIONS = 50


def approval_survives(definition):
    """Killed while it waits for approval; the token given out before still works."""
    with Server(**PLACE) as server:
        sample = Sample(server, definition, polls=False)
        execution = sample.sfn.start_execution(stateMachineArn=sample.machine, input="{}")["executionArn"]
        token = json.loads(sample.message(sample.queue)["Body"])["TaskToken"]
        server.kill()
        server.start()
        sfn = server.client("stepfunctions")
        sfn.send_task_success(taskToken=token, output='"approved"')
        description = ended(sfn, execution)
        assert description["status"] == "SUCCEEDED", description
        well_formed(history(sfn, execution))
        try:
            sfn.send_task_success(taskToken=token, output='"approved"')
            raise AssertionError("a second answer is refused")
        except ClientError as error:
            assert error.response["Error"]["Code"] == "TaskTimedOut", error.response


def drain(sqs, queue):
    """Every message of a queue, by message id."""
    bodies = {}
    while True:
        messages = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, WaitTimeSeconds=1).get("Messages", [])
        if not messages:
            return bodies
        for message in messages:
            bodies[message["MessageId"]] = message["Body"]
        sqs.delete_message_batch(QueueUrl=queue, Entries=[
            {"Id": str(n), "ReceiptHandle": m["ReceiptHandle"]} for n, m in enumerate(messages)])


def crash_rounds(definition, seed):
    """Kills at random instants under load of fifty executions."""
    chance = random.Random(seed)
    with Server(**PLACE) as server:
        sample = Sample(server, definition)
        acknowledged, lock = set(), threading.Lock()
        for round_ in range(ROUNDS):
            if round_:
                server.start()
            sfn, stop = server.client("stepfunctions", max_pool_connections=8), threading.Event()

            def load(count):
                for _ in range(count):
                    if stop.is_set():
                        return
                    try:
                        arn = sfn.start_execution(stateMachineArn=sample.machine, input="{}")["executionArn"]
                    except (BotoCoreError, ClientError):
                        return
                    with lock:
                        acknowledged.add(arn)

            threads = [threading.Thread(target=load, args=(EXECUTIONS // 5,)) for _ in range(5)]
            for thread in threads:
                thread.start()
            time.sleep(chance.uniform(0.0, 0.6))
            server.kill()
            stop.set()
            for thread in threads:
                thread.join()
        server.start()
        sfn, sqs = server.client("stepfunctions"), server.client("sqs")
        ends = collections.Counter()
        machine_executions = set()
        for page in sfn.get_paginator("list_executions").paginate(stateMachineArn=sample.machine):
            machine_executions |= {e["executionArn"] for e in page["executions"]}
        missing = acknowledged - machine_executions
        assert not missing, f"{len(missing)} acknowledged executions are lost"
        results = server.client("sqs")
        published = collections.Counter()
        for execution in sorted(machine_executions):
            description = ended(sfn, execution, seconds=90)
            events = history(sfn, execution)
            well_formed(events)
            ends[description["status"]] += 1
            if description["status"] == "FAILED":
                # A trade that was under way when the host died: nobody knows whether it happened, and AWS's own name says so.
                assert description["error"] == "Lambda.Unknown", description
                states = [e["stateEnteredEventDetails"]["name"] for e in events if e["type"] == "TaskStateEntered"]
                assert states[-1] in ("Buy Stock", "Sell Stock"), f"{states[-1]} can be done again"
            else:
                trade = json.loads(events[22]["lambdaFunctionSucceededEventDetails"]["output"])
                published[trade["id"]] += 1
        received = collections.Counter(json.loads(body)["Input"]["id"] for body in drain(results, sample.results).values())
        assert received == published, f"published {len(published)}, in the queue {sum(received.values())}: {received - published} {published - received}"
        print(f"seed {seed}: {ROUNDS} kills, {len(acknowledged)} acknowledged, {len(machine_executions)} executions, {dict(ends)}")


def main():
    definition, _ = sample_definition()
    approval_survives(definition)
    seed = int(os.environ.get("SEED", random.SystemRandom().randrange(1 << 32)))
    print(f"seed {seed}", flush=True)
    crash_rounds(definition, seed)


main()
