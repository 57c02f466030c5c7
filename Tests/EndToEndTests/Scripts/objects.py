"""S3 as boto3 and the aws CLI use it: objects, lists, uploads in parts, conditions, checksums, both forms of addresses, presigned URLs."""
import base64
import hashlib
import http.client
import io
import json
import os
import subprocess
import tempfile
import urllib.error
import urllib.request
import zlib

from boto3.s3.transfer import TransferConfig
from newel import Server, refused

MiB = 1_048_576


def whole_objects(s3):
    """What is put is what is got, headers and all."""
    body = os.urandom(3 * MiB + 17)
    put = s3.put_object(
        Bucket="first-bucket", Key="ä b/+&?#ü.bin", Body=body, ContentType="application/x-test", Metadata={"Owner": "me"},
        CacheControl="no-cache", Tagging="a=b&c=d%20e")
    assert put["ETag"] == f'"{hashlib.md5(body).hexdigest()}"', put
    got = s3.get_object(Bucket="first-bucket", Key="ä b/+&?#ü.bin")
    assert got["Body"].read() == body
    assert got["ContentType"] == "application/x-test" and got["Metadata"] == {"owner": "me"}, got
    assert got["CacheControl"] == "no-cache" and got["TagCount"] == 2, got
    head = s3.head_object(Bucket="first-bucket", Key="ä b/+&?#ü.bin", ChecksumMode="ENABLED")
    assert head["ContentLength"] == len(body) and head["ChecksumCRC32"], head
    assert base64.b64decode(head["ChecksumCRC32"]) == zlib.crc32(body).to_bytes(4, "big")
    tags = s3.get_object_tagging(Bucket="first-bucket", Key="ä b/+&?#ü.bin")["TagSet"]
    assert tags == [{"Key": "a", "Value": "b"}, {"Key": "c", "Value": "d e"}], tags
    for span, wanted in (("bytes=0-9", body[:10]), ("bytes=-5", body[-5:]), (f"bytes={MiB}-", body[MiB:]), ("bytes=5-5", body[5:6])):
        part = s3.get_object(Bucket="first-bucket", Key="ä b/+&?#ü.bin", Range=span)
        assert part["Body"].read() == wanted and part["ResponseMetadata"]["HTTPStatusCode"] == 206, span
        assert part["ContentRange"].endswith(f"/{len(body)}"), part["ContentRange"]
    refused("InvalidRange", s3.get_object, Bucket="first-bucket", Key="ä b/+&?#ü.bin", Range=f"bytes={len(body)}-")
    empty = s3.put_object(Bucket="first-bucket", Key="empty", Body=b"")
    assert empty["ETag"] == '"d41d8cd98f00b204e9800998ecf8427e"'
    assert s3.get_object(Bucket="first-bucket", Key="empty")["Body"].read() == b""
    for algorithm in ("SHA1", "SHA256", "CRC32"):
        s3.put_object(Bucket="first-bucket", Key=algorithm, Body=b"checked", ChecksumAlgorithm=algorithm)
        assert s3.head_object(Bucket="first-bucket", Key=algorithm, ChecksumMode="ENABLED")[f"Checksum{algorithm}"]
    # keys that would be paths
    for key in ("../../etc/passwd", "a//b", "/lead", "dir/", ".", "..", "x" * 1024, "\u0001ctl"):
        s3.put_object(Bucket="first-bucket", Key=f"odd/{key}"[:1024], Body=key.encode())
        assert s3.get_object(Bucket="first-bucket", Key=f"odd/{key}"[:1024])["Body"].read() == key.encode()
    refused("KeyTooLongError", s3.put_object, Bucket="first-bucket", Key="x" * 1025, Body=b"")


def conditions(s3):
    """Reads and writes that only happen if."""
    tag = s3.put_object(Bucket="first-bucket", Key="c", Body=b"one")["ETag"]
    refused("PreconditionFailed", s3.put_object, Bucket="first-bucket", Key="c", Body=b"two", IfNoneMatch="*")
    refused("PreconditionFailed", s3.put_object, Bucket="first-bucket", Key="c", Body=b"two", IfMatch='"0"')
    refused("NoSuchKey", s3.put_object, Bucket="first-bucket", Key="nobody", Body=b"two", IfMatch='"0"')
    refused("304", s3.get_object, Bucket="first-bucket", Key="c", IfNoneMatch=tag)
    refused("PreconditionFailed", s3.get_object, Bucket="first-bucket", Key="c", IfMatch='"0"')
    modified = s3.head_object(Bucket="first-bucket", Key="c")["LastModified"]
    refused("304", s3.head_object, Bucket="first-bucket", Key="c", IfModifiedSince=modified)
    assert s3.get_object(Bucket="first-bucket", Key="c", IfMatch=tag, IfUnmodifiedSince=modified)["Body"].read() == b"one"
    s3.put_object(Bucket="first-bucket", Key="c", Body=b"two", IfMatch=tag)
    assert s3.get_object(Bucket="first-bucket", Key="c")["Body"].read() == b"two"


def refusals(s3, server):
    """Errors by their names."""
    refused("NoSuchBucket", s3.get_object, Bucket="no-such-bucket-here", Key="k")
    refused("NoSuchKey", s3.get_object, Bucket="first-bucket", Key="nothing")
    refused("404", s3.head_object, Bucket="first-bucket", Key="nothing")
    refused("404", s3.head_bucket, Bucket="no-such-bucket-here")
    refused("BucketNotEmpty", s3.delete_bucket, Bucket="first-bucket")
    refused("NoSuchUpload", s3.list_parts, Bucket="first-bucket", Key="k", UploadId="none")
    refused("NoSuchBucketPolicy", s3.get_bucket_policy, Bucket="first-bucket")
    refused("NoSuchTagSet", s3.get_bucket_tagging, Bucket="first-bucket")
    refused("NotImplemented", s3.get_bucket_cors, Bucket="first-bucket")
    other = Server.client(type("Other", (), {"endpoint": server.endpoint, "region": "us-east-1", "account": "999999999999"})(), "s3")
    refused("BucketAlreadyExists", other.create_bucket, Bucket="first-bucket")
    west = Server.client(type("West", (), {"endpoint": server.endpoint, "region": "eu-west-1", "account": "000000000000"})(), "s3")
    west.create_bucket(Bucket="west-bucket", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    refused("BucketAlreadyOwnedByYou", west.create_bucket, Bucket="west-bucket", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    refused("IllegalLocationConstraintException", west.create_bucket, Bucket="west-bucket-2")
    assert west.get_bucket_location(Bucket="west-bucket")["LocationConstraint"] == "eu-west-1"
    assert s3.get_bucket_location(Bucket="first-bucket")["LocationConstraint"] is None
    host = server.endpoint.removeprefix("http://")

    def raw(method, path, headers=(), body=None):
        connection = http.client.HTTPConnection(host)
        connection.request(method, path, body=body, headers=dict(headers))
        reply = connection.getresponse()
        return reply.status, reply.read().decode(), reply
    status, text, _ = raw("PUT", "/first-bucket/d", {"Content-MD5": base64.b64encode(hashlib.md5(b"other").digest()).decode()}, b"this")
    assert status == 400 and "<Code>BadDigest</Code>" in text, text
    status, text, _ = raw("PUT", "/first-bucket/d", {"Content-MD5": "short"}, b"this")
    assert status == 400 and "<Code>InvalidDigest</Code>" in text, text
    status, text, _ = raw("PUT", "/first-bucket/d", {"x-amz-checksum-crc32": "AAAAAA=="}, b"this")
    assert status == 400 and "<Code>BadDigest</Code>" in text, text
    status, text, _ = raw("PUT", "/Bad_Bucket", {"x-amz-acl": "private"})
    assert status == 400 and "<Code>InvalidBucketName</Code>" in text, text
    status, text, _ = raw("POST", "/first-bucket?delete", {"x-amz-content-sha256": "UNSIGNED-PAYLOAD"}, b"<Delete><Object>")
    assert status == 400 and "<Code>MalformedXML</Code>" in text, text
    # signed chunks, and unsigned ones with a checksum behind them
    chunks = b"5;chunk-signature=aa\r\nhello\r\n6;chunk-signature=bb\r\n world\r\n0;chunk-signature=cc\r\n\r\n"
    status, text, _ = raw("PUT", "/first-bucket/chunked", {
        "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "x-amz-decoded-content-length": "11",
        "Content-Encoding": "aws-chunked,gzip"}, chunks)
    assert status == 200, text
    status, text, reply = raw("GET", "/first-bucket/chunked")
    assert (status, text, reply.headers["Content-Encoding"]) == (200, "hello world", "gzip"), (status, text)
    crc = base64.b64encode(zlib.crc32(b"hello").to_bytes(4, "big")).decode()
    for value, wanted in ((crc, 200), ("AAAAAA==", 400)):
        status, text, _ = raw("PUT", "/first-bucket/trailing", {
            "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length": "5",
            "Content-Encoding": "aws-chunked", "x-amz-trailer": "x-amz-checksum-crc32"},
            f"5\r\nhello\r\n0\r\nx-amz-checksum-crc32:{value}\r\n\r\n".encode())
        assert status == wanted, text
    status, text, _ = raw("PUT", "/first-bucket/short", {
        "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "x-amz-decoded-content-length": "50"}, b"5\r\nhello\r\n0\r\n\r\n")
    assert status == 400 and "<Code>IncompleteBody</Code>" in text, text


def lists(s3):
    """Pages, prefixes, delimiters, in the order of UTF-8."""
    s3.create_bucket(Bucket="lists")
    keys = [f"{folder}/{number:03}" for folder in ("a", "b", "ä") for number in range(40)] + ["root", "b", "b.txt", "z z", "z+z"]
    for key in keys:
        s3.put_object(Bucket="lists", Key=key, Body=key.encode())
    found = [o["Key"] for page in s3.get_paginator("list_objects_v2").paginate(Bucket="lists", PaginationConfig={"PageSize": 7}) for o in page["Contents"]]
    assert found == sorted(keys, key=lambda k: k.encode()), found
    older = [o["Key"] for page in s3.get_paginator("list_objects").paginate(Bucket="lists", PaginationConfig={"PageSize": 9}) for o in page["Contents"]]
    assert older == found
    for operation in ("list_objects_v2", "list_objects"):
        for size in (1, 2, 1000):
            objects, prefixes = [], []
            for page in s3.get_paginator(operation).paginate(Bucket="lists", Delimiter="/", PaginationConfig={"PageSize": size}):
                objects += [o["Key"] for o in page.get("Contents", [])]
                prefixes += [p["Prefix"] for p in page.get("CommonPrefixes", [])]
            assert objects == ["b", "b.txt", "root", "z z", "z+z"] and prefixes == ["a/", "b/", "ä/"], (operation, size, objects, prefixes)
    after = s3.list_objects_v2(Bucket="lists", Prefix="a/", StartAfter="a/037", FetchOwner=True)
    assert [o["Key"] for o in after["Contents"]] == ["a/038", "a/039"] and after["Contents"][0]["Owner"]["ID"], after
    assert s3.list_objects_v2(Bucket="lists", MaxKeys=0)["KeyCount"] == 0
    deleted = s3.delete_objects(Bucket="lists", Delete={"Objects": [{"Key": k} for k in keys] + [{"Key": "never"}]})
    assert len(deleted["Deleted"]) == len(keys) + 1 and "Errors" not in deleted, deleted
    s3.delete_bucket(Bucket="lists")
    assert [b["Name"] for b in s3.list_buckets()["Buckets"]] == ["first-bucket", "west-bucket"]


def parts(s3):
    """Uploads in parts, by hand and by the transfer manager."""
    first, second = os.urandom(5 * MiB), os.urandom(1234)
    upload = s3.create_multipart_upload(Bucket="first-bucket", Key="parts", Metadata={"m": "n"}, ContentType="text/x")["UploadId"]
    name = dict(Bucket="first-bucket", Key="parts", UploadId=upload)
    tags = [s3.upload_part(**name, PartNumber=n, Body=b)["ETag"] for n, b in ((2, second), (1, os.urandom(9)), (1, first))]
    assert [p["Size"] for p in s3.list_parts(**name)["Parts"]] == [len(first), len(second)]
    assert [u["Key"] for u in s3.list_multipart_uploads(Bucket="first-bucket")["Uploads"]] == ["parts"]
    listed = [{"PartNumber": 1, "ETag": tags[2]}, {"PartNumber": 2, "ETag": tags[0]}]
    refused("InvalidPartOrder", s3.complete_multipart_upload, **name, MultipartUpload={"Parts": listed[::-1]})
    refused("InvalidPart", s3.complete_multipart_upload, **name, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": tags[1]}]})
    done = s3.complete_multipart_upload(**name, MultipartUpload={"Parts": listed})
    digests = hashlib.md5(first).digest() + hashlib.md5(second).digest()
    assert done["ETag"] == f'"{hashlib.md5(digests).hexdigest()}-2"', done
    got = s3.get_object(Bucket="first-bucket", Key="parts")
    assert got["Body"].read() == first + second and got["Metadata"] == {"m": "n"} and got["ContentType"] == "text/x"
    part = s3.get_object(Bucket="first-bucket", Key="parts", PartNumber=2)
    assert part["Body"].read() == second and part["PartsCount"] == 2
    refused("NoSuchUpload", s3.complete_multipart_upload, **name, MultipartUpload={"Parts": listed})
    small = s3.create_multipart_upload(Bucket="first-bucket", Key="small")["UploadId"]
    name = dict(Bucket="first-bucket", Key="small", UploadId=small)
    tags = [s3.upload_part(**name, PartNumber=n, Body=b"x")["ETag"] for n in (1, 2)]
    refused("EntityTooSmall", s3.complete_multipart_upload, **name, MultipartUpload={"Parts": [{"PartNumber": n + 1, "ETag": t} for n, t in enumerate(tags)]})
    copied = s3.upload_part_copy(**name, PartNumber=3, CopySource="first-bucket/parts", CopySourceRange="bytes=0-99")
    assert copied["CopyPartResult"]["ETag"] == f'"{hashlib.md5(first[:100]).hexdigest()}"'
    s3.abort_multipart_upload(**name)
    refused("NoSuchUpload", s3.upload_part, **name, PartNumber=1, Body=b"x")
    body = os.urandom(20 * MiB + 3)
    s3.upload_fileobj(io.BytesIO(body), "first-bucket", "managed", Config=TransferConfig(multipart_threshold=8 * MiB, multipart_chunksize=8 * MiB))
    back = io.BytesIO()
    s3.download_fileobj("first-bucket", "managed", back)
    assert back.getvalue() == body
    assert s3.get_object(Bucket="first-bucket", Key="managed")["Body"].read() == body
    assert s3.head_object(Bucket="first-bucket", Key="managed")["ETag"].endswith('-3"')
    s3.copy({"Bucket": "first-bucket", "Key": "managed"}, "west-bucket", "copy")
    assert s3.get_object(Bucket="west-bucket", Key="copy")["Body"].read() == body
    s3.copy_object(Bucket="west-bucket", Key="small copy", CopySource={"Bucket": "first-bucket", "Key": "ä b/+&?#ü.bin"})
    assert s3.head_object(Bucket="west-bucket", Key="small copy")["Metadata"] == {"owner": "me"}
    refused("InvalidRequest", s3.copy_object, Bucket="west-bucket", Key="copy", CopySource="west-bucket/copy")
    s3.copy_object(Bucket="west-bucket", Key="copy", CopySource="west-bucket/copy", MetadataDirective="REPLACE", Metadata={"new": "1"})
    assert s3.head_object(Bucket="west-bucket", Key="copy")["Metadata"] == {"new": "1"}


def settings(s3):
    """What tools set on buckets and read back."""
    b = dict(Bucket="first-bucket")
    assert "Status" not in s3.get_bucket_versioning(**b)
    s3.put_bucket_versioning(**b, VersioningConfiguration={"Status": "Enabled"})
    assert s3.get_bucket_versioning(**b)["Status"] == "Enabled"
    rules = s3.get_bucket_encryption(**b)["ServerSideEncryptionConfiguration"]["Rules"]
    assert rules[0]["ApplyServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}, rules
    s3.put_bucket_encryption(**b, ServerSideEncryptionConfiguration={"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "k"}}]})
    assert s3.get_bucket_encryption(**b)["ServerSideEncryptionConfiguration"]["Rules"][0]["ApplyServerSideEncryptionByDefault"]["KMSMasterKeyID"] == "k"
    policy = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}]})
    s3.put_bucket_policy(**b, Policy=policy)
    assert s3.get_bucket_policy(**b)["Policy"] == policy
    refused("MalformedPolicy", s3.put_bucket_policy, **b, Policy="no")
    s3.delete_bucket_policy(**b)
    s3.put_bucket_tagging(**b, Tagging={"TagSet": [{"Key": "k", "Value": "v/w +@"}]})
    assert s3.get_bucket_tagging(**b)["TagSet"] == [{"Key": "k", "Value": "v/w +@"}]
    s3.delete_bucket_tagging(**b)
    assert s3.get_public_access_block(**b)["PublicAccessBlockConfiguration"]["BlockPublicAcls"]
    s3.put_public_access_block(**b, PublicAccessBlockConfiguration={"BlockPublicPolicy": True})
    assert not s3.get_public_access_block(**b)["PublicAccessBlockConfiguration"]["BlockPublicAcls"]
    s3.delete_public_access_block(**b)
    refused("NoSuchPublicAccessBlockConfiguration", s3.get_public_access_block, **b)
    s3.put_object_tagging(**b, Key="c", Tagging={"TagSet": [{"Key": "x", "Value": "y"}]})
    assert s3.get_object_tagging(**b, Key="c")["TagSet"] == [{"Key": "x", "Value": "y"}]
    s3.delete_object_tagging(**b, Key="c")
    assert s3.get_object_tagging(**b, Key="c")["TagSet"] == []


def addresses(server):
    """The bucket in the host's name, and URLs that were signed before."""
    address = server.endpoint.removeprefix("http://")
    for host in (f"first-bucket.localhost:{address.rsplit(':')[1]}", "first-bucket.s3.eu-west-1.amazonaws.com", "first-bucket.s3.localhost"):
        for method, path, body, wanted in (
                ("PUT", "/hosted/key", b"by host", b""), ("GET", "/hosted/key", None, b"by host"),
                ("GET", "/?list-type=2&prefix=hosted/", None, b"<KeyCount>1</KeyCount>"), ("GET", "/", None, b"<Key>hosted/key</Key>")):
            connection = http.client.HTTPConnection(address)
            connection.request(method, path, body=body, headers={"Host": host})
            reply = connection.getresponse()
            text = reply.read()
            assert reply.status == 200 and wanted in text, (host, method, path, reply.status, text)
    for version in ("s3", "s3v4"):
        signer = server.client("s3", signature_version=version)
        url = signer.generate_presigned_url("put_object", Params={"Bucket": "first-bucket", "Key": "pre signed"})
        request = urllib.request.Request(url, data=b"presigned " + version.encode(), method="PUT")
        request.add_header("Content-Type", "")
        urllib.request.urlopen(request).read()
        url = signer.generate_presigned_url("get_object", Params={"Bucket": "first-bucket", "Key": "pre signed", "ResponseContentType": "text/z"})
        reply = urllib.request.urlopen(url)
        assert reply.read() == b"presigned " + version.encode() and reply.headers["Content-Type"] == "text/z"


def command_line(server):
    """`aws s3` and `aws s3api`."""
    environment = dict(
        os.environ, AWS_ACCESS_KEY_ID=server.account, AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION=server.region, AWS_PAGER="")

    def aws(*words, code=0):
        ended = subprocess.run(["aws", "--endpoint-url", server.endpoint, *words], env=environment, capture_output=True, text=True)
        assert ended.returncode == code, (words, ended.returncode, ended.stdout, ended.stderr)
        return ended.stdout
    with tempfile.TemporaryDirectory() as folder:
        for name, size in (("a.txt", 10), ("sub/b.bin", 9 * MiB), ("sub/ c+d.txt", 100)):
            path = os.path.join(folder, "from", name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(os.urandom(size))
        aws("s3", "mb", "s3://cli-bucket")
        aws("s3", "cp", os.path.join(folder, "from", "a.txt"), "s3://cli-bucket/one.txt")
        assert "one.txt" in aws("s3", "ls", "s3://cli-bucket")
        aws("s3", "sync", os.path.join(folder, "from"), "s3://cli-bucket/tree")
        assert "PRE tree/" in aws("s3", "ls", "s3://cli-bucket/")
        assert aws("s3", "sync", os.path.join(folder, "from"), "s3://cli-bucket/tree") == ""
        aws("s3", "sync", "s3://cli-bucket/tree", os.path.join(folder, "to"))
        subprocess.run(["diff", "-r", os.path.join(folder, "from"), os.path.join(folder, "to")], check=True)
        aws("s3", "mv", "s3://cli-bucket/one.txt", "s3://cli-bucket/two.txt")
        listed = json.loads(aws("s3api", "list-objects-v2", "--bucket", "cli-bucket", "--prefix", "tw", "--output", "json"))
        assert [o["Key"] for o in listed["Contents"]] == ["two.txt"], listed
        head = json.loads(aws("s3api", "head-object", "--bucket", "cli-bucket", "--key", "two.txt", "--output", "json"))
        assert head["ContentLength"] == 10, head
        aws("s3", "rm", "s3://cli-bucket/tree", "--recursive")
        aws("s3", "rb", "s3://cli-bucket", "--force")
        aws("s3", "ls", "s3://cli-bucket", code=255)


with Server() as server:
    s3 = server.client("s3")
    s3.create_bucket(Bucket="first-bucket")
    s3.create_bucket(Bucket="first-bucket")
    whole_objects(s3)
    conditions(s3)
    refusals(s3, server)
    lists(s3)
    parts(s3)
    settings(s3)
    addresses(server)
    command_line(server)
    # the other services are where they were
    server.client("sqs").create_queue(QueueName="beside")
    assert "Functions" in server.client("lambda").list_functions()
    server.kill()
    server.start()
    s3 = server.client("s3")
    assert s3.get_object(Bucket="first-bucket", Key="c")["Body"].read() == b"two"
    assert s3.get_bucket_versioning(Bucket="first-bucket")["Status"] == "Enabled"
    server.stop()
print("objects are as they should be")
