"""Every worker has a /tmp of its own, which nobody else sees and which goes with it; what the manifest grants below /tmp stays where it is."""
import concurrent.futures
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

import newel
from newel import Server, compiled, invoke, wait_for

NAME = f"newel-own-{os.getpid()}"
APP = '''
import os, tempfile, time

def did(word, path):
    try:
        if word == "write":
            with open(path, "x") as file:
                file.write("mine")
            return "written"
        return open(path).read() if word == "read" else sorted(os.listdir(path))
    except OSError as error:
        return type(error).__name__

def handler(event, context):
    if event["do"] == "leave":
        os._exit(3)
    said = [did(*words) for words in event["do"]]
    time.sleep(event.get("seconds", 0))
    with tempfile.NamedTemporaryFile() as file:
        return {"said": said, "pid": os.getpid(), "TMPDIR": os.environ["TMPDIR"], "made": file.name}
'''
# Answers what went wrong in writing the file, 0 when nothing did.
NATIVE = """#include <newel_plugin_helpers.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
static newel_status writes(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    char path[256], answer[16];
    (void)i;
    snprintf(path, sizeof path, "%%.*s", (int)v->payload.len - 2, (const char *)v->payload.ptr + 1);
    int file = open(path, O_WRONLY | O_CREAT, 0600);
    snprintf(answer, sizeof answer, "%%d", file < 0 ? errno : 0);
    if (file >= 0) close(file);
    return newel_complete_text(h, v, answer);
}
NEWEL_FUNCTION("Writes%s", writes)
"""


def packages(place):
    """A folder of plugins, and what its functions are granted; all of it may lie below /tmp."""
    plugins, granted = os.path.join(place, "plugins"), os.path.join(place, "granted")
    os.makedirs(f"{plugins}/python")
    for folder in ("read", "write"):
        os.makedirs(f"{granted}/{folder}")
        open(f"{granted}/{folder}/there", "w").write(folder)
        os.chmod(f"{granted}/{folder}", 0o777)
    os.symlink(f"{granted}/read", f"{granted}/link")
    files = [f"ro:{granted}/link", f"rw:{granted}/write", f"ro:{granted}/read/there"]
    functions = [{"name": name, "handler": "app.handler", "timeoutSeconds": 30, "files": grants}
                 for name, grants in (("Own", []), ("Granted", files), ("Machines", ["rw:/tmp"]))]
    json.dump({"manifestVersion": 1, "name": "python", "runtime": {"name": "python3"}, "functions": functions},
              open(f"{plugins}/python/plugin.json", "w"))
    open(f"{plugins}/python/app.py", "w").write(APP)
    compiled(plugins, "native", NATIVE % "")
    for folder, folders, names in os.walk(place):
        os.chmod(folder, os.stat(folder).st_mode | 0o755)
    return plugins, granted


def does(functions, function, *words, seconds=0):
    answer, reply = invoke(functions, function, json.dumps({"do": words, "seconds": seconds}).encode())
    assert "FunctionError" not in reply, answer
    return answer


def own(server, place):
    functions = server.client("lambda")
    path = f"/tmp/{NAME}"
    open(path + "-host", "w").write("the machine's")
    answer = does(functions, "Own", ("write", path), ("read", path), ("read", path + "-host"), ("read", f"{place}/granted/read/there"))
    assert answer["said"][:3] == ["written", "mine", "FileNotFoundError"], answer
    assert answer["said"][3] in ("FileNotFoundError", "PermissionError"), answer
    assert answer["TMPDIR"] == "/tmp" and answer["made"].startswith("/tmp/"), answer
    assert not os.path.exists(path), "nothing of it is on the machine"
    again = does(functions, "Own", ("write", path))
    assert again["pid"] == answer["pid"] and again["said"] == ["FileExistsError"], "a warm worker keeps its /tmp"
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda _: does(functions, "Own", ("write", path + "-each"), seconds=1), range(3)))
    assert [each["said"] for each in answers] == [["written"]] * 3 and len({each["pid"] for each in answers}) == 3, answers
    folders = glob.glob(f"{server.data}/scratch/worker-*")
    assert len(folders) >= 3, "a folder each"
    invoke(functions, "Own", b'{"do": "leave"}')
    wait_for(lambda: len(glob.glob(f"{server.data}/scratch/worker-*")) == len(folders) - 1, what="the end of the worker's folder")
    # What the package is in is read.
    root = glob.glob(f"{server.data}/plugins/*/app.py")[0]
    assert does(functions, "Own", ("read", root), ("write", root + "-more"))["said"][0] == APP


def native(server, place):
    """The same of a library; a user other than root gets its /tmp by a user namespace, in which the interpreter may be out of reach."""
    functions = server.client("lambda")

    def error(path):
        return invoke(functions, "Writes", f'"{path}"'.encode())[0]
    assert error(f"/tmp/{NAME}") == 0 and not os.path.exists(f"/tmp/{NAME}")
    # What its package lies in is never written to, nor what lies around it.
    root = glob.glob(f"{server.data}/plugins/*/plugin.so")[0]
    assert error(root) != 0 and error(root + "-more") != 0 and not os.path.exists(root + "-more")
    for around in (f"{place}/around", f"{place}/plugins/around", f"{server.data}/around", f"{server.data}/scratch/around"):
        error(around)
        assert not os.path.exists(around), around


def granted(server, place):
    functions = server.client("lambda")
    path = f"{place}/granted"
    answer = does(functions, "Granted", ("read", f"{path}/read/there"), ("read", f"{path}/link/there"), ("read", f"{path}/write/there"),
                  ("write", f"{path}/write/{NAME}"), ("write", f"/tmp/{NAME}"), ("list", f"{path}/read"))
    assert answer["said"] == ["read", "read", "write", "written", "written", ["there"]], answer
    assert open(f"{path}/write/{NAME}").read() == "mine", "what is granted is the machine's"
    os.unlink(f"{path}/write/{NAME}")
    answer = does(functions, "Granted", ("write", f"{path}/read/{NAME}"))
    assert answer["said"][0] != "written" and os.listdir(f"{path}/read") == ["there"], answer
    # Whoever is granted /tmp itself has the machine's.
    answer = does(functions, "Machines", ("read", f"/tmp/{NAME}-host"))
    assert answer["said"] == ["the machine's"] and answer["TMPDIR"] != "/tmp", answer


def serves(place, *checks):
    plugins = os.path.join(place, "plugins")
    data = os.path.join(place, "data")
    os.makedirs(data, exist_ok=True)
    os.chmod(data, 0o777)
    with Server("--plugins", plugins, data=data) as server:
        for check in checks:
            check(server, place)
        server.stop()
    shutil.rmtree(data, ignore_errors=True)


def closed(server, place):
    """Where the kernel allows no /tmp of one's own: the folder for temporary files is another one."""
    functions = server.client("lambda")
    answer = does(functions, "Own", ("write", f"/tmp/{NAME}"))
    assert answer["said"] == ["PermissionError"] and answer["TMPDIR"] != "/tmp" and answer["made"].startswith(answer["TMPDIR"]), answer
    assert not os.path.exists(f"/tmp/{NAME}")


def through(place, name, *words):
    """From here on newel is started by another program."""
    path = os.path.join(place, name)
    inner = "exec " + " ".join(words) + f' {newel.PRODUCTS}/newel "$@"\n'
    open(path, "w").write("#!/bin/sh\n" + inner)
    os.chmod(path, 0o755)
    worked = subprocess.run([path, "--version"], capture_output=True, timeout=30).returncode == 0
    newel.EXECUTABLE = path if worked else os.path.join(newel.PRODUCTS, "newel")
    return worked


def main():
    os.environ["NEWEL_PYTHON"] = sys.executable
    said = subprocess.run([newel.EXECUTABLE, "doctor"], capture_output=True, text=True, timeout=60).stdout
    has_own = "each worker has a /tmp that nobody else sees" in said
    assert has_own or "functions write to TMPDIR, and /tmp is closed to them" in said, said
    before = open("/proc/self/mountinfo").read()
    # What a function needs may lie below /tmp, or anywhere else.
    for root in ("/tmp", os.path.expanduser("~")):
        place = tempfile.mkdtemp(prefix="newel-own-", dir=root)
        packages(place)
        if has_own:
            serves(place, own, native, granted)
        else:
            serves(place, closed)
        if root == "/tmp":
            limited = "unshare -r sh -c 'echo 0 > /proc/sys/user/max_mnt_namespaces && exec \"$0\" \"$@\"'"
            if through(place, "limited", limited):
                assert "own /tmp" in subprocess.run([newel.EXECUTABLE, "doctor"], capture_output=True, text=True, timeout=60).stdout
                serves(place, closed)
                print("without a /tmp of one's own: TMPDIR")
            if os.geteuid() == 0 and has_own and through(place, "other", "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"):
                serves(place, native)
                print("and for a user other than root")
            newel.EXECUTABLE = os.path.join(newel.PRODUCTS, "newel")
        shutil.rmtree(place)
    os.unlink(f"/tmp/{NAME}-host") if os.path.exists(f"/tmp/{NAME}-host") else None
    assert open("/proc/self/mountinfo").read() == before, "the machine's mounts are what they were"
    print("each worker has a /tmp of its own" if has_own else "no worker has a /tmp of its own here")


main()
