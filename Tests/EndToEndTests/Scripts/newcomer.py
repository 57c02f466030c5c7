"""What README promises a newcomer: five commands from an empty folder to one's own C function answering inside the sample."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import time

from newel import PRODUCTS, ROOT

SECONDS_MAX = 180


def block():
    """The commands of the README, as they stand there."""
    with open(os.path.join(ROOT, "README.md")) as file:
        section = file.read().split("## A function of your own\n", 1)[1].split("\n## ", 1)[0]
    blocks = re.findall(r"(?:^(?:    .*)?\n)+", section, re.MULTILINE)
    found = [block for block in blocks if "newel plugin new" in block]
    assert len(found) == 1, found
    return "\n".join(line[4:] for line in found[0].strip("\n").split("\n"))


def commands(text):
    """One string a command; what a here-document holds belongs to its command."""
    result, end = [], None
    for line in text.split("\n"):
        if end is not None:
            result[-1] += f"\n{line}"
            end = None if line == end else end
        elif line.strip():
            result.append(line)
            document = re.search(r"<<'(\w+)'", line)
            end = document.group(1) if document else None
    return result


def steps(lines):
    """State names of the sample with what went in and came out."""
    result, name = {}, None
    for line in lines:
        if line.startswith("  ▸ "):
            name = line[4:]
        elif name and (part := re.match(r"      (in |out)  (.*)", line)):
            result.setdefault(name, {})[part.group(1).strip()] = json.loads(part.group(2))
    return result


def main():
    all_commands = commands(block())
    assert len(all_commands) == 5, all_commands
    place = tempfile.mkdtemp(prefix="newel-newcomer-")
    environment = {**os.environ, "PATH": f"{PRODUCTS}:{os.environ['PATH']}", "HOME": place}
    begin, outputs = time.monotonic(), []
    for command in all_commands:
        ran = subprocess.run(command, shell=True, cwd=place, env=environment, capture_output=True, text=True, timeout=SECONDS_MAX)
        assert ran.returncode == 0, (command, ran.stdout, ran.stderr)
        assert "warning" not in ran.stderr, (command, ran.stderr)
        outputs.append(ran)
    took = time.monotonic() - begin
    assert took < SECONDS_MAX, f"it took {took:.0f} s"
    called = outputs[3]
    assert json.loads(called.stdout) == {"stock_price": 72}, called.stdout
    for part in ("looked it up", "duration", " ms", "memory", " MB of 128 MB"):
        assert part in called.stderr, (part, called.stderr)
    # The execution went through the newcomer's function, and what follows worked with its answer.
    lines = outputs[4].stdout.split("\n")
    assert any("CheckStockPriceLambda" in line and "CheckStockPrice/build/libCheckStockPrice.so" in line for line in lines), lines
    seen = steps(lines)
    assert seen["Check Stock Price"]["out"] == {"stock_price": 72}, seen
    assert seen["Sell Stock"]["out"]["price"] == "72", seen
    assert "  SUCCEEDED" in lines, lines
    shutil.rmtree(place)
    print(f"a newcomer needs {took:.1f} s of this machine's time")


main()
