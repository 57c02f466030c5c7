"""Definitions made by chance with functions of a real plugin: `newel run` in virtual time prints the same history in every process."""
import concurrent.futures
import glob
import os
import subprocess
import tempfile

from newel import EXECUTABLE, compiled

# Two functions that answer or fail by a hash of what they are called with.
SOURCE = """
#include <newel_plugin_helpers.h>
#include <stdio.h>
static newel_status answer(const newel_host *h, const newel_invocation *v, uint64_t hash) {
    static const char *errors[] = {"Flaky", "Busy", "Custom.Error"};
    char text[96];
    for (uint64_t n = 0; n < v->payload.len; n++) hash = (hash ^ v->payload.ptr[n]) * 0x100000001B3u;
    hash ^= hash >> 29;
    if (hash % 4 == 0) return newel_fail(h, v, errors[hash / 4 % 3], "by chance");
    snprintf(text, sizeof text, "{\\"n\\":%u,\\"half\\":%u.5}", (unsigned)(hash % 1000), (unsigned)(hash / 1000 % 100));
    return newel_complete_text(h, v, text);
}
static newel_status f(newel_instance *i, const newel_host *h, const newel_invocation *v) { (void)i; return answer(h, v, 0xCBF29CE484222325u); }
static newel_status g(newel_instance *i, const newel_host *h, const newel_invocation *v) { (void)i; return answer(h, v, 0x1234567890ABCDEFu); }
#define H(name, c_name) {sizeof(newel_handler), NEWEL_KIND_FUNCTION, name, 0, 0, NULL, NULL, c_name, NULL, NULL, NULL, NULL}
static const newel_handler all[] = {H("f", f), H("g", g)};
static const newel_handler *const list[] = {&all[0], &all[1]};
const newel_plugin *newel_plugin_entry(uint32_t host_abi_version) {
    static const newel_plugin plugin = {NEWEL_MAGIC, sizeof(newel_plugin), NEWEL_ABI_VERSION, NEWEL_ABI_VERSION, "chance", "1", 0, 2, list, NULL, NULL};
    (void)host_abi_version;
    return &plugin;
}
"""


def history(plugins, definition):
    """What `newel run` prints, and its exit code."""
    ended = subprocess.run(
        [EXECUTABLE, "run", definition, "--input", f"@{definition}.input", "--plugins", plugins, "--virtual-time", "--seed", "11", "--history"],
        capture_output=True, text=True, timeout=60)
    assert ended.returncode in (0, 1), (definition, ended.returncode, ended.stderr)
    return ended.stdout, ended.stderr, ended.returncode


def check(plugins, definition):
    one, other = history(plugins, definition), history(plugins, definition)
    if one != other:
        lines = [pair for pair in zip(one[0].splitlines(), other[0].splitlines()) if pair[0] != pair[1]][:1]
        raise AssertionError(f"{definition} does not repeat: {lines or (one[1:], other[1:])}\n{open(definition).read()}\n{open(definition + '.input').read()}")
    assert '"ExecutionStarted"' in one[0] and one[0].count("\n") >= 3, one
    return "LambdaFunctionSucceeded" in one[0], "by chance" in one[0], "Lambda.ResourceNotFound" in one[0]


def main():
    definitions = sorted(glob.glob(os.path.join(os.environ["DEFINITIONS"], "*.json")))
    with tempfile.TemporaryDirectory(prefix="newel-plugins-") as plugins:
        compiled(plugins, "chance", SOURCE)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            seen = list(pool.map(lambda path: check(plugins, path), definitions))
    assert all(any(column) for column in zip(*seen)) or len(seen) == 1, f"calls succeed, fail and are refused: {seen}"
    print(f"{len(definitions)} definitions repeat")


main()
