"""A library that is replaced under load, however it is written, serves its new build without a lost or wrong answer; a broken build never does."""
import os
import shutil
import subprocess
import tempfile
import threading

from newel import HEADERS, Server, invoke, refused, wait_for

SOURCE = """#include <newel_plugin_helpers.h>
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
static newel_status build(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return newel_complete_text(h, v, VERSION);
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
CALLERS = 4


def built(workshop, version, *options):
    source = os.path.join(workshop, "build.c")
    open(source, "w").write(SOURCE)
    path = os.path.join(workshop, f"{version}{''.join(options)}.so")
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-fvisibility=hidden", "-pthread", "-I", HEADERS, f'-DVERSION="{version}"', *options, "-o", path, source], check=True)
    return path


def moved(build, target):
    shutil.copyfile(build, f"{target}.new")
    os.rename(f"{target}.new", target)


def copied_in_place(build, target):
    shutil.copyfile(build, target)


def deleted_and_made(build, target):
    os.unlink(target)
    shutil.copyfile(build, target)


def written_in_pieces(build, target):
    bytes_ = open(build, "rb").read()
    with open(target, "r+b") as file:
        for start in range(0, len(bytes_), 4_096):
            file.write(bytes_[start:start + 4_096])
            file.flush()
            os.fsync(file.fileno())
        file.truncate()


def stripped(build, target):
    shutil.copyfile(build, target)
    subprocess.run(["strip", "--strip-unneeded", target], check=True)


def main():
    workshop, plugins = tempfile.mkdtemp(prefix="newel-build-"), tempfile.mkdtemp(prefix="newel-plugins-")
    target = os.path.join(plugins, "libbuild.so")
    builds = [built(workshop, version) for version in range(1, 12)]
    moved(builds[0], target)
    with Server("--plugins", plugins) as server:
        stop, answers, failures = threading.Event(), [[] for _ in range(CALLERS)], []

        def call(number):
            functions = server.client("lambda")
            while not stop.is_set():
                try:
                    answers[number].append(invoke(functions, "Build")[0])
                except Exception as error:  # told below, with the others
                    failures.append(repr(error))

        callers = [threading.Thread(target=call, args=(number,)) for number in range(CALLERS)]
        for caller in callers:
            caller.start()
        functions = server.client("lambda")
        writers = [moved, copied_in_place, deleted_and_made, written_in_pieces, stripped]
        try:
            for position, build in enumerate(builds[1:]):
                writers[position % len(writers)](build, target)
                wait_for(lambda: invoke(functions, "Build")[0] == position + 2, what=f"build {position + 2} by {writers[position % len(writers)].__name__}")
        finally:
            stop.set()
            for caller in callers:
                caller.join()
        assert not failures, failures[:3]
        for answered in answers:
            # One build after the other: once a new one has answered, no older one does, but for calls that were under way.
            assert set(answered) <= set(range(1, 12)) and answered == sorted(answered), answered[:50]

        # What does not come up is never served; nobody calls meanwhile.
        for number, broken in enumerate((built(workshop, 77, "-DABORTS"), built(workshop, 78, "-DREFUSES"))):
            moved(broken, target)
            wait_for(lambda: server.said().count("the build before it goes on") == number + 1, what="the refusal is told")
            assert invoke(functions, "Build")[0] == 11
        # And the next good one is.
        moved(builds[4], target)
        wait_for(lambda: invoke(functions, "Build")[0] == 5, what="a good build after broken ones")

        # A file that goes is a function no more.
        os.unlink(target)
        wait_for(lambda: gone(functions), what="a function whose file is gone")
        refused("ResourceNotFoundException", functions.invoke, FunctionName="Build")
    for folder in (workshop, plugins):
        shutil.rmtree(folder)


def gone(functions):
    try:
        invoke(functions, "Build")
        return False
    except functions.exceptions.ResourceNotFoundException:
        return True


main()
