"""Requests to the console's endpoints as a browser sends them, and its stream; for the scripts."""
import http.client
import json
import urllib.parse


def ask(server, method, path, body=None, **headers):
    """One request as it goes over the wire: status, headers, body."""
    place = urllib.parse.urlsplit(server.endpoint)
    line = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    line.request(method, path, json.dumps(body) if body is not None else None, headers)
    reply = line.getresponse()
    text = reply.read().decode()
    line.close()
    return reply.status, dict(reply.getheaders()), text


def get(server, path):
    status, _, text = ask(server, "GET", f"/_newel/console/{path}")
    assert status == 200, f"{path}: {status} {text}"
    return json.loads(text)


def post(server, path, body, expected=200, method="POST"):
    status, _, text = ask(server, method, f"/_newel/console/{path}", body, Origin=server.endpoint, X_Console="1")
    assert status == expected, f"{path}: {status} {text}"
    return json.loads(text)


class Stream:
    """A connection to the stream, read event by event."""

    def __init__(self, server, topics, last=None, **headers):
        place = urllib.parse.urlsplit(server.endpoint)
        self.line = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
        self.line.request("GET", "/_newel/console/stream?" + urllib.parse.urlencode({"topics": topics}), headers={**headers, **({"Last-Event-ID": last} if last else {})})
        self.reply = self.line.getresponse()
        assert self.reply.status == 200, self.reply.read()
        assert self.reply.getheader("Content-Type") == "text/event-stream"
        self.last = last

    def event(self):
        kind, data = "", None
        while True:
            text = self.reply.readline().decode().rstrip("\n")
            if text.startswith("event: "):
                kind = text[7:]
            elif text.startswith("data: "):
                data = json.loads(text[6:])
            elif text.startswith("id: "):
                self.last = text[4:]
            elif not text and kind:
                return kind, data

    def history(self, until):
        """Events up to the first of a type."""
        events = []
        while True:
            kind, data = self.event()
            if kind == "history":
                events += data["events"]
                if any(event["type"] == until for event in events):
                    return events

    def close(self):
        self.line.close()
