"""`newel plugin invoke` prints result, log, duration and memory, and its exit code says what happened."""
import json
import os
import shutil
import subprocess
import tempfile

from newel import EXECUTABLE, answering, compiled

LOUD = """#include <newel_plugin_helpers.h>
#include <stdio.h>
static newel_status answer(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    const newel_bytes fields = newel_text("{\\"n\\":1}");
    (void)i;
    h->log(h->ctx, v->call, NEWEL_LOG_WARNING, newel_text("careful"), fields);
    printf("printed\\n");
    return h->complete(h->ctx, v->call, v->payload);
}
NEWEL_FUNCTION("Loud", answer)
"""
FAILS = """#include <newel_plugin_helpers.h>
static newel_status answer(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    newel_error e = {sizeof e, 0, newel_text("OutOfStock"), newel_text("nothing left"), newel_text("[\\"shelf.c:7\\"]")};
    (void)i;
    return h->fail(h->ctx, v->call, &e);
}
NEWEL_FUNCTION("Fails", answer)
"""
CRASHES = """#include <newel_plugin_helpers.h>
static newel_status answer(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i, (void)h, (void)v;
    __builtin_trap();
}
NEWEL_FUNCTION("Crashes", answer)
"""


def invoke(*words, given=None):
    return subprocess.run([EXECUTABLE, "plugin", "invoke", *words], input=given, capture_output=True, text=True, timeout=60)


def four_things(folder):
    event = os.path.join(folder, "event.json")
    with open(event, "w") as file:
        file.write('{"name": "Ada"}')
    for words, given in [(("--input", f"@{event}"), None), (("--input", '{"name": "Ada"}'), None), (("--input", "-"), '{"name": "Ada"}')]:
        called = invoke("Loud", "--plugins", folder, *words, given=given)
        assert called.returncode == 0, called.stderr
        assert called.stdout == '{"name": "Ada"}\n', called.stdout
        lines = called.stderr.splitlines()
        assert any(line.endswith('WARN  careful  {"n":1}') for line in lines), lines
        assert any(line.endswith("printed") for line in lines), lines
        assert lines[0].startswith("log       "), lines
        duration = [line for line in lines if line.startswith("duration  ")]
        assert len(duration) == 1 and duration[0].endswith(" ms to start"), lines
        assert any(line.startswith("memory    ") and line.endswith(" MB of 128 MB") and "not known" not in line for line in lines), lines


def codes(folder):
    plugins = ("--plugins", folder)
    for words, code, said in [
            (("Fails", *plugins), 1, "newel: OutOfStock: nothing left\n    shelf.c:7\n"),
            (("Crashes", *plugins), 1, "Runtime.ExitError: "),
            (("Crashes", *plugins), 1, "duration  "),
            (("Lout", *plugins), 2, "There is no function Lout in "),
            (("Lout", *plugins), 2, "Crashes, Fails, "),
            (("Loud", *plugins, "--input", "{"), 2, "The input is not JSON: "),
            (("Loud", *plugins, "--input", "@/no/such/file"), 2, "/no/such/file"),
            (("Loud", "--plugins", "/no/such/folder"), 2, "No such file or directory"),
            (("Loud", "--plugins", os.path.join(folder, "libLoud.so")), 2, "is no folder"),
            ((), 2, "name")]:
        ended = invoke(*words)
        assert ended.returncode == code and said in ended.stderr, (words, ended.returncode, ended.stderr)
        assert ended.stdout == "", ended.stdout


def main():
    folder = tempfile.mkdtemp(prefix="newel-invoke-")
    for name, source in [("Loud", LOUD), ("Fails", FAILS), ("Crashes", CRASHES), ("Quiet", answering("Quiet", "[1]"))]:
        compiled(folder, name, source)
    four_things(folder)
    codes(folder)
    quiet = invoke("Quiet", "--plugins", folder)
    assert json.loads(quiet.stdout) == [1] and quiet.stderr.startswith("duration  "), quiet.stderr
    shutil.rmtree(folder)
    print("plugin invoke says all it should")


main()
