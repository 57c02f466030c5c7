"""Distributed Maps through boto3: children of both types, counts, tolerance, updates, objects in and out, redrive, `kill -9`."""
import json
import time

from newel import Server, ended, history, refused, wait_for

ROLE = "arn:aws:iam::000000000000:role/machine"


def definition(work, kind="STANDARD", **fields):
    processor = {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": kind}, "StartAt": "W", "States": {"W": {**work, "End": True}}}
    return json.dumps({"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": processor, "End": True, **fields}}})


def start(sfn, name, text, value):
    machine = sfn.create_state_machine(name=name, definition=text, roleArn=ROLE)["stateMachineArn"]
    return sfn.start_execution(stateMachineArn=machine, input=json.dumps(value))["executionArn"]


def run_of(sfn, execution):
    runs = wait_for(lambda: sfn.list_map_runs(executionArn=execution)["mapRuns"])
    return sfn.describe_map_run(mapRunArn=runs[0]["mapRunArn"])


def results(sfn):
    for kind in ("STANDARD", "EXPRESS"):
        execution = start(sfn, f"results-{kind}", definition({"Type": "Pass"}, kind, Label="Each"), [1, 2, 3])
        assert json.loads(ended(sfn, execution)["output"]) == [1, 2, 3]
        run = run_of(sfn, execution)
        assert (run["status"], run["itemCounts"]["succeeded"], run["executionCounts"]["total"]) == ("SUCCEEDED", 3, 3), run
        assert f":mapRun:results-{kind}/Each:" in run["mapRunArn"], run
        children = sfn.list_executions(mapRunArn=run["mapRunArn"])["executions"]
        assert len(children) == 3 and {child["status"] for child in children} == {"SUCCEEDED"}, children
        child = sfn.describe_execution(executionArn=children[0]["executionArn"])
        assert child["mapRunArn"] == run["mapRunArn"], child
        refused("ValidationException", sfn.update_map_run, mapRunArn=run["mapRunArn"], maxConcurrency=2)


def tolerance(sfn):
    work = {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 3, "Next": "F"}], "Default": "S"}
    text = json.loads(definition({"Type": "Pass"}, MaxConcurrency=1))
    states = text["States"]["M"]["ItemProcessor"]["States"]
    states["W"] = work
    states.update(F={"Type": "Fail"}, S={"Type": "Succeed"})
    execution = start(sfn, "strict", json.dumps(text), [1, 2, 3, 4, 5])
    end = ended(sfn, execution)
    assert (end["status"], end["error"]) == ("FAILED", "States.ExceedToleratedFailureThreshold"), end
    counts = run_of(sfn, execution)["itemCounts"]
    assert (counts["succeeded"], counts["failed"], counts["pending"]) == (2, 1, 2), counts
    text["States"]["M"]["ToleratedFailureCount"] = 5
    execution = start(sfn, "tolerant", json.dumps(text), [1, 2, 3, 4, 5])
    assert ended(sfn, execution)["status"] == "SUCCEEDED"


def objects(server, sfn):
    s3 = server.client("s3")
    s3.create_bucket(Bucket="maps")
    s3.put_object(Bucket="maps", Key="in.csv", Body=b"A,B\n1,2\n3,4\n")
    text = definition(
        {"Type": "Pass"},
        ItemReader={"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "maps", "Key": "in.csv"},
                    "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}},
        ResultWriter={"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "maps", "Prefix": "out"}})
    output = json.loads(ended(sfn, start(sfn, "objects", text, {}))["output"])
    place = output["ResultWriterDetails"]
    manifest = json.loads(s3.get_object(Bucket=place["Bucket"], Key=place["Key"])["Body"].read())
    written = manifest["ResultFiles"]["SUCCEEDED"][0]
    entries = json.loads(s3.get_object(Bucket="maps", Key=written["Key"])["Body"].read())
    assert [json.loads(entry["Output"]) for entry in entries] == [{"A": "1", "B": "2"}, {"A": "3", "B": "4"}], entries


def killed(server, sfn):
    text = definition({"Type": "Wait", "Seconds": 2}, MaxConcurrency=20)
    execution = start(sfn, "killed", text, list(range(40)))
    run_of(sfn, execution)
    time.sleep(1)
    server.kill()
    server.start()
    sfn = server.client("stepfunctions")
    assert json.loads(ended(sfn, execution)["output"]) == list(range(40))
    run = run_of(sfn, execution)
    assert run["executionCounts"]["succeeded"] == 40, run
    assert [event["type"] for event in history(sfn, execution)].count("MapRunStarted") == 1
    return sfn


def many(sfn):
    begun = time.monotonic()
    execution = start(sfn, "many", definition({"Type": "Pass"}, "EXPRESS"), list(range(10_000)))
    assert len(json.loads(ended(sfn, execution)["output"])) == 10_000
    print(f"10,000 EXPRESS children: {time.monotonic() - begun:.1f} s")


with Server() as server:
    sfn = server.client("stepfunctions")
    results(sfn)
    tolerance(sfn)
    objects(server, sfn)
    many(sfn)
    killed(server, sfn)
    server.stop()
