"""Answers go out piece by piece while the function still works: InvokeWithResponseStream and URLs, libraries and programs; cut ones are seen to be cut."""
import hashlib
import json
import os
import shutil
import socket
import tempfile
from http.client import HTTPConnection, IncompleteRead

from newel import Server, answering, compiled, invoke, packaged, refused, wait_for

STREAMS = r'''#define _GNU_SOURCE
#include <newel_plugin_helpers.h>
#include <string.h>
#include <unistd.h>
static const newel_host *host;
static newel_call call;
static newel_status say(const void *bytes, size_t count) {
    return host->write_chunk(host->ctx, call, (newel_bytes){bytes, count});
}
static newel_status streams(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    host = h;
    call = v->call;
#define HAS(word) memmem(v->payload.ptr, v->payload.len, word, strlen(word))
    if (HAS("early")) return newel_fail(h, v, "TooEarly", "before the first piece");
    if (HAS("prelude")) {
        const char *head = "{\"statusCode\":201,\"headers\":{\"Content-Type\":\"text/event-stream\",\"X-Own\":\"1\"},\"cookies\":[\"a=1\"]}";
        say(head, 20);
        say(head + 20, strlen(head) - 20);
        say("\0\0\0", 3);
        say("\0\0\0\0\0", 5);
    }
    if (HAS("large")) {
        static char bytes[65536];
        memset(bytes, 'x', sizeof bytes);
        for (int piece = 0; piece < 1000; piece++) if (say(bytes, sizeof bytes)) return NEWEL_E_GONE;
        return h->complete(h->ctx, v->call, (newel_bytes){0});
    }
    if (HAS("never")) for (;;) if (say("x", 1)) return NEWEL_E_GONE;
    if (HAS("nothing")) return h->complete(h->ctx, v->call, (newel_bytes){0});
    if (!(v->flags & NEWEL_INV_STREAM)) say("\"", 1);
    say("first ", 6);
    /* The test opens the gate once it has seen the first piece: that proves the order without a clock. */
    if (HAS("gate")) while (access("FOLDER/open", F_OK)) usleep(2000);
    say("second", 6);
    if (HAS("half")) return newel_fail(h, v, "HalfWay", "no more");
    if (!(v->flags & NEWEL_INV_STREAM)) say("\"", 1);
    return h->complete(h->ctx, v->call, (newel_bytes){0});
}
NEWEL_FUNCTION("Streams", streams)
'''

PROGRAM = r'''#!PYTHON
import base64, http.client, json, os, time
API = os.environ["AWS_LAMBDA_RUNTIME_API"]
while True:
    line = http.client.HTTPConnection(API)
    line.request("GET", "/2018-06-01/runtime/invocation/next")
    reply = line.getresponse()
    event, request = reply.read(), reply.headers["Lambda-Runtime-Aws-Request-Id"]
    def pieces():
        yield b"first "
        while b"gate" in event and not os.path.exists("FOLDER/open"):
            time.sleep(0.002)
        yield b"second"
    line = http.client.HTTPConnection(API)
    line.putrequest("POST", "/2018-06-01/runtime/invocation/" + request + "/response")
    line.putheader("Lambda-Runtime-Function-Response-Mode", "streaming")
    line.putheader("Transfer-Encoding", "chunked")
    line.putheader("Trailer", "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body")
    line.endheaders()
    for piece in pieces():
        line.send(b"%x\r\n%s\r\n" % (len(piece), piece))
    line.send(b"0\r\n")
    if b"half" in event:
        error = base64.b64encode(json.dumps({"errorType": "HalfWay", "errorMessage": "no more"}).encode())
        line.send(b"Lambda-Runtime-Function-Error-Type: HalfWay\r\nLambda-Runtime-Function-Error-Body: " + error + b"\r\n")
    line.send(b"\r\n")
    line.getresponse().read()
'''


class Gate:
    """What the functions wait for in the middle of their answers."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "open")

    def open(self):
        with open(self.path, "w"):
            pass

    def shut(self):
        if os.path.exists(self.path):
            os.remove(self.path)


def events(functions, name, payload, **members):
    reply = functions.invoke_with_response_stream(FunctionName=name, Payload=json.dumps(payload), **members)
    assert reply["ExecutedVersion"] == "$LATEST" and reply["ResponseStreamContentType"] == "application/vnd.amazon.eventstream", reply
    return reply["EventStream"]


def parts(stream):
    chunks, end = [], None
    for event in stream:
        assert end is None, "nothing follows the end"
        if "PayloadChunk" in event:
            chunks.append(event["PayloadChunk"]["Payload"])
        else:
            end = event["InvokeComplete"]
    return chunks, end


def streamed(functions, name, gate):
    """The first piece is there while the function waits for what happens only afterwards."""
    gate.shut()
    stream = iter(events(functions, name, "gate", LogType="Tail"))
    assert next(stream)["PayloadChunk"]["Payload"] == b"first "
    gate.open()
    chunks, end = parts(stream)
    assert b"".join(chunks) == b"second" and "ErrorCode" not in end and end["LogResult"], (chunks, end)
    chunks, end = parts(events(functions, name, "half"))
    assert b"".join(chunks) == b"first second" and end["ErrorCode"] == "Unhandled", (chunks, end)
    details = json.loads(end["ErrorDetails"])
    assert details["errorType"] == "HalfWay" and details["errorMessage"] == "no more", details


def invoked(functions, gate):
    assert parts(events(functions, "Plain", {})) == ([b'{"a":1}'], {})
    chunks, end = parts(events(functions, "Streams", "early"))
    assert chunks == [] and json.loads(end["ErrorDetails"])["errorType"] == "TooEarly", (chunks, end)
    assert parts(events(functions, "Streams", "nothing")) == ([], {})
    chunks, _ = parts(events(functions, "Streams", "large"))
    assert hashlib.sha256(b"".join(chunks)).hexdigest() == hashlib.sha256(b"x" * 65_536_000).hexdigest()
    # Who waits for all of it gets it in one piece, within the limit of such answers.
    gate.open()
    assert invoke(functions, "Streams", b'"x"')[0] == "first second"
    assert invoke(functions, "Streams", b'"large"')[0]["errorType"] == "Function.ResponseSizeTooLarge"
    refused("ResourceNotFoundException", functions.invoke_with_response_stream, FunctionName="none")
    refused("ValidationException", functions.invoke_with_response_stream, FunctionName="Plain", InvocationType="Event")
    assert functions.invoke_with_response_stream(FunctionName="Plain", InvocationType="DryRun")["StatusCode"] == 204


def left(server, functions):
    """Whoever stops reading ends nothing but the reading; the function is held back, and ends by its own time."""
    functions.create_function(
        FunctionName="Brief", Role=f"arn:aws:iam::{server.account}:role/r", PackageType="Image", Code={"ImageUri": "plugin://streams"}, Timeout=1)
    body = b'"never"'
    line = socket.create_connection(server.endpoint.split("/")[2].split(":"))
    line.sendall(b"POST /2021-11-15/functions/Brief/response-streaming-invocations HTTP/1.1\r\nHost: x\r\n"
                 b"Authorization: AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=x\r\n"
                 b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    assert line.recv(1) == b"H"
    line.close()
    logs = server.client("logs")

    def timed_out():
        try:
            found = logs.filter_log_events(logGroupName="/aws/lambda/Brief", filterPattern='"Status: timeout"')["events"]
        except logs.exceptions.ResourceNotFoundException:
            return False
        return len(found) == 1
    wait_for(timed_out, what="the end of a function nobody reads")
    assert invoke(functions, "Plain")[0] == {"a": 1}


def ask(server, url, path):
    connection = HTTPConnection(server.endpoint.split("/")[2], timeout=30)
    connection.request("GET", path, headers={"Host": url.split("/")[2], "Origin": "http://page"})
    return connection.getresponse()


def urls(server, functions, gate):
    def url_of(name, mode="RESPONSE_STREAM"):
        functions.add_permission(
            FunctionName=name, StatementId="url", Action="lambda:InvokeFunctionUrl", Principal="*", FunctionUrlAuthType="NONE")
        made = functions.create_function_url_config(FunctionName=name, AuthType="NONE", InvokeMode=mode, Cors={"AllowOrigins": ["*"]})
        assert made["InvokeMode"] == mode, made
        return made["FunctionUrl"]
    for name in ("Streams", "Program"):
        functions.create_function(
            FunctionName=f"{name}Url", Role=f"arn:aws:iam::{server.account}:role/r", PackageType="Image", Timeout=30,
            Code={"ImageUri": f"plugin://{name.lower()}"})
        url = url_of(f"{name}Url")
        gate.shut()
        reply = ask(server, url, "/gate")
        assert reply.status == 200 and reply.getheader("Content-Type") == "application/octet-stream", reply.headers
        assert reply.getheader("Transfer-Encoding") == "chunked" and reply.getheader("Access-Control-Allow-Origin") == "*", reply.headers
        assert reply.read(6) == b"first "
        gate.open()
        assert reply.read() == b"second"
        try:
            raise AssertionError(f"whole, though it was cut: {ask(server, url, '/half').read()}")
        except IncompleteRead as error:
            assert error.partial == b"first second", error.partial
    url = functions.get_function_url_config(FunctionName="StreamsUrl")["FunctionUrl"]
    reply = ask(server, url, "/prelude")
    assert (reply.status, reply.getheader("Content-Type"), reply.getheader("X-Own")) == (201, "text/event-stream", "1"), reply.headers
    assert reply.headers.get_all("Set-Cookie") == ["a=1"] and reply.read() == b"first second"
    assert ask(server, url, "/early").status == 502
    reply = ask(server, url, "/nothing")
    assert (reply.status, reply.read()) == (200, b"")
    plain = ask(server, url_of("PlainUrl"), "/")
    assert (plain.status, plain.read(), plain.getheader("Content-Type")) == (200, b'{"a":1}', "application/json"), plain.headers
    functions.update_function_url_config(FunctionName="StreamsUrl", InvokeMode="BUFFERED")
    server.kill()
    server.start()
    reply = ask(server, url, "/x")
    assert reply.getheader("Transfer-Encoding") is None and reply.read() == b'"first second"', reply.headers


def main():
    plugins, folder = tempfile.mkdtemp(prefix="newel-plugins-"), tempfile.mkdtemp(prefix="newel-gate-")
    packaged(plugins, "streams", STREAMS.replace("FOLDER", folder), functions=[
        {"name": "Streams", "files": [f"ro:{folder}"], "timeoutSeconds": 30}])
    compiled(plugins, "plain", answering("Plain", '{"a":1}'))
    program = os.path.join(plugins, "program")
    os.makedirs(program)
    with open(os.path.join(program, "bootstrap"), "w") as file:
        file.write(PROGRAM.replace("PYTHON", "/usr/bin/python3 -u").replace("FOLDER", folder))
    os.chmod(file.name, 0o755)
    with open(os.path.join(program, "plugin.json"), "w") as file:
        json.dump({"manifestVersion": 1, "name": "program", "version": "1", "runtime": {"bootstrap": "bootstrap"},
                   "functions": [{"name": "Program", "files": [f"ro:{folder}"], "timeoutSeconds": 30}]}, file)
    gate = Gate(folder)
    with Server("--plugins", plugins) as server:
        functions = server.client("lambda")
        for name in ("Streams", "Program"):
            streamed(functions, name, gate)
        invoked(functions, gate)
        left(server, functions)
        functions.create_function(
            FunctionName="PlainUrl", Role=f"arn:aws:iam::{server.account}:role/r", PackageType="Image", Code={"ImageUri": "plugin://Plain"})
        urls(server, functions, gate)
        server.stop()
    shutil.rmtree(plugins)
    shutil.rmtree(folder)


main()
print("answers go out piece by piece")
