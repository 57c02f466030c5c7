"""Subscription filters hand matching log events to a function, packed as CloudWatch Logs packs them."""
import base64
import gzip
import json
import os
import tempfile
import time

from newel import RECORDER, Server, packaged, refused, wait_for


def main():
    plugins, folder = tempfile.mkdtemp(prefix="newel-plugins-"), tempfile.mkdtemp(prefix="newel-logs-")
    packaged(plugins, "record", RECORDER.replace("FOLDER", folder), functions=[{"name": "Record", "files": [f"rw:{folder}"]}])
    with Server("--plugins", plugins) as server:
        logs = server.client("logs")
        logs.create_log_group(logGroupName="app")
        logs.create_log_stream(logGroupName="app", logStreamName="s")
        function = f"arn:aws:lambda:{server.region}:{server.account}:function:Record"
        refused("InvalidParameterException", logs.put_subscription_filter, logGroupName="app", filterName="f", filterPattern="ERROR",
                destinationArn=function + "Not")
        logs.put_subscription_filter(logGroupName="app", filterName="f", filterPattern="{ $.level = ERROR }", destinationArn=function)
        server.kill()
        server.start()
        logs = server.client("logs")
        now = int(time.time() * 1000)
        messages = [json.dumps({"level": level, "n": number}) for number, level in enumerate(("INFO", "ERROR", "ERROR"))]
        logs.put_log_events(logGroupName="app", logStreamName="s", logEvents=[{"timestamp": now, "message": message} for message in messages])
        [name] = wait_for(lambda: [name for name in os.listdir(folder) if not name.startswith(".")], what="the function to be called")
        with open(os.path.join(folder, name)) as file:
            data = json.loads(gzip.decompress(base64.b64decode(json.load(file)["awslogs"]["data"])))
        assert [event["message"] for event in data["logEvents"]] == messages[1:], data
        assert (data["messageType"], data["logGroup"], data["logStream"], data["subscriptionFilters"], data["owner"]) == (
            "DATA_MESSAGE", "app", "s", ["f"], server.account), data
        assert all(len(event["id"]) == 56 and event["timestamp"] == now for event in data["logEvents"]), data
        logs.delete_subscription_filter(logGroupName="app", filterName="f")
        assert logs.describe_subscription_filters(logGroupName="app")["subscriptionFilters"] == []
        server.stop()


main()
print("subscription filters hand on what matches")
