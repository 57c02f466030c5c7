"""Libraries that are replaced under load, however they are written, serve their new builds without a lost, mixed-up or older answer, and the host does not grow; a broken build is never served.

NEWEL_SOAK=1: a thousand times for each way of writing instead of a few; NEWEL_RELOADS=N: as often as that."""
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import time

from newel import HEADERS, Server, invoke, refused, wait_for

SOURCE = """#include <newel_plugin_helpers.h>
#include <string.h>
#include <stdlib.h>
#ifdef ABORTS
__attribute__((constructor)) static void stop(void) { abort(); }
#endif
#ifdef REFUSES
static newel_status create(const newel_host *h, const newel_handler *s, newel_instance **o, newel_error *e) {
    (void)h; (void)s; (void)o; (void)e;
    return NEWEL_E_STATE;
}
#endif
/* The number is patched into copies of the library. */
static const volatile char version[] = "[\\"v00000000\\",";
static newel_status build(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    size_t head = sizeof version - 1;
    uint64_t count = head + v->payload.len + 1;
    char *answer = h->alloc(h->ctx, count);
    if (!answer) return NEWEL_E_NOMEM;
    for (size_t n = 0; n < head; n++) answer[n] = version[n];
    memcpy(answer + head, v->payload.ptr, v->payload.len);
    answer[count - 1] = ']';
    return h->complete_owned(h->ctx, v->call, answer, count);
}
#ifndef REFUSES
NEWEL_FUNCTION(NAME, build)
#else
static const newel_handler handler = {sizeof(newel_handler), NEWEL_KIND_FUNCTION, NAME, 0, 0, create, NULL, build, NULL, NULL, NULL, NULL};
static const newel_handler *const handlers[] = {&handler};
static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "p", "1", 0, 1, handlers, NULL, NULL};
NEWEL_EXPORT const newel_plugin *newel_plugin_entry(uint32_t v) { (void)v; return &plugin; }
#endif
"""
CALLERS = 8
REPLACED = re.compile(rb"build ([0-9a-f]{12}) .*a plugin was replaced")
ROUNDS = int(os.environ.get("NEWEL_RELOADS") or (1_000 if os.environ.get("NEWEL_SOAK") else 2))


class Workshop:
    """Makes builds of one function: numbered copies of a library, and of an object file for who links it."""

    def __init__(self, name):
        self.folder = tempfile.mkdtemp(prefix="newel-build-")
        self.name = name
        self.source = os.path.join(self.folder, "build.c")
        open(self.source, "w").write(SOURCE)
        self.library = open(self.compiled("library", "-shared"), "rb").read()
        self.object = open(self.compiled("object", "-c"), "rb").read()
        assert self.library.count(b"v00000000") == 1 and self.object.count(b"v00000000") == 1

    def compiled(self, name, *options):
        path = os.path.join(self.folder, name)
        subprocess.run(
            ["cc", "-fPIC", "-O1", "-g", "-fvisibility=hidden", "-pthread", "-I", HEADERS, f'-DNAME="{self.name}"', *options, "-o", path,
             self.source], check=True)
        return path

    def build(self, version):
        return self.library.replace(b"v00000000", b"v%08d" % version)

    def object_file(self, version):
        path = os.path.join(self.folder, "numbered.o")
        open(path, "wb").write(self.object.replace(b"v00000000", b"v%08d" % version))
        return path


def write(path, content, mode="wb"):
    with open(path, mode) as file:
        file.write(content)


def moved_over(workshop, version, target):
    write(f"{target}.new", workshop.build(version))
    os.rename(f"{target}.new", target)


def copied_in_place(workshop, version, target):
    write(target, workshop.build(version))


def linked(workshop, version, target):
    """By the system's linker, which deletes the old file and makes a new one."""
    subprocess.run(["cc", "-shared", "-pthread", "-o", target, workshop.object_file(version)], check=True)


def renamed_as_lld_does(workshop, version, target):
    """A temporary file beside it, open while it is renamed, closed after."""
    temporary = f"{target}.tmp{version:07x}"
    with open(temporary, "wb") as file:
        file.write(workshop.build(version))
        file.flush()
        os.rename(temporary, target)


def stripped_in_place(workshop, version, target):
    write(target, workshop.build(version))
    subprocess.run(["strip", "--strip-unneeded", target], check=True)


def written_slowly(workshop, version, target):
    """Over the old file, piece by piece, with pauses in which the file is at rest but still open: what lies there is a mixture."""
    content = workshop.build(version)
    with open(target, "r+b") as file:
        half = len(content) // 2
        for piece in (content[:half], content[half:]):
            file.write(piece)
            file.flush()
            os.fsync(file.fileno())
            time.sleep(0.25)
        file.truncate()


def truncated_then_completed(workshop, version, target):
    """A copy that is broken off, found to be broken, and made good."""
    content = workshop.build(version)
    write(target, content[:len(content) // 3])
    time.sleep(0.25)
    write(target, content)


# Each has a function of its own, of its name.
WRITERS = [moved_over, copied_in_place, linked, renamed_as_lld_does, stripped_in_place, written_slowly, truncated_then_completed]


class Observed:
    """What the server has told: of each function the newest version whose notice is out, from the build that the notice names."""

    def __init__(self, server):
        self.server, self.offset, self.rest = server, 0, b""
        self.made, self.newest, self.served, self.stop = {}, {}, [], threading.Event()
        self.told = threading.Condition()
        self.thread = threading.Thread(target=self.follow)
        self.thread.start()

    def follow(self):
        while not self.stop.is_set():
            piece = os.pread(self.server.log.fileno(), 1 << 20, self.offset)
            self.offset += len(piece)
            *lines, self.rest = (self.rest + piece).split(b"\n")
            builds = [found[1].decode() for found in (REPLACED.search(line) for line in lines) if found]
            with self.told:
                for build in builds:
                    self.served.append((time.monotonic(), build))
                    function, version = self.made.get(build, ("", 0))
                    self.newest[function] = max(self.newest.get(function, 0), version)
                if builds:
                    self.told.notify_all()
            time.sleep(0.005)

    def expect(self, content, function, version):
        with self.told:
            self.made[hashlib.sha256(content).hexdigest()[:12]] = (function, version)

    def wait_for(self, function, version, failures):
        with self.told:
            self.told.wait_for(lambda: failures or self.newest.get(function, 0) >= version, 60)
            assert not failures and self.newest.get(function, 0) >= version, f"no notice of build {version} of {function}: {failures[:3]}"


def size_of(server):
    """What the host holds: descriptors, mappings, kilobytes in memory, processes of its own."""
    folder = f"/proc/{server.process.pid}"
    children = sum(children_of(f"{folder}/task/{thread}") for thread in os.listdir(f"{folder}/task"))
    resident = next(int(line.split()[1]) for line in open(f"{folder}/status") if line.startswith("VmRSS"))
    return {
        "descriptors": len(os.listdir(f"{folder}/fd")), "mappings": sum(1 for _ in open(f"{folder}/maps")), "kilobytes": resident,
        "workers": children, "packages": sum(len(name) == 64 for name in os.listdir(f"{server.data}/plugins"))}


def children_of(thread):
    """How many processes a thread has; it may end meanwhile."""
    try:
        return len(open(f"{thread}/children").read().split())
    except (FileNotFoundError, ProcessLookupError):
        return 0


class Load:
    """Callers that call one function after the other, and look at every answer: it is whole, for them, and of no older build than they know of."""

    def __init__(self, server, observed):
        self.server, self.observed, self.failures, self.stop = server, observed, [], threading.Event()
        self.counts = [0] * CALLERS
        self.threads = [threading.Thread(target=self.call, args=(number,)) for number in range(CALLERS)]

    def call(self, number):
        functions, newest = self.server.client("lambda"), {}
        while not self.stop.is_set() and not self.failures:
            function = WRITERS[(number + self.counts[number]) % len(WRITERS)].__name__
            floor, ticket = self.observed.newest.get(function, 0), f"{number}-{self.counts[number]}"
            try:
                answer = invoke(functions, function, json.dumps(ticket).encode())[0]
                version = int(answer[0][1:])
                assert answer[1] == ticket, f"{answer} for {ticket}"
                assert version >= newest.get(function, 0), f"{version} after {newest[function]}"
                assert version >= floor, f"{version} by a call that began after the notice of {floor}"
                newest[function] = version
            except Exception as error:  # told below, with the others
                self.failures.append(f"{function}: {error!r}")
            self.counts[number] += 1


def replaced(writer, workshop, target, server, observed, load, spans, sizes):
    """One way of writing again and again; notes the time from written to served by each."""
    functions, function = server.client("lambda"), writer.__name__
    try:
        for round_ in range(ROUNDS):
            version = round_ + 2
            observed.expect(workshop.build(version), function, version)
            writer(workshop, version, target)
            written = time.monotonic()
            observed.expect(open(target, "rb").read(), function, version)
            observed.wait_for(function, version, load.failures)
            spans.append(time.monotonic() - written)
            answer = invoke(functions, function)[0][0]
            assert answer == f"v{version:08d}", f"{answer} after the notice of {version}"
            if writer is WRITERS[0] and round_ in (min(ROUNDS, 100) // 2, ROUNDS // 2):
                sizes.append(size_of(server))
    except Exception as error:  # told below, with the others
        load.failures.append(f"{function}, build {version}: {error!r}")


def reloads(server, workshops, targets):
    """Every way of writing at once, under callers."""
    observed, spans, sizes = Observed(server), [[] for _ in WRITERS], []
    load, began = Load(server, observed), time.monotonic()
    writers = [
        threading.Thread(target=replaced, args=(*each, server, observed, load, times, sizes))
        for *each, times in zip(WRITERS, workshops, targets, spans)]
    for thread in load.threads + writers:
        thread.start()
    for thread in writers:
        thread.join()
    load.stop.set()
    for thread in load.threads:
        thread.join()
    observed.stop.set()
    observed.thread.join()
    assert not load.failures, load.failures[:3]
    mixtures = [build for _, build in observed.served if build not in observed.made]
    assert not mixtures, f"served, but no build that anybody made: {mixtures}"
    early, middle, late = sizes[0], sizes[-1], size_of(server)
    took = time.monotonic() - began
    print(f"{ROUNDS} builds of each of {len(WRITERS)}, {sum(load.counts)} calls, {took:.0f} s", flush=True)
    for name, size in (("early", early), ("half-way", middle), ("at the end", late)):
        print(f"  {name}: {size}", flush=True)
    for writer, times in zip(WRITERS, spans):
        times.sort()
        print(f"  {writer.__name__}: served after {times[len(times) // 2] * 1000:.0f} ms (p50), {times[-1] * 1000:.0f} ms (most)", flush=True)
    # Callers come and go with their connections and workers; what grows with builds would be far above.
    assert late["workers"] <= CALLERS * len(WRITERS) + CALLERS, (early, late)
    assert late["descriptors"] <= early["descriptors"] + 8 * CALLERS * len(WRITERS), (early, late)
    assert late["mappings"] <= early["mappings"] * 1.5 + 4 * CALLERS * len(WRITERS), (early, late)
    assert late["kilobytes"] <= early["kilobytes"] * 1.5 + 16_384, (early, late)
    # A build stays for a minute after its last call could have begun, and three of each for good.
    lately = sum(moment > time.monotonic() - 120 for moment, _ in observed.served)
    assert late["packages"] <= lately + 4 * len(WRITERS), (lately, early, late)


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    workshops = [Workshop(writer.__name__) for writer in WRITERS]
    targets = [os.path.join(plugins, f"lib{writer.__name__}.so") for writer in WRITERS]
    for workshop, target in zip(workshops, targets):
        moved_over(workshop, 1, target)
    with Server("--plugins", plugins) as server:
        reloads(server, workshops, targets)
        functions, function, workshop, target = server.client("lambda"), WRITERS[0].__name__, workshops[0], targets[0]

        # What does not come up is never served; nobody calls meanwhile.
        told = server.said().count("the build before it goes on")
        for number, option in enumerate(("-DABORTS", "-DREFUSES"), 1):
            os.rename(workshop.compiled("broken", "-shared", option), f"{target}.new")
            os.rename(f"{target}.new", target)
            wait_for(lambda: server.said().count("the build before it goes on") == told + number, what="the refusal is told")
            assert invoke(functions, function)[0][0] == f"v{ROUNDS + 1:08d}"
        # And the next good one is.
        moved_over(workshop, 5, target)
        wait_for(lambda: invoke(functions, function)[0][0] == "v00000005", what="a good build after broken ones")

        # A file that goes is a function no more.
        os.unlink(target)
        wait_for(lambda: gone(functions, function), what="a function whose file is gone")
        refused("ResourceNotFoundException", functions.invoke, FunctionName=function)
    for folder in (*(workshop.folder for workshop in workshops), plugins):
        shutil.rmtree(folder)


def gone(functions, function):
    try:
        invoke(functions, function)
        return False
    except functions.exceptions.ResourceNotFoundException:
        return True


main()
