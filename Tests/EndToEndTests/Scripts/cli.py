"""The stock sample created and run with the `aws` command line; one of its functions is a zip with a package written in C."""
import json
import os
import shutil
import subprocess
import tempfile
import time
import zipfile

from newel import PLACE, Server, compiled, sample_definition
from sample import TYPES

PRICE = """#include <newel_plugin_helpers.h>
static newel_status check(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    newel_log(h, v, NEWEL_LOG_INFO, "checked the price");
    return newel_complete_text(h, v, "{\\"stock_price\\": 51}");
}
NEWEL_FUNCTION("check_price", check)
"""


class CLI:
    """`aws` with an endpoint, an account and a region."""

    def __init__(self, server):
        self.endpoint = server.endpoint
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("AWS_")} | {
            "AWS_ACCESS_KEY_ID": server.account, "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": server.region, "AWS_DEFAULT_REGION": server.region,
            "AWS_DISABLE_HOST_PREFIX_INJECTION": "true", "AWS_PAGER": "", "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null"}

    def run(self, *arguments):
        return subprocess.run(
            ["aws", "--endpoint-url", self.endpoint, "--output", "json", *arguments], env=self.environment, capture_output=True, text=True, timeout=60)

    def __call__(self, *arguments):
        done = self.run(*arguments)
        assert done.returncode == 0, f"aws {' '.join(arguments)}: {done.stderr}"
        return json.loads(done.stdout) if done.stdout.strip() else None


def package(folder):
    """A zip with `plugin.json` and a library."""
    compiled(folder, "price", PRICE)
    manifest = {
        "manifestVersion": 1, "name": "price", "version": "1.0.0", "abi": {"major": 1, "minMinor": 0},
        "libraries": [{"os": "linux", "arch": os.uname().machine, "path": "lib/libprice.so"}],
        "functions": [{"name": "CheckPrice", "handler": "check_price"}]}
    path = os.path.join(folder, "price.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("plugin.json", json.dumps(manifest))
        archive.write(os.path.join(folder, "libprice.so"), "lib/libprice.so")
    return path


def main():
    assert shutil.which("aws"), "no aws command: `make test` installs one"
    definition, _ = sample_definition()
    states, folder = definition["States"], tempfile.mkdtemp(prefix="newel-cli-")
    with Server(**PLACE) as server:
        aws = CLI(server)
        assert aws("sts", "get-caller-identity")["Account"] == server.account
        role = f"arn:aws:iam::{server.account}:role/StockTradingStateMachineRole"
        name = {state: states[state]["Resource"].split(":")[6] for state in states if ":lambda:" in states[state].get("Resource", "")}
        made = aws("lambda", "create-function", "--function-name", name["Check Stock Price"], "--runtime", "provided.al2023", "--handler", "CheckPrice",
                   "--role", role, "--zip-file", f"fileb://{package(folder)}")
        assert (made["State"], made["PackageType"]) == ("Active", "Zip") and made["CodeSize"] == os.path.getsize(os.path.join(folder, "price.zip")), made
        for state, plugin in (("Generate Buy/Sell recommendation", "GenerateBuySellRecommendation"), ("Buy Stock", "BuyStock"), ("Sell Stock", "SellStock")):
            aws("lambda", "create-function", "--function-name", name[state], "--package-type", "Image", "--code", f"ImageUri=plugin://{plugin}", "--role", role)
        aws("lambda", "create-function", "--function-name", "approve", "--package-type", "Image", "--code", "ImageUri=plugin://ApproveSqs", "--role", role)

        reply = os.path.join(folder, "reply.json")
        called = aws("lambda", "invoke", "--function-name", name["Check Stock Price"], "--payload", "{}", "--log-type", "Tail", reply)
        assert called["StatusCode"] == 200 and json.load(open(reply)) == {"stock_price": 51} and called["LogResult"], called
        # Not a package: refused, and says why.
        bad = os.path.join(folder, "bad.zip")
        with zipfile.ZipFile(bad, "w") as archive:
            archive.writestr("index.js", "exports.handler = async () => 1")
        refusal = aws.run("lambda", "create-function", "--function-name", "bad", "--runtime", "provided.al2023", "--handler", "index.handler", "--role", role,
                          "--zip-file", f"fileb://{bad}")
        assert refusal.returncode != 0 and "InvalidParameterValueException" in refusal.stderr and "plugin.json" in refusal.stderr, refusal.stderr

        queue = aws("sqs", "create-queue", "--queue-name", states["Request Human Approval"]["Parameters"]["QueueUrl"].rsplit("/", 1)[1])["QueueUrl"]
        queue_arn = aws("sqs", "get-queue-attributes", "--queue-url", queue, "--attribute-names", "QueueArn")["Attributes"]["QueueArn"]
        mapping = aws("lambda", "create-event-source-mapping", "--event-source-arn", queue_arn, "--function-name", "approve", "--batch-size", "10")
        assert mapping["FunctionArn"].endswith(":function:approve"), mapping
        topic = aws("sns", "create-topic", "--name", states["Report Result"]["Parameters"]["TopicArn"].rsplit(":", 1)[1])["TopicArn"]
        results = aws("sqs", "create-queue", "--queue-name", "results")["QueueUrl"]
        results_arn = aws("sqs", "get-queue-attributes", "--queue-url", results, "--attribute-names", "QueueArn")["Attributes"]["QueueArn"]
        aws("sns", "subscribe", "--topic-arn", topic, "--protocol", "sqs", "--notification-endpoint", results_arn)

        path = os.path.join(folder, "definition.json")
        with open(path, "w") as file:
            json.dump(definition, file)
        machine = aws("stepfunctions", "create-state-machine", "--name", "StockTrading", "--definition", f"file://{path}", "--role-arn", role)["stateMachineArn"]
        execution = aws("stepfunctions", "start-execution", "--state-machine-arn", machine, "--input", "{}", "--name", "from-the-shell")["executionArn"]
        end = time.monotonic() + 30
        while (description := aws("stepfunctions", "describe-execution", "--execution-arn", execution))["status"] == "RUNNING":
            assert time.monotonic() < end, description
        assert description["status"] == "SUCCEEDED", description
        events = aws("stepfunctions", "get-execution-history", "--execution-arn", execution, "--page-size", "7")["events"]
        assert [event["type"] for event in events] == TYPES, events
        assert events[19]["stateEnteredEventDetails"]["name"] == "Sell Stock", events[19]
        [message] = aws("sqs", "receive-message", "--queue-url", results, "--wait-time-seconds", "5")["Messages"]
        notification = json.loads(message["Body"])
        assert notification["TopicArn"] == topic and json.loads(notification["Message"])["Input"]["type"] == "sell", notification
        [listed] = aws("stepfunctions", "list-executions", "--state-machine-arn", machine)["executions"]
        assert (listed["name"], listed["status"]) == ("from-the-shell", "SUCCEEDED"), listed

        # New code for the same function: the next call runs it.
        compiled(folder, "price", PRICE.replace("51", "7"))
        with zipfile.ZipFile(os.path.join(folder, "new.zip"), "w") as archive:
            archive.write(os.path.join(folder, "libprice.so"), "libprice.so")
            archive.writestr("plugin.json", json.dumps({
                "manifestVersion": 1, "name": "price", "version": "1.0.1", "abi": {"major": 1, "minMinor": 0},
                "libraries": [{"os": "linux", "arch": os.uname().machine, "path": "libprice.so"}],
                "functions": [{"name": "CheckPrice", "handler": "check_price"}]}))
        aws("lambda", "update-function-code", "--function-name", name["Check Stock Price"], "--zip-file", f"fileb://{folder}/new.zip")
        aws("lambda", "invoke", "--function-name", name["Check Stock Price"], reply)
        assert json.load(open(reply)) == {"stock_price": 7}

        express = {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}}
        machine = aws("stepfunctions", "create-state-machine", "--name", "quick", "--type", "EXPRESS", "--definition", json.dumps(express), "--role-arn", role)["stateMachineArn"]
        assert aws("stepfunctions", "start-sync-execution", "--state-machine-arn", machine, "--input", '{"a":1}')["output"] == '{"a":1}'
        server.stop()
    print("the aws command line runs the sample")


main()
