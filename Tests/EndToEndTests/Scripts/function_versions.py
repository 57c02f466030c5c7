"""Versions and aliases of Lambda functions: what is published stays, with the build it was made of; aliases route, qualified ARNs lead there, and all of it outlives the process."""
import base64
import hashlib
import json
import os
import shutil
import tempfile

from newel import Server, answering, compiled, ended, invoke, refused, single, wait_for

ROLE = "arn:aws:iam::000000000000:role/r"
ARN = "arn:aws:lambda:us-east-1:000000000000:function:"


def publishing(functions, library):
    """Uploads: numbers, checks, nothing new when nothing changed, lists."""
    zip_file = open(library, "rb").read()
    digest = base64.b64encode(hashlib.sha256(zip_file).digest()).decode()
    made = functions.create_function(FunctionName="up", Role=ROLE, Handler="Build", Runtime="provided.al2023", Code={"ZipFile": zip_file}, Publish=True)
    assert made["Version"] == "1" and made["CodeSha256"] == digest, made
    again = functions.publish_version(FunctionName="up", Description="unchanged")
    assert again["Version"] == "1" and again["FunctionArn"] == f"{ARN}up:1", again
    latest = functions.update_function_configuration(FunctionName="up", Timeout=7, Description="new")
    message = refused("PreconditionFailedException", functions.publish_version, FunctionName="up", RevisionId=made["RevisionId"])
    assert message.startswith("The Revision Id provided does not match the latest Revision Id."), message
    message = refused("InvalidParameterValueException", functions.publish_version, FunctionName="up", CodeSha256="x")
    assert message == f"CodeSHA256 (x) is different from current CodeSHA256 in $LATEST ({digest}). Please try again with the CodeSHA256 in $LATEST.", message
    second = functions.publish_version(FunctionName="up", CodeSha256=digest, RevisionId=latest["RevisionId"], Description="the second")
    assert (second["Version"], second["Description"], second["Timeout"]) == ("2", "the second", 7), second
    assert functions.get_function_configuration(FunctionName="up")["RevisionId"] != latest["RevisionId"]
    assert functions.get_function(FunctionName="up", Qualifier="1")["Configuration"]["Timeout"] == 3
    assert functions.get_function_configuration(FunctionName=f"{ARN}up:2")["FunctionArn"] == f"{ARN}up:2"
    assert functions.get_function_configuration(FunctionName="up", Qualifier="$LATEST")["FunctionArn"] == f"{ARN}up:$LATEST"
    pages = functions.get_paginator("list_versions_by_function").paginate(FunctionName="up", PaginationConfig={"PageSize": 1})
    assert [v["Version"] for page in pages for v in page["Versions"]] == ["$LATEST", "1", "2"]
    everything = functions.list_functions(FunctionVersion="ALL")["Functions"]
    assert {f"{ARN}up:{v}" for v in ("$LATEST", "1", "2")} <= {f["FunctionArn"] for f in everything}
    code = functions.update_function_code(FunctionName="up", ZipFile=zip_file, Publish=True)
    assert code["Version"] == "2" and code["FunctionArn"] == f"{ARN}up:2", code
    refused("ResourceNotFoundException", functions.publish_version, FunctionName="nobody")
    message = refused("InvalidParameterValueException", functions.invoke, FunctionName="up:1", Qualifier="2")
    assert message == "The derived qualifier from the function name does not match the specified qualifier.", message
    for qualifier in ("9", "nobody"):
        message = refused("ResourceNotFoundException", functions.invoke, FunctionName="up", Qualifier=qualifier)
        assert message == f"Function not found: {ARN}up:{qualifier}", message


def aliases(functions):
    """Made, found, changed, routed by weight, listed, deleted; what AWS refuses is refused in its words."""
    alias = functions.create_alias(FunctionName="up", Name="live", FunctionVersion="1", Description="d")
    assert alias["AliasArn"] == f"{ARN}up:live" and alias["FunctionVersion"] == "1" and "RoutingConfig" not in alias, alias
    got = functions.get_alias(FunctionName="up", Name="live")
    assert {k: got[k] for k in alias if k != "ResponseMetadata"} == {k: alias[k] for k in alias if k != "ResponseMetadata"}
    assert refused("ResourceConflictException", functions.create_alias, FunctionName="up", Name="live", FunctionVersion="1") == f"Alias already exists: {ARN}up:live"
    assert refused("ResourceNotFoundException", functions.create_alias, FunctionName="up", Name="x", FunctionVersion="9") == f"Function not found: {ARN}up:9"
    assert refused("ResourceNotFoundException", functions.get_alias, FunctionName="up", Name="x") == f"Cannot find alias arn: {ARN}up:x"
    assert refused("ResourceNotFoundException", functions.update_alias, FunctionName="up", Name="x") == f"Alias not found: {ARN}up:x"
    refused("PreconditionFailedException", functions.update_alias, FunctionName="up", Name="live", RevisionId="old")
    refused("ValidationException", functions.create_alias, FunctionName="up", Name="7", FunctionVersion="1")
    for version, weights, words in (
            ("1", {"1": 0.5}, "Invalid function version 1. Function version 1 is already included in routing configuration."),
            ("$LATEST", {"1": 0.5}, "$LATEST is not supported for an alias pointing to more than 1 version"),
            ("1", {"2": 0.1, "3": 0.1}, "Number of items in AdditionalVersionWeights cannot be greater than 1")):
        message = refused("InvalidParameterValueException", functions.update_alias, FunctionName="up", Name="live", FunctionVersion=version, RoutingConfig={"AdditionalVersionWeights": weights})
        assert message == words, message
    refused("ResourceNotFoundException", functions.update_alias, FunctionName="up", Name="live", RoutingConfig={"AdditionalVersionWeights": {"9": 0.5}})

    def executed():
        reply = invoke(functions, "up:live")[1]
        assert reply["ResponseMetadata"]["HTTPHeaders"]["x-amz-executed-version"] == reply["ExecutedVersion"]
        return reply["ExecutedVersion"]

    assert executed() == "1"
    changed = functions.update_alias(FunctionName="up", Name="live", RevisionId=got["RevisionId"], RoutingConfig={"AdditionalVersionWeights": {"2": 0.5}})
    assert changed["RoutingConfig"] == {"AdditionalVersionWeights": {"2": 0.5}} and changed["RevisionId"] != got["RevisionId"], changed
    drawn = [executed() for _ in range(120)]
    assert 20 < drawn.count("2") < 100 and drawn.count("1") + drawn.count("2") == 120, drawn
    functions.create_alias(FunctionName="up", Name="beta", FunctionVersion="$LATEST")
    assert [a["Name"] for a in functions.list_aliases(FunctionName="up")["Aliases"]] == ["beta", "live"]
    assert [a["Name"] for a in functions.list_aliases(FunctionName="up", FunctionVersion="1")["Aliases"]] == ["live"]
    assert refused("ResourceConflictException", functions.delete_function, FunctionName="up", Qualifier="2") == "Unable to delete version because the following aliases reference it: [live]"
    assert refused("InvalidParameterValueException", functions.delete_function, FunctionName="up", Qualifier="$LATEST") == "$LATEST version cannot be deleted without deleting the function."
    refused("InvalidParameterValueException", functions.delete_function, FunctionName="up", Qualifier="live")
    assert "RoutingConfig" not in functions.update_alias(FunctionName="up", Name="live", FunctionVersion="2", RoutingConfig={"AdditionalVersionWeights": {}})
    assert executed() == "2"
    functions.delete_function(FunctionName="up", Qualifier="1")
    refused("ResourceNotFoundException", functions.invoke, FunctionName="up", Qualifier="1")
    functions.delete_alias(FunctionName="up", Name="beta")
    functions.delete_alias(FunctionName="up", Name="beta")


def pinned(server, plugins, store):
    """A version of an installed plugin answers with its build whatever is dropped in later, from states too, after a kill too, and its build stays in the store."""
    functions = server.client("lambda")
    functions.create_function(FunctionName="own", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://Build"})
    first = functions.publish_version(FunctionName="own")
    assert first["Version"] == "1" and len(first["CodeSha256"]) == 64, first
    assert functions.publish_version(FunctionName="own")["Version"] == "1"
    functions.create_alias(FunctionName="own", Name="live", FunctionVersion="1")
    machine = single(server, {"Resource": f"{ARN}own:live"})
    through = single(server, {
        "Resource": "arn:aws:states:::lambda:invoke", "OutputPath": "$.Payload", "Parameters": {"FunctionName": f"{ARN}own", "Qualifier": "live"}}, name="through")
    sfn = server.client("stepfunctions")

    def answers():
        return [invoke(functions, name)[0] for name in ("own", "own:1", f"{ARN}own:live", "own:$LATEST")] + [
            json.loads(ended(sfn, sfn.start_execution(stateMachineArn=arn)["executionArn"])["output"]) for arn in (machine, through)]

    assert answers() == [1] * 6, answers()
    builds = {1: first["CodeSha256"]}
    for version in range(2, 7):
        path = compiled(plugins, "build", answering("Build", f"{version}"))
        builds[version] = hashlib.sha256(open(path, "rb").read()).hexdigest()
        wait_for(lambda: invoke(functions, "own")[0] == version, what=f"build {version}")
    assert answers() == [6, 1, 1, 6, 1, 1], answers()
    second = functions.publish_version(FunctionName="own")
    assert second["Version"] == "2" and second["CodeSha256"] != first["CodeSha256"], second
    functions.update_alias(FunctionName="own", Name="live", FunctionVersion="2")
    server.kill()
    server.start()
    functions, sfn = server.client("lambda"), server.client("stepfunctions")
    # What versions pin stays with the last three; all else goes.
    wait_for(lambda: {v for v, build in builds.items() if build in os.listdir(store)} == {1, 4, 5, 6}, what="collection of what nothing refers to")
    compiled(plugins, "build", answering("Build", "7"))
    wait_for(lambda: invoke(functions, "own")[0] == 7, what="build 7")
    assert answers() == [7, 1, 6, 7, 6, 6], answers()
    # Deleted and made anew: numbers are not given twice.
    functions.delete_function(FunctionName="own")
    for name in ("own", "own:1", "own:live"):
        refused("ResourceNotFoundException", functions.get_function, FunctionName=name)
    functions.create_function(FunctionName="own", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://Build"})
    assert functions.list_aliases(FunctionName="own")["Aliases"] == []
    assert functions.publish_version(FunctionName="own")["Version"] == "3"


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    library = compiled(plugins, "build", answering("Build", "1"))
    with Server("--plugins", plugins) as server:
        functions = server.client("lambda")
        publishing(functions, library)
        aliases(functions)
        pinned(server, plugins, os.path.join(server.data, "plugins"))
    shutil.rmtree(plugins)


main()
