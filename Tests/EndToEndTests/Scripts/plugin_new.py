"""`newel plugin new`: what it writes builds with its language's own tool, and answers."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

from newel import EXECUTABLE

# Where the library is once the command has run, by language.
BUILDS = {
    "c": (["make"], "build"),
    "cpp": (["make"], "build"),
    "go": (["make"], "build"),
    "zig": (["make", f"ZIG={sys.executable} -m ziglang"], "build"),
    "rust": (["cargo", "build", "--release", "--offline"], "target/release"),
    "swift": (["swift", "build", "-c", "release"], ".build/release"),
}


def newel(*words):
    return subprocess.run([EXECUTABLE, *words], capture_output=True, text=True, timeout=120)


def answers(place, language):
    folder = os.path.join(place, language)
    written = newel("plugin", "new", "Greet-Me", "--lang", language, "--directory", folder)
    assert written.returncode == 0, written.stderr
    command, output = BUILDS[language]
    built = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    assert built.returncode == 0, (language, built.stdout, built.stderr)
    assert "warning" not in built.stderr, (language, built.stderr)
    event = os.path.join(folder, "events", "hello.json")
    called = newel("plugin", "invoke", "Greet-Me", "--plugins", os.path.join(folder, output), "--input", f"@{event}")
    assert called.returncode == 0, (language, called.stderr)
    assert json.loads(called.stdout) == {"hello": json.load(open(event))}, (language, called.stdout)


def mistakes(place):
    os.mkdir(os.path.join(place, "taken"))
    for words, said in [
            (("Greet", "--lang", "c", "--directory", os.path.join(place, "taken")), "is there already"),
            (("Greet", "--lang", "c", "--directory", os.path.join(place, "no", "such")), "cannot be made"),
            (("1st", "--lang", "c"), "is no name for a function"),
            (("Greet", "--lang", "cobol"), "cobol"),
            (("Greet", "--lang", "swift", "--newel", place, "--directory", os.path.join(place, "x")), "Say where it is with --newel")]:
        refused = newel("plugin", "new", *words)
        assert refused.returncode == 2 and said in refused.stderr, (words, refused.returncode, refused.stderr)
    assert not os.path.exists(os.path.join(place, "x"))


def main():
    place = tempfile.mkdtemp(prefix="newel-new-")
    for language in BUILDS:
        answers(place, language)
    mistakes(place)
    shutil.rmtree(place)


main()
