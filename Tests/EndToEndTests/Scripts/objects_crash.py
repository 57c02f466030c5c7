"""kill -9 while objects are put, copied, deleted and uploaded in parts: what was acknowledged is there whole, the rest whole or not at all, and no file is left over."""
import hashlib
import os
import random
import sys
import threading
import time

from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

from newel import Server, wait_for

ROUNDS = int(os.environ.get("ROUNDS", "5"))
MiB = 1_048_576


def body_of(key, version, size):
    """Bytes that tell whose they are."""
    seed = hashlib.sha256(f"{key} {version}".encode()).digest()
    return (seed * (size // 32 + 1))[:size]


class Writer(threading.Thread):
    """Writes keys of its own over and over and remembers what was acknowledged and what was only asked for."""

    def __init__(self, server, name, chance):
        super().__init__()
        self.server, self.name_, self.chance = server, name, chance
        self.known, self.asked, self.stop = {}, {}, threading.Event()

    def run(self):
        s3 = self.server.client("s3", max_pool_connections=2)
        version = 0
        while not self.stop.is_set():
            version += 1
            key = f"{self.name_}/{self.chance.randrange(5)}"
            size = self.chance.choice([0, 10, 5_000, 300_000, 6 * MiB])
            deletes = self.chance.random() < 0.2
            value = None if deletes else (version, size)
            self.asked.setdefault(key, []).append(value)
            try:
                if deletes:
                    s3.delete_object(Bucket="crash", Key=key)
                elif size > MiB:
                    upload = s3.create_multipart_upload(Bucket="crash", Key=key)["UploadId"]
                    body = body_of(key, version, size)
                    tags = [
                        s3.upload_part(Bucket="crash", Key=key, UploadId=upload, PartNumber=n + 1, Body=part)["ETag"]
                        for n, part in enumerate((body[:5 * MiB], body[5 * MiB:]))]
                    s3.complete_multipart_upload(Bucket="crash", Key=key, UploadId=upload, MultipartUpload={
                        "Parts": [{"PartNumber": n + 1, "ETag": tag} for n, tag in enumerate(tags)]})
                else:
                    s3.put_object(Bucket="crash", Key=key, Body=body_of(key, version, size))
            except (BotoCoreError, ClientError, HTTPClientError, OSError):
                return
            self.known[key] = value
            self.asked[key] = []


def check(server, writers):
    """Every key holds what was acknowledged last, or something asked for after that."""
    s3 = server.client("s3")
    listed = {o["Key"]: o for page in s3.get_paginator("list_objects_v2").paginate(Bucket="crash") for o in page.get("Contents", [])}
    for writer in writers:
        for key in set(writer.known) | set(writer.asked):
            allowed = [writer.known.get(key)] + writer.asked.get(key, [])
            if key not in listed:
                assert None in allowed, f"{key} is gone: {allowed}"
                writer.known[key], writer.asked[key] = None, []
                continue
            got = s3.get_object(Bucket="crash", Key=key)["Body"].read()
            match = [v for v in allowed if v and got == body_of(key, *v)]
            assert match, f"{key} holds {len(got)} bytes that nobody wrote as its last: {allowed}"
            assert listed[key]["Size"] == len(got)
            writer.known[key], writer.asked[key] = match[-1], []
    return len(listed)


seed = int(os.environ.get("SEED", random.randrange(1 << 30)))
print(f"SEED={seed} ROUNDS={ROUNDS}", flush=True)
chance = random.Random(seed)
with Server() as server:
    server.client("s3").create_bucket(Bucket="crash")
    writers = []
    state = [({}, {}) for _ in range(4)]
    acknowledged = 0
    for round_ in range(ROUNDS):
        writers = [Writer(server, f"w{n}", random.Random(chance.random())) for n in range(4)]
        for writer, (known, asked) in zip(writers, state):
            writer.known, writer.asked = known, asked
        for writer in writers:
            writer.start()
        time.sleep(chance.uniform(0.2, 1.5))
        server.kill()
        for writer in writers:
            writer.stop.set()
        for writer in writers:
            writer.join()
        server.start()
        acknowledged += check(server, writers)
        state = [(w.known, w.asked) for w in writers]
    s3 = server.client("s3")
    for upload in s3.list_multipart_uploads(Bucket="crash").get("Uploads", []):
        s3.abort_multipart_upload(Bucket="crash", Key=upload["Key"], UploadId=upload["UploadId"])
    objects = s3.list_objects_v2(Bucket="crash")["KeyCount"]
    folder = os.path.join(server.data, "s3")
    wait_for(
        lambda: len(os.listdir(os.path.join(folder, "buckets", "crash"))) == objects and not os.listdir(os.path.join(folder, "incoming")),
        what=f"{objects} files for {objects} objects")
    server.stop()
print(f"{ROUNDS} kills, {acknowledged} objects looked at, none torn", file=sys.stderr)
