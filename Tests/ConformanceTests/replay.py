#!/usr/bin/env python3
"""Starts `newel up`, makes a function for every behaviour the recorded cases ask for, and replays the cases.

    replay.py NEWEL PLUGIN_FOLDER CONFORMANCE_FOLDER RESULT_FILE AREA...  [-- further options of asl_replay.py]
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

import boto3


def settings(behaviour):
    """The environment that makes the plugin's function behave so, or None for a behaviour it does not have."""
    kind, _, rest = behaviour.partition(":")
    if behaviour == "echo":
        return {"BEHAVIOUR": "echo"}
    if kind in ("return-object", "return-raw"):
        return {"BEHAVIOUR": "return", "VALUE": rest}
    if kind == "return-string":
        return {"BEHAVIOUR": "return", "VALUE": json.dumps(rest)}
    if kind == "return-raw-ascii":
        return {"BEHAVIOUR": "fill", "VALUE": rest.split()[0]}
    if kind == "raise":
        error, _, message = rest.partition(":")
        return {"BEHAVIOUR": "raise", "TYPE": error, "VALUE": "" if message == "<empty message>" else message}
    if kind == "sleep":
        return {"BEHAVIOUR": "sleep", "VALUE": rest.split()[0]}
    return None


def replayable(case):
    """Whether the calls can be made again: not those with another server's task tokens."""
    tokens = [call["params"].get("taskToken", "${") for call in case["calls"] if call["op"].startswith("SendTask")]
    return all("${" in token for token in tokens)


def selected(folder, areas, place):
    """Writes the replayable cases of the areas into a folder, and gives them and the ids of the others."""
    cases, others = [], []
    for path in sorted(glob.glob(os.path.join(folder, "asl", "*.json"))):
        document = json.load(open(path))
        if document.get("area") not in areas:
            continue
        chosen = [case for case in document["cases"] if replayable(case)]
        others += [case["id"] for case in document["cases"] if not replayable(case)]
        cases += chosen
        json.dump(dict(document, cases=chosen), open(os.path.join(place, os.path.basename(path)), "w"))
    return cases, others


def functions_of(cases):
    """The behaviours the cases name, and the functions whose very name occurs in an input."""
    behaviours, named = set(), {}
    for case in cases:
        behaviours.update(case.get("lambda", {}).values())
        for call in case["calls"]:
            if call["service"] == "lambda" and call["op"] == "CreateFunction":
                behaviours.add(call["params"]["Behaviour"])
                name = call["params"]["FunctionName"]
                if any(name in (execution.get("input") or "") for execution in case["executions"]):
                    named[name] = call["params"]["Behaviour"]
    return {f"behaviour-{number}": behaviour for number, behaviour in enumerate(sorted(behaviours))}, named


def main():
    executable, plugins, folder, result, *areas = sys.argv[1:]
    further = areas[areas.index("--") + 1:] if "--" in areas else []
    areas = areas[:areas.index("--")] if "--" in areas else areas
    with tempfile.TemporaryDirectory(prefix="newel-replay-") as place:
        os.mkdir(os.path.join(place, "cases"))
        cases, others = selected(folder, areas, os.path.join(place, "cases"))
        server = subprocess.Popen(
            [executable, "up", "--port", "0", "--data", os.path.join(place, "data"), "--plugins", plugins, "--log-level", "error"],
            stdout=subprocess.PIPE, text=True)
        try:
            line = server.stdout.readline()
            assert line.startswith("newel is ready on "), f"no ready line, but {line!r}"
            endpoint = line.split()[-1]
            functions = boto3.client(
                "lambda", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
            mapped, named = functions_of(cases)
            for name, behaviour in {**mapped, **named}.items():
                environment = settings(behaviour)
                if environment is not None:
                    functions.create_function(
                        FunctionName=name, Role="arn:aws:iam::000000000000:role/replay", PackageType="Image", Timeout=100,
                        Code={"ImageUri": "plugin://Behaviour"}, Environment={"Variables": environment})
            options = [word for name, behaviour in mapped.items() for word in ("--lambda", f"{behaviour}={name}")]
            # Tests of one state name services whose answers they mock.
            services = "none,sqs,sns,activity,lambda,stepfunctions_task,s3,logs,events" + (",apigateway,dynamodb,kms" if areas == ["test_state"] else "")
            subprocess.run(
                [sys.executable, os.path.join(folder, "asl_replay.py"), "--endpoint", endpoint, "--cases", os.path.join(place, "cases"),
                 "--have", services, "--json", result, "-v", *options, *further], check=False)
        finally:
            server.terminate()
            server.wait(timeout=20)
    for case in others:
        print("left out:", case)


if __name__ == "__main__":
    main()
