"""Programs that speak the Lambda Runtime API: packages with a bootstrap, streamed answers, and whatever a hostile program may do there."""
import base64
import concurrent.futures
import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile

from newel import EXECUTABLE, Server, ended, invoke, refused, single, wait_for

ROLE = "arn:aws:iam::000000000000:role/r"
CLIENT = '''#!/usr/bin/python3 -u
import base64, http.client, json, os, socket, sys, time
HOST = os.environ["AWS_LAMBDA_RUNTIME_API"]
ROOT = "/2018-06-01/runtime/"
connection = http.client.HTTPConnection(HOST)

def call(method, path, body=None, headers={}, **more):
    connection.request(method, ROOT + path, body, headers, **more)
    reply = connection.getresponse()
    return reply.status, reply.headers, reply.read()

def next_one():
    status, headers, body = call("GET", "invocation/next")
    assert status == 200, (status, body)
    return headers["Lambda-Runtime-Aws-Request-Id"], json.loads(body), headers

def answer(request, value):
    return call("POST", "invocation/" + request + "/response", json.dumps(value))

def raw(data, *more):
    """Bytes as they are, on a connection of their own; what comes back before it ends."""
    said = b""
    with socket.create_connection(HOST.split(":"), 5) as wire:
        try:
            wire.sendall(data)
            for piece in more:
                time.sleep(0.1)
                wire.sendall(piece)
            wire.shutdown(socket.SHUT_WR)
            while piece := wire.recv(65536):
                said += piece
        except ConnectionError:
            pass
    return said
'''
# One program does it all: what is asked for is in the event.
SERVES = CLIENT + '''
WAYS = {}
def way(function):
    WAYS[function.__name__] = function

@way
def echo(request, event, headers):
    return answer(request, event)

@way
def heads(request, event, headers):
    return answer(request, {name.lower(): value for name, value in headers.items()})

@way
def fails(request, event, headers):
    document = {"errorMessage": "no such order", "errorType": "OrderMissing", "trace": ["one", "two"], "more": event}
    return call("POST", "invocation/" + request + "/error", json.dumps(document), {"Lambda-Runtime-Function-Error-Type": "Other"})

@way
def fails_badly(request, event, headers):
    return call("POST", "invocation/" + request + "/error", "no JSON at all", {"Lambda-Runtime-Function-Error-Type": "Function.Odd"})

@way
def streams(request, event, headers):
    pieces = [b'{"all":"', b"x" * event["size"], b'"}']
    return call("POST", "invocation/" + request + "/response", iter(pieces),
                {"Lambda-Runtime-Function-Response-Mode": "streaming", "Transfer-Encoding": "chunked"}, encode_chunked=True)

@way
def breaks_off(request, event, headers):
    error = base64.b64encode(json.dumps({"errorMessage": "half-way", "errorType": "HalfWay"}).encode())
    said = raw(b"POST " + (ROOT + "invocation/" + request + "/response").encode() + b" HTTP/1.1\\r\\nHost: x\\r\\n"
        b"Lambda-Runtime-Function-Response-Mode: streaming\\r\\nTransfer-Encoding: chunked\\r\\n"
        b"Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\\r\\n\\r\\n",
        b"5\\r\\n{\\"all\\r\\n", b"0\\r\\nLambda-Runtime-Function-Error-Type: HalfWay\\r\\nLambda-Runtime-Function-Error-Body: " + error + b"\\r\\n\\r\\n")
    return int(said.split()[1]), None, said

@way
def cuts_short(request, event, headers):
    raw(b"POST " + (ROOT + "invocation/" + request + "/response").encode() + b" HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1000\\r\\n\\r\\n{")

@way
def odd_mode(request, event, headers):
    return call("POST", "invocation/" + request + "/response", "1", {"Lambda-Runtime-Function-Response-Mode": "buffered"})

@way
def huge(request, event, headers):
    return answer(request, "x" * 7_000_000)

@way
def wrong_id(request, event, headers):
    tried = [call("POST", "invocation/" + wrong + "/" + kind, "1")[::2]
             for wrong in ("00000000-0000-0000-0000-000000000000", request[:-1], "x") for kind in ("response", "error")]
    tried.append(call("GET", "invocation/next")[::2])
    tried.append(call("POST", "init/error", "{}")[::2])
    tried.append(call("PUT", "invocation/next")[::2])
    tried.append(call("GET", "nowhere")[::2])
    done = answer(request, [[status, text.decode()] for status, text in tried])
    assert answer(request, 2)[0] == 403
    return done

@way
def garbage(request, event, headers):
    said = [raw(data)[:40].decode("latin-1") for data in (
        b"\\x00\\x01\\x02\\xff" * 100, b"GET / HTTP/9.9\\r\\n\\r\\n", b"POST " + b"/" * 100_000, b"GET /2018-06-01/ping HTTP/1.1\\r\\n" + b"A: b\\r\\n" * 20_000,
        b"POST /2018-06-01/runtime/invocation/x/response HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n", b"")]
    many = [socket.create_connection(HOST.split(":")) for _ in range(50)]
    return answer(request, said)

@way
def exits(request, event, headers):
    os._exit(event["status"])

@way
def answers_and_exits(request, event, headers):
    answer(request, [os.getpid(), "x" * event["size"]])
    os._exit(3)

@way
def forgets(request, event, headers):
    pass

@way
def sleeps(request, event, headers):
    time.sleep(event["seconds"])
    return answer(request, os.getpid())

@way
def last(request, event, headers):
    """What the answer before this one was answered with."""
    return answer(request, LAST)

@way
def pids(request, event, headers):
    return answer(request, os.getpid())

print("coming up")
while True:
    request, event, headers = next_one()
    print("called as", os.environ["_HANDLER"])
    done = WAYS[event["way"]](request, event, headers)
    LAST = done and done[0]
'''


def packed(files, executable=("bootstrap",)):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            entry = zipfile.ZipInfo(path)
            entry.external_attr = (0o100755 if path in executable else 0o100644) << 16
            archive.writestr(entry, text)
    return data.getvalue()


def create(functions, name, bootstrap=SERVES, **members):
    functions.create_function(
        FunctionName=name, Role=ROLE, Runtime="provided.al2023", Code={"ZipFile": packed({"bootstrap": bootstrap})},
        **{"Handler": "my.handler", "Timeout": 10, **members})


def call(functions, name, way, **event):
    body, reply = invoke(functions, name, json.dumps({"way": way, **event}).encode(), LogType="Tail")
    return body, reply.get("FunctionError"), base64.b64decode(reply["LogResult"]).decode()


def serves(functions):
    create(functions, "Serves")
    body, error, log = call(functions, "Serves", "echo", text="häh\u2028 \"quoted\"", big="x" * 2_000_000)
    assert not error and body["text"] == "häh\u2028 \"quoted\"" and len(body["big"]) == 2_000_000, (body, log)
    assert "called as my.handler" in log and "Init Duration" in log and "END RequestId" in log, log
    body, error, _ = call(functions, "Serves", "heads")
    assert body["lambda-runtime-invoked-function-arn"].endswith(":function:Serves") and body["content-type"] == "application/json", body
    assert int(body["lambda-runtime-deadline-ms"]) > 1_700_000_000_000 and body["lambda-runtime-trace-id"].startswith("Root=1-"), body
    assert "lambda-runtime-client-context" not in body, body
    body, error, log = call(functions, "Serves", "fails", count=2)
    assert error == "Unhandled" and body == {
        "errorMessage": "no such order", "errorType": "OrderMissing", "trace": ["one", "two"], "more": {"way": "fails", "count": 2}}, body
    body, error, _ = call(functions, "Serves", "fails_badly")
    assert error and body["errorType"] == "Function.Odd" and body["errorMessage"] == "no JSON at all", body
    first = call(functions, "Serves", "pids")[0]
    assert call(functions, "Serves", "pids")[0] == first, "all of this happened in one process"


def streams(functions):
    body, error, log = call(functions, "Serves", "streams", size=3_000_000)
    assert not error and body == {"all": "x" * 3_000_000}, error
    assert call(functions, "Serves", "last")[0] == 202
    body, error, log = call(functions, "Serves", "streams", size=7_000_000)
    assert body["errorType"] == "Function.ResponseSizeTooLarge", body
    assert call(functions, "Serves", "last")[0] == 413
    body, error, log = call(functions, "Serves", "breaks_off")
    assert error and body == {"errorMessage": "half-way", "errorType": "HalfWay"}, body
    body, error, _ = call(functions, "Serves", "cuts_short")
    assert body["errorType"] == "Runtime.TruncatedResponse", body
    body, error, _ = call(functions, "Serves", "odd_mode")
    assert body["errorType"] == "Runtime.InvalidResponseModeHeader" and call(functions, "Serves", "last")[0] == 400, body


def hostile(functions):
    body, error, log = call(functions, "Serves", "huge")
    assert error and body["errorType"] == "Function.ResponseSizeTooLarge" and "6291556 bytes" in body["errorMessage"], body
    assert call(functions, "Serves", "last")[0] == 413
    body, error, log = call(functions, "Serves", "wrong_id")
    assert not error, body
    assert body[:6] == [[400, '{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}']] * 6, body
    assert [status for status, _ in body[6:]] == [403, 403, 405, 404] and '"InvalidStateTransition"' in body[6][1], body
    body, error, _ = call(functions, "Serves", "garbage")
    assert not error and len(body) == 6 and all(not line or line.split(" ")[1].startswith("4") for line in body), body
    for status, words in ((4, "exit status 4"), (0, "without providing a reason")):
        body, error, log = call(functions, "Serves", "exits", status=status)
        assert body["errorType"] == "Runtime.ExitError" and words in body["errorMessage"], body
        assert "Error Type: Runtime.ExitError" in log, log
    for size in (10, 5_000_000):
        body, error, _ = call(functions, "Serves", "answers_and_exits", size=size)
        assert not error and len(body[1]) == size, "an answer counts, whatever comes after it"
        wait_for(lambda: not os.path.exists(f"/proc/{body[0]}"), 5, "the end of a program that has exited")
    create(functions, "Forgets", Timeout=1)
    body, error, log = call(functions, "Forgets", "forgets")
    assert body["errorType"] == "Runtime.ExitError" and "403" in log, "who asks for more before it has answered is refused, here it gives up"
    body, error, log = call(functions, "Forgets", "sleeps", seconds=60)
    assert body["errorType"] == "Sandbox.Timedout" and "1.00 seconds" in body["errorMessage"] and "Status: timeout" in log, (body, log)
    assert not call(functions, "Forgets", "echo")[1], "the next call has a process of its own"


def starts(functions):
    """Programs that never get as far as asking for an invocation."""
    cases = {
        "Says": (CLIENT + 'call("POST", "init/error", json.dumps({"errorMessage": "no table", "errorType": "ConfigMissing", "stackTrace": ["a"]}))\nsys.exit(1)\n',
                 "ConfigMissing", "no table"),
        "Exits": ("#!/usr/bin/python3\nraise SystemExit(9)\n", "Runtime.ExitError", "exit status 9"),
        "Ends": ("#!/bin/sh\nexit 0\n", "Runtime.ExitError", "without providing a reason"),
        "Foreign": ("\x7fELF no program", "Runtime.InvalidEntrypoint", "exec format error"),
        "Lost": ("#!/no/such/interpreter\n", "Runtime.InvalidEntrypoint", "no such file or directory"),
        "Killed": ("#!/usr/bin/python3\nimport os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n", "Runtime.ExitError", "signal: segmentation fault"),
    }
    for name, (program, kind, words) in cases.items():
        create(functions, name, program)
        body, reply = invoke(functions, name)
        assert reply["FunctionError"] == "Unhandled" and body["errorType"] == kind and words in body["errorMessage"], (name, body)


def never_asks(functions):
    create(functions, "Never", "#!/bin/sh\nsleep 600\n")
    body, _ = invoke(functions, "Never")
    assert body["errorType"] == "Sandbox.Timedout", body


def concurrency(server, functions):
    create(functions, "Several")
    with concurrent.futures.ThreadPoolExecutor(5) as pool:
        calls = [pool.submit(call, functions, "Several", "sleeps", seconds=1) for _ in range(5)]
        pids = [future.result()[0] for future in calls]
    assert len(set(pids)) == 5, pids
    machine = single(server, {"Resource": "arn:aws:lambda:us-east-1:000000000000:function:Serves"})
    sfn = server.client("stepfunctions")
    failed = ended(sfn, sfn.start_execution(stateMachineArn=machine, input='{"way": "fails"}')["executionArn"])
    assert failed["status"] == "FAILED" and failed["error"] == "OrderMissing" and json.loads(failed["cause"])["trace"] == ["one", "two"], failed
    return pids


def dropped_in(place):
    """A folder with a manifest that names a bootstrap; changed under way, the new one serves."""
    folder = os.path.join(place, "folder")
    os.makedirs(os.path.join(folder, "bin"))
    program = os.path.join(folder, "bin", "serve")
    with open(program, "w") as file:
        file.write(SERVES)
    os.chmod(program, 0o755)
    manifest = {"manifestVersion": 1, "name": "boot", "runtime": {"bootstrap": "bin/serve"},
                "functions": [{"name": "Dropped", "handler": "of.mine", "timeoutSeconds": 10, "environment": {"A": "b"}}]}
    json.dump(manifest, open(os.path.join(folder, "plugin.json"), "w"))
    return folder


def drop(functions, folder):
    body, error, log = call(functions, "Dropped", "echo")
    assert not error and "called as of.mine" in log, (body, log)
    path = folder + ".zip"
    said = subprocess.run([EXECUTABLE, "plugin", "pack", folder, "--output", path], capture_output=True, text=True)
    assert said.returncode == 0, said.stderr
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("bin/serve").external_attr >> 16 == 0o100755
    functions.create_function(FunctionName="Packed", Role=ROLE, Runtime="provided.al2023", Handler="Dropped", Timeout=10,
                              Code={"ZipFile": open(path, "rb").read()})
    body, error, log = call(functions, "Packed", "echo")
    assert not error and "called as of.mine" in log, (body, log)


def refusals(functions):
    said = refused("InvalidParameterValueException", functions.create_function, FunctionName="Plain", Role=ROLE, Runtime="provided.al2023",
                   Handler="x", Code={"ZipFile": packed({"bootstrap": SERVES}, executable=())})
    assert "chmod +x bootstrap" in said, said
    said = refused("InvalidParameterValueException", functions.create_function, FunctionName="None", Role=ROLE, Runtime="provided.al2023",
                   Handler="x", Code={"ZipFile": packed({"start": SERVES})})
    assert "bootstrap" in said, said


def main():
    place = tempfile.mkdtemp(prefix="newel-bootstraps-")
    folder = dropped_in(place)
    with Server("--plugins", place) as server:
        functions = server.client("lambda")
        with concurrent.futures.ThreadPoolExecutor(1) as aside:
            never = aside.submit(never_asks, server.client("lambda"))
            serves(functions)
            streams(functions)
            hostile(functions)
            starts(functions)
            pids = concurrency(server, functions)
            drop(functions, folder)
            refusals(functions)
            never.result()
        server.stop()
        wait_for(lambda: not [pid for pid in pids if os.path.exists(f"/proc/{pid}")], 5, "the programs to be gone")
    shutil.rmtree(place)


main()
