"""URLs of functions over plain HTTP: events of format 2.0, replies, cookies, bytes, CORS, and who is let in."""
import base64
import json
import tempfile
from http.client import HTTPConnection

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from newel import Server, answering, compiled, refused

ACCOUNT = "000000000000"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
ARN = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:"
ECHO = r'''#include <newel_plugin_helpers.h>
static newel_status answer(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return h->complete(h->ctx, v->call, v->payload);
}
NEWEL_FUNCTION("Echo", answer)
'''
FAILING = ECHO.replace("h->complete(h->ctx, v->call, v->payload)", 'newel_fail(h, v, "OrderMissing", "no such order")').replace("Echo", "Fails")
PAGE = json.dumps({"statusCode": 201, "headers": {"Content-Type": "text/html", "X-Own": "1"}, "cookies": ["a=1; Path=/", "b=2"], "body": "<p>hi</p>"})
BYTES = json.dumps({"statusCode": "200", "headers": {"content-type": "image/png"}, "body": base64.b64encode(b"\x89PNG\x00").decode(), "isBase64Encoded": True})


def ask(server, url, method="GET", path="/", body=None, headers=None):
    """One request, by the host of the URL and the address of the server."""
    host = url.split("/")[2]
    address = server.endpoint.split("/")[2]
    assert host.split(":")[1] == address.split(":")[1], (url, server.endpoint)
    connection = HTTPConnection(address, timeout=30)
    connection.request(method, path, body, {"Host": host, **(headers or {})})
    reply = connection.getresponse()
    return reply.status, reply, reply.read()


def let_in(functions, name, **more):
    functions.add_permission(FunctionName=name, StatementId="url", Action="lambda:InvokeFunctionUrl", Principal="*", FunctionUrlAuthType="NONE", **more)


def configurations(functions):
    """Made once, shown, changed, listed, deleted with what they belong to."""
    refused("ResourceNotFoundException", functions.get_function_url_config, FunctionName="page")
    refused("ResourceNotFoundException", functions.create_function_url_config, FunctionName="none", AuthType="NONE")
    made = functions.create_function_url_config(FunctionName="page", AuthType="AWS_IAM", Cors={"AllowOrigins": ["*"], "MaxAge": 5})
    assert made["FunctionArn"] == f"{ARN}page" and made["AuthType"] == "AWS_IAM" and made["ResponseMetadata"]["HTTPStatusCode"] == 201, made
    refused("ResourceConflictException", functions.create_function_url_config, FunctionName="page", AuthType="NONE")
    assert made["InvokeMode"] == "BUFFERED", made
    changed = functions.update_function_url_config(FunctionName="page", AuthType="NONE")
    assert changed["FunctionUrl"] == made["FunctionUrl"] and changed["AuthType"] == "NONE" and changed["Cors"]["MaxAge"] == 5, changed
    alias = functions.create_function_url_config(FunctionName="page", Qualifier="live", AuthType="NONE")
    assert alias["FunctionUrl"] != made["FunctionUrl"] and alias["FunctionArn"] == f"{ARN}page:live", alias
    listed = functions.list_function_url_configs(FunctionName="page")["FunctionUrlConfigs"]
    assert [c["FunctionArn"] for c in listed] == [f"{ARN}page", f"{ARN}page:live"], listed
    functions.delete_function_url_config(FunctionName="page", Qualifier="live")
    functions.delete_function_url_config(FunctionName="page")
    refused("ResourceNotFoundException", functions.delete_function_url_config, FunctionName="page")


def events(server, functions):
    """What a function is told of a request."""
    url = functions.create_function_url_config(FunctionName="echo", AuthType="NONE")["FunctionUrl"]
    status, _, body = ask(server, url)
    assert status == 403 and json.loads(body)["Message"].startswith("Forbidden"), (status, body)
    let_in(functions, "echo")
    status, reply, body = ask(server, url, "POST", "/a%20b/c?x=1&y=2&x=3", '{"k": 1}', {"Content-Type": "application/json", "Cookie": "c=1; d=2", "X-My": "v"})
    event = json.loads(body)
    assert status == 200 and reply.getheader("Content-Type") == "application/json", (status, body)
    assert (event["version"], event["rawPath"], event["rawQueryString"]) == ("2.0", "/a%20b/c", "x=1&y=2&x=3"), event
    assert event["queryStringParameters"] == {"x": "1,3", "y": "2"} and event["cookies"] == ["c=1", "d=2"], event
    assert event["headers"]["x-my"] == "v" and "cookie" not in event["headers"], event
    assert event["body"] == '{"k": 1}' and event["isBase64Encoded"] is False, event
    context = event["requestContext"]
    assert context["http"]["method"] == "POST" and context["http"]["path"] == "/a%20b/c" and context["accountId"] == "anonymous", context
    assert url.startswith(f"http://{context['domainPrefix']}.lambda-url.us-east-1.localhost:"), (url, context)
    assert context["time"].endswith(" +0000") and context["timeEpoch"] > 1.6e12, context
    event = json.loads(ask(server, url, "PUT", "/", b"\x00\xff", {"Content-Type": "application/octet-stream"})[2])
    assert event["isBase64Encoded"] is True and base64.b64decode(event["body"]) == b"\x00\xff", event
    assert "body" not in json.loads(ask(server, url)[2])
    # A path that looks like one of an AWS API belongs to the URL all the same.
    assert json.loads(ask(server, url, "GET", "/2015-03-31/functions")[2])["rawPath"] == "/2015-03-31/functions"
    assert ask(server, url, "POST", "/", b"x" * (6 * 1024 * 1024 + 1))[0] == 413
    return url


def replies(server, functions):
    """What a client gets for what a function gave."""
    def url_of(name):
        let_in(functions, name)
        return functions.create_function_url_config(FunctionName=name, AuthType="NONE")["FunctionUrl"]
    status, reply, body = ask(server, url_of("page"))
    assert (status, body) == (201, b"<p>hi</p>") and reply.getheader("Content-Type") == "text/html" and reply.getheader("X-Own") == "1", (status, body)
    assert reply.headers.get_all("Set-Cookie") == ["a=1; Path=/", "b=2"], reply.headers
    status, reply, body = ask(server, url_of("bytes"))
    assert (status, body, reply.getheader("content-type")) == (200, b"\x89PNG\x00", "image/png"), (status, body)
    fails = url_of("fails")
    status, _, body = ask(server, fails)
    assert status == 502 and json.loads(body) == {"Message": "Internal Server Error"}, (status, body)
    functions.put_function_concurrency(FunctionName="fails", ReservedConcurrentExecutions=0)
    assert ask(server, fails)[0] == 429
    unknown = fails.replace(fails.split("/")[2].split(".")[0], "0" * 32)
    assert ask(server, unknown)[0] == 404


def cors(server, functions, url):
    """Pages of other origins may do what was said."""
    preflight = {"Origin": "https://shop.example.com", "Access-Control-Request-Method": "POST"}
    assert ask(server, url, "OPTIONS", headers=preflight)[1].getheader("Access-Control-Allow-Origin") is None
    functions.update_function_url_config(FunctionName="echo", Cors={
        "AllowOrigins": ["https://*.example.com"], "AllowMethods": ["POST"], "AllowHeaders": ["x-my"], "ExposeHeaders": ["x-own"], "AllowCredentials": True, "MaxAge": 60})
    status, reply, body = ask(server, url, "OPTIONS", headers=preflight)
    said = {name: reply.getheader(f"Access-Control-{name}") for name in ("Allow-Origin", "Allow-Methods", "Allow-Headers", "Max-Age", "Allow-Credentials")}
    assert (status, body) == (200, b"") and said == {
        "Allow-Origin": "https://shop.example.com", "Allow-Methods": "POST", "Allow-Headers": "x-my", "Max-Age": "60", "Allow-Credentials": "true"}, said
    reply = ask(server, url, headers={"Origin": "https://shop.example.com"})[1]
    assert reply.getheader("Access-Control-Allow-Origin") == "https://shop.example.com" and reply.getheader("Access-Control-Expose-Headers") == "x-own"
    assert ask(server, url, headers={"Origin": "https://elsewhere.org"})[1].getheader("Access-Control-Allow-Origin") is None


def signed(server, functions, url):
    """A URL that asks for a signature lets in who may, and tells the function who that is."""
    functions.update_function_url_config(FunctionName="echo", AuthType="AWS_IAM")
    assert ask(server, url)[0] == 403
    iam = server.client("iam")
    user = iam.create_user(UserName="carol")["User"]["Arn"]
    key = iam.create_access_key(UserName="carol")["AccessKey"]

    def get():
        request = AWSRequest("GET", url)
        SigV4Auth(Credentials(key["AccessKeyId"], key["SecretAccessKey"]), "lambda", "us-east-1").add_auth(request)
        return ask(server, url, headers=dict(request.headers))
    status, _, body = get()
    assert status == 403 and b"lambda:InvokeFunctionUrl" in body, (status, body)
    allow = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "lambda:InvokeFunctionUrl", "Resource": f"{ARN}echo"}]}
    iam.put_user_policy(UserName="carol", PolicyName="p", PolicyDocument=json.dumps(allow))
    status, _, body = get()
    event = json.loads(body)
    assert status == 200 and event["requestContext"]["authorizer"]["iam"]["userArn"] == user, event
    assert event["requestContext"]["accountId"] == ACCOUNT, event


with tempfile.TemporaryDirectory() as plugins:
    compiled(plugins, "Echo", ECHO)
    compiled(plugins, "Fails", FAILING)
    compiled(plugins, "Page", answering("Page", PAGE))
    compiled(plugins, "Bytes", answering("Bytes", BYTES))
    with Server("--plugins", plugins) as server:
        functions = server.client("lambda")
        for name in ("echo", "fails", "page", "bytes"):
            functions.create_function(FunctionName=name, Role=ROLE, PackageType="Image", Code={"ImageUri": f"plugin://{name.capitalize()}"}, Publish=True)
        functions.create_alias(FunctionName="page", Name="live", FunctionVersion="1")
        configurations(functions)
        url = events(server, functions)
        replies(server, functions)
        cors(server, functions, url)
        signed(server, functions, url)
        server.kill()
        server.start()
        functions = server.client("lambda")
        kept = functions.get_function_url_config(FunctionName="echo")["FunctionUrl"]
        assert kept.split(".")[0] == url.split(".")[0], (kept, url)
        functions.delete_function(FunctionName="echo")
        assert ask(server, kept)[0] == 404
    print("URLs of functions hold")
