"""SQS and SNS integrations as shared libraries replace the built-in ones, and the sample runs unchanged: in a worker and in the host."""
import os
import shutil
import subprocess
import tempfile

from newel import EXECUTABLE, PLACE, PRODUCTS, Sample, Server, sample_definition
from sample import runs


def libraries(server, name):
    """Processes of the server that have a library of this name's content mapped: its own pid, its workers' pids."""
    children = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True).stdout.split()
    found = set()
    for pid in [str(server.process.pid), *children]:
        try:
            with open(f"/proc/{pid}/maps") as maps:
                paths = {line.split(maxsplit=5)[5].strip() for line in maps if ".so" in line}
        except (FileNotFoundError, IndexError):
            continue
        want = os.path.getsize(os.path.join(PRODUCTS, f"lib{name}.so"))
        if any(os.path.exists(path) and path.startswith(server.data) and os.path.getsize(path) == want for path in paths):
            found.add(pid)
    return found


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    for name in ("SQS", "SNS"):
        shutil.copy(os.path.join(PRODUCTS, f"lib{name}.so"), plugins)
    definition, _ = sample_definition()
    listing = subprocess.run([EXECUTABLE, "plugin", "list", "--plugins", plugins], capture_output=True, text=True)
    if listing.returncode == 0:
        lines = [line for line in listing.stdout.splitlines() if ":::sqs:" in line or ":::sns:" in line]
        assert any(plugins in line or "dropped" in line for line in lines), listing.stdout
    for isolation in ("process", "host"):
        with Server("--plugins", plugins, "--isolation", isolation, **PLACE) as server:
            sample = Sample(server, definition)
            runs(sample, definition, kinds=1)
            for name in ("SQS", "SNS"):
                users, own = libraries(server, name), str(server.process.pid)
                assert users, f"{isolation}: nobody has lib{name}.so loaded, so the built-in one has served"
                assert (own in users) == (isolation == "host"), f"{isolation}: lib{name}.so is loaded by {users}, the host is {own}"
            server.stop()
    with Server(**PLACE) as server:
        runs(Sample(server, definition), definition, kinds=1)
        assert not libraries(server, "SQS"), "without --plugins the built-in one serves"
        server.stop()
    print("the integrations can be replaced")


main()
