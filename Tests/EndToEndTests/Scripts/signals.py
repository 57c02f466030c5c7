"""Ctrl-C and SIGTERM stop the server within three seconds, cleanly, whatever is under way; what was acknowledged goes on at the next start."""
import os
import signal
import subprocess
import tempfile
import threading
import time

from botocore.exceptions import BotoCoreError, ClientError

from newel import Server, compiled, ended, history, invoke, single, wait_for, well_formed

SLOW = """#include <newel_plugin_helpers.h>
#include <unistd.h>
static newel_status slow(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    sleep(30);
    return newel_complete_text(h, v, "1");
}
NEWEL_FUNCTION("Slow", slow)
"""


def stops(server, number, under_way):
    """Signals the server and measures its end."""
    children = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True).stdout.split()
    begin = time.monotonic()
    server.process.send_signal(number)
    try:
        code = server.process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        raise AssertionError(f"still running 10 s after {number.name} with {under_way}") from None
    took = time.monotonic() - begin
    assert code == 0, f"exit code {code} after {number.name} with {under_way}"
    assert took < 3, f"{took:.1f} s to stop after {number.name} with {under_way}"

    def is_running(pid):
        try:
            with open(f"/proc/{pid}/stat") as file:
                return file.read().rsplit(")", 1)[1].split()[0] != "Z"
        except FileNotFoundError:
            return False
    wait_for(lambda: not any(is_running(pid) for pid in children), 3, f"the end of the workers {children}")


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    compiled(plugins, "slow", SLOW)
    with Server("--plugins", plugins) as server:
        for number in (signal.SIGINT, signal.SIGTERM):
            stops(server, number, "nothing under way")
            server.start()
            sqs, sfn = server.client("sqs"), server.client("stepfunctions")
            queue = sqs.create_queue(QueueName="polled")["QueueUrl"]
            execution = sfn.start_execution(stateMachineArn=single(server, {"Type": "Wait", "Seconds": 3}, name="waits"))["executionArn"]
            ends = []

            def poll():
                try:
                    ends.append(sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=20))
                except (BotoCoreError, ClientError) as error:
                    ends.append(error)

            polls = [threading.Thread(target=poll) for _ in range(3)]
            for thread in polls:
                thread.start()
            time.sleep(0.5)
            # Clients keep connections open, and one reads nothing.
            stops(server, number, "long polls open")
            for thread in polls:
                thread.join()
            assert len(ends) == 3 and not any(isinstance(end, dict) and end.get("Messages") for end in ends), ends
            server.start()
            sfn = server.client("stepfunctions")
            assert ended(sfn, execution)["status"] == "SUCCEEDED"
            well_formed(history(sfn, execution))

            functions = server.client("lambda")
            call = threading.Thread(target=lambda: ends.append(attempt(lambda: invoke(functions, "Slow", b"{}"))))
            machine = single(server, {"Resource": f"arn:aws:lambda:{server.region}:{server.account}:function:Slow"}, name="slow")
            execution = sfn.start_execution(stateMachineArn=machine)["executionArn"]
            call.start()
            time.sleep(0.7)
            stops(server, number, "functions running")
            call.join()
            server.start()
            sfn = server.client("stepfunctions")
            description = sfn.describe_execution(executionArn=execution)
            assert description["status"] in ("RUNNING", "FAILED"), description
            sfn.stop_execution(executionArn=execution)
            assert ended(sfn, execution)["status"] in ("ABORTED", "FAILED")
        assert not os.path.exists(os.path.join(server.data, "core"))
        server.stop()
    print("signals stop it cleanly")


def attempt(call):
    try:
        return call()
    except (BotoCoreError, ClientError) as error:
        return error


main()
