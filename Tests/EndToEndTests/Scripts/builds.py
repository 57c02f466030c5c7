"""Builds of a dropped-in plugin: a probe refuses one, a crash takes one back, `newel plugin rollback` too; list shows them, and a restart changes nothing."""
import json
import os
import shutil
import subprocess
import tempfile

from newel import EXECUTABLE, Server, compiled, invoke, wait_for

SOURCE = """#include <newel_plugin_helpers.h>
#include <stdlib.h>
#include <string.h>
static newel_status answer(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    if (v->flags & NEWEL_INV_PROBE && PROBE_FAILS) return newel_fail(h, v, "NotReady", "the table is missing");
    if (v->payload.len > 6 && memcmp(v->payload.ptr, "\\"crash", 6) == 0) abort();
    return newel_complete_text(h, v, VERSION);
}
NEWEL_FUNCTION("Build", answer)
"""


def drop(plugins, version, probe_fails=0):
    """A folder with a manifest that asks for a probe: the library first, as build tools write it."""
    folder = os.path.join(plugins, "build")
    os.makedirs(folder, exist_ok=True)
    manifest = {
        "manifestVersion": 1, "name": "build", "libraries": [{"path": "libbuild.so"}],
        "functions": [{"name": "Build", "probe": {"event": {"dryRun": True}, "timeoutMs": 1000}}]}
    path = os.path.join(folder, "plugin.json")
    if not os.path.exists(path):
        with open(path, "w") as file:
            json.dump(manifest, file)
    compiled(folder, "build", SOURCE, f'-DVERSION="{version}"', f"-DPROBE_FAILS={probe_fails}")


def plugin(*arguments):
    done = subprocess.run([EXECUTABLE, "plugin", *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    drop(plugins, 1)
    with Server("--plugins", plugins) as server:
        functions = server.client("lambda")

        def served(version):
            wait_for(lambda: invoke(functions, "Build")[0] == version, what=f"build {version}")

        def told(text):
            wait_for(lambda: text in server.said(), what=f"'{text}' in the log")

        served(1)
        drop(plugins, 2, probe_fails=1)
        told("its probe fails: NotReady: the table is missing; the build before it goes on")
        assert invoke(functions, "Build")[0] == 1
        for version in (2, 3, 4):
            drop(plugins, version)
            served(version)

        # The last three are kept; back in one step.
        code, out, _ = plugin("list", "--endpoint", server.endpoint)
        kept = [line.replace("*", " ").split() for line in out.splitlines() if line.startswith(("    ", "  * "))]
        assert code == 0 and [line[-1] for line in kept] == ["served", "kept", "kept"], out
        code, out, _ = plugin("rollback", "Build", "--endpoint", server.endpoint)
        assert code == 0 and "* " in out.splitlines()[2] and "passed over" in out.splitlines()[1], out
        assert invoke(functions, "Build")[0] == 3
        code, out, _ = plugin("rollback", "build", "--to", kept[2][0], "--endpoint", server.endpoint)
        assert code == 0 and invoke(functions, "Build")[0] == 2
        code, _, error = plugin("rollback", "Build", "--endpoint", server.endpoint)
        assert code == 1 and "no build before" in error, error
        code, _, error = plugin("rollback", "Nothing", "--endpoint", server.endpoint)
        assert code == 1 and "nothing that was dropped in is called Nothing" in error, error
        code, _, error = plugin("rollback", "Build", "--endpoint", "http://127.0.0.1:9")
        assert code == 1 and "No server answers at" in error, error

        # It survives a kill; a newer file ends it.
        server.kill()
        server.start()
        functions = server.client("lambda")
        assert invoke(functions, "Build")[0] == 2
        drop(plugins, 5)
        served(5)

        # A fresh build that crashes is taken back, once, to what was served before it: not to what was passed over. The same bytes are not taken again.
        _, reply = invoke(functions, "Build", b'"crash"')
        assert reply["FunctionError"] == "Unhandled"
        served(2)
        told("crashed after")
        os.utime(os.path.join(plugins, "build", "libbuild.so"))
        for _ in range(3):
            invoke(functions, "Build", b'"crash"')
        assert invoke(functions, "Build")[0] == 2
        server.kill()
        server.start()
        functions = server.client("lambda")
        assert invoke(functions, "Build")[0] == 2
        drop(plugins, 6)
        served(6)
    shutil.rmtree(plugins)


main()
