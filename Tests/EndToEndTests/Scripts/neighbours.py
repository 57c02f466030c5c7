"""A function is answered rightly and in time whatever its neighbours do: crash, hang, spin, fill memory, log, channels and descriptors.

NEWEL_SOAK=1: each for ten seconds instead of a third of one; names as arguments: those only. Prints how much slower the slowest hundredth of calls is beside each of them."""
import json
import os
import shutil
import sys
import tempfile
import threading
import time

from newel import ROOT, Server, compiled, invoke, packaged

SECONDS = 10 if os.environ.get("NEWEL_SOAK") else 0.3
CALLERS = 2
HANDLERS = os.path.join(ROOT, "Tests", "PluginABITests", "Handlers")
GOOD = """#include <newel_plugin_helpers.h>
static newel_status good(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return h->complete(h->ctx, v->call, v->payload);
}
NEWEL_FUNCTION("Good", good)
"""
FLOOD = """#include <newel_plugin_helpers.h>
#include <string.h>
#include <unistd.h>
static newel_status flood(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    static char lines[16384];
    (void)i;
    memset(lines, 'x', sizeof lines);
    for (size_t n = 79; n < sizeof lines; n += 80) lines[n] = '\\n';
    for (int n = 0; n < 2000; n++)
        if (write(1, lines, sizeof lines) < 0) return NEWEL_E_INTERNAL;
    return newel_complete_text(h, v, "{}");
}
NEWEL_FUNCTION("FloodsLog", flood)
"""
# Of which library they are, and what each call of them may end with: an error's type, or None for a result.
EXITS, RESULT = {"Runtime.ExitError"}, {None}
NEIGHBOURS = {
    "many": {
        "Segv": EXITS, "Overflow": EXITS, "Abort": EXITS, "Exit0": EXITS, "Killed": EXITS, "Closes": EXITS, "Garbles": EXITS, "GarblesControl": EXITS,
        "Spin": {"Sandbox.Timedout"}, "Never": {"Sandbox.Timedout"}, "Garbage": {"Runtime.MarshalError"}, "Status": {"HandlerFailed"},
        "Huge": {"Function.ResponseSizeTooLarge"}, "ManyChunks": {"Function.ResponseSizeTooLarge"}, "Refuses": {"NoDatabase"},
        "Twice": RESULT, "Racing": RESULT, "Forged": RESULT, "FloodsAPI": RESULT | EXITS,
    },
    "grasping": {
        "Throws": EXITS, "Multiplies": EXITS, "ForgesShared": EXITS, "Leaks": RESULT,
        "Allocates": {"Runtime.OutOfMemory"}, "AllocatesAtStart": {"Runtime.OutOfMemory"},
    },
    "flood": {"FloodsLog": RESULT},
}


class Neighbour:
    """Callers of one function that means no good, until the end."""

    def __init__(self, server, name, ends):
        self.server, self.name, self.ends, self.stop, self.outcomes, self.failures = server, name, ends, threading.Event(), 0, []
        self.threads = [threading.Thread(target=self.call) for _ in range(CALLERS)]

    def call(self):
        functions = self.server.client("lambda")
        while not self.stop.is_set():
            try:
                answer, reply = invoke(functions, self.name)
                told = answer["errorType"] if "FunctionError" in reply else None
                assert told in self.ends, f"{self.name}: {answer}"
                self.outcomes += 1
            except Exception as error:  # told by the one who waits
                self.failures.append(repr(error))
                return

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, kind, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()
        assert kind or not self.failures, self.failures
        assert kind or self.outcomes, f"{self.name} was never answered"


def calls(functions, seconds):
    """Times of good calls, one after the other, in milliseconds; each is answered with what it brought."""
    times, end, ticket = [], time.monotonic() + seconds, 0
    while time.monotonic() < end or len(times) < 20:
        ticket += 1
        start = time.monotonic()
        answer, reply = invoke(functions, "Good", json.dumps([ticket]).encode())
        times.append((time.monotonic() - start) * 1_000)
        assert answer == [ticket] and "FunctionError" not in reply, answer
    return sorted(times)


def p99(times):
    return times[len(times) * 99 // 100]


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    compiled(plugins, "good", GOOD)
    for library, members in NEIGHBOURS.items():
        source = FLOOD if library == "flood" else open(os.path.join(HANDLERS, f"{library}.c")).read()
        # Those that end with their time have little of it.
        settings = [
            {"name": name, "timeoutSeconds": 1 if ends == {"Sandbox.Timedout"} else 60} for name, ends in members.items()]
        packaged(plugins, library, source, "-Wl,-Bsymbolic", functions=settings)
    with Server("--plugins", plugins) as server:
        functions = server.client("lambda")
        calls(functions, SECONDS)
        alone = calls(functions, 4 * SECONDS)
        neighbours = {name: ends for library in NEIGHBOURS.values() for name, ends in library.items()}
        for name in sys.argv[1:] or neighbours:
            with Neighbour(server, name, neighbours[name]) as neighbour:
                beside = calls(functions, SECONDS)
            print(
                f"{name:16}{neighbour.outcomes:6} calls of it, {len(beside):6} good ones: p50 {beside[len(beside) // 2]:7.2f} ms,"
                f" p99 {p99(beside):7.2f} ms, {p99(beside) / p99(alone):6.1f} × alone", flush=True)
        print(f"alone: {len(alone)} calls, p50 {alone[len(alone) // 2]:.2f} ms, p99 {p99(alone):.2f} ms", flush=True)
        # What they have done is over with them.
        after = calls(functions, SECONDS)
        print(f"after: {len(after)} calls, p50 {after[len(after) // 2]:.2f} ms, p99 {p99(after):.2f} ms", flush=True)
        assert server.process.poll() is None
    shutil.rmtree(plugins)


main()
