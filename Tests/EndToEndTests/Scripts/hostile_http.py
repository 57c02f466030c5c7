"""Hostile HTTP: broken bodies of every protocol, wrong types, huge heads, slow and idle clients by the thousand, paths that climb out: refused or cut off, memory flat, nothing lost."""
import concurrent.futures
import io
import json
import os
import random
import resource
import socket
import struct
import time
import zipfile

from botocore.exceptions import ClientError

from newel import Server, refused, wait_for

SEED = int(os.environ.get("NEWEL_SEED", "1"))
IDLE = 5_000


class Raw:
    """A connection on which anything may be sent."""

    def __init__(self, server, seconds=20):
        host, port = server.endpoint.removeprefix("http://").split(":")
        self.socket = socket.create_connection((host, int(port)), timeout=seconds)

    def send(self, data):
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass  # cut off while sending: the answer, if there is one, says why
        return self

    def answer(self):
        """Status and body; None when the connection was closed without a word."""
        data = b""
        try:
            while b"\r\n\r\n" not in data:
                part = self.socket.recv(65_536)
                if not part:
                    return None
                data += part
            head, body = data.split(b"\r\n\r\n", 1)
            length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
            while len(body) < length:
                part = self.socket.recv(65_536)
                if not part:
                    break
                body += part
        except ConnectionResetError:
            return None
        finally:
            self.socket.close()
        return int(head.split(b" ")[1]), body

    def is_closed(self):
        """Whether the server has ended the connection."""
        self.socket.setblocking(False)
        try:
            return self.socket.recv(1) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True


def rss(server):
    with open(f"/proc/{server.process.pid}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def post(server, body, path="/", method="POST", **headers):
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return Raw(server).send("\r\n".join(lines).encode() + b"\r\n\r\n" + body).answer()


def is_clear(answer, what):
    """A refusal in the 400s, or a closed connection; never a failure of the server."""
    assert answer is None or 400 <= answer[0] < 500, (what, answer)


JSON10, JSON11 = "application/x-amz-json-1.0", "application/x-amz-json-1.1"
TARGETS = [
    ("AWSStepFunctions.StartExecution", JSON10, {"stateMachineArn": "arn:aws:states:us-east-1:000000000000:stateMachine:m", "input": "{}"}),
    ("AWSStepFunctions.CreateStateMachine", JSON10, {"name": "m2", "definition": "{}", "roleArn": "arn:aws:iam::000000000000:role/r"}),
    ("AmazonSQS.SendMessageBatch", JSON10, {"QueueUrl": "http://h/000000000000/kept", "Entries": [{"Id": "a"}]}),
    ("AmazonSQS.ReceiveMessage", JSON10, {"QueueUrl": "http://h/000000000000/none", "MaxNumberOfMessages": 1}),
    ("Logs_20140328.PutLogEvents", JSON11, {"logGroupName": "none", "logStreamName": "s", "logEvents": [{"timestamp": 1, "message": "m"}]}),
    ("AmazonSSM.PutParameter", JSON11, {"Name": "a b", "Value": "v", "Type": "String"}),
    ("TrentService.Encrypt", JSON11, {"KeyId": "none", "Plaintext": "eA=="}),
    ("AWSEvents.PutRule", JSON11, {"Name": "r", "EventPattern": "{"}),
]
DEEP = b"[" * 200_000
BODIES = [b"", b"{", b"null", b"[]", b"\"x\"", b"\xff\xfe{}", b"{\"a\":1e999999}", b"{\"a\":\"\\ud800\"}", DEEP, b"{\"a\":" * 100_000, b"\0" * 1000,
          b"{\"stateMachineArn\":\"\\u0000\"}", b"{}" + b" " * 100_000 + b"x"]


def bodies(server):
    """Broken bodies in every protocol."""
    for target, kind, _ in TARGETS:
        for body in BODIES:
            is_clear(post(server, body, X_Amz_Target=target, Content_Type=kind), (target, body[:40]))
    for target in ("AWSStepFunctions.Nothing", "Nobody.Action", "x" * 5_000, ".", "AWSStepFunctions."):
        is_clear(post(server, b"{}", X_Amz_Target=target, Content_Type=JSON10), target)
    # CBOR
    for body in (b"\x9f" * 10_000, b"\xbf\x61", b"\x5b" + b"\xff" * 8, b"\xa1\x01\x02", b"\xfb", DEEP, b"\xbb" + b"\xff" * 8 + b"\x61a"):
        is_clear(post(server, body, "/service/AWSStepFunctions/operation/StartExecution", Smithy_Protocol="rpc-v2-cbor",
                      Content_Type="application/cbor"), body[:20])
    # Query
    for body in (b"Action=", b"Action=%ZZ", b"Action=Publish&" + b"a=b&" * 50_000, b"Action=Publish&MessageAttributes.entry.99999999999.Name=x",
                 b"Action=Publish&" + b".member.1" * 20_000 + b"=x", b"Action=CreateTopic&Name=" + b"x" * 100_000, b"\xff" * 100, b"&&&===",
                 b"Action=CreateTopic&Attributes.entry.1=x&Attributes=y"):
        is_clear(post(server, body, Content_Type="application/x-www-form-urlencoded"), body[:40])
    # REST-JSON, and paths that are none
    for path in ("/2015-03-31/functions/%00/invocations", "/2015-03-31/functions/..%2f..%2fetc/invocations", "/2015-03-31/functions/" + "a" * 9_000,
                 "/2015-03-31/event-source-mappings/%ff", "/2015-03-31/functions/x/versions?Marker=%", "/2015-03-31/functions/f/invocations"):
        is_clear(post(server, b"{", path), path)
    # REST-XML
    for body in (b"<a", b"<CompleteMultipartUpload>" + b"<Part>" * 50_000, b"<!DOCTYPE x [<!ENTITY a \"" + b"a" * 1000 + b"\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>",
                 b"<x>&#0;</x>", b"<x a='1' a='2'/>"):
        is_clear(post(server, body, "/bucket/key?uploadId=1", Host="s3.localhost", X_Amz_Content_Sha256="UNSIGNED-PAYLOAD"), body[:40])
        is_clear(post(server, body, "/bucket?delete", X_Amz_Content_Sha256="UNSIGNED-PAYLOAD"), body[:40])
    # Packed and in chunks
    is_clear(post(server, b"no gzip", X_Amz_Target="AWSStepFunctions.ListStateMachines", Content_Type=JSON10, Content_Encoding="gzip"), "gzip")
    for body in (b"ZZ;chunk-signature=x\r\n", b"ffffffffffffffff\r\nx", b"5;chunk-signature=" + b"0" * 64 + b"\r\nhel"):
        is_clear(post(server, body, "/bucket/key", "PUT", Content_Encoding="aws-chunked", X_Amz_Content_Sha256="STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                      X_Amz_Decoded_Content_Length="5"), body[:20])


def wrong(value, chance):
    """A value with something of another type somewhere in it."""
    strange = [None, True, -1, 2 ** 63, 1.5, 1e308, "", "x" * 3000, "\0", [], {}, [[[[]]]], {"a": {"b": []}}, "☺", [None], {"": None}]
    if isinstance(value, dict) and value and chance.random() < 0.85:
        copy = dict(value)
        key = chance.choice(sorted(copy))
        copy[key] = wrong(copy[key], chance)
        return copy
    if isinstance(value, list) and value and chance.random() < 0.7:
        return [wrong(value[0], chance)] * chance.choice([1, 2, 300])
    return chance.choice(strange)


def types(server):
    chance = random.Random(SEED)
    for number in range(400):
        target, kind, shape = chance.choice(TARGETS)
        body = json.dumps(wrong(shape, chance)).encode()
        answer = post(server, body, X_Amz_Target=target, Content_Type=kind)
        # Some of what comes out is as good as what went in.
        assert answer and answer[0] < 500, (SEED, number, target, body[:200], answer)


def heads(server):
    """Heads that are too long, or none."""
    start = b"POST / HTTP/1.1\r\nHost: h\r\n"
    for name, data in {
        "one huge header": start + b"X-A: " + b"a" * 1_000_000 + b"\r\n\r\n", "many headers": start + b"X-A: a\r\n" * 50_000 + b"\r\n",
        "a huge target": b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: h\r\n\r\n", "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + os.urandom(200),
        "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0" * 100, "a length that is none": start + b"Content-Length: -5\r\n\r\n",
        "two lengths": start + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "length and chunks": start + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "a broken chunk": start + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "a header without a name": start + b": x\r\n\r\n",
        "a line break in a header": start + b"X-A: a\rb\r\n\r\n", "a NUL": start + b"X-A: a\0b\r\n\r\n", "spaces": start + b"X-A : a\r\n\r\n",
        "a huge length": start + b"Content-Length: 99999999999999999999\r\n\r\n", "a large length": start + b"Content-Length: 9999999999\r\n\r\n",
    }.items():
        is_clear(Raw(server).send(data).answer(), name)


def paths(server):
    """Names that climb out of where they belong."""
    s3, functions = server.client("s3"), server.client("lambda")
    s3.create_bucket(Bucket="safe")
    before = sorted(os.listdir(os.path.dirname(server.data)))
    for key in ("../../../escape", "a/../../../../escape", "/escape", "..", ".", "a//b", "..\\escape", "%2e%2e/escape", "a\0b", "x" * 1024):
        try:
            s3.put_object(Bucket="safe", Key=key, Body=b"x")
        except ClientError as error:  # refused is as good as kept under exactly this name
            assert error.response["ResponseMetadata"]["HTTPStatusCode"] < 500, (key, error)
            continue
        assert s3.get_object(Bucket="safe", Key=key)["Body"].read() == b"x", key
    refused("KeyTooLongError", s3.put_object, Bucket="safe", Key="x" * 1025, Body=b"x")
    for path in ("/..%2f..%2fetc/passwd", "/safe/..%2f..%2f..%2fetc%2fpasswd", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/_newel/../../etc/passwd",
                 "/_newel/%2e%2e/etc/passwd"):
        answer = post(server, b"", path, "GET")
        is_clear(answer, path)
        assert answer is None or b"root:" not in answer[1], path
    for name in ("../../escape", "/escape", "a/../../../escape", "..", "nul\0escape"):
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr("plugin.json", json.dumps({"manifestVersion": 1, "name": "p", "version": "1", "abi": {"major": 1, "minMinor": 0}, "libraries": []}))
            archive.writestr(zipfile.ZipInfo(name) if "\0" not in name else name.replace("\0", "_"), b"x")
        packed = content.getvalue().replace(b"nul_escape", b"nul\0escape")
        try:
            functions.create_function(FunctionName="climber", Role="arn:aws:iam::000000000000:role/r", Runtime="provided.al2023", Handler="h",
                                      Code={"ZipFile": packed})
            raise AssertionError(f"taken: {name!r}")
        except ClientError as error:
            assert 400 <= error.response["ResponseMetadata"]["HTTPStatusCode"] < 500, (name, error)
    stacks = server.client("cloudformation", parameter_validation=False)
    for name in ("../escape", "a/b", "..", "-x", "x" * 129):
        try:
            stacks.create_stack(StackName=name, TemplateBody="{}")
            raise AssertionError(f"taken: {name!r}")
        except ClientError as error:
            assert 400 <= error.response["ResponseMetadata"]["HTTPStatusCode"] < 500, (name, error)
    for root, _, files in os.walk(server.data):
        assert "escape" not in files, root
    assert not {"escape"} & set(os.listdir(os.path.dirname(server.data))), before


def slow(server):
    """Clients that never come to the end of a request lose their connection; others are served meanwhile."""
    head = b"POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: AWSStepFunctions.ListStateMachines\r\nContent-Type: application/x-amz-json-1.0\r\n"
    trickles = [Raw(server) for _ in range(50)]
    for raw in trickles:
        raw.send(head[:20])
    bodies = [Raw(server).send(head + b"Content-Length: 1000\r\n\r\n{") for _ in range(50)]
    begun, place = time.monotonic(), 20
    while True:
        for raw in trickles:
            raw.send(b"X" if place > len(head) else head[place:place + 1])
        for raw in bodies:
            raw.send(b" ")
        place += 1
        server.client("stepfunctions").list_state_machines()
        closed = [raw.is_closed() for raw in trickles + bodies]
        if all(closed):
            return
        assert time.monotonic() - begun < 60, f"{closed.count(False)} slow clients are still there"
        time.sleep(0.5)


def idle(server):
    """Thousands that are connected and say nothing: everybody else is served, and what they cost is given back or used again."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    count = min(IDLE, hard - 200)
    sizes = []
    for _ in range(3):
        connections = [Raw(server) for _ in range(count)]
        assert server.client("sqs").list_queues()["QueueUrls"]
        sizes.append(rss(server))
        for raw in connections:
            raw.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raw.socket.close()
        wait_for(lambda: len(os.listdir(f"/proc/{server.process.pid}/fd")) < count // 2, what="connections to be let go")
    assert sizes[2] < sizes[0] * 1.25, f"memory grows with each round of idle clients: {sizes}"
    return count, sizes


def main():
    # As a login gives it: the server asks for more by itself.
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(1_024, hard), hard))
    with Server() as server:
        sqs, sfn = server.client("sqs"), server.client("stepfunctions")
        queue = sqs.create_queue(QueueName="kept")["QueueUrl"]
        for number in range(20):
            sqs.send_message(QueueUrl=queue, MessageBody=str(number))
        activity = sfn.create_activity(name="kept")["activityArn"]
        with concurrent.futures.ThreadPoolExecutor() as others:
            # They take ten seconds of waiting: everything else goes on meanwhile.
            slowly = others.submit(slow, server)
            bodies(server)
            types(server)
            heads(server)
            paths(server)
            slowly.result()
        warm = rss(server)
        for _ in range(3):
            bodies(server)
            heads(server)
        grown = rss(server) / warm
        assert grown < 1.5, f"memory grew {grown:.2f} times"
        count, sizes = idle(server)
        # Nothing was lost.
        server.kill()
        server.start()
        sqs, sfn = server.client("sqs"), server.client("stepfunctions")
        got = set()
        while len(got) < 20:
            messages = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, WaitTimeSeconds=2).get("Messages", [])
            assert messages, f"only {len(got)} of 20 messages are there"
            got |= {message["Body"] for message in messages}
        assert sfn.describe_activity(activityArn=activity)["name"] == "kept"
        server.stop()
    print(f"memory {grown:.2f} times after hostile requests; {count} idle clients: {[size >> 20 for size in sizes]} MiB")


main()
