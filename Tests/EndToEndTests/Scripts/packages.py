"""`newel plugin pack` and `check`: a zip that CreateFunction takes, and everything that is wrong with one that it would not."""
import json
import os
import shutil
import subprocess
import tempfile
import zipfile

from newel import EXECUTABLE, Server, compiled, invoke

GREET = """#include <newel_plugin_helpers.h>
static newel_status greet(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return newel_complete_text(h, v, "\\"hello\\"");
}
NEWEL_FUNCTION("Greet", greet)
"""
ROLE = "arn:aws:iam::000000000000:role/r"


def newel(*words, code=0):
    ended = subprocess.run([EXECUTABLE, "plugin", *words], capture_output=True, text=True, timeout=60)
    assert ended.returncode == code, (words, ended.returncode, ended.stdout, ended.stderr)
    return ended.stdout + ended.stderr


def packed(place, library):
    path = os.path.join(place, "greet.zip")
    said = newel("pack", library, "--name", "greet", "--version", "1.2.0", "--output", path)
    assert "Greet" in said and "x86_64" in said or "aarch64" in said, said
    first = open(path, "rb").read()
    newel("pack", library, "--name", "greet", "--version", "1.2.0", "--output", path)
    assert open(path, "rb").read() == first, "the same files make the same zip"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read("plugin.json"))
    assert manifest["name"] == "greet" and manifest["version"] == "1.2.0", manifest
    assert manifest["functions"] == [{"name": "Greet"}] and len(manifest["libraries"][0]["sha256"]) == 64, manifest
    assert newel("check", path) == f"{path}: sound, with Greet; not signed\n"
    return path


def deployed(path):
    with Server() as server:
        functions = server.client("lambda")
        functions.create_function(
            FunctionName="Uploaded", Role=ROLE, Runtime="provided.al2023", Handler="Greet", Code={"ZipFile": open(path, "rb").read()})
        assert invoke(functions, "Uploaded")[0] == "hello"


def folder_packed(place, library):
    folder = os.path.join(place, "folder")
    os.makedirs(os.path.join(folder, "lib"))
    shutil.copy(library, os.path.join(folder, "lib", "greet.so"))
    open(os.path.join(folder, "data.txt"), "w").write("kept\n" * 1_000)
    machine = os.uname().machine
    manifest = {
        "manifestVersion": 1, "name": "folded", "libraries": [{"arch": machine, "path": "lib/greet.so"}],
        "functions": [{"name": "Hello", "handler": "Greet", "timeoutSeconds": 9}]}
    json.dump(manifest, open(os.path.join(folder, "plugin.json"), "w"))
    path = os.path.join(place, "folded.zip")
    newel("pack", folder, "--output", path)
    with zipfile.ZipFile(path) as archive:
        written = json.loads(archive.read("plugin.json"))
        assert archive.read("data.txt") == b"kept\n" * 1_000
    assert written["functions"] == manifest["functions"] and len(written["libraries"][0]["sha256"]) == 64, written
    assert newel("check", path, folder).count("sound, with Hello") == 2
    deployed_as_is = newel("check", folder)
    assert "Hello" in deployed_as_is
    # Everything that is wrong, at once.
    manifest["functions"] = [
        {"name": "Hello", "handler": "Nobody", "timeoutSeconds": 9}, {"name": "Late", "handler": "Greet", "timeoutSeconds": 0, "memoryMB": 1}, {}]
    manifest["libraries"].append({"arch": "mips", "path": "lib/mips.so"})
    manifest["isolation"] = "jail"
    json.dump(manifest, open(os.path.join(folder, "plugin.json"), "w"))
    said = newel("check", folder, code=1)
    for problem in ("isolation must be process or host", "timeoutSeconds must be 1 to 900", "memoryMB must be 128 to 10240", "a function has no name",
                    "functions[1]: Late: memoryMB", "functions[2]: a function"):
        assert problem in said, (problem, said)
    manifest.pop("isolation")
    manifest["functions"] = manifest["functions"][:1]
    manifest["libraries"][0]["sha256"] = "0" * 64
    json.dump(manifest, open(os.path.join(folder, "plugin.json"), "w"))
    said = newel("check", folder, code=1)
    assert "its sha256 differs" in said and "lib/mips.so is not in the package" in said, said
    manifest["libraries"] = manifest["libraries"][:1]
    manifest["libraries"][0].pop("sha256")
    json.dump(manifest, open(os.path.join(folder, "plugin.json"), "w"))
    said = newel("check", folder, code=1)
    assert "has the handler Nobody, but the library has Greet" in said and "note: the library has the handler Greet" in said, said


def linked_wrongly(place):
    """What a loader would stumble over, all of it at once."""
    source = """#include <newel_plugin_helpers.h>
%s
static newel_status greet(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return newel_complete_text(h, v, "1");
}
NEWEL_FUNCTION("Greet", greet)
"""
    for name in ("gone", "lost"):
        compiled(place, name, "int %s(void) { return 1; }\n" % name)
    needing = compiled(
        place, "needing", source % "", "-Wl,--no-as-needed", f"-L{place}", "-lgone", "-llost", "-Wl,-z,execstack")
    beside = compiled(place, "beside", source % "", "-Wl,--no-as-needed", f"-L{place}", "-lgone", "-Wl,-rpath,$ORIGIN")
    folder = os.path.join(place, "beside")
    os.mkdir(folder)
    for path in (beside, os.path.join(place, "libgone.so")):
        shutil.copy(path, folder)
    manifest = {"manifestVersion": 1, "name": "beside", "libraries": [{"arch": os.uname().machine, "path": "libbeside.so"}],
                "functions": [{"name": "Greet"}]}
    json.dump(manifest, open(os.path.join(folder, "plugin.json"), "w"))
    assert "sound" in newel("check", folder)
    for name in ("gone", "lost"):
        os.unlink(os.path.join(place, f"lib{name}.so"))
    said = newel("check", needing, code=1)
    for problem in ("it needs libgone.so, which is neither", "it needs liblost.so, which is neither", "executable stack"):
        assert problem in said, (problem, said)
    clash = 'NEWEL_EXPORT long random(void) { return 4; }\nNEWEL_EXPORT long (*table[])(void);\nlong (*table[])(void) = {random};'
    clashing = compiled(place, "clashing", source % clash)
    assert "it exports random, as libc.so.6 does" in newel("check", clashing, code=1)
    assert "sound" in newel("check", compiled(place, "symbolic", source % clash, "-Wl,-Bsymbolic"))
    musl = compiled(place, "musl", source % "", "-Wl,--no-as-needed", "-lc")
    content = open(musl, "rb").read()
    assert content.count(b"libc.so.6\0") == 1
    open(musl, "wb").write(content.replace(b"libc.so.6\0", b"ld-musl-x\0"))
    assert "linked against musl" in newel("check", musl, code=1)
    entryless = compiled(place, "entryless", "int nothing(void) { return 0; }\n")
    assert "does not export newel_plugin_entry" in newel("check", entryless, code=1)


def slips(place, library):
    """What looks right and is not: each is told with its place, and with what was meant."""
    machine = os.uname().machine
    sound = {"manifestVersion": 1, "name": "greet", "version": "1", "libraries": [{"arch": machine, "path": "l.so"}],
             "functions": [{"name": "Hello", "handler": "Greet"}]}

    def zipped(**changes):
        path = os.path.join(place, "slip.zip")
        manifest = {**sound, **changes}
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("plugin.json", json.dumps(manifest))
            archive.write(library, "l.so")
        return path

    def function(**members):
        return {"functions": [{"name": "Hello", "handler": "Greet", **members}]}

    said = newel("check", zipped(bogus=1, **function(timeoutSecond=5, permisions=["x"])))
    for words in ("note: plugin.json: functions[0]: Hello: nobody reads timeoutSecond; did you mean timeoutSeconds?",
                  "nobody reads permisions; did you mean permissions?", "note: plugin.json: nobody reads bogus; there are", "sound, with Hello"):
        assert words in said, (words, said)
    for words, changes in (
            ("environment: AWS_REGION is reserved", function(environment={"AWS_REGION": "x", "a b": "c"})),
            ("environment: 'a b' is no name", function(environment={"AWS_REGION": "x", "a b": "c"})),
            ("permissions: 'nope' is no action; write service:Action", function(permissions=["nope"])),
            ("no function can be named 'F c'", {"functions": [{"name": "F c", "handler": "Greet"}]}),
            ("name cannot be '../../x'", {"name": "../../x"}), ("version cannot be '../..'", {"version": "../.."}),
            ("files: ../../etc leads out of the package", function(files=["ro:../../etc"])),
            ("onHostCrash must be retry", function(onHostCrash="maybe")),
            ("no task's resource fits the pattern 'foo'", {"integrations": [{"pattern": "foo", "handler": "Greet"}]}),
            ("is an integration, but its handler Greet is a function in the library",
             {"integrations": [{"pattern": "arn:aws:states:::greet:*", "handler": "Greet"}]})):
        path = zipped(**changes)
        said = newel("check", path, code=1)
        assert words in said and "sound" not in said, (words, said)
    said = newel("check", zipped(name="a/b", integrations=[{"pattern": "foo", "handler": "Greet"}], **function(handler="Nobody")), code=1)
    for words in ("name cannot be 'a/b'", "fits the pattern 'foo'", "foo is an integration, but its handler Greet is a function",
                  "Hello has the handler Nobody, but the library has Greet"):
        assert words in said, (words, said)
    assert "is not installed" in newel("install", zipped(**function(onHostCrash="maybe")), "--plugins", os.path.join(place, "none"), code=1)
    plugins = os.path.join(place, "slipped")
    assert "did you mean timeoutSeconds?" in newel("install", zipped(**function(timeoutSecond=5)), "--plugins", plugins)
    with Server("--plugins", plugins) as server:
        assert invoke(server.client("lambda"), "Hello")[0] == "hello"
        said = server.said()
        assert "something of no use" in said and "nobody reads timeoutSecond" in said, said


def mistakes(place, library):
    broken = os.path.join(place, "broken.so")
    open(broken, "wb").write(open(library, "rb").read()[:5_000])
    assert "lies outside the file" in newel("check", broken, code=1)
    assert "No such file" in newel("check", os.path.join(place, "nothing.zip"), code=1)
    text = os.path.join(place, "text.zip")
    open(text, "w").write("no zip")
    assert "zip file" in newel("check", text, code=1)
    newel("pack", broken, code=1)
    assert "second library" in newel("pack", library, library, code=1)
    empty = os.path.join(place, "empty")
    os.mkdir(empty)
    newel("pack", empty, code=1)


def main():
    place = tempfile.mkdtemp(prefix="newel-packages-")
    library = compiled(place, "greet", GREET)
    deployed(packed(place, library))
    folder_packed(place, library)
    linked_wrongly(place)
    slips(place, library)
    mistakes(place, library)
    shutil.rmtree(place)


main()
