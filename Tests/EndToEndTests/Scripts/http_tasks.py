"""HTTP tasks and forwarded services against real servers: authorisation, merging, errors, retries, time limits, signatures."""
import base64
import hashlib
import json
import os
import select
import subprocess
import tempfile
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from newel import EXECUTABLE, Server, ended, history, single, wait_for, well_formed

SECRETS = ["p4ssword", "k3y-value", "cl1ent-secret", "h1dden-header", "h1dden-query", "h1dden-body"]
TOKENS = "t0ken-"


class Handler(BaseHTTPRequestHandler):
    """Keeps every request in `server.seen` and answers as `server.answers` says for its path."""

    protocol_version = "HTTP/1.1"

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path, _, query = self.path.partition("?")
        request = {"method": self.command, "path": path, "query": query, "headers": dict(self.headers), "body": body}
        with self.server.lock:
            self.server.seen.append(request)
            number = sum(1 for other in self.server.seen if other["path"] == path)
        status, headers, content = self.server.answers[path]({**request, "socket": self.connection, "gone": self.server.gone}, number)
        if status is None:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_HEAD = handle_any

    def log_message(self, *_):
        pass


class Quiet(ThreadingHTTPServer):
    """Clients that give up are no news."""

    daemon_threads = True

    def handle_error(self, *_):
        pass


class Elsewhere:
    """An HTTP server of our own, on a free port."""

    def __init__(self, answers):
        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.server.seen, self.server.lock, self.server.answers, self.server.gone = [], threading.Lock(), answers, threading.Event()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def seen(self, path):
        with self.server.lock:
            return [request for request in self.server.seen if request["path"] == path]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def as_json(value, status=200, *headers):
    return status, [("Content-Type", "application/json"), *headers], json.dumps(value).encode()


def echo(request, _):
    shown = {name: request[name] for name in ("method", "path", "query", "headers")}
    return as_json({**shown, "body": request["body"].decode()}, 200, ("X-Twice", "a"), ("X-Twice", "b"))


def flaky(_, number):
    return as_json({"try": number}, 503 if number < 3 else 200)


GIVEN = []


def token(request, _):
    form = urllib.parse.parse_qs(request["body"].decode())
    good = form.get("client_id") == ["me"] and form.get("client_secret") == ["cl1ent-secret"] and form.get("grant_type") == ["client_credentials"]
    if not good or form.get("scope") != ["all things"]:
        return as_json({"error": "invalid_client"}, 401)
    GIVEN.append(request)
    return as_json({"access_token": f"{TOKENS}{len(GIVEN)}", "token_type": "bearer", "expires_in": 3600})


def guarded(request, number):
    """Takes the first token twice, then only the second one."""
    wanted = f"Bearer {TOKENS}{1 if number <= 2 else 2}"
    return as_json({"ok": request["headers"].get("Authorization") == wanted}, 200 if request["headers"].get("Authorization") == wanted else 401)


def slow(request):
    """No answer before the client has given up."""
    if select.select([request["socket"]], [], [], 30)[0]:
        request["gone"].set()
    return None, None, None


ANSWERS = {
    "/echo": echo, "/flaky": flaky, "/token": token, "/guarded": guarded,
    "/missing": lambda *_: (404, [("Content-Type", "text/plain")], b"nothing here"),
    "/moved": lambda *_: (302, [("Location", "/echo")], b""),
    "/text": lambda *_: (200, [("Content-Type", "text/plain")], "grüße".encode()),
    "/empty": lambda *_: (204, [], b""),
    "/picture": lambda *_: (200, [("Content-Type", "image/png")], b"\x89PNG"),
    "/large": lambda *_: (200, [("Content-Type", "text/plain")], b"x" * 300_000),
    "/slow": lambda request, _: slow(request),
    "/cut": lambda *_: (None, None, None),
    "/held": lambda request, number: slow(request) if number == 1 else as_json({"try": number}),
}


def connections(url):
    def added(header, query, body):
        return {
            "HeaderParameters": [{"Key": "X-Added", "Value": header, "IsValueSecret": True}],
            "QueryStringParameters": [{"Key": "added", "Value": query, "IsValueSecret": True}],
            "BodyParameters": [{"Key": "added", "Value": body, "IsValueSecret": True}]}
    return [
        {"Name": "basic", "AuthorizationType": "BASIC", "AuthParameters": {
            "BasicAuthParameters": {"Username": "user", "Password": {"Env": "E2E_PASSWORD"}}}},
        {"Name": "key", "AuthorizationType": "API_KEY", "AuthParameters": {
            "ApiKeyAuthParameters": {"ApiKeyName": "X-Key", "ApiKeyValue": "k3y-value"},
            "InvocationHttpParameters": added("h1dden-header", "h1dden-query", "h1dden-body")}},
        {"Name": "oauth", "AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {"OAuthParameters": {
            "AuthorizationEndpoint": f"{url}/token", "HttpMethod": "POST",
            "ClientParameters": {"ClientID": "me", "ClientSecret": "cl1ent-secret"},
            "OAuthHttpParameters": {"BodyParameters": [{"Key": "scope", "Value": "all things"}]}}}},
        {"Name": "barred", "AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {"OAuthParameters": {
            "AuthorizationEndpoint": f"{url}/token", "HttpMethod": "POST",
            "ClientParameters": {"ClientID": "you", "ClientSecret": "cl1ent-secret"}}}},
    ]


def arn(name):
    return f"arn:aws:events:us-east-1:000000000000:connection/{name}/6f1c2b9e-0000-4000-8000-000000000000"


class World:
    """A server with the connections, and machines of one HTTP task."""

    def __init__(self, server, elsewhere):
        self.server, self.elsewhere, self.sfn = server, elsewhere, server.client("stepfunctions")
        self.count = 0

    def run(self, path, method="GET", connection="basic", state=None, **parameters):
        self.count += 1
        url = path if "://" in path else self.elsewhere.url + path
        machine = single(self.server, {
            "Resource": "arn:aws:states:::http:invoke",
            "Parameters": {"ApiEndpoint": url, "Method": method, "InvocationConfig": {"ConnectionArn": arn(connection)}, **parameters},
            **(state or {})}, name=f"m{self.count}")
        execution = self.sfn.start_execution(stateMachineArn=machine)["executionArn"]
        description = ended(self.sfn, execution)
        events = history(self.sfn, execution)
        well_formed(events)
        text = json.dumps([description, events], default=str)
        return description, events, text

    def output(self, *arguments, **parameters):
        description, events, _ = self.run(*arguments, **parameters)
        assert description["status"] == "SUCCEEDED", description
        return json.loads(description["output"])

    def error(self, *arguments, **parameters):
        description, events, text = self.run(*arguments, **parameters)
        assert description["status"] == "FAILED", description
        assert not [secret for secret in SECRETS if secret in text], text
        return description["error"], description.get("cause", "")


def results(world):
    description, events, _ = world.run("/echo", Headers={"X-Mine": ["a", "b"]}, QueryParameters={"q": ["1", "2"], "u": "ä b"})
    scheduled = next(event for event in events if event["type"] == "TaskScheduled")["taskScheduledEventDetails"]
    assert (scheduled["resourceType"], scheduled["resource"], scheduled["region"]) == ("http", "invoke", "us-east-1"), scheduled
    assert [event["type"] for event in events] == [
        "ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"], events
    succeeded = next(event for event in events if event["type"] == "TaskSucceeded")["taskSucceededEventDetails"]
    assert (succeeded["resourceType"], succeeded["resource"]) == ("http", "invoke"), succeeded
    output = json.loads(description["output"])
    assert set(output) == {"Headers", "ResponseBody", "StatusCode", "StatusText"}, output
    assert (output["StatusCode"], output["StatusText"]) == (200, "OK") and output["Headers"]["x-twice"] == ["a", "b"], output
    request = output["ResponseBody"]
    assert request["query"] == "q=1&q=2&u=%C3%A4%20b", request
    headers = request["headers"]
    assert headers["Authorization"] == "Basic " + base64.b64encode(b"user:p4ssword").decode(), headers
    assert headers["User-Agent"] == "Amazon|StepFunctions|HttpInvoke|us-east-1" and headers["Range"] == "bytes=0-262144", headers
    assert headers["X-Mine"] == "a, b" and "Content-Type" not in headers and "Accept" not in headers and "Expect" not in headers, headers

    merged = world.output("/echo?own=1", "POST", "key", RequestBody={"mine": [1, {"a": None}], "added": "task"}, QueryParameters={"added": "task"},
                          Headers={"x-added": "task"})["ResponseBody"]
    assert merged["query"] == "own=1&added=h1dden-query", merged
    assert json.loads(merged["body"]) == {"mine": [1, {"a": None}], "added": "h1dden-body"}, merged
    assert merged["headers"]["X-Key"] == "k3y-value" and merged["headers"]["X-Added"] == "h1dden-header" and "x-added" not in merged["headers"], merged
    assert merged["headers"]["Content-Type"] == "application/json; charset=UTF-8", merged

    form = world.output(
        "/echo", "PUT", RequestBody={"a": ["x y", "&"], "o": {"k": True}}, Headers={"content-type": "application/x-www-form-urlencoded"},
        Transform={"RequestBodyEncoding": "URL_ENCODED", "RequestEncodingOptions": {"ArrayFormat": "BRACKETS"}})["ResponseBody"]
    assert urllib.parse.parse_qs(form["body"]) == {"a[]": ["x y", "&"], "o[k]": ["true"]}, form
    for method in ("DELETE", "PATCH", "OPTIONS", "POST"):
        assert world.output("/echo", method)["ResponseBody"]["method"] == method
    head = world.output("/echo", "HEAD")
    assert (head["StatusCode"], head["ResponseBody"]) == (200, ""), head
    assert world.output("/text")["ResponseBody"] == "grüße"
    empty = world.output("/empty")
    assert (empty["StatusCode"], empty["StatusText"], empty["ResponseBody"]) == (204, "No Content", ""), empty


def errors(world):
    assert world.error("/missing") == ("States.Http.StatusCode.404", "nothing here")
    assert world.error("/moved")[0] == "States.Http.StatusCode.302"
    assert world.error("/picture")[0] == "States.Runtime"
    assert world.error("/large") == (
        "States.DataLimitExceeded", "The state/task 'http' returned a result with a size exceeding the maximum number of bytes service limit.")
    assert world.error("http://127.0.0.1:1/")[0] == "States.Http.Socket"
    assert world.error("/cut")[0] == "States.Http.Socket"
    assert world.error("/echo", connection="unknown")[0] == "Events.ConnectionResource.ResourceNotFound"
    assert world.error("/echo", connection="barred")[0] == "Events.ConnectionResource.InvalidConnectionState"
    sent = len(world.elsewhere.seen("/echo"))
    never_caught = {"Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Only"}], "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 3}]}
    assert world.error("/echo", Headers={"Authorization": "mine"}, state=never_caught)[0] == "States.Runtime"
    assert world.error("/echo", "POST", "key", RequestBody="text", state=never_caught)[0] == "States.Runtime"
    assert len(world.elsewhere.seen("/echo")) == sent, "nothing was sent"


def retries(world):
    """What can be tried again is; a time limit of the state ends the exchange."""
    description, events, _ = world.run(
        "/flaky", state={"Retry": [{"ErrorEquals": ["States.Http.StatusCode.503"], "IntervalSeconds": 1, "BackoffRate": 1, "MaxAttempts": 2}]})
    assert json.loads(description["output"])["ResponseBody"] == {"try": 3}, description
    assert [event["type"] for event in events].count("TaskFailed") == 2, events
    failed = next(event for event in events if event["type"] == "TaskFailed")["taskFailedEventDetails"]
    assert failed == {"resourceType": "http", "resource": "invoke", "error": "States.Http.StatusCode.503", "cause": '{"try": 1}'}, failed
    description, events, _ = world.run("/slow", state={"TimeoutSeconds": 1})
    assert description["status"] == "FAILED" and description["error"] == "States.Timeout", description
    assert world.elsewhere.server.gone.wait(20), "the exchange ends with its task"


def killed(world):
    """The server is killed while a task waits for its answer: nobody knows what became of it, so the definition decides."""
    retry = {"Retry": [{"ErrorEquals": ["States.Http.Socket"], "IntervalSeconds": 1, "MaxAttempts": 1}]}
    thread = threading.Thread(target=lambda: (wait_for(lambda: world.elsewhere.seen("/held"), what="the request"), world.server.kill()))
    machine = single(world.server, {
        "Resource": "arn:aws:states:::http:invoke", **retry,
        "Parameters": {"ApiEndpoint": world.elsewhere.url + "/held", "Method": "POST", "InvocationConfig": {"ConnectionArn": arn("basic")}}}, name="held")
    execution = world.sfn.start_execution(stateMachineArn=machine)["executionArn"]
    thread.start()
    thread.join()
    world.server.start()
    world.sfn = world.server.client("stepfunctions")
    description, events = ended(world.sfn, execution), history(world.sfn, execution)
    well_formed(events)
    assert json.loads(description["output"])["ResponseBody"] == {"try": 2}, description
    [failed] = [event["taskFailedEventDetails"] for event in events if event["type"] == "TaskFailed"]
    assert (failed["resource"], failed["error"]) == ("invoke", "States.Http.Socket") and "The host stopped" in failed["cause"], failed


def tokens(world):
    for _ in range(3):
        assert world.output("/guarded", connection="oauth")["ResponseBody"] == {"ok": True}
    # Two with the first token, the third was refused with it and repeated with a second one.
    assert len(world.elsewhere.seen("/guarded")) == 4, world.elsewhere.seen("/guarded")
    assert len(GIVEN) == 2 and GIVEN[0]["headers"]["Content-Type"] == "application/x-www-form-urlencoded", GIVEN


def traces(world):
    definition = json.dumps({
        "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": True, "Parameters": {
            "ApiEndpoint": world.elsewhere.url + "/echo", "Method": "POST", "Authentication": {"ConnectionArn": arn("key")},
            "Headers": {"definitionHeader": "h1"}, "RequestBody": {"message": "hello"}, "QueryParameters": {"q": "1"}}})
    role = "arn:aws:iam::000000000000:role/r"
    def seen(**members):
        answer = world.sfn.test_state(definition=definition, roleArn=role, **members)
        assert answer["status"] == "SUCCEEDED", answer
        return answer.get("inspectionData", {})
    url = world.elsewhere.url + "/echo"
    ours = "User-Agent: Amazon|StepFunctions|HttpInvoke|us-east-1, Range: bytes=0-262144]"
    hidden = seen(inspectionLevel="TRACE")
    assert hidden["request"] == {
        "protocol": "http", "method": "POST", "url": f"{url}?q=1", "headers": f"[definitionHeader: h1, {ours}", "body": '{"message":"hello"}'}, hidden
    shown = seen(inspectionLevel="TRACE", revealSecrets=True)
    assert shown["request"] == {
        "protocol": "http", "method": "POST", "url": f"{url}?q=1&added=h1dden-query",
        "headers": f"[definitionHeader: h1, X-Key: k3y-value, X-Added: h1dden-header, {ours}",
        "body": '{"message":"hello","added":"h1dden-body"}'}, shown
    response = shown["response"]
    assert (response["protocol"], response["statusCode"], response["statusMessage"]) == ("http", "200", "OK"), response
    assert "content-type: application/json" in response["headers"] and json.loads(response["body"])["method"] == "POST", response
    assert "request" not in seen(inspectionLevel="DEBUG", revealSecrets=True)
    failing = definition.replace("/echo", "/missing")
    answer = world.sfn.test_state(definition=failing, roleArn=role, inspectionLevel="TRACE")
    assert answer["status"] == "FAILED" and answer["error"] == "States.Http.StatusCode.404", answer
    response = answer["inspectionData"]["response"]
    assert (response["statusCode"], response["statusMessage"], response["body"]) == ("404", "Not Found", "nothing here"), answer
    unreachable = definition.replace(world.elsewhere.url, "http://127.0.0.1:1")
    data = world.sfn.test_state(definition=unreachable, roleArn=role, inspectionLevel="TRACE")["inspectionData"]
    assert data["request"]["method"] == "POST" and "response" not in data, data


def signed(request):
    """Whether a request carries the signature that botocore computes for it."""
    headers = {name.lower(): value for name, value in request["headers"].items()}
    credential, names, signature = [part.split("=", 1)[1] for part in headers["authorization"].split(" ", 1)[1].split(", ")]
    key, _, region, service, _ = credential.split("/")
    again = AWSRequest(
        request["method"], f"http://{headers['host']}{request['path']}", data=request["body"],
        headers={name: headers[name] for name in names.split(";")})
    again.context["timestamp"] = headers["x-amz-date"]
    auth = botocore.auth.SigV4Auth(Credentials(key, "s3cret", headers.get("x-amz-security-token")), service, region)
    text = auth.string_to_sign(again, auth.canonical_request(again))
    assert key == "AKIDFORWARD" and "host" in names and "x-amz-target" in names, request
    assert hashlib.sha256(request["body"]).hexdigest() in auth.canonical_request(again)
    return region, service, signature == auth.signature(text, again)


def table(request, _):
    """A table service of one item, which checks signatures."""
    action = request["headers"].get("X-Amz-Target", request["headers"].get("x-amz-target", "")).split(".")[-1]
    identity = ("x-amzn-RequestId", "TABLEREQUEST")
    region, service, is_good = signed(request)
    if (region, service, is_good) != ("eu-west-1", "dynamodb", True):
        return as_json({"__type": "com.amazon.coral.service#InvalidSignatureException", "message": str((region, service))}, 400, identity)
    body = json.loads(request["body"])
    if action == "GetItem":
        return as_json({"Item": {"id": body["Key"]["id"], "CreatedAt": {"N": "5"}}}, 200, identity)
    if action == "DescribeTable":
        return as_json({"Table": {"TableName": body["TableName"], "CreationDateTime": 1700000000.5}}, 200, identity)
    if action == "PutItem" and "ConditionExpression" in body:
        return as_json({
            "__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", "message": "The conditional request failed"}, 400, identity)
    return as_json({}, 200, identity)


def forwards(elsewhere):
    environment = {"AWS_ACCESS_KEY_ID": "AKIDFORWARD", "AWS_SECRET_ACCESS_KEY": "s3cret", "AWS_REGION": "eu-west-1", "AWS_SESSION_TOKEN": "s3ssion"}
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        with Server("--forward", f"dynamodb={elsewhere.url}", "--forward", "secretsmanager=http://127.0.0.1:1") as server:
            sfn = server.client("stepfunctions")
            count = 0

            def run(resource, parameters):
                nonlocal count
                count += 1
                machine = single(server, {"Resource": f"arn:aws:states:::{resource}", "Parameters": parameters}, name=f"f{count}")
                execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
                return ended(sfn, execution), history(sfn, execution)

            key = {"TableName": "t", "Key": {"id": {"S": "1"}}}
            got, events = run("aws-sdk:dynamodb:getItem", key)
            assert json.loads(got["output"]) == {"Item": {"id": {"S": "1"}, "CreatedAt": {"N": "5"}}}, got
            scheduled = next(event for event in events if event["type"] == "TaskScheduled")["taskScheduledEventDetails"]
            assert (scheduled["resourceType"], scheduled["resource"]) == ("aws-sdk:dynamodb", "getItem"), scheduled
            described = json.loads(run("aws-sdk:dynamodb:describeTable", {"TableName": "t"})[0]["output"])
            assert described == {"Table": {"TableName": "t", "CreationDateTime": "2023-11-14T22:13:20.500Z"}}, described
            put = {"TableName": "t", "Item": {"id": {"S": "1"}}, "ConditionExpression": "attribute_not_exists(id)"}
            failed, _ = run("aws-sdk:dynamodb:putItem", put)
            assert (failed["error"], failed["cause"]) == (
                "DynamoDb.ConditionalCheckFailedException",
                "The conditional request failed (Service: DynamoDb, Status Code: 400, Request ID: TABLEREQUEST) (SDK Attempt Count: 1)"), failed
            optimised = json.loads(run("dynamodb:getItem", key)[0]["output"])
            assert optimised["Item"]["id"] == {"S": "1"} and optimised["SdkResponseMetadata"] == {"RequestId": "TABLEREQUEST"}, optimised
            assert optimised["SdkHttpMetadata"]["HttpStatusCode"] == 200, optimised
            assert optimised["SdkHttpMetadata"]["AllHttpHeaders"]["x-amzn-RequestId"] == ["TABLEREQUEST"], optimised
            failed, _ = run("dynamodb:putItem", put)
            assert (failed["error"], failed["cause"]) == (
                "DynamoDB.ConditionalCheckFailedException",
                "The conditional request failed (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ConditionalCheckFailedException; "
                "Request ID: TABLEREQUEST; Proxy: null)"), failed
            away, _ = run("aws-sdk:secretsmanager:getSecretValue", {"SecretId": "s"})
            assert away["error"] == "SecretsManager.SdkClientException" and "Unable to execute HTTP request" in away["cause"], away
            nobody, _ = run("aws-sdk:glue:getJob", {"JobName": "j"})
            assert nobody["error"] == "States.TaskFailed" and "--forward glue=URL" in nobody["cause"], nobody
            assert "s3cret" not in server.said() and "s3ssion" not in server.said()
    finally:
        os.environ.clear()
        os.environ.update(before)
    with Server() as server:
        sfn = server.client("stepfunctions")
        machine = single(server, {"Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": {"TableName": "t", "Key": {"id": {"S": "1"}}}})
        description = ended(sfn, sfn.start_execution(stateMachineArn=machine)["executionArn"])
        assert description["status"] == "FAILED", description


def starts_that_fail(folder):
    """What is wrong with a file or an argument is said at the start, with its place."""
    def said(*arguments):
        done = subprocess.run([EXECUTABLE, "up", "--memory", "--port", "0", *arguments], capture_output=True, text=True, timeout=60)
        assert done.returncode in (1, 2), (arguments, done)
        return done.stderr
    path = os.path.join(folder, "bad.json")
    with open(path, "w") as file:
        json.dump([{"Name": "a", "AuthorizationType": "BASIC", "AuthParameters": {"BasicAuthParameters": {"Username": "u"}}}], file)
    assert f"{path}: [0].AuthParameters.BasicAuthParameters.Password: is missing" in said("--connections", path)
    assert "cannot be read" in said("--connections", path + ".none")
    assert "'ec2'" in said("--forward", "ec2=http://127.0.0.1:1")
    assert "is served here" in said("--forward", "sqs=http://127.0.0.1:1")


def main():
    elsewhere = Elsewhere({**ANSWERS, "/": table})
    folder = tempfile.mkdtemp(prefix="newel-e2e-http-")
    path = os.path.join(folder, "connections.json")
    with open(path, "w") as file:
        json.dump(connections(elsewhere.url), file)
    os.environ["E2E_PASSWORD"] = "p4ssword"
    with Server("--connections", path) as server:
        world = World(server, elsewhere)
        results(world)
        errors(world)
        retries(world)
        killed(world)
        tokens(world)
        traces(world)
        said = server.said()
        assert not [secret for secret in [*SECRETS, TOKENS] if secret in said], said
    forwards(elsewhere)
    starts_that_fail(folder)
    elsewhere.close()


main()
