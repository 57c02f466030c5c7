"""With --auth sigv4 no request gets in that is unsigned, wrongly signed, changed, stale or by an unknown key; every signed one does."""
import datetime
import hashlib
import hmac
import json
import os
import subprocess
import tempfile
import urllib.error
import urllib.request

import boto3
from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

import botocore.auth
from newel import EXECUTABLE, Server, refused, wait_for

KEY, SECRET, ACCOUNT = "AKIAOWNEROFTHEPLACE", "a-secret/that+is-long", "111122223333"
LISTING = json.dumps({"maxResults": 10})


def client(server, service, key=KEY, secret=SECRET, token=None):
    return boto3.client(
        service, endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id=key, aws_secret_access_key=secret,
        aws_session_token=token, config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}, signature_version="s3v4" if service == "s3" else None))


def send(request, body=None):
    """Status and body of a prepared request, whatever it is."""
    prepared = request.prepare() if isinstance(request, AWSRequest) else request
    content = body if body is not None else prepared.body
    if body is not None and "Content-Length" in prepared.headers:
        del prepared.headers["Content-Length"]
    content = content.encode() if isinstance(content, str) else content
    sent = urllib.request.Request(prepared.url, data=content, headers=dict(prepared.headers), method=prepared.method)
    try:
        with urllib.request.urlopen(sent, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def listing(server, body=LISTING):
    return AWSRequest("POST", server.endpoint + "/", data=body, headers={
        "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "AWSStepFunctions.ListStateMachines"})


def signed(server, key=KEY, secret=SECRET, minutes=0, service="states"):
    """A signed request, signed so many minutes ago."""
    request = listing(server)
    now, get = datetime.datetime.now(datetime.timezone.utc), botocore.auth.get_current_datetime
    botocore.auth.get_current_datetime = lambda remove_tzinfo=True: (now - datetime.timedelta(minutes=minutes)).replace(tzinfo=None)
    try:
        SigV4Auth(Credentials(key, secret), service, "us-east-1").add_auth(request)
    finally:
        botocore.auth.get_current_datetime = get
    return request


def expect(answer, status, *words):
    assert answer[0] == status and all(word in answer[1] for word in words), answer


def headers(server):
    expect(send(signed(server)), 200, "stateMachines")
    expect(send(listing(server)), 403, "MissingAuthenticationTokenException", "Missing Authentication Token")
    expect(send(signed(server, key="AKIANOBODY")), 403, "UnrecognizedClientException")
    expect(send(signed(server, secret="wrong")), 403, "InvalidSignatureException", "does not match the signature you provided")
    expect(send(signed(server, minutes=14)), 200)
    expect(send(signed(server, minutes=16)), 403, "InvalidSignatureException", "Signature expired")
    expect(send(signed(server, minutes=-16)), 403, "InvalidSignatureException", "not yet current")
    expect(send(signed(server), json.dumps({"maxResults": 11}).encode()), 403, "InvalidSignatureException")
    changed = signed(server).prepare()
    changed.headers["X-Amz-Target"] = "AWSStepFunctions.ListActivities"
    expect(send(changed), 403, "InvalidSignatureException")
    cut = signed(server).prepare()
    cut.headers["Authorization"] = cut.headers["Authorization"].split(", Signature")[0]
    expect(send(cut), 403, "IncompleteSignatureException")
    odd = signed(server).prepare()
    odd.headers["Authorization"] = "Bearer token"
    expect(send(odd), 403, "IncompleteSignatureException")
    query = urllib.request.Request(server.endpoint + "/?Action=ListTopics&Version=2010-03-31")
    try:
        urllib.request.urlopen(query)
        raise AssertionError("an unsigned query got in")
    except urllib.error.HTTPError as error:
        assert error.code == 403 and "MissingAuthenticationToken" in error.read().decode()
    for path in ("/2015-03-31/functions/", "/bucket/key", "/_newel/time"):
        expect(send(AWSRequest("GET", server.endpoint + path)), 403)
    expect(send(AWSRequest("GET", server.endpoint + "/_newel/health")), 200)


def clients(server):
    """Clients of every protocol."""
    client(server, "stepfunctions").create_activity(name="a")
    client(server, "sqs").create_queue(QueueName="q")
    client(server, "sns").create_topic(Name="t")
    client(server, "lambda").list_functions()
    client(server, "logs").describe_log_groups()
    client(server, "events").list_rules()
    assert client(server, "sts").get_caller_identity()["Arn"] == f"arn:aws:iam::{ACCOUNT}:root"
    refused("InvalidClientTokenId", client(server, "sns", key="AKIANOBODY").list_topics)
    refused("SignatureDoesNotMatch", client(server, "sns", secret="wrong").list_topics)
    iam = client(server, "iam")
    iam.create_user(UserName="alice")
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    alice = (key["AccessKeyId"], key["SecretAccessKey"])
    refused("AccessDenied", client(server, "sqs", *alice).list_queues)
    iam.put_user_policy(UserName="alice", PolicyName="p", PolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]}))
    client(server, "sqs", *alice).list_queues()
    session = client(server, "sts").get_session_token()["Credentials"]
    parts = (session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])
    client(server, "sqs", *parts).list_queues()
    refused("InvalidClientTokenId", client(server, "sns", *parts[:2]).list_topics)
    refused("SignatureDoesNotMatch", client(server, "sns", parts[0], "wrong", parts[2]).list_topics)
    iam.update_access_key(UserName="alice", AccessKeyId=key["AccessKeyId"], Status="Inactive")
    refused("InvalidClientTokenId", client(server, "sns", *alice).list_topics)


def objects(server):
    """S3: names that need encoding, signed URLs, bodies in signed chunks."""
    s3 = client(server, "s3")
    s3.create_bucket(Bucket="pages")
    for name in ("plain", "a b/c+d/é", "dots/../x", "q?x=1&y"):
        s3.put_object(Bucket="pages", Key=name, Body=name.encode())
        assert s3.get_object(Bucket="pages", Key=name)["Body"].read() == name.encode()
    refused("SignatureDoesNotMatch", client(server, "s3", secret="wrong").list_buckets)
    refused("InvalidAccessKeyId", client(server, "s3", key="AKIANOBODY").list_buckets)
    url = s3.generate_presigned_url("get_object", Params={"Bucket": "pages", "Key": "a b/c+d/é"}, ExpiresIn=60)
    assert urllib.request.urlopen(url).read() == "a b/c+d/é".encode()
    expect(send(AWSRequest("GET", url.replace("a%20b", "a%20c"))), 403, "SignatureDoesNotMatch")
    expect(send(AWSRequest("GET", url.replace("Expires=60", "Expires=600"))), 403, "SignatureDoesNotMatch")
    old = AWSRequest("GET", server.endpoint + "/pages/plain")
    now, get = datetime.datetime.now(datetime.timezone.utc), botocore.auth.get_current_datetime
    botocore.auth.get_current_datetime = lambda remove_tzinfo=True: (now - datetime.timedelta(minutes=2)).replace(tzinfo=None)
    S3SigV4QueryAuth(Credentials(KEY, SECRET), "s3", "us-east-1", expires=60).add_auth(old)
    botocore.auth.get_current_datetime = get
    expect(send(old), 403, "Request has expired")
    for forge in (None, 0, 1):
        status, said = send(*chunked(server, [b"first" * 2000, b"second"], forge))
        assert (status == 200) == (forge is None), (forge, status, said)
    assert s3.get_object(Bucket="pages", Key="chunks")["Body"].read() == b"first" * 2000 + b"second"


def chunked(server, pieces, forge):
    """An upload in signed chunks; `forge`: the place of a chunk that is changed after it was signed."""
    class Streaming(S3SigV4Auth):
        def payload(self, request):
            return "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"
    request = AWSRequest("PUT", server.endpoint + "/pages/chunks", headers={
        "x-amz-decoded-content-length": str(sum(map(len, pieces))), "content-encoding": "aws-chunked",
        "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"})
    auth = Streaming(Credentials(KEY, SECRET), "s3", "us-east-1")
    auth.add_auth(request)
    time = request.context["timestamp"]
    scope = f"{time[:8]}/us-east-1/s3/aws4_request"
    key = b"AWS4" + SECRET.encode()
    for part in (time[:8], "us-east-1", "s3", "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    previous = request.headers["Authorization"].split("Signature=")[1]
    body = b""
    for place, piece in enumerate([*pieces, b""]):
        text = "\n".join(["AWS4-HMAC-SHA256-PAYLOAD", time, scope, previous, hashlib.sha256(b"").hexdigest(), hashlib.sha256(piece).hexdigest()])
        previous = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
        sent = piece if place != forge else b"F" + piece[1:]
        body += f"{len(sent):x};chunk-signature={previous}\r\n".encode() + sent + b"\r\n"
    return request, body


def nobody():
    """A server that could let nobody in does not start, and says what to do."""
    with tempfile.TemporaryDirectory() as folder:
        ended = subprocess.run([EXECUTABLE, "up", "--port", "0", "--data", folder, "--auth", "sigv4"], capture_output=True, text=True, timeout=30)
    assert ended.returncode != 0 and "--credentials" in ended.stderr, ended


def printed(server):
    """The lines that are printed at the start let a client in as they are."""
    told = lambda: [line for line in server.said().splitlines() if line.strip().startswith("export ")]
    lines = wait_for(lambda: len(told()) == 2 and told(), what="the lines")
    command = "\n".join(lines) + "\nexec aws sts get-caller-identity --output text --query Account"
    variables = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    done = subprocess.run(["sh", "-c", command], env=variables, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == ACCOUNT, (lines, done)


def main():
    nobody()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "credentials")
        with open(path, "w") as file:
            file.write(f"# mine\n[default]\naws_access_key_id = {KEY}\naws_secret_access_key={SECRET}\naws_account_id = {ACCOUNT}\n")
        with Server("--auth", "sigv4", "--credentials", path) as server:
            printed(server)
            headers(server)
            clients(server)
            objects(server)


main()
