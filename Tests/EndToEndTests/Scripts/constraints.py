"""What the published service models forbid is refused by every action, in the words of its service: lengths, ranges, patterns, fixed values, members that must be there."""
import os
import re

from botocore.exceptions import ClientError

from newel import ROOT, Server

# Checked as the models say, with words of one form.
SERVICES = {
    "stepfunctions": "StepFunctions", "sns": "SNS", "sts": "STS", "iam": "IAM", "lambda": "Lambda", "logs": "Logs", "kms": "KMS",
    "events": "Events", "cloudformation": "CloudFormation", "ssm": "SSM",
}
WORDS = "failed to satisfy constraint"
# These have words of their own, which queues.py and objects.py know, and look at what there is first: that there must be.
OWN_WORDS = ["sqs", "s3"]
# A batch tells of its entries one by one; the others S3 takes as another action that is asked for with less.
TAKEN = {
    ("SendMessageBatch", "Entries.1.MessageSystemAttributes.key"), ("AbortMultipartUpload", "UploadId"), ("CopyObject", "CopySource"),
    ("ListParts", "UploadId"), ("UploadPart", "PartNumber"), ("UploadPart", "UploadId"),
}
IGNORED = {"RequestPayer", "ChecksumAlgorithm"}  # Buckets here cost nothing; botocore itself looks at the other.
NOT_SERVED = "is not served here"
CANDIDATES = [
    "a", "A", "1", "ab1", "abc", "/a", "/a/", "1.0", "$LATEST", "10", "000000000000", "arn:aws:iam::000000000000:role/r", "arn:aws:iam::aws:policy/x",
    "arn:aws:lambda:us-east-1:000000000000:function:f", "arn:aws:lambda:us-east-1:000000000000:event-source-mapping:00000000-0000-0000-0000-000000000000",
    "arn:aws:lambda:us-east-1:000000000000:layer:l", "arn:aws:lambda:us-east-1:000000000000:layer:l:1", "arn:aws:sqs:us-east-1:000000000000:q",
    "arn:aws:lambda:us-east-1:000000000000:code-signing-config:csc-0123456789abcdef0", "arn:aws:kms:us-east-1:000000000000:key/x",
    "arn:aws:events:us-east-1:000000000000:event-bus/b", "arn:aws:events:us-east-1:000000000000:rule/r", "arn:aws:ssm:us-east-1:000000000000:parameter/p",
    "arn:aws:elasticfilesystem:us-east-1:000000000000:access-point/fsap-00000000000000000", "/mnt/x", "lambda.amazonaws.com", "events:PutEvents",
    "arn:aws:secretsmanager:us-east-1:000000000000:secret:s", "arn:aws:lambda:us-east-1::runtime:" + "0" * 64, "lambda:InvokeFunction", "alias/a",
    "POST", "https://example.com/", "vpc-1", "arn:aws:cloudformation:us-east-1:000000000000:stack/s/1", "arn:aws:states:us-east-1:000000000000:stateMachine:m",
    "arn:aws:logs:us-east-1:000000000000:log-group:g", "v1", "123456", "o-abcdefghij1", "lambda:GetLayerVersion", "Name", "s-1.example.com:9092", "1970-01-01", "a.b", "a/b", "aws", "*",
    "arn:aws:lambda:us-east-1:000000000000:capacity-provider:c", "arn:aws:vpc-lattice:us-east-1:000000000000:resourceconfiguration/rcfg-0123456789abcdef0", "aws.partner/a/b", "x" * 36, "0" * 32, "2030-01-01T00:00:00Z",
]
WRONG = ["!", "#", "é", " ", "a b", "a", "*", "\u20ac", "aws:", "@@", "\U0001f600", "\x01"]


CLASSES = {
    "L": "^\\W\\d_", "LD": "^\\W_", "Lu": "A-Z", "M": "\u0300-\u036f", "N": "\\d", "P": "!-/:-@\\[-`{-~", "S": "$+<=>^`|~", "Z": "\\s",
    "ASCII": "\\x00-\\x7f", "Alnum": "a-zA-Z0-9", "Alpha": "a-zA-Z", "Graph": "!-~", "Print": " -~", "Punct": "!-/:-@\\[-`{-~",
}


def compiled(pattern):
    """A pattern of a model for Python, which knows no classes of Unicode; letters within brackets are those of words."""
    def alone(found):
        return f"[{CLASSES[found[1]]}]"

    def within(found):
        words = CLASSES[found[1]]
        return "\\w" if words.startswith("^") else words
    name = re.compile(r"\\p\{(\w+)\}")
    parts = re.split(r"(\[(?:\\.|[^\]\\])*\])", pattern)
    return re.compile("".join(name.sub(within if part.startswith("[") else alone, part) for part in parts))


def matches(shape, text):
    meta = shape.metadata
    if not meta.get("min", 0) <= len(text) <= meta.get("max", 1 << 30):
        return False
    return "pattern" not in meta or compiled(meta["pattern"]).fullmatch(text) is not None


def valid(shape):
    """The least value that a shape allows."""
    kind, meta = shape.type_name, shape.metadata
    if kind == "structure":
        return {name: valid(shape.members[name]) for name in shape.required_members}
    if kind == "list":
        return [valid(shape.member) for _ in range(meta.get("min", 0))]
    if kind == "map":
        return {valid(shape.key): valid(shape.value)} if meta.get("min", 0) else {}
    if kind == "string":
        if shape.enum:
            return shape.enum[0]
        found = [c for c in CANDIDATES + ["a" * meta.get("min", 1)] if matches(shape, c)]
        assert found, f"no text for {shape.name} {meta}"
        return found[0]
    if kind in ("integer", "long", "float", "double"):
        return max(meta.get("min", 1), min(1, meta.get("max", 1)))
    return {"boolean": True, "blob": b"x" * meta.get("min", 1), "timestamp": "2030-01-01T00:00:00Z"}[kind]


def filled(shape, value, without=None):
    """A structure that is not empty: some protocols cannot send one that is."""
    if value or shape.type_name != "structure":
        return value
    return {name: valid(member) for name, member in shape.members.items() if name != without and member.type_name == "string"}


def wrong_values(shape):
    """Values just outside what a shape allows, each with why."""
    kind, meta = shape.type_name, shape.metadata
    if kind == "string":
        if shape.enum:
            yield "enum", "no-such-value"
        if meta.get("max", 1 << 20) < 1 << 20:
            yield "max", (valid(shape) * (meta["max"] + 1))[:meta["max"] + 1]
        if meta.get("min", 0) > 0:
            yield "min", "a" * (meta["min"] - 1)
        if "pattern" in meta:
            fits = [c for c in WRONG if meta.get("min", 0) <= len(c) <= meta.get("max", 1 << 30)] + ["!" * meta.get("min", 1), "a!" + " " * meta.get("min", 1)]
            bad = [c for c in fits if not compiled(meta["pattern"]).fullmatch(c)]
            if bad:
                yield "pattern", bad[0]
    elif kind in ("integer", "long", "float", "double"):
        if "min" in meta:
            yield "min", meta["min"] - 1
        if "max" in meta:
            yield "max", meta["max"] + 1
    elif kind == "blob":
        if meta.get("max", 1 << 20) < 1 << 20:
            yield "max", b"x" * (meta["max"] + 4)
    elif kind == "list":
        if meta.get("max", 1 << 20) <= 10_000:
            yield "max", [filled(shape.member, valid(shape.member))] * (meta["max"] + 1)
        if meta.get("min", 0) > 0:
            yield "min", [valid(shape.member)] * (meta["min"] - 1)
    elif kind == "map" and meta.get("max", 1 << 20) <= 10_000 and shape.key.type_name == "string" and not shape.key.enum:
        yield "max", {f"k{n}": valid(shape.value) for n in range(meta["max"] + 1)}


def variants(shape, base, path=(), depth=0):
    """Inputs that are wrong in one place each: the place, why, the input."""
    if depth > 5:
        return
    kind = shape.type_name
    if kind == "structure":
        for name, member in shape.members.items():
            here = path + (name,)
            if name in shape.required_members and member.serialization.get("location") != "uri":
                if shape.serialization.get("payload") != name:
                    rest = {k: v for k, v in base.items() if k != name}
                    yield here, "required", filled(shape, rest, name) if path else rest
            if member.serialization.get("location") == "headers":
                continue
            for why, value in wrong_values(member):
                if why == "min" and member.serialization.get("location") in ("uri", "querystring", "header") and value == "":
                    continue
                yield here, why, {**base, name: value}
            if member.type_name in ("structure", "list", "map"):
                inner = base.get(name) or valid(member)
                for there, why, value in variants(member, inner, here, depth + 1):
                    yield there, why, {**base, name: value}
    elif kind == "list":
        items = list(base) or [valid(shape.member)]
        if shape.member.type_name in ("structure", "list", "map"):
            for there, why, value in variants(shape.member, items[0], path + ("1",), depth + 1):
                yield there, why, [value] + items[1:]
        else:
            for why, value in wrong_values(shape.member):
                yield path + ("1",), why, [value] + items[1:]
    elif kind == "map":
        for why, value in wrong_values(shape.key):
            if value != "":
                yield path + ("key",), why, {value: valid(shape.value)}
        if shape.value.type_name in ("structure", "list", "map"):
            key = next(iter(base), None) or valid(shape.key)
            for there, why, value in variants(shape.value, base.get(key) or valid(shape.value), path + ("value",), depth + 1):
                yield there, why, {key: value}
        else:
            for why, value in wrong_values(shape.value):
                yield path + ("value",), why, {valid(shape.key): value}


def actions(model):
    """The actions whose shapes the server knows."""
    with open(os.path.join(ROOT, "Sources", "AWSWire", "Models", f"{model}Model.swift")) as file:
        return re.findall(r"^ +action (\w+) ", file.read(), re.M)


def refusal(client, name, arguments):
    """The status and the message that a call is refused with; `None` when it is not."""
    try:
        client._make_api_call(name, arguments)
    except ClientError as error:
        return error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"].get("Message", "")
    return None


def probed_by_looking(server, service):
    """How many calls to what is there were wrong in one place each, and those that were taken."""
    client, count, wrong = server.client(service, parameter_validation=False), 0, []
    given = {"Bucket": "box", "Key": "key", "QueueUrl": server.client("sqs").create_queue(QueueName="probed")["QueueUrl"]}
    server.client("s3").create_bucket(Bucket="box")
    for action in actions(service.upper()):
        shape = client.meta.service_model.operation_model(action).input_shape
        if not shape:
            continue
        server.client("s3").put_object(Bucket="box", Key="key", Body=b"x")
        base = {**valid(shape), **{name: value for name, value in given.items() if name in shape.members}}
        for path, why, arguments in variants(shape, {**base, "Bucket": "other"} if action == "CreateBucket" else base):
            place = ".".join(path)
            if (action, place) in TAKEN or path[-1] in IGNORED:
                continue
            found = refusal(client, action, arguments)
            if found and (NOT_SERVED in found[1] or found[0] == 501):
                break
            count += 1
            if found is None or found[0] >= 500:
                wrong.append((action, place, why, found))
    return count, wrong


def probed(client, action):
    """How many calls were wrong in one place each, and those that were not refused for it; `None` when the action is not served."""
    shape, count, wrong = client.meta.service_model.operation_model(action).input_shape, 0, []
    for path, why, arguments in variants(shape, valid(shape)) if shape else []:
        if action == "PutEvents" and "EndpointId" in arguments:
            continue  # Another library is needed to send it.
        found = refusal(client, action, arguments)
        if found and NOT_SERVED in found[1]:
            return None
        count += 1
        if found is None or found[0] >= 500 or WORDS not in found[1]:
            wrong.append((action, ".".join(path), why, found))
    return count, wrong


def main():
    with Server() as server:
        for service, model in SERVICES.items():
            client = server.client(service, parameter_validation=False)
            answers = [probed(client, action) for action in actions(model)]
            wrong = [line for answer in answers if answer for line in answer[1]]
            assert not wrong, f"{service}: " + "\n".join(map(str, wrong))
            count = sum(answer[0] for answer in answers if answer)
            assert count > 40, f"{service}: {count} calls"
            print(f"{service}: {count} calls refused", flush=True)
        for service in OWN_WORDS:
            count, wrong = probed_by_looking(server, service)
            assert not wrong and count > 40, f"{service}, {count} calls: " + "\n".join(map(str, wrong))
            print(f"{service}: {count} calls refused", flush=True)


if __name__ == "__main__":
    main()
