"""The `aws` command, many times: a process that has loaded it forks for each command line, which spares two thirds of what a command costs."""
import json
import os
import shutil
import subprocess
import threading

# Runs under the interpreter of the command itself. One line in, one command run by its own entry function in a process of its own, one line out.
LOADED = """
import json, os, sys, tempfile
import awscli.clidriver
for line in sys.stdin:
    output, errors = (tempfile.TemporaryFile() for _ in range(2))
    child = os.fork()
    if not child:
        code = 255
        try:
            for number, file in ((0, open(os.devnull)), (1, output), (2, errors)):
                os.dup2(file.fileno(), number)
            sys.argv = ["aws", *json.loads(line)]
            code = awscli.clidriver.main()
        except SystemExit as end:
            code = end.code
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    texts = []
    for file in (output, errors):
        file.seek(0)
        texts.append(file.read().decode())
    print(json.dumps([code, *texts]), flush=True)
"""


class AWS:
    """The command with an endpoint, an account and a region. Each thread that calls it has a process that has loaded it."""

    def __init__(self, server):
        self.path = shutil.which("aws")
        assert self.path, "no aws command: `make test` installs one"
        with open(self.path, "rb") as file:
            first = file.readline().decode(errors="replace").strip()
        # Version 2 is no script: it is started anew each time.
        self.interpreter = first[2:].split() if first.startswith("#!") and "python" in first else None
        self.options = ["--endpoint-url", server.endpoint, "--output", "json"]
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("AWS_")} | {
            "AWS_ACCESS_KEY_ID": server.account, "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": server.region,
            "AWS_DISABLE_HOST_PREFIX_INJECTION": "true", "AWS_PAGER": "", "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null"}
        self.own = threading.local()
        self.processes = []

    def run(self, *arguments):
        """Exit code, output, errors."""
        command = [*self.options, *arguments]
        if not self.interpreter:
            done = subprocess.run([self.path, *command], env=self.environment, capture_output=True, text=True, timeout=120)
            return done.returncode, done.stdout, done.stderr
        if not hasattr(self.own, "process"):
            self.own.process = subprocess.Popen(
                [*self.interpreter, "-c", LOADED], env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            self.processes.append(self.own.process)
        self.own.process.stdin.write(json.dumps(command) + "\n")
        self.own.process.stdin.flush()
        return json.loads(self.own.process.stdout.readline())

    def close(self):
        """Ends the processes."""
        for process in self.processes:
            process.stdin.close()
            assert process.wait(timeout=60) == 0, f"exit code {process.returncode}"
            process.stdout.close()
