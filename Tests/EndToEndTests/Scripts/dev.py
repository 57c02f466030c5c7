"""`newel dev`: a save is built, tried and served without a lost call; what fails leaves the build before it; Ctrl-C leaves nothing."""
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

import boto3
from botocore.config import Config

from newel import EXECUTABLE, Server, invoke, wait_for

ANSWER = '{\\"version\\": %s}'


class Dev:
    """A `newel dev` and what it prints."""

    def __init__(self, folder, *arguments):
        self.process = subprocess.Popen(
            [EXECUTABLE, "dev", folder, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.lines = []
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if os.environ.get("VERBOSE"):
                print("dev:", line, end="", flush=True)

    def has(self, text, after=0):
        return next((line for line in self.lines[after:] if text in line), None)

    def until(self, text, after=0, seconds=60):
        try:
            return wait_for(lambda: self.has(text, after) or self.process.poll() is not None and "ended", seconds, f"'{text}'")
        except AssertionError:
            print("\n".join(self.lines[after:]))
            raise

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=15)
        assert code == 0, (code, self.lines[-10:])


def written(path, text):
    """As editors save: a new file moved over the old one."""
    with open(f"{path}.new~", "w") as file:
        file.write(text)
    os.rename(f"{path}.new~", path)


def function(version):
    return f"""#include <newel_plugin_helpers.h>
static newel_status answer(newel_instance *self, const newel_host *host, const newel_invocation *call) {{
    (void)self;
    return newel_complete_text(host, call, "{ANSWER % version}");
}}
NEWEL_FUNCTION("Greet", answer)
"""


def lambdas(address):
    return boto3.client(
        "lambda", endpoint_url=address, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test",
        config=Config(retries={"total_max_attempts": 1}))


def new(place, language):
    folder = os.path.join(place, language, "Greet")
    os.makedirs(os.path.dirname(folder))
    subprocess.run([EXECUTABLE, "plugin", "new", "Greet", "--lang", language, "--directory", folder], check=True, capture_output=True)
    return folder


def children(pid):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split()
    return found + [grandchild for child in found for grandchild in children(child)]


def rounds(place):
    """Many cycles in C, with a server of its own and calls all the while."""
    folder = new(place, "c")
    source = os.path.join(folder, "function.c")
    dev = Dev(folder, "--port", "0", "--memory")
    address = dev.until("newel is ready on").split()[-1]
    dev.until("Greet is served")
    functions = lambdas(address)
    assert invoke(functions, "Greet", b'{"name":"Ada"}')[0] == {"hello": {"name": "Ada"}}

    answers, failures, over = [], [], threading.Event()

    def call():
        while not over.is_set():
            try:
                answers.append(invoke(lambdas_of_thread, "Greet")[0])
            except Exception as error:  # told below
                failures.append(repr(error))

    lambdas_of_thread = lambdas(address)
    caller = threading.Thread(target=call)
    caller.start()
    try:
        own = []
        for version in range(1, 6):
            mark = len(dev.lines)
            written(source, function(version))
            line = dev.until("after the save", mark)
            # Served once it says so, not a moment later.
            assert invoke(functions, "Greet")[0] == {"version": version}
            own.append(float(re.search(r"([\d.]+) ms of them not the tool's", line).group(1)))
            assert dev.has("function.c changed", mark) and dev.has("events/hello.json", mark), dev.lines[mark:]
        print(f"from save to served, the compiler's time aside: {own} ms")

        # A mistake is told with the compiler's own line; the build before it goes on.
        mark = len(dev.lines)
        written(source, function(6).replace("return", "retrun"))
        dev.until("the build before it goes on", mark)
        assert dev.has("function.c:4:", mark) and dev.has("error:", mark), dev.lines[mark:]
        assert invoke(functions, "Greet")[0] == {"version": 5}

        # An example event that comes out wrong keeps a build out.
        mark = len(dev.lines)
        written(os.path.join(folder, "events", "hello.expected.json"), '{"version": 8}')
        written(source, function(7))
        dev.until("did not come out right", mark)
        assert dev.has('expected {"version":8}, but it answers {"version": 7}', mark), dev.lines[mark:]
        assert invoke(functions, "Greet")[0] == {"version": 5}
        mark = len(dev.lines)
        written(source, function(8))
        dev.until("after the save", mark)
        assert invoke(functions, "Greet")[0] == {"version": 8}
        os.unlink(os.path.join(folder, "events", "hello.expected.json"))

        # What crashes when it is tried is never served.
        mark = len(dev.lines)
        written(source, function(9).replace("    (void)self;", "    (void)self;\n    __builtin_trap();"))
        dev.until("did not come out right", mark)
        assert dev.has("Runtime.ExitError", mark), dev.lines[mark:]
        assert invoke(functions, "Greet")[0] == {"version": 8}

        # Many saves at once are few builds, and touching is none.
        mark = len(dev.lines)
        for version in range(10, 40):
            written(source, function(version))
            time.sleep(0.005)
        wait_for(lambda: invoke(functions, "Greet")[0] == {"version": 39}, what="the last of many saves")
        dev.until("after the save", mark)
        builds = sum("built in" in line for line in dev.lines[mark:])
        assert builds <= 6, f"{builds} builds for 30 saves: {dev.lines[mark:]}"
        mark = len(dev.lines)
        os.utime(source)
        open(os.path.join(folder, "build", "other.txt"), "w").write("an output")
        written(source, function(40))
        dev.until("after the save", mark)
        assert sum("built in" in line for line in dev.lines[mark:]) == 1, dev.lines[mark:]
    finally:
        over.set()
        caller.join()
    assert not failures, failures[:3]
    versions = [answer.get("version", 0) for answer in answers]
    assert versions == sorted(versions) and not {6, 7, 9} & set(versions), versions
    print(f"{len(answers)} calls over all of it, none lost")

    # Ctrl-C in the middle of a build ends the tool, too.
    mark = len(dev.lines)
    with open(os.path.join(folder, "Makefile")) as file:
        makefile = file.read()
    written(os.path.join(folder, "Makefile"), makefile.replace("\tmkdir -p build", "\tsleep 1000\n\tmkdir -p build") + "\n.PHONY: " + "$(LIBRARY)\n")
    running = wait_for(lambda: [pid for pid in children(dev.process.pid) if "sleep" in command(pid)], what="the build")
    dev.stop()
    assert not [pid for pid in running if os.path.exists(f"/proc/{pid}") and "sleep" in command(pid)], running
    return functions


def command(pid):
    try:
        return open(f"/proc/{pid}/cmdline").read()
    except OSError:
        return ""


def beside_a_server(place):
    """With a server on the port, builds go there; Rust, which needs no C."""
    folder = new(place, "rust")
    source = os.path.join(folder, "src", "lib.rs")
    with Server() as server:
        port = server.endpoint.rsplit(":", 1)[1]
        dev = Dev(folder, "--port", port)
        assert "installed" in dev.until("goes to the server on")
        # Of another project that is built into the same folder.
        neighbour = os.path.join(server.data, "installed", "dev-Greet-2-other.txt")
        written(neighbour, "as it is")
        dev.until("Greet is served", seconds=120)
        functions = server.client("lambda")
        assert invoke(functions, "Greet", b'{"a":1}')[0] == {"hello": {"a": 1}}
        mark = len(dev.lines)
        text = open(source).read()
        written(source, text.replace('{{\\"hello\\":{}}}', '{{\\"rusty\\":{}}}'))
        dev.until("after the save", mark, seconds=120)
        assert invoke(functions, "Greet", b'{"a":1}')[0] == {"rusty": {"a": 1}}
        mark = len(dev.lines)
        written(source, text.replace("Ok(", "Okay("))
        dev.until("the build before it goes on", mark, seconds=120)
        assert dev.has("lib.rs:6:", mark), dev.lines[mark:]
        logged = subprocess.run([EXECUTABLE, "plugin", "logs", "Greet", "--port", port], capture_output=True, text=True, timeout=30)
        assert logged.returncode == 0 and "said hello" in logged.stdout and "REPORT" in logged.stdout, logged
        dev.stop()
        wait_for(lambda: gone(functions), what="a function whose dev is over")
        assert os.listdir(os.path.dirname(neighbour)) == [os.path.basename(neighbour)]
        assert server.process.poll() is None


def gone(functions):
    try:
        invoke(functions, "Greet")
        return False
    except functions.exceptions.ResourceNotFoundException:
        return True


def mistakes(place):
    ended = subprocess.run([EXECUTABLE, "dev", place], capture_output=True, text=True, timeout=30)
    assert ended.returncode == 2 and "holds nothing to build" in ended.stderr, ended
    folder = os.path.join(place, "c", "Greet")
    shutil.rmtree(os.path.join(folder, "build"))
    written(os.path.join(folder, "Makefile"), "all:\n\ttrue\n")
    ended = subprocess.run([EXECUTABLE, "plugin", "build", folder], capture_output=True, text=True, timeout=30)
    assert ended.returncode == 1 and "left no plugin" in ended.stderr, ended


def main():
    place = tempfile.mkdtemp(prefix="newel-dev-")
    rounds(place)
    if shutil.which("cargo"):
        beside_a_server(place)
    mistakes(place)
    shutil.rmtree(place)


if __name__ == "__main__":
    main()
