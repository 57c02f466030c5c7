"""A function that computes gives way while it does and not after it; where that could not be undone it does not, and the doctor says so."""
import os
import shutil
import subprocess
import tempfile
import threading

import newel
from newel import Server, packaged, wait_for

BURNS = """#include <newel_plugin_helpers.h>
#include <time.h>
static long spent(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
static newel_status burns(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    long end = spent() + 400;
    while (spent() < end) {}
    return newel_complete_text(h, v, "{}");
}
NEWEL_FUNCTION("Burns", burns)
"""
# Without the right to take back what was given; the wrapper of a user that has none anyway is the program itself.
WITHOUT = ["setpriv", "--bounding-set=-sys_nice", "--inh-caps=-sys_nice"] if os.geteuid() == 0 else []


def niceness(server):
    """The greatest that a worker has."""
    found = subprocess.run(["ps", "-o", "ni=", "--ppid", str(server.process.pid)], capture_output=True, text=True).stdout.split()
    return max((int(word) for word in found), default=None)


def beside_a_call(plugins):
    """What its worker has at most while a function computes, and after that."""
    with Server("--plugins", plugins) as server:
        functions, own = server.client("lambda"), os.nice(0)
        seen = []
        call = threading.Thread(target=lambda: functions.invoke(FunctionName="Burns"))
        call.start()
        while call.is_alive():
            seen.append(niceness(server))
        wait_for(lambda: niceness(server) == own, what="a worker that has the processor as before")
        server.stop()
    return max(found for found in seen if found is not None) - own


def doctor():
    said = subprocess.run([newel.EXECUTABLE, "doctor"], capture_output=True, text=True, timeout=60).stdout
    [line] = [line for line in said.splitlines() if "priorities" in line]
    return line


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    packaged(plugins, "burns", BURNS, functions=[{"name": "Burns", "timeoutSeconds": 60}])
    can_return = os.geteuid() == 0
    if can_return:
        assert beside_a_call(plugins) == 15
        assert "give way to others" in doctor(), doctor()
    wrapper = os.path.join(plugins, "without")
    with open(wrapper, "w") as file:
        file.write(f'#!/bin/sh\nexec {" ".join(WITHOUT)} {os.path.abspath(newel.EXECUTABLE)} "$@"\n')
    os.chmod(wrapper, 0o755)
    newel.EXECUTABLE = os.path.abspath(wrapper)
    assert beside_a_call(plugins) == 0
    assert "have the processor like any other" in doctor(), doctor()
    shutil.rmtree(plugins)
    print("who computes gives way, and has the processor again after it")


main()
