"""Python functions: the very zip people deploy to AWS runs beside native functions, with AWS's errors, logs and environment."""
import base64
import concurrent.futures
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile

from newel import EXECUTABLE, Server, answering, compiled, ended, history, invoke, refused

ROLE = "arn:aws:iam::000000000000:role/r"
APP = '''
import json, os, sys, time
import helper

STARTED = time.time()
print("coming up")

def answer(event, context):
    print("event", json.dumps(event))
    return {"hello": helper.greet(event.get("name", "nobody")), "pid": os.getpid(), "id": context.aws_request_id,
            "arn": context.invoked_function_arn, "left": context.get_remaining_time_in_millis(), "name": context.function_name,
            "memory": context.memory_limit_in_mb, "client": context.client_context and context.client_context.custom}

class TooSmall(Exception):
    pass

def failing(event, context):
    raise TooSmall("there are only %d" % event["count"])

def surroundings(event, context):
    return {"environment": dict(os.environ), "folder": os.getcwd(), "path": sys.path, "files": sorted(os.listdir("."))}

def slow(event, context):
    time.sleep(event["seconds"])
    return os.getpid()

def crashing(event, context):
    os._exit(event["status"])

def calling(event, context):
    import boto3
    from botocore.config import Config
    queue = boto3.client("sqs").create_queue(QueueName="made-by-python")["QueueUrl"]
    return {"account": boto3.client("sts").get_caller_identity()["Account"], "queue": queue}

def unprintable(event, context):
    return {1, 2, 3}
'''


def packed(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return data.getvalue()


ZIP = packed({"app.py": APP, "helper.py": "def greet(name):\n    return 'good day, ' + name\n", "broken.py": "import nowhere_to_be_found\n"})


def create(functions, name, handler, code=ZIP, **members):
    functions.create_function(
        FunctionName=name, Role=ROLE, Runtime="python3.11", Handler=handler, Code={"ZipFile": code}, **members)


def answers(functions):
    create(functions, "Answer", "app.answer", MemorySize=256, Timeout=20)
    context = base64.b64encode(json.dumps({"custom": {"mood": "good"}}).encode()).decode()
    body, reply = invoke(functions, "Answer", json.dumps({"name": "Ada"}).encode(), LogType="Tail", ClientContext=context)
    assert "FunctionError" not in reply, body
    assert body["hello"] == "good day, Ada" and body["name"] == "Answer" and body["memory"] == "256", body
    assert body["arn"] == "arn:aws:lambda:us-east-1:000000000000:function:Answer" and body["client"] == {"mood": "good"}, body
    assert 15_000 < body["left"] <= 20_000, body
    log = base64.b64decode(reply["LogResult"]).decode()
    assert f"START RequestId: {body['id']} Version: $LATEST" in log and 'event {"name": "Ada"}' in log, log
    assert "Init Duration: " in log and "Memory Size: 256 MB" in log, log
    again, reply = invoke(functions, "Answer", b'{"name": "Bob"}', LogType="Tail")
    assert again["pid"] == body["pid"], "a warm worker serves the next call"
    assert "Init Duration" not in base64.b64decode(reply["LogResult"]).decode()


def errors(functions):
    create(functions, "Failing", "app.failing", Timeout=20)
    body, reply = invoke(functions, "Failing", b'{"count": 3}', LogType="Tail")
    assert reply["FunctionError"] == "Unhandled", reply
    assert list(body) == ["errorMessage", "errorType", "requestId", "stackTrace"], body
    assert body["errorMessage"] == "there are only 3" and body["errorType"] == "TooSmall", body
    assert any("app.py" in line and "failing" in line for line in body["stackTrace"]), body
    assert "[ERROR] TooSmall: there are only 3" in base64.b64decode(reply["LogResult"]).decode()
    create(functions, "Unprintable", "app.unprintable", Timeout=20)
    body, _ = invoke(functions, "Unprintable")
    assert body["errorType"] == "Runtime.MarshalError" and "not JSON serializable" in body["errorMessage"], body
    for name, handler, kind in (
            ("Missing", "app.nothing", "Runtime.HandlerNotFound"), ("Broken", "broken.handler", "Runtime.ImportModuleError"),
            ("Malformed", "handler", "Runtime.MalformedHandlerName")):
        create(functions, name, handler, Timeout=20)
        body, reply = invoke(functions, name, LogType="Tail")
        assert reply["FunctionError"] == "Unhandled" and body["errorType"] == kind, body
        assert body["stackTrace"] == [] and body["errorMessage"], body
        assert f"[ERROR] {kind}: " in base64.b64decode(reply["LogResult"]).decode(), reply
    create(functions, "Crashing", "app.crashing", Timeout=20)
    for status, words in ((7, "Runtime exited with error: exit status 7"), (0, "Runtime exited without providing a reason")):
        body, reply = invoke(functions, "Crashing", json.dumps({"status": status}).encode())
        assert body["errorType"] == "Runtime.ExitError" and body["errorMessage"].endswith(words), body
    create(functions, "Slow", "app.slow", Timeout=1)
    first, _ = invoke(functions, "Slow", b'{"seconds": 0}')
    body, reply = invoke(functions, "Slow", b'{"seconds": 30}')
    assert body["errorType"] == "Sandbox.Timedout" and body["errorMessage"].endswith("Task timed out after 1.00 seconds"), body
    second, _ = invoke(functions, "Slow", b'{"seconds": 0}')
    assert first != second, "a worker that ran out of time is not used again"


def surroundings(server, functions):
    create(functions, "Around", "app.surroundings", Timeout=20, Environment={"Variables": {"TABLE": "orders"}})
    body, _ = invoke(functions, "Around")
    found = body["environment"]
    wanted = {
        "_HANDLER": "app.surroundings", "AWS_EXECUTION_ENV": "AWS_Lambda_python3.11", "AWS_REGION": "us-east-1", "TABLE": "orders",
        "AWS_LAMBDA_FUNCTION_NAME": "Around", "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
        "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/Around", "AWS_ACCESS_KEY_ID": "000000000000", "AWS_ENDPOINT_URL": server.endpoint,
        "LAMBDA_TASK_ROOT": body["folder"], "TZ": ":UTC"}
    assert {name: found.get(name) for name in wanted} == wanted, found
    assert found["AWS_LAMBDA_RUNTIME_API"].startswith("127.0.0.1:") and "/[$LATEST]" in found["AWS_LAMBDA_LOG_STREAM_NAME"], found
    assert not [name for name in found if name.startswith("NEWEL") or name in ("HOME", "USER")], found
    assert body["files"] == ["app.py", "broken.py", "helper.py"], body
    create(functions, "Calling", "app.calling", Timeout=30)
    body, _ = invoke(functions, "Calling")
    assert body == {"account": "000000000000", "queue": f"{server.endpoint}/000000000000/made-by-python"}, body


def concurrency(functions):
    create(functions, "Many", "app.slow", Timeout=20)
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        pids = list(pool.map(lambda _: invoke(functions, "Many", b'{"seconds": 2}')[0], range(6)))
    assert len(set(pids)) == 6, f"one call at a time in a worker: {pids}"
    pid, _ = invoke(functions, "Many", b'{"seconds": 0}')
    assert pid in pids, "idle workers are taken first"


def machine(server):
    """A Python function and a native one in one state machine; the Python one's error is caught by its type."""
    sfn = server.client("stepfunctions")
    arn = "arn:aws:lambda:us-east-1:000000000000:function:"
    states = {
        "Native": {"Type": "Task", "Resource": arn + "Native", "ResultPath": "$.native", "Next": "Python"},
        "Python": {"Type": "Task", "Resource": arn + "Answer", "ResultPath": "$.python", "Next": "Fails"},
        "Fails": {"Type": "Task", "Resource": arn + "Failing", "Parameters": {"count": 2}, "End": True,
                  "Catch": [{"ErrorEquals": ["TooSmall"], "ResultPath": "$.caught", "Next": "Done"}]},
        "Done": {"Type": "Succeed"}}
    made = sfn.create_state_machine(
        name="mixed", roleArn=ROLE, definition=json.dumps({"StartAt": "Native", "States": states}))["stateMachineArn"]
    execution = sfn.start_execution(stateMachineArn=made, input='{"name": "Eve"}')["executionArn"]
    description = ended(sfn, execution)
    assert description["status"] == "SUCCEEDED", (description, history(sfn, execution)[-2:])
    output = json.loads(description["output"])
    assert output["native"] == "native" and output["python"]["hello"] == "good day, Eve", output
    cause = json.loads(output["caught"]["Cause"])
    assert output["caught"]["Error"] == "TooSmall" and cause["errorMessage"] == "there are only 2" and cause["stackTrace"], output


def layers(place):
    """Folders beside a dropped-in package and in it: Python finds modules there, programs and libraries are on their paths."""
    package = os.path.join(place, "layered")
    for path, text in {
            "layered/app.py": "import os, one, two\ndef answer(event, context):\n"
                              "    return [one.NAME, two.NAME, os.environ['PATH'], os.environ['LD_LIBRARY_PATH']]\n",
            "layered/inner/python/one.py": "NAME = 'inner'\n", "layered/inner/bin/tool": "",
            "outer/python/one.py": "NAME = 'outer'\n", "outer/python/lib/python3.11/site-packages/two.py": "NAME = 'two'\n"}.items():
        os.makedirs(os.path.dirname(os.path.join(place, path)), exist_ok=True)
        open(os.path.join(place, path), "w").write(text)
    json.dump({"manifestVersion": 1, "name": "layered", "runtime": {"name": "python3.11"}, "layers": ["inner", "../outer"],
               "functions": [{"name": "Layered", "handler": "app.answer", "timeoutSeconds": 20}]}, open(f"{package}/plugin.json", "w"))
    return package


def layered(functions):
    body, reply = invoke(functions, "Layered")
    assert "FunctionError" not in reply, body
    one, two, path, libraries = body
    assert (one, two) == ("outer", "two"), "the later layer wins"
    assert path.startswith("/usr/local/bin:") and path.endswith("/inner/bin"), path
    libraries = libraries.split(":")
    assert libraries[2].endswith("/.layers/1/lib") and libraries[3].endswith("/inner/lib"), libraries


def without_python():
    """Where no interpreter is to be had, creating the function says what is missing, and so does the doctor."""
    os.environ["NEWEL_PYTHON"] = "/nonexistent/python3"
    os.environ["NEWEL_NODE_CLIENT"] = "/nonexistent/index.js"
    said = subprocess.run([EXECUTABLE, "doctor"], capture_output=True, text=True, timeout=60).stdout
    assert "python3 functions" in said and "pip install awslambdaric" in said and "nodejs functions" in said, said
    with Server() as server:
        functions = server.client("lambda")
        said = refused("InvalidParameterValueException", functions.create_function, FunctionName="None", Role=ROLE,
                       Runtime="python3.11", Handler="app.answer", Code={"ZipFile": ZIP})
        assert "pip install awslambdaric" in said and "NEWEL_PYTHON" in said, said
        said = refused("InvalidParameterValueException", functions.create_function, FunctionName="None", Role=ROLE,
                       Runtime="nodejs22.x", Handler="app.answer", Code={"ZipFile": ZIP})
        assert "npm install -g aws-lambda-ric" in said and "NEWEL_NODE_CLIENT" in said, said
        said = refused("InvalidParameterValueException", functions.create_function, FunctionName="None", Role=ROLE,
                       Runtime="java21", Handler="app.Answer", Code={"ZipFile": ZIP})
        assert "bootstrap" in said, said


def main():
    os.environ["NEWEL_PYTHON"] = sys.executable
    said = subprocess.run([EXECUTABLE, "doctor"], capture_output=True, text=True, timeout=60).stdout
    assert f"{sys.executable} -m awslambdaric" in said, said
    place = tempfile.mkdtemp(prefix="newel-python-")
    compiled(place, "Native", answering("Native", '"native"'))
    layers(place)
    with Server("--plugins", place) as server:
        functions = server.client("lambda")
        answers(functions)
        errors(functions)
        surroundings(server, functions)
        concurrency(functions)
        machine(server)
        layered(functions)
    without_python()


main()
