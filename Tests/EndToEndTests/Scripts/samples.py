"""Every handler sample builds with its own tool, where it stands, and answers through the running server."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

from newel import ROOT, Server, ended, history, invoke, wait_for

SAMPLES = os.path.join(ROOT, "Samples")


def built(name, command, place, **settings):
    """Builds a sample with its own tool; what it makes goes elsewhere."""
    ran = subprocess.run(
        command, cwd=os.path.join(SAMPLES, name), env={**os.environ, **settings}, capture_output=True, text=True, timeout=170)
    assert ran.returncode == 0, (name, ran.stdout, ran.stderr)
    assert "warning: " not in ran.stderr, (name, ran.stderr)
    return place


def text(name, file):
    with open(os.path.join(SAMPLES, name, file), "rb") as opened:
        return opened.read()


def build_all(place):
    """The folders of plugins, built."""
    def out(name):
        return os.path.join(place, name)
    rust, swift = out("HandlerInRust"), out("HandlerInSwift")
    return [
        built("HandlerInC", ["make", f"OUT={out('HandlerInC')}"], out("HandlerInC")),
        built("HandlerInCpp", ["make", f"OUT={out('HandlerInCpp')}"], out("HandlerInCpp")),
        built("HandlerInPython", ["make", f"OUT={out('HandlerInPython')}"], out("HandlerInPython")),
        built("NotesIntegration", ["make", f"OUT={out('Notes')}"], out("Notes")),
        built("HandlerInRust", ["cargo", "build", "--release", "--offline"], os.path.join(rust, "release"), CARGO_TARGET_DIR=rust),
        built("HandlerInSwift", ["swift", "build", "-c", "release", "--scratch-path", swift], os.path.join(swift, "release")),
    ]


def handlers(server):
    functions = server.client("lambda")
    for sample, function in [
            ("HandlerInC", "RomanNumber"), ("HandlerInCpp", "WordCount"), ("HandlerInRust", "CardCheck"), ("HandlerInSwift", "PriceOrder"),
            ("HandlerInPython", "Receipt")]:
        answer, reply = invoke(functions, function, text(sample, "event.json"))
        assert "FunctionError" not in reply and answer == json.loads(text(sample, "answer.json")), (sample, answer)
    for function, event, error in [
            ("RomanNumber", b"4000", "NoRomanNumber"), ("RomanNumber", b'"IV"', "NoRomanNumber"), ("WordCount", b"{}", "InvalidInput"),
            ("CardCheck", b'"card"', "InvalidInput"),
            ("PriceOrder", b'{"id": "o", "items": [{"sku": "car", "quantity": 1}]}', "UnknownSKU"),
            ("Receipt", b"{}", "InvalidOrder"), ("Receipt", b'{"items": [{"name": "tea", "price": "much"}]}', "InvalidOrder"),
            ("PriceOrder", b'{"id": "o", "items": [{"sku": "car"}]}', "InvalidInput"), ("ForwardOrder", b'{"id": "o", "items": []}', "NotConfigured")]:
        answer, reply = invoke(functions, function, event)
        assert reply.get("FunctionError") == "Unhandled" and answer["errorType"] == error, (function, answer)
    assert "$.items[0].quantity: it is missing" in invoke(functions, "PriceOrder", b'{"id": "o", "items": [{"sku": "car"}]}')[0]["errorMessage"]
    assert invoke(functions, "CardCheck", b'"4111 1111 1111 1112"')[0] == {"valid": False, "digits": 16}


def python_zip(server, folder):
    """The zip of the sample in Python is the one CreateFunction takes, here and on AWS."""
    functions = server.client("lambda")
    with open(os.path.join(folder, "Receipt.zip"), "rb") as package:
        functions.create_function(
            FunctionName="Uploaded", Role=f"arn:aws:iam::{server.account}:role/r", Runtime="python3.13", Handler="function.handler", Timeout=10,
            Code={"ZipFile": package.read()})
    answer, reply = invoke(functions, "Uploaded", text("HandlerInPython", "event.json"))
    assert "FunctionError" not in reply and answer == json.loads(text("HandlerInPython", "answer.json")), answer


def swift_with_actions(server):
    functions, sqs = server.client("lambda"), server.client("sqs")
    event = text("HandlerInSwift", "event.json")
    assert invoke(functions, "ListOrder", event)[0] == ["lamp", "bulb"]
    queue = sqs.create_queue(QueueName="orders")["QueueUrl"]
    functions.create_function(
        FunctionName="Forward", Role=f"arn:aws:iam::{server.account}:role/r", PackageType="Image",
        Code={"ImageUri": "plugin://Orders/ForwardOrder"}, Environment={"Variables": {"QUEUE_URL": queue}})
    answer, reply = invoke(functions, "Forward", event)
    assert "FunctionError" not in reply, answer
    message = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=10)["Messages"][0]
    assert message["Body"] == "o-17" and answer == {"MessageId": message["MessageId"]}, (message, answer)


def notes(server, folder):
    sfn = server.client("stepfunctions")
    file = os.path.join(folder, "notes.jsonl")

    def lines():
        if not os.path.exists(file):
            return []
        with open(file) as opened:
            return [json.loads(line) for line in opened if line.endswith("\n")]
    machine = sfn.create_state_machine(
        name="notes", definition=text("NotesIntegration", "machine.asl.json").decode(),
        roleArn=f"arn:aws:iam::{server.account}:role/notes")["stateMachineArn"]

    def started():
        before = len(lines())
        execution = sfn.start_execution(
            stateMachineArn=machine, input=text("NotesIntegration", "event.json").decode())["executionArn"]
        written = wait_for(lambda: lines()[before:] if len(lines()) == before + 2 else None, what="two notes")
        assert written[0] == {"token": "", "note": {"text": "tea at five"}}, written
        assert written[1]["token"] and written[1]["note"] == {"question": "May it be tea at five?"}, written
        return execution, written[1]["token"]

    # Whoever reads the notes says yes …
    execution, token = started()
    waiting = wait_for(lambda: [e for e in history(sfn, execution) if e["type"] == "TaskSubmitted"], what="the wait")
    submitted = waiting[0]["taskSubmittedEventDetails"]
    assert (submitted["resourceType"], submitted["resource"]) == ("notes", "append.waitForTaskToken"), submitted
    assert sfn.describe_execution(executionArn=execution)["status"] == "RUNNING"
    sfn.send_task_success(taskToken=token, output='"yes"')
    description = ended(sfn, execution)
    assert description["status"] == "SUCCEEDED", description
    assert json.loads(description["output"])["answer"] == "yes", description
    assert json.loads(description["output"])["noted"] == {"bytes": len('{"token":"","note":{"text":"tea at five"}}\n')}, description
    assert lines()[-1] == {"token": "", "note": {"answer": "yes"}}, lines()
    # … or no.
    execution, token = started()
    sfn.send_task_failure(taskToken=token, error="Refused", cause="too early")
    assert ended(sfn, execution)["status"] == "SUCCEEDED"
    assert lines()[-1]["note"]["answer"] == {"Error": "Refused", "Cause": "too early"}, lines()


def main():
    os.environ["NEWEL_PYTHON"] = sys.executable
    place = tempfile.mkdtemp(prefix="newel-samples-")
    folders = build_all(place)
    with Server(*[word for folder in folders for word in ("--plugins", folder)]) as server:
        handlers(server)
        python_zip(server, os.path.join(place, "HandlerInPython"))
        swift_with_actions(server)
        notes(server, os.path.join(place, "Notes"))
        server.stop()
    shutil.rmtree(place)
    print("the samples build and answer")


main()
