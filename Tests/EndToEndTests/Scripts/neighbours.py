"""A function is answered rightly and in time whatever its neighbours do: crash, hang, spin, fill memory, log, channels and descriptors.

NEWEL_SOAK=1: each for ten seconds instead of a third of one; names as arguments: those only. Prints how slow the slowest hundredth of good calls is beside each of
them, and beside a function that means well and is called as eagerly."""
import ctypes
import http.client
import json
import multiprocessing
import os
import shutil
import struct
import sys
import tempfile
import time

from newel import ROOT, Server, compiled, packaged

SECONDS = 10 if os.environ.get("NEWEL_SOAK") else 0.3
TURNS = 5 if os.environ.get("NEWEL_SOAK") else 1
CALLERS = 2
FORKS = multiprocessing.get_context("fork")
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
    for (int n = 0; n < 1000; n++)
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


def ask_for_turns(nanoseconds):
    """How long this process may keep others from a processor, 0 as usual: with as short turns as the server's, what is measured is the server's, not ours.

    Source: sched_setattr(2), sched_runtime of SCHED_OTHER (Linux 6.12); older ones do nothing."""
    number = {"x86_64": 314, "aarch64": 274}[os.uname().machine]
    ctypes.CDLL(None).syscall(number, 0, struct.pack("=IIQiIQQQ", 48, 0, 0, os.nice(0), 0, nanoseconds, 0, 0), 0)


class Neighbour:
    """Callers of one function, each a process of its own, until the end."""

    def __init__(self, server, name, ends):
        self.server, self.name, self.ends = server, name, ends
        self.stop, self.outcomes, self.failures = FORKS.Event(), FORKS.Value("l", 0), FORKS.SimpleQueue()
        self.callers = [FORKS.Process(target=self.call, daemon=True) for _ in range(CALLERS)]

    def call(self):
        ask_for_turns(0)
        good = Caller(self.server, self.name)
        while not self.stop.is_set():
            try:
                answer, failed = good.call(b"{}")
                told = answer["errorType"] if failed else None
                assert told in self.ends, f"{self.name}: {answer}"
                with self.outcomes.get_lock():
                    self.outcomes.value += 1
            except Exception as error:  # told by the one who waits
                self.failures.put(repr(error))
                return

    def __enter__(self):
        for caller in self.callers:
            caller.start()
        return self

    def __exit__(self, kind, *_):
        self.stop.set()
        for caller in self.callers:
            caller.join()
        failures = [] if self.failures.empty() else [self.failures.get()]
        assert kind or not failures, failures
        assert kind or self.outcomes.value, f"{self.name} was never answered"


class Caller:
    """Calls a function over one connection and with little of its own, so that what it measures is the server's."""

    def __init__(self, server, name):
        host, port = server.endpoint.removeprefix("http://").split(":")
        self.connection, self.path = http.client.HTTPConnection(host, int(port), timeout=70), f"/2015-03-31/functions/{name}/invocations"

    def call(self, payload):
        self.connection.request("POST", self.path, payload)
        reply = self.connection.getresponse()
        answer = json.loads(reply.read())
        assert reply.status == 200, (reply.status, answer)
        return answer, reply.getheader("X-Amz-Function-Error") is not None


def calls(server, seconds):
    """Times of good calls, one after the other, in milliseconds; each is answered with what it brought."""
    ask_for_turns(100_000)
    good, times, end, ticket = Caller(server, "Good"), [], time.monotonic() + seconds, 0
    while time.monotonic() < end or len(times) < 20:
        ticket += 1
        payload = json.dumps([ticket]).encode()
        start = time.monotonic()
        answer, failed = good.call(payload)
        times.append((time.monotonic() - start) * 1_000)
        assert answer == [ticket] and not failed, answer
    return times


def at(times, hundredths):
    return sorted(times)[len(times) * hundredths // 100]


def beside(server, name, ends, seconds):
    """Times of good calls beside a function's, and how many of its calls were answered."""
    with Neighbour(server, name, ends) as neighbour:
        times = calls(server, seconds)
    return times, neighbour.outcomes.value


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    compiled(plugins, "good", GOOD)
    compiled(plugins, "kind", GOOD.replace('"Good"', '"Kind"'))
    for library, members in NEIGHBOURS.items():
        source = FLOOD if library == "flood" else open(os.path.join(HANDLERS, f"{library}.c")).read()
        # Those that end with their time have little of it.
        settings = [
            {"name": name, "timeoutSeconds": 1 if ends == {"Sandbox.Timedout"} else 60} for name, ends in members.items()]
        packaged(plugins, library, source, "-Wl,-Bsymbolic", functions=settings)
    with Server("--plugins", plugins) as server:
        alone = calls(server, 4 * SECONDS)
        neighbours = {name: ends for library in NEIGHBOURS.values() for name, ends in library.items()}
        ratios = []
        for name in sys.argv[1:] or neighbours:
            # By turns: what else the machine does changes from one moment to the next. A neighbour that means well takes its part of the
            # machine, too.
            hostile, friendly, count = [], [], 0
            for _ in range(TURNS):
                friendly += beside(server, "Kind", RESULT, SECONDS / TURNS)[0]
                times, answered = beside(server, name, neighbours[name], SECONDS / TURNS)
                hostile, count = hostile + times, count + answered
            ratios.append(at(hostile, 99) / at(friendly, 99))
            print(
                f"{name:16}{count:6} calls of it, {len(hostile):6} good ones: p50 {at(hostile, 50):7.2f} ms, p99 {at(hostile, 99):7.2f} ms;"
                f" beside as many callers of a kind one {at(friendly, 50):6.2f} and {at(friendly, 99):6.2f} ms: {ratios[-1]:5.2f} ×", flush=True)
        median = sorted(ratios)[len(ratios) // 2]
        print(f"p99 beside hostile functions, as a multiple of that beside a kind one: median {median:.2f}", flush=True)
        assert TURNS == 1 or median < 2.5, "others wait for hostile functions"
        print(f"alone: {len(alone)} calls, p50 {at(alone, 50):.2f} ms, p99 {at(alone, 99):.2f} ms", flush=True)
        # What they have done is over with them.
        after = calls(server, SECONDS)
        print(f"after: {len(after)} calls, p50 {at(after, 50):.2f} ms, p99 {at(after, 99):.2f} ms", flush=True)
        assert server.process.poll() is None
    shutil.rmtree(plugins)


main()
