"""C libraries as functions without glue code: the sample dropped in and uploaded, every mistake one clear error, and the host stays."""
import base64
import json
import os
import shutil
import subprocess
import tempfile
import zlib

from newel import EXECUTABLE, PRODUCTS, ROOT, Server, compiled, ended, invoke

SAMPLE = os.path.join(ROOT, "Samples", "NativeFunctions")
ROLE = "arn:aws:iam::000000000000:role/r"


def newel(*words, code=0):
    ran = subprocess.run([EXECUTABLE, "plugin", *words], capture_output=True, text=True, timeout=60)
    assert ran.returncode == code, (words, ran.returncode, ran.stdout, ran.stderr)
    return ran.stdout + ran.stderr


def sample(place):
    """The sample with its library built, as the README says."""
    folder = os.path.join(place, "plugins", "native")
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("lib"))
    os.mkdir(os.path.join(folder, "lib"))
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O2", "-o", "lib/libgeometry.so", "geometry.c", "-lm"], cwd=folder, check=True)
    manifest = json.load(open(os.path.join(folder, "plugin.json")))
    for library in manifest["libraries"]:
        if "arch" in library:
            library["arch"] = os.uname().machine
    json.dump(manifest, open(os.path.join(folder, "plugin.json"), "w"))
    return folder


def answers(functions, name, payload):
    body, reply = invoke(functions, name, json.dumps(payload).encode())
    assert "FunctionError" not in reply, (name, payload, body)
    return body


def fails(functions, name, payload, kind, words):
    body, reply = invoke(functions, name, json.dumps(payload).encode())
    assert reply.get("FunctionError") and body["errorType"] == kind and words in body["errorMessage"], (name, body)


def the_sample_answers(functions):
    text = "hello, " * 500 + "wörld"
    assert answers(functions, "Crc32", {"text": text}) == {"crc": zlib.crc32(text.encode())}
    assert answers(functions, "Crc32", {"text": "b", "crc": zlib.crc32(b"a")}) == {"crc": zlib.crc32(b"ab")}
    packed = answers(functions, "Compress", {"text": text})
    assert zlib.decompress(base64.b64decode(packed["data"])) == text.encode()
    assert len(base64.b64decode(packed["data"])) == packed["bytes"] < 200
    assert answers(functions, "Uncompress", {"data": packed["data"]}) == {"text": text}
    fails(functions, "Uncompress", {"data": packed["data"], "room": 10}, "CompressionFailed", "uncompress returned -5: buffer error")
    fails(functions, "Uncompress", {"data": "AAAA"}, "CompressionFailed", "uncompress returned -3: data error")
    fails(functions, "Uncompress", {"data": "?"}, "Native.InvalidInput", "$.data is not base64")
    fails(functions, "Uncompress", {"data": "", "room": -1}, "Native.InvalidInput", "$.room is -1, but must be 0 to")
    fails(functions, "Uncompress", {"data": "", "room": 10**15}, "Native.InvalidInput", "but must be 0 to")
    assert answers(functions, "Power", {"base": 2, "exponent": 0.5}) == 2 ** 0.5
    assert answers(functions, "Power", {"base": 3}) == 9
    fails(functions, "Power", {"base": -1, "exponent": 0.5}, "Native.InvalidResult", "nan")
    fails(functions, "Power", {}, "Native.InvalidInput", "$.base is missing")
    assert answers(functions, "SQLiteVersion", {}).startswith("3.")
    assert answers(functions, "QuoteSQL", {"text": "it's"}) == "'it''s'"
    assert answers(functions, "QuoteSQL", {"text": None}) == "NULL"
    fails(functions, "QuoteSQL", {"text": "a\0b"}, "Native.InvalidInput", "$.text has a NUL at byte 1")
    assert answers(functions, "PointDistance", {"a": {"x": 0, "y": 0}, "b": {"x": 3, "y": 4}}) == {
        "distance": 5, "line": {"from": {"x": 0, "y": 0}, "to": {"x": 3, "y": 4}}, "middle": {"x": 1.5, "y": 2}}
    fails(functions, "PointDistance", {"a": {"x": 1e308, "y": 1e308}, "b": {"x": 0, "y": 0}}, "NoPoint", "point_distance returned -1")
    fails(functions, "PointDistance", {"a": {"x": 0}, "b": {"x": 0, "y": 0}}, "Native.InvalidInput", "$.a.y is missing")
    assert answers(functions, "Centroid", {"points": [{"x": 0, "y": 1}, {"x": 2, "y": 3}]}) == {"x": 1, "y": 2}


def dropped_in(folder):
    plugins = os.path.dirname(folder)
    assert "sound, with Crc32, Compress" in newel("check", folder)
    assert newel("list", "--plugins", plugins).count("native") >= 8
    assert newel("invoke", "Power", "--plugins", plugins, "--input", '{"base": 7}').split()[0] == "49.0"
    with Server("--plugins", plugins) as server:
        the_sample_answers(server.client("lambda"))
        caught(server)
    # Native functions stay in workers, also where handlers would run in the host.
    with Server("--plugins", plugins, "--isolation", "host") as server:
        functions = server.client("lambda")
        assert answers(functions, "Power", {"base": 7}) == 49
        children = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True).stdout.split()
        assert len(children) == 1, children


def caught(server):
    """In a state machine the failures of a C function are caught by name, like any other."""
    sfn = server.client("stepfunctions")
    task = {
        "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:Uncompress", "Next": "Count",
        "Catch": [{"ErrorEquals": ["CompressionFailed"], "ResultPath": "$.error", "Next": "Count"}]}
    count = {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:Crc32", "Parameters": {"text.$": "$.error.Error"}, "End": True}
    machine = sfn.create_state_machine(
        name="catching", roleArn=ROLE,
        definition=json.dumps({"StartAt": "Unpack", "States": {"Unpack": task, "Count": count}}))["stateMachineArn"]
    execution = sfn.start_execution(stateMachineArn=machine, input=json.dumps({"data": "AAAA"}))["executionArn"]
    assert json.loads(ended(sfn, execution)["output"]) == {"crc": zlib.crc32(b"CompressionFailed")}


def readme(place):
    """The README's example, pasted."""
    section = open(os.path.join(ROOT, "README.md")).read().split("## C libraries as functions")[1].split("\n## ")[0]
    lines = [line[4:] for line in section.splitlines() if line.startswith("    ")]
    folder = os.path.join(place, "readme")
    os.mkdir(folder)
    environment = {**os.environ, "PATH": f"{PRODUCTS}:{os.environ['PATH']}"}
    ran = subprocess.run(
        ["bash", "-e", "-c", "\n".join(lines[:-1])], cwd=folder, env=environment, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0 and ran.stdout.splitlines()[-1] == lines[-1], (lines, ran.stdout, ran.stderr)


def uploaded(folder, place):
    path = os.path.join(place, "native.zip")
    said = newel("pack", folder, "--output", path)
    assert "Crc32" in said, said
    assert "sound, with Crc32" in newel("check", path)
    with Server() as server:
        functions = server.client("lambda")
        functions.create_function(
            FunctionName="Checksum", Role=ROLE, Runtime="provided.al2023", Handler="Crc32", Code={"ZipFile": open(path, "rb").read()})
        assert answers(functions, "Checksum", {"text": "hello"}) == {"crc": zlib.crc32(b"hello")}
        functions.create_function(
            FunctionName="Near", Role=ROLE, Runtime="provided.al2023", Handler="PointDistance", Code={"ZipFile": open(path, "rb").read()})
        assert answers(functions, "Near", {"a": {"x": 0, "y": 0}, "b": {"x": 3, "y": 4}})["distance"] == 5
    # The same zip dropped into a folder.
    dropped = os.path.join(place, "zips")
    os.mkdir(dropped)
    shutil.copy(path, dropped)
    with Server("--plugins", dropped) as server:
        assert answers(server.client("lambda"), "Centroid", {"points": [{"x": 4, "y": 0}, {"x": 0, "y": 2}]}) == {"x": 2, "y": 1}


HOSTILE = """
#include <stdlib.h>
__attribute__((visibility("default"))) int crash(void) { return *(volatile int *)8; }
__attribute__((visibility("default"))) int leave(void) { exit(3); }
__attribute__((visibility("default"))) int hang(void) { for (;;) {} }
__attribute__((visibility("default"))) int good(int a) { return a + 1; }
"""


def hostile(place):
    """What a wrong function or a wrong signature does, it does to its worker."""
    folder = os.path.join(place, "bad", "bad")
    os.makedirs(folder)
    os.rename(compiled(folder, "bad", HOSTILE), os.path.join(folder, "bad.so"))
    number = {"type": "i32"}
    manifest = {
        "manifestVersion": 1, "name": "bad", "libraries": [{"arch": os.uname().machine, "path": "bad.so"}, {"system": "libz.so.1"}],
        "functions": [
            {"name": "Crash", "native": {"library": "bad.so", "symbol": "crash", "returns": number}},
            {"name": "Leave", "native": {"library": "bad.so", "symbol": "leave", "returns": number}},
            {"name": "Hang", "timeoutSeconds": 1, "native": {"library": "bad.so", "symbol": "hang", "returns": number}},
            {"name": "Lost", "native": {"library": "libz.so.1", "symbol": "crc33", "returns": number}},
            {"name": "Good", "native": {"library": "bad.so", "symbol": "good", "parameters": [{"path": "$", "type": "i32"}], "returns": number}}]}
    path = os.path.join(folder, "plugin.json")
    json.dump(manifest, open(path, "w"))
    assert "Lost: libz.so.1 has no function crc33" in newel("check", folder, code=1)
    with Server("--plugins", os.path.dirname(folder)) as server:
        functions = server.client("lambda")
        fails(functions, "Crash", {}, "Runtime.ExitError", "segmentation fault")
        fails(functions, "Leave", {}, "Runtime.ExitError", "exit status 3")
        fails(functions, "Hang", {}, "Sandbox.Timedout", "timed out after 1.00 seconds")
        fails(functions, "Lost", {}, "Runtime.HandlerNotFound", "libz.so.1 has no function crc33")
        assert answers(functions, "Good", 41) == 42
        fails(functions, "Good", 2**31, "Native.InvalidInput", "$ is 2147483648, but i32 has whole numbers from -2147483648 to 2147483647")
        assert answers(functions, "Good", 41) == 42


def mistakes(place):
    """Everything that is wrong with a manifest, with its place, before anything is loaded."""
    folder = os.path.join(place, "wrong")
    os.makedirs(folder)
    shutil.move(compiled(folder, "lib", "__attribute__((visibility(\"default\"))) int f(void) { return 1; }"), os.path.join(folder, "lib.so"))
    machine = os.uname().machine

    def check(functions, libraries=None, **members):
        manifest = {"manifestVersion": 1, "name": "wrong", "libraries": libraries or [{"arch": machine, "path": "lib.so"}], "functions": functions}
        json.dump({**manifest, **members}, open(os.path.join(folder, "plugin.json"), "w"))
        return newel("check", folder, code=1)

    said = check([
        {"name": "A", "native": {"symbol": "f", "parameters": [{"path": "$.x", "type": "i33"}, {"path": "x", "type": "i32"}]}},
        {"name": "B", "native": {"symbol": "f", "returns": {"type": "cstring"}}},
        {"name": "C", "native": {"symbol": "f", "library": "other.so"}},
        {"name": "D", "handler": "d", "native": {"symbol": "f"}},
    ], structs={"node": [{"name": "next", "type": "node"}]})
    for problem in ("A: native.parameters[0].type: 'i33' is no type", "A: native.parameters[1].path: \"x\" is no reference path",
                    "B: native.returns.free: it is missing", "C: native.library: libraries has no other.so, but lib.so",
                    "D: handler and native exclude each other", "structs.node: it holds itself"):
        assert problem in said, (problem, said)
    assert "A: the library does not export g" in check([{"name": "A", "native": {"symbol": "g"}}])
    assert "isolation cannot be host" in check([{"name": "A", "native": {"symbol": "f"}}], isolation="host")
    assert "must be a name such as libz.so.1" in check([{"name": "A", "native": {"symbol": "f"}}], [{"system": "/lib/libz.so.1"}])
    assert "A: libnowhere.so.7: cannot open shared object file" in check([{"name": "A", "native": {"symbol": "f"}}], [{"system": "libnowhere.so.7"}])
    assert "native.library: it is missing; libraries has libm.so.6, libz.so.1" in check(
        [{"name": "A", "native": {"symbol": "f"}}], [{"system": "libz.so.1"}, {"system": "libm.so.6"}])
    assert "the library does not export newel_plugin_entry" in check([{"name": "A", "native": {"symbol": "f"}}, {"name": "B"}])


def main():
    place = tempfile.mkdtemp(prefix="newel-native-")
    folder = sample(place)
    dropped_in(folder)
    readme(place)
    uploaded(folder, place)
    hostile(place)
    mistakes(place)
    shutil.rmtree(place)


main()
