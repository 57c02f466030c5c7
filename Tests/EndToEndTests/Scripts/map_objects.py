"""A distributed Map over 10,000 objects whose server is killed three times: every object has exactly one result, and all counts are exact."""
import collections
import concurrent.futures
import http.client
import json
import os
import tempfile
import time

from newel import Server, ended, history, packaged, wait_for, well_formed

COUNT = int(os.environ.get("OBJECTS", "10000"))
ROLE = "arn:aws:iam::000000000000:role/machine"
# Answers with the key in capitals and leaves a line behind for each call.
SOURCE = """
#include <newel_plugin_helpers.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static newel_status work(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    char text[512] = {0}, key[64] = {0}, line[80], answer[96];
    memcpy(text, v->payload.ptr, v->payload.len < 511 ? v->payload.len : 511);
    char *found = strstr(text, "in/");
    for (int n = 0; found && n < 63 && found[n] != '"'; n++) key[n] = found[n];
    int length = snprintf(line, sizeof line, "%s\\n", key);
    int file = open(CALLS, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (write(file, line, (size_t)length) != length) abort();
    close(file);
    for (char *c = key; *c; c++) if (*c >= 'a' && *c <= 'z') *c -= 32;
    snprintf(answer, sizeof answer, "{\\"did\\":\\"%s\\"}", key);
    return newel_complete_text(h, v, answer);
}
static const newel_handler handler = {sizeof(newel_handler), NEWEL_KIND_FUNCTION, "Work", NEWEL_H_CONCURRENT | NEWEL_H_IDEMPOTENT, 0, NULL, NULL, work,
    NULL, NULL, NULL, NULL};
static const newel_handler *const list[] = {&handler};
const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "work", "1", 0, 1, list, NULL, NULL};
    (void)host_abi_version;
    return &plugin;
}
"""
KEYS = [f"in/object-{number:05}" for number in range(COUNT)]


def put(server, keys):
    """Puts objects by plain requests: a client of AWS would take longer for them than the server."""
    connection = http.client.HTTPConnection(server.endpoint.removeprefix("http://"))
    for key in keys:
        connection.request("PUT", f"/{key}", body=key.encode(), headers={"Host": "ten-thousand.s3.localhost"})
        reply = connection.getresponse()
        assert reply.status == 200, (key, reply.status, reply.read())
        reply.read()


def machine(sfn):
    function = "arn:aws:lambda:us-east-1:000000000000:function:Work"
    return sfn.create_state_machine(name="objects", roleArn=ROLE, definition=json.dumps({"StartAt": "Each", "States": {"Each": {
        "Type": "Map", "Label": "Each", "MaxConcurrency": 32, "End": True,
        "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "ten-thousand", "Prefix": "in/"}},
        "ItemSelector": {"key.$": "$$.Map.Item.Value.Key", "number.$": "$$.Map.Item.Index"},
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Work", "States": {
                "Work": {"Type": "Task", "Resource": function, "End": True}}},
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "ten-thousand", "Prefix": "out"}}}}}))["stateMachineArn"]


def check_results(server, output):
    """Every object once in the files the manifest names, and nothing else."""
    s3, place = server.client("s3"), output["ResultWriterDetails"]
    manifest = json.loads(s3.get_object(Bucket=place["Bucket"], Key=place["Key"])["Body"].read())
    assert manifest["MapRunArn"] == output["MapRunArn"] and manifest["DestinationBucket"] == "ten-thousand", manifest
    files = manifest["ResultFiles"]
    assert files["FAILED"] == [] and files["PENDING"] == [] and files["SUCCEEDED"], files
    seen, names = [], set()
    for number, file in enumerate(files["SUCCEEDED"]):
        assert file["Key"].endswith(f"/SUCCEEDED_{number}.json"), file
        body = s3.get_object(Bucket="ten-thousand", Key=file["Key"])["Body"].read()
        assert len(body) == file["Size"], file
        for entry in json.loads(body):
            value = json.loads(entry["Input"])
            assert entry["Status"] == "SUCCEEDED" and value["key"] == KEYS[value["number"]], entry
            assert json.loads(entry["Output"]) == {"did": value["key"].upper()}, entry
            seen.append(value["key"])
            names.add(entry["ExecutionArn"])
    assert sorted(seen) == KEYS and len(names) == COUNT, (len(seen), len(set(seen)), len(names))
    listed = [o["Key"] for o in s3.list_objects_v2(Bucket="ten-thousand", Prefix="out/")["Contents"]]
    assert sorted(listed) == sorted([place["Key"]] + [file["Key"] for file in files["SUCCEEDED"]]), listed


def check_counts(sfn, run, execution):
    description = sfn.describe_map_run(mapRunArn=run)
    wanted = {"pending": 0, "running": 0, "succeeded": COUNT, "failed": 0, "timedOut": 0, "aborted": 0, "total": COUNT, "resultsWritten": COUNT}
    for counts in ("itemCounts", "executionCounts"):
        assert {name: description[counts][name] for name in wanted} == wanted, description[counts]
    assert description["status"] == "SUCCEEDED" and description["executionArn"] == execution, description
    children = [child for page in sfn.get_paginator("list_executions").paginate(mapRunArn=run, PaginationConfig={"PageSize": 1000})
                for child in page["executions"]]
    assert len(children) == COUNT and {child["status"] for child in children} == {"SUCCEEDED"}
    assert len({child["executionArn"] for child in children}) == COUNT
    for child in children[::COUNT // 5]:
        events = history(sfn, child["executionArn"])
        well_formed(events)
        assert [e["type"] for e in events].count("LambdaFunctionSucceeded") == 1, events
    events = history(sfn, execution)
    well_formed(events)
    assert [e["type"] for e in events] == [
        "ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapRunStarted", "MapRunSucceeded", "MapStateSucceeded", "MapStateExited",
        "ExecutionSucceeded"], events


def failures(sfn, run):
    """The ends of some children that failed."""
    failed = sfn.list_executions(mapRunArn=run, statusFilter="FAILED", maxResults=3)["executions"]
    return [history(sfn, child["executionArn"])[-2:] for child in failed]


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    place = tempfile.mkdtemp(prefix="newel-calls-")
    calls = os.path.join(place, "calls")
    packaged(plugins, "work", SOURCE, f'-DCALLS="{calls}"',
             functions=[{"name": "Work", "files": [f"rw:{place}"], "onHostCrash": "retry"}])
    with Server("--plugins", plugins) as server:
        begun = time.monotonic()
        server.client("s3").create_bucket(Bucket="ten-thousand")
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda part: put(server, KEYS[part::8]), range(8)))
        print(f"{COUNT} objects put: {time.monotonic() - begun:.1f} s", flush=True)

        begun = time.monotonic()
        sfn = server.client("stepfunctions")
        execution = sfn.start_execution(stateMachineArn=machine(sfn))["executionArn"]
        run = wait_for(lambda: sfn.list_map_runs(executionArn=execution)["mapRuns"])[0]["mapRunArn"]
        kills = 0
        for share in (0.2, 0.5, 0.8):
            def far_enough():
                description = sfn.describe_map_run(mapRunArn=run)
                return description["itemCounts"]["succeeded"] >= COUNT * share or description["status"] != "RUNNING"
            wait_for(far_enough, 60, f"{share:.0%} of the items")
            end = sfn.describe_execution(executionArn=execution)
            assert end["status"] == "RUNNING", f"over too early: {end['status']}, {failures(sfn, run)}"
            server.kill()
            kills += 1
            server.start()
            sfn = server.client("stepfunctions")
        end = ended(sfn, execution, 120)
        assert end["status"] == "SUCCEEDED", end
        print(f"mapped, with {kills} kills: {time.monotonic() - begun:.1f} s", flush=True)

        check_results(server, json.loads(end["output"]))
        check_counts(sfn, run, execution)
        counted = collections.Counter(open(calls).read().split())
        assert sorted(counted) == KEYS
        # What was under way at a kill may have been called before and after it; nothing else was called again.
        again = sum(counted.values()) - COUNT
        assert again <= kills * 32 and max(counted.values()) <= 1 + kills, (again, counted.most_common(3))
        server.stop()
        print(f"{COUNT} results, {again} calls made again, checked: {time.monotonic() - begun:.1f} s")


main()
