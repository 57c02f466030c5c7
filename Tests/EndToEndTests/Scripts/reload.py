"""A library that is replaced under load, however it is written, serves its new build without a lost, mixed-up or older answer, and the host does not grow; a broken build is never served.

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
NEWEL_FUNCTION("Build", build)
#else
static const newel_handler handler = {sizeof(newel_handler), NEWEL_KIND_FUNCTION, "Build", 0, 0, create, NULL, build, NULL, NULL, NULL, NULL};
static const newel_handler *const handlers[] = {&handler};
static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "p", "1", 0, 1, handlers, NULL, NULL};
NEWEL_EXPORT const newel_plugin *newel_plugin_entry(uint32_t v) { (void)v; return &plugin; }
#endif
"""
CALLERS = 8
ROUNDS = int(os.environ.get("NEWEL_RELOADS") or (1_000 if os.environ.get("NEWEL_SOAK") else 2))


class Workshop:
    """Makes builds: numbered copies of one library, and of one object file for who links it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="newel-build-")
        self.source = os.path.join(self.folder, "build.c")
        open(self.source, "w").write(SOURCE)
        self.library = open(self.compiled("library", "-shared"), "rb").read()
        self.object = open(self.compiled("object", "-c"), "rb").read()
        assert self.library.count(b"v00000000") == 1 and self.object.count(b"v00000000") == 1

    def compiled(self, name, *options):
        path = os.path.join(self.folder, name)
        subprocess.run(
            ["cc", "-fPIC", "-O1", "-g", "-fvisibility=hidden", "-pthread", "-I", HEADERS, *options, "-o", path, self.source], check=True)
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


WRITERS = [moved_over, copied_in_place, linked, renamed_as_lld_does, stripped_in_place, written_slowly, truncated_then_completed]


class Observed:
    """What the server has told: the newest version whose notice is out, from the build that the notice names."""

    def __init__(self, server):
        self.server, self.offset, self.rest = server, 0, b""
        self.versions, self.newest, self.served, self.stop = {}, 0, [], threading.Event()
        self.thread = threading.Thread(target=self.follow)
        self.thread.start()

    def follow(self):
        while not self.stop.is_set():
            piece = os.pread(self.server.log.fileno(), 1 << 20, self.offset)
            self.offset += len(piece)
            *lines, self.rest = (self.rest + piece).split(b"\n")
            for line in lines:
                build = re.search(rb"build ([0-9a-f]{12}) .*a plugin was replaced", line)
                if build:
                    self.served.append(build[1].decode())
                    self.newest = max(self.newest, self.versions.get(build[1].decode(), 0))
            time.sleep(0.002)

    def expect(self, content, version):
        self.versions[hashlib.sha256(content).hexdigest()[:12]] = version


def size_of(server):
    """What the host holds: descriptors, mappings, kilobytes in memory, processes of its own."""
    folder = f"/proc/{server.process.pid}"
    children = sum(len(open(f"{folder}/task/{task}/children").read().split()) for task in existing(f"{folder}/task"))
    resident = next(int(line.split()[1]) for line in open(f"{folder}/status") if line.startswith("VmRSS"))
    return {
        "descriptors": len(os.listdir(f"{folder}/fd")), "mappings": sum(1 for _ in open(f"{folder}/maps")), "kilobytes": resident,
        "workers": children, "packages": sum(len(name) == 64 for name in os.listdir(f"{server.data}/plugins"))}


def existing(folder):
    return [name for name in os.listdir(folder) if os.path.exists(f"{folder}/{name}/children")]


def reloads(server, workshop, target):
    """Every way of writing again and again, under callers; gives the time from written to served by each."""
    observed, stop, failures, counts = Observed(server), threading.Event(), [], [0] * CALLERS

    def call(number):
        functions, newest = server.client("lambda"), 0
        while not stop.is_set() and not failures:
            floor, ticket = observed.newest, f"{number}-{counts[number]}"
            try:
                answer = invoke(functions, "Build", json.dumps(ticket).encode())[0]
                version = int(answer[0][1:])
                assert answer[1] == ticket, f"{answer} for {ticket}"
                assert version >= newest, f"{version} after {newest}"
                assert version >= floor, f"{version} by a call that began after the notice of {floor}"
                newest = version
            except Exception as error:  # told below, with the others
                failures.append(repr(error))
            counts[number] += 1

    callers = [threading.Thread(target=call, args=(number,)) for number in range(CALLERS)]
    for caller in callers:
        caller.start()
    functions, spans, early, version = server.client("lambda"), {}, None, 1
    try:
        for round_ in range(ROUNDS):
            for writer in WRITERS:
                version += 1
                observed.expect(workshop.build(version), version)
                writer(workshop, version, target)
                written = time.monotonic()
                observed.expect(open(target, "rb").read(), version)
                wait_for(lambda: failures or int(invoke(functions, "Build")[0][0][1:]) == version, what=f"build {version} by {writer.__name__}")
                spans.setdefault(writer.__name__, []).append(time.monotonic() - written)
                assert not failures, f"build {version} by {writer.__name__}: {failures[:3]}"
            if round_ == min(ROUNDS, 100) // 2:
                early = size_of(server)
    finally:
        stop.set()
        for caller in callers:
            caller.join()
        observed.stop.set()
        observed.thread.join()
    assert observed.newest == version, f"the last notice was of {observed.newest}, not of {version}"
    mixtures = [build for build in observed.served if build not in observed.versions]
    assert not mixtures, f"served, but no build that anybody made: {mixtures}"
    late = size_of(server)
    print(f"{version - 1} builds, {sum(counts)} calls, {early} early, {late} at the end", flush=True)
    for name, times in spans.items():
        times.sort()
        print(f"  {name}: served after {times[len(times) // 2] * 1000:.0f} ms (p50), {times[-1] * 1000:.0f} ms (most)", flush=True)
    # Callers come and go with their connections and workers; what grows with builds would be far above.
    assert late["descriptors"] <= early["descriptors"] + 80 and late["mappings"] <= early["mappings"] * 1.5 + 60, (early, late)
    assert late["kilobytes"] <= early["kilobytes"] * 1.5 + 8_192 and late["workers"] <= 3 * CALLERS, (early, late)
    # A build stays for a minute after its last call could have begun, three of them for good; slow machines do more than one a second.
    assert late["packages"] <= 400, (early, late)
    return version


def main():
    workshop, plugins = Workshop(), tempfile.mkdtemp(prefix="newel-plugins-")
    target = os.path.join(plugins, "libbuild.so")
    moved_over(workshop, 1, target)
    with Server("--plugins", plugins) as server:
        version = reloads(server, workshop, target)
        functions = server.client("lambda")

        # What does not come up is never served; nobody calls meanwhile.
        told = server.said().count("the build before it goes on")
        for number, option in enumerate(("-DABORTS", "-DREFUSES"), 1):
            os.rename(workshop.compiled("broken", "-shared", option), f"{target}.new")
            os.rename(f"{target}.new", target)
            wait_for(lambda: server.said().count("the build before it goes on") == told + number, what="the refusal is told")
            assert invoke(functions, "Build")[0][0] == f"v{version:08d}"
        # And the next good one is.
        moved_over(workshop, 5, target)
        wait_for(lambda: invoke(functions, "Build")[0][0] == "v00000005", what="a good build after broken ones")

        # A file that goes is a function no more.
        os.unlink(target)
        wait_for(lambda: gone(functions), what="a function whose file is gone")
        refused("ResourceNotFoundException", functions.invoke, FunctionName="Build")
    for folder in (workshop.folder, plugins):
        shutil.rmtree(folder)


def gone(functions):
    try:
        invoke(functions, "Build")
        return False
    except functions.exceptions.ResourceNotFoundException:
        return True


main()
