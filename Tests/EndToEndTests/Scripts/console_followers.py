"""Twenty open tabs that follow a live execution hardly cost the engine anything: processor time of the server for an execution of ten Pass states, with the tabs' lines and without.

Pairs of both, in alternating order, of one process; the middle of their ratios counts. Here the bound leaves room for a busy machine's noise; NEWEL_SOAK=1 takes more pairs
and the bound that is meant: 5 %."""
import http.client
import json
import os
import selectors
import socket
import statistics
import threading
import time
from urllib.parse import urlsplit

from console_kit import machine, started
from newel import Server, wait_for

SOAK = os.environ.get("NEWEL_SOAK") == "1"
PAIRS, EXECUTIONS, BOUND = (24, 6_000, 1.05) if SOAK else (7, 1_500, 1.25)
TABS, CLIENTS = 20, 6
CHAIN = {"StartAt": "S0", "States": {f"S{i}": {"Type": "Pass", "Result": {"i": i}, "ResultPath": "$.r", **({"Next": f"S{i + 1}"} if i < 9 else {"End": True})} for i in range(10)}}
LIVE = {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 1, "Next": "More?"}, "End": {"Type": "Succeed"},
                                      "More?": {"Type": "Choice", "Choices": [{"Variable": "$.isOver", "IsPresent": True, "Next": "End"}], "Default": "Wait"}}}


class Tabs:
    """The lines of open tabs, each with what the page of an execution follows; read as a browser reads them."""

    def __init__(self, server):
        self.place = urlsplit(server.endpoint)
        self.lines, self.pieces, self.is_over = [], {}, False
        for _ in range(TABS):
            line = socket.create_connection((self.place.hostname, self.place.port))
            line.sendall(f"GET /_newel/console/stream?topics=history:live/one,log:live/one,tokens&last=0,0&region={server.region}&account={server.account} HTTP/1.1\r\n"
                         f"Host: {self.place.netloc}\r\nAccept: text/event-stream\r\n\r\n".encode())
            self.lines.append(line)
            self.pieces[line] = 0
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        wait_for(lambda: all(self.pieces.values()), what="each tab's first events")

    def read(self):
        waiting = selectors.DefaultSelector()
        for line in self.lines:
            waiting.register(line, selectors.EVENT_READ)
        while not self.is_over:
            for key, _ in waiting.select(0.2):
                self.pieces[key.fileobj] += key.fileobj.recv(1 << 16).count(b"event: history")
        waiting.close()

    def close(self):
        self.is_over = True
        self.reader.join()
        for line in self.lines:
            line.close()


def processor_seconds(pid):
    """User and system time of a process, of all its threads that are and were."""
    return time.clock_gettime((~pid << 3) | 2)


def runs(server, arn, count):
    """Runs executions, several at a time."""
    place = urlsplit(server.endpoint)
    body = json.dumps({"stateMachineArn": arn, "input": "{}"})
    credential = f"AWS4-HMAC-SHA256 Credential={server.account}/20260101/{server.region}/states/aws4_request, SignedHeaders=host, Signature=0"
    headers = {"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "AWSStepFunctions.StartExecution", "Authorization": credential}

    def work():
        client = http.client.HTTPConnection(place.hostname, place.port)
        for _ in range(count // CLIENTS):
            client.request("POST", "/", body, headers)
            answer = client.getresponse()
            text = answer.read()
            assert answer.status == 200, text
        client.close()

    threads = [threading.Thread(target=work) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def measured(server, sfn, arn, has_tabs):
    """Processor time of the server for one execution, in milliseconds."""
    tabs = Tabs(server) if has_tabs else None
    heard = sum(tabs.pieces.values()) if tabs else 0
    before = processor_seconds(server.process.pid)
    runs(server, arn, EXECUTIONS)
    wait_for(lambda: not sfn.list_executions(stateMachineArn=arn, statusFilter="RUNNING", maxResults=1)["executions"], what="the end of all")
    spent = processor_seconds(server.process.pid) - before
    if tabs:
        # They did follow it.
        wait_for(lambda: sum(tabs.pieces.values()) > heard, what="events for the tabs")
        tabs.close()
    return spent * 1_000 / EXECUTIONS


def main():
    with Server() as server:
        sfn = server.client("stepfunctions")
        arn = machine(sfn, "chain", CHAIN)
        started(sfn, machine(sfn, "live", LIVE), "one")
        runs(server, arn, 600)
        ratios, alone = [], []
        for number in range(PAIRS):
            order = (False, True) if number % 2 else (True, False)
            found = {has_tabs: measured(server, sfn, arn, has_tabs) for has_tabs in order}
            ratios.append(found[True] / found[False])
            alone.append(found[False])
        middle = statistics.median(ratios)
        print(f"{statistics.median(alone):.3f} ms of the processor an execution; with {TABS} tabs {middle:.3f} times that ({min(ratios):.3f} to {max(ratios):.3f}, {PAIRS} pairs)")
        assert middle < BOUND, sorted(ratios)


if __name__ == "__main__":
    main()
