"""What functions print is in their log groups: a stream for each process, an event for each line, around them Lambda's own; retention, deletion, filters and roles count."""
import base64
import gzip
import json
import os
import re
import shutil
import subprocess
import tempfile

from newel import RECORDER, Server, compiled, packaged, refused, wait_for

TALKER = """#include <newel_plugin_helpers.h>
#include <stdio.h>
#include <stdlib.h>
static newel_status talk(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    if (v->payload.len > 2) {
        printf("one\\n\\nt");
        fflush(stdout);
        printf("wo\\n%.*s without an end", (int)v->payload.len, (const char *)v->payload.ptr);
        fflush(stdout);
        if (v->payload.ptr[1] == '0') abort();
    }
    return newel_complete_text(h, v, "{}");
}
NEWEL_FUNCTION("Talker", talk)
"""
STREAM = re.compile(r"^\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}$")
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]})


def messages(logs, group, **more):
    """All there are; where they end with a REPORT line, since the last lines of a call follow its answer."""
    def found():
        try:
            pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group, **more)
            lines = [event["message"] for page in pages for event in page["events"]]
        except logs.exceptions.ResourceNotFoundException:
            return None
        return lines if lines and lines[-1].startswith("REPORT") else None
    return wait_for(found, what=f"lines in {group}")


def calls(logs, group, count):
    """The lines of so many calls."""
    return wait_for(lambda: (found := messages(logs, group)) and sum(m.startswith("REPORT") for m in found) == count and found, what=f"{count} calls in {group}")


def lines(server, logs, functions):
    group = "/aws/lambda/Talker"
    refused("ResourceNotFoundException", logs.describe_log_streams, logGroupName=group)
    first = functions.invoke(FunctionName="Talker", Payload=b"[1]")["ResponseMetadata"]["RequestId"]
    found = calls(logs, group, 1)
    assert [g["logGroupName"] for g in logs.describe_log_groups()["logGroups"]] == [group]
    assert found[0] == f"START RequestId: {first} Version: $LATEST\n", found
    assert found[1:4] == ["one\n", "two\n", "[1] without an end\n"] and found[4] == f"END RequestId: {first}\n", found
    assert found[5].startswith(f"REPORT RequestId: {first}\tDuration: ") and "Init Duration" in found[5] and len(found) == 6, found
    [stream] = logs.describe_log_streams(logGroupName=group)["logStreams"]
    assert STREAM.match(stream["logStreamName"]), stream
    # A call that prints nothing, in the same process.
    second = functions.invoke(FunctionName="Talker", Payload=b"{}")["ResponseMetadata"]["RequestId"]
    calls(logs, group, 2)
    assert [m.split()[0] for m in messages(logs, group, filterPattern=f'"{second}"')] == ["START", "END", "REPORT"]
    # A process that dies, and the one after it, which has a stream of its own.
    functions.invoke(FunctionName="Talker", Payload=b"[0]")
    assert any("signal: aborted" in m for m in calls(logs, group, 3)), messages(logs, group)
    functions.invoke(FunctionName="Talker", Payload=b"[2]")
    calls(logs, group, 4)
    assert len(logs.describe_log_streams(logGroupName=group)["logStreams"]) == 2
    text = subprocess.run(
        ["aws", "logs", "filter-log-events", "--log-group-name", group, "--output", "text", "--endpoint-url", server.endpoint], capture_output=True, text=True, check=True,
        env={**os.environ, "AWS_ACCESS_KEY_ID": server.account, "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": server.region}).stdout
    assert text.count("START RequestId") == 4 and "[2] without an end" in text, text


def kept(server, logs, functions):
    """It is in the store, and the group is a group like any other."""
    group = "/aws/lambda/Talker"
    before = messages(logs, group)
    server.kill()
    server.start()
    logs, functions = server.client("logs"), server.client("lambda")
    assert messages(logs, group) == before
    logs.put_retention_policy(logGroupName=group, retentionInDays=3)
    logs.delete_log_group(logGroupName=group)
    refused("ResourceNotFoundException", logs.filter_log_events, logGroupName=group)
    functions.invoke(FunctionName="Talker", Payload=b"[3]")
    assert len(calls(logs, group, 1)) == 6
    assert "retentionInDays" not in logs.describe_log_groups()["logGroups"][0]
    return logs, functions


def subscribed(server, logs, functions, folder):
    group = "/aws/lambda/Talker"
    logs.put_subscription_filter(
        logGroupName=group, filterName="f", filterPattern="two",
        destinationArn=f"arn:aws:lambda:{server.region}:{server.account}:function:Record")
    functions.invoke(FunctionName="Talker", Payload=b"[4]")
    [name] = wait_for(lambda: [n for n in os.listdir(folder) if not n.startswith(".")], what="the function of the filter")
    with open(os.path.join(folder, name)) as file:
        data = json.loads(gzip.decompress(base64.b64decode(json.load(file)["awslogs"]["data"])))
    assert [e["message"] for e in data["logEvents"]] == ["two\n"] and data["logGroup"] == group and STREAM.match(data["logStream"]), data


def allowed(server, logs, functions):
    """The role of a function has to let it, once that role is there."""
    iam = server.client("iam")
    role = iam.create_role(RoleName="quiet", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
    functions.create_function(FunctionName="Mute", Role=role, PackageType="Image", Code={"ImageUri": "plugin://Talker"})
    functions.invoke(FunctionName="Mute", Payload=b"[5]")
    wait_for(lambda: "a function's log group gets nothing" in server.said(), what="the refusal")
    refused("ResourceNotFoundException", logs.describe_log_streams, logGroupName="/aws/lambda/Mute")
    iam.attach_role_policy(RoleName="quiet", PolicyArn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")
    functions.invoke(FunctionName="Mute", Payload=b"[6]")
    assert [m for m in calls(logs, "/aws/lambda/Mute", 1) if "without" in m] == ["[6] without an end\n"]
    assert server.said().count("a function's log group gets nothing") == 1, server.said()
    # A version has streams of its own.
    version = functions.publish_version(FunctionName="Mute")["Version"]
    functions.invoke(FunctionName="Mute", Qualifier=version, Payload=b"[7]")
    calls(logs, "/aws/lambda/Mute", 2)
    [stream] = logs.describe_log_streams(logGroupName="/aws/lambda/Mute", orderBy="LastEventTime", descending=True, limit=1)["logStreams"]
    assert f"/[{version}]" in stream["logStreamName"], stream


def named(server, logs, functions):
    """A group that is named is shared: streams in it bear the function's name; the setting outlives the process."""
    for name in ("one", "two"):
        made = functions.create_function(
            FunctionName=name, Role="arn:aws:iam::000000000000:role/none", PackageType="Image", Code={"ImageUri": "plugin://Talker"},
            LoggingConfig={"LogGroup": "/shared"})
        assert made["LoggingConfig"] == {"LogFormat": "Text", "LogGroup": "/shared"}, made
        functions.invoke(FunctionName=name, Payload=b"[8]")
    calls(logs, "/shared", 2)
    streams = sorted(s["logStreamName"] for s in logs.describe_log_streams(logGroupName="/shared")["logStreams"])
    assert [re.sub(r"^\d{4}/\d\d/\d\d/|[0-9a-f]{32}$", "", s) for s in streams] == ["one[$LATEST]", "two[$LATEST]"], streams
    server.kill()
    server.start()
    logs, functions = server.client("logs"), server.client("lambda")
    functions.invoke(FunctionName="one", Payload=b"[9]")
    wait_for(lambda: [m for m in messages(logs, "/shared") if m.startswith("[9]")], what="a line after kill -9")
    refused("ResourceNotFoundException", logs.describe_log_streams, logGroupName="/aws/lambda/one")
    functions.update_function_configuration(FunctionName="one", LoggingConfig={"LogFormat": "Text"})
    functions.invoke(FunctionName="one", Payload=b"[10]")
    calls(logs, "/aws/lambda/one", 1)
    managed = functions.put_runtime_management_config(FunctionName="one", UpdateRuntimeOn="FunctionUpdate")
    assert managed["FunctionArn"].endswith(":one:$LATEST"), managed
    assert functions.get_runtime_management_config(FunctionName="one")["UpdateRuntimeOn"] == "FunctionUpdate"
    refused("InvalidParameterValueException", functions.put_runtime_management_config, FunctionName="one", UpdateRuntimeOn="Manual")


def main():
    plugins, folder = tempfile.mkdtemp(prefix="newel-plugins-"), tempfile.mkdtemp(prefix="newel-logs-")
    compiled(plugins, "talker", TALKER)
    packaged(plugins, "record", RECORDER.replace("FOLDER", folder), functions=[{"name": "Record", "files": [f"rw:{folder}"]}])
    with Server("--plugins", plugins) as server:
        logs, functions = server.client("logs"), server.client("lambda")
        lines(server, logs, functions)
        logs, functions = kept(server, logs, functions)
        subscribed(server, logs, functions, folder)
        allowed(server, logs, functions)
        named(server, logs, functions)
        server.stop()
    shutil.rmtree(plugins)
    shutil.rmtree(folder)


main()
print("what functions print is in their log groups")
