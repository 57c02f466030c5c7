"""A running `newel up` and clients of it, for the end-to-end scripts."""
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

EXECUTABLE = os.environ["NEWEL"]
PRODUCTS = os.path.dirname(os.path.realpath(EXECUTABLE))
ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
HEADERS = os.environ.get("NEWEL_HEADERS", os.path.join(ROOT, "Sources", "CNewelPlugin", "include"))


class Server:
    """One server process on a free port. Killed at the end, whatever happens."""

    def __init__(self, *arguments, data=None, account="000000000000", region="us-east-1"):
        self.data = data or tempfile.mkdtemp(prefix="newel-e2e-")
        self.arguments, self.account, self.region = arguments, account, region
        self.log = tempfile.TemporaryFile(mode="w+")
        self.process = None
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [EXECUTABLE, "up", "--port", "0", "--data", self.data, "--log-level", "notice", *self.arguments],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("newel is ready on "), f"no ready line, but {line!r}"
        self.endpoint = line.split()[-1]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            assert self.process.wait(timeout=15) == 0, f"exit code {self.process.returncode} after SIGTERM"

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        status = self.process.poll()
        if status is None:
            self.kill()
        if kind is not None or os.environ.get("VERBOSE"):
            print(f"--- the server ({'running' if status is None else f'ended with {status}'}) said:\n{self.said()[-8000:]}---", flush=True)
        self.log.close()
        if kind is None:
            shutil.rmtree(self.data, ignore_errors=True)

    def said(self):
        """What the server wrote to stderr so far."""
        self.log.seek(0)
        return self.log.read()

    def client(self, service, region=None, account=None, **config):
        return boto3.client(
            service, endpoint_url=self.endpoint, region_name=region or self.region, aws_access_key_id=account or self.account,
            aws_secret_access_key="test",
            config=Config(**{"retries": {"total_max_attempts": 1}, "read_timeout": 70, "inject_host_prefix": False, **config}))


def wait_for(condition, seconds=30, what="condition"):
    """Polls until `condition` gives something true, and returns that."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < end, f"waited {seconds} s in vain for {what}"
        time.sleep(0.02)


def history(sfn, execution):
    events = []
    for page in sfn.get_paginator("get_execution_history").paginate(executionArn=execution):
        events += page["events"]
    return events


def ended(sfn, execution, seconds=30):
    """The description of an execution once it is over."""
    def over():
        description = sfn.describe_execution(executionArn=execution)
        return description if description["status"] != "RUNNING" else None
    return wait_for(over, seconds, f"the end of {execution}")


def well_formed(events):
    """Ids count from 1, chains point backwards, time does not go back, and only the last event ends the execution."""
    assert [e["id"] for e in events] == list(range(1, len(events) + 1)), [e["id"] for e in events]
    assert all(e["previousEventId"] < e["id"] for e in events)
    assert all(a["timestamp"] <= b["timestamp"] for a, b in zip(events, events[1:]))
    final = {"ExecutionSucceeded", "ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut"}
    assert events[0]["type"] == "ExecutionStarted"
    assert [e["type"] in final for e in events].count(True) <= 1 and all(e["type"] not in final for e in events[:-1])


def compiled(folder, name, source, *options):
    """A C source as `folder/lib<name>.so`, put there whole."""
    with tempfile.TemporaryDirectory(prefix="newel-cc-") as workshop:
        path = os.path.join(workshop, f"{name}.c")
        with open(path, "w") as file:
            file.write(source)
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-fvisibility=hidden", "-pthread", "-I", HEADERS, *options, "-o", f"{path}.so", path], check=True)
        hidden = os.path.join(folder, f".{name}.new")
        shutil.copyfile(f"{path}.so", hidden)
        target = os.path.join(folder, f"lib{name}.so")
        os.rename(hidden, target)
        return target


def packaged(plugins, name, source, *options, functions=(), integrations=()):
    """A C source as the package `plugins/<name>`, whose manifest says more of its functions than the library can: what they may touch."""
    hidden = os.path.join(plugins, f".{name}.new")
    os.makedirs(hidden)
    library = compiled(hidden, name, source, *options)
    manifest = {"manifestVersion": 1, "name": name, "version": "1", "abi": {"major": 1, "minMinor": 0},
                "libraries": [{"os": "linux", "arch": os.uname().machine, "path": os.path.basename(library)}]}
    if functions:
        manifest["functions"] = list(functions)
    if integrations:
        manifest["integrations"] = list(integrations)
    with open(os.path.join(hidden, "plugin.json"), "w") as file:
        json.dump(manifest, file)
    os.rename(hidden, os.path.join(plugins, name))


# A function "Record" that writes every event it gets to a folder, which takes the place of FOLDER.
RECORDER = """#include <newel_plugin_helpers.h>
#include <stdio.h>
static newel_status record(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    char path[4096], hidden[4096];
    snprintf(hidden, sizeof hidden, "FOLDER/.%.*s", (int)v->request_id.len, (const char *)v->request_id.ptr);
    snprintf(path, sizeof path, "FOLDER/%.*s", (int)v->request_id.len, (const char *)v->request_id.ptr);
    FILE *file = fopen(hidden, "w");
    if (!file) return newel_fail(h, v, "NoFile", hidden);
    fwrite(v->payload.ptr, 1, v->payload.len, file);
    fclose(file);
    rename(hidden, path);
    return newel_complete_text(h, v, "{}");
}
NEWEL_FUNCTION("Record", record)
"""


def answering(name, json_text):
    """The source of a function that always gives the same answer."""
    return f"""#include <newel_plugin_helpers.h>
static newel_status answer(newel_instance *i, const newel_host *h, const newel_invocation *v) {{
    (void)i;
    return newel_complete_text(h, v, {json.dumps(json_text)});
}}
NEWEL_FUNCTION("{name}", answer)
"""


def refused(code, call, **arguments):
    """Asserts that an action is refused with an error code; gives the message."""
    try:
        answer = call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, f"{code} expected: {error.response}"
        return error.response["Error"]["Message"]
    raise AssertionError(f"{code} expected, but {answer}")


def invoke(functions, name, payload=b"{}", **members):
    """The answer of a function as a tree, and the whole reply."""
    reply = functions.invoke(FunctionName=name, Payload=payload, **members)
    body = reply["Payload"].read()
    return json.loads(body) if body else None, reply


def single(server, state, name="machine", **machine):
    """A state machine of one Task."""
    sfn = server.client("stepfunctions")
    definition = {"StartAt": "Only", "States": {"Only": {"Type": "Task", "End": True, **state}}, **machine}
    return sfn.create_state_machine(
        name=name, definition=json.dumps(definition), roleArn=f"arn:aws:iam::{server.account}:role/r")["stateMachineArn"]


class Sample:
    """The stock sample, deployed through the APIs under the names its definition uses."""

    FUNCTIONS = {
        "Check Stock Price": "CheckStockPrice", "Generate Buy/Sell recommendation": "GenerateBuySellRecommendation",
        "Buy Stock": "BuyStock", "Sell Stock": "SellStock",
    }

    def __init__(self, server, definition, polls=True):
        self.sfn, self.sqs = server.client("stepfunctions"), server.client("sqs")
        self.sns, self.functions = server.client("sns"), server.client("lambda")
        self.role = f"arn:aws:iam::{server.account}:role/StockTradingStateMachineRole"
        states = definition["States"]
        for state, package in self.FUNCTIONS.items():
            self.function(states[state]["Resource"].split(":")[6], package)
        self.function("ApproveSqs-Function", "ApproveSqs")
        queue_name = states["Request Human Approval"]["Parameters"]["QueueUrl"].rsplit("/", 1)[1]
        self.queue = self.sqs.create_queue(QueueName=queue_name)["QueueUrl"]
        self.queue_arn = self.sqs.get_queue_attributes(QueueUrl=self.queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        self.mapping = self.functions.create_event_source_mapping(
            EventSourceArn=self.queue_arn, FunctionName="ApproveSqs-Function", BatchSize=10, Enabled=polls)["UUID"]
        self.topic = self.sns.create_topic(Name=states["Report Result"]["Parameters"]["TopicArn"].rsplit(":", 1)[1])["TopicArn"]
        self.results = self.sqs.create_queue(QueueName="results")["QueueUrl"]
        results_arn = self.sqs.get_queue_attributes(QueueUrl=self.results, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        self.sns.subscribe(TopicArn=self.topic, Protocol="sqs", Endpoint=results_arn, Attributes={"RawMessageDelivery": "true"})
        self.machine = self.sfn.create_state_machine(
            name="StockTrading", definition=json.dumps(definition, indent=2), roleArn=self.role)["stateMachineArn"]

    def function(self, name, package):
        self.functions.create_function(
            FunctionName=name, Role=self.role, PackageType="Image", Code={"ImageUri": f"plugin://{package}"})

    def message(self, queue, seconds=10):
        messages = self.sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=seconds, MaxNumberOfMessages=1).get("Messages", [])
        assert messages, f"no message in {queue}"
        return messages[0]


def sample_definition():
    """The published definition when it lies beside the project, else our own with names of the same form; the queue's name within SQS's 80 characters."""
    published = os.path.join(ROOT, "..", "shared", "sample", "definition.asl.json")
    if os.path.exists(published):
        definition = json.load(open(published))
        parameters = definition["States"]["Request Human Approval"]["Parameters"]
        long_name = parameters["QueueUrl"].rsplit("/", 1)[1]
        parameters["QueueUrl"] = parameters["QueueUrl"].replace(long_name, long_name[:40])
        return definition, long_name
    text = open(os.path.join(ROOT, "Samples", "OrchestrateLambdaFunctions", "definition.asl.json")).read()
    arn = "arn:aws:lambda:us-west-1:111122223333:function:"
    for logical in ("CheckStockPrice", "GenerateBuySellRecommendation", "BuyStock", "SellStock"):
        text = text.replace("${%sLambda}" % logical, f"{arn}Sample-{logical}Lambda")
    text = text.replace("${RequestHumanApprovalSqs}", "https://sqs.us-west-1.amazonaws.com/111122223333/Sample-RequestHumanApprovalSqs")
    text = text.replace("${ReportResultSnsTopic}", "arn:aws:sns:us-west-1:111122223333:Sample-ReportResultSnsTopic")
    return json.loads(text), "q" * 82


PLACE = {"account": "111122223333", "region": "us-west-1"}
