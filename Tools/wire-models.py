#!/usr/bin/env python3
"""Writes Sources/AWSWire/Models/<Service>Model.swift from the public service models that botocore carries.

    pip install botocore && python3 Tools/wire-models.py

Only facts go into the tables: names, types, limits, patterns, places on the wire. Add a service or an action to SERVICES and run it again.
What each line means: Sources/AWSWire/Models/ModelReader.swift.
"""
import gzip
import json
import pathlib
import re

import botocore

DATA = pathlib.Path(botocore.__file__).parent / "data"
TARGET = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "AWSWire" / "Models"

SNS = """CreateTopic DeleteTopic ListTopics GetTopicAttributes SetTopicAttributes Subscribe ConfirmSubscription Unsubscribe ListSubscriptions
ListSubscriptionsByTopic GetSubscriptionAttributes SetSubscriptionAttributes Publish PublishBatch AddPermission RemovePermission TagResource
UntagResource ListTagsForResource GetDataProtectionPolicy PutDataProtectionPolicy""".split()

LAMBDA = """CreateFunction GetFunction GetFunctionConfiguration ListFunctions UpdateFunctionCode UpdateFunctionConfiguration DeleteFunction Invoke
InvokeAsync PublishVersion ListVersionsByFunction CreateAlias GetAlias UpdateAlias DeleteAlias ListAliases CreateEventSourceMapping
GetEventSourceMapping ListEventSourceMappings UpdateEventSourceMapping DeleteEventSourceMapping AddPermission RemovePermission GetPolicy TagResource
UntagResource ListTags GetAccountSettings GetFunctionCodeSigningConfig GetFunctionConcurrency PutFunctionConcurrency
DeleteFunctionConcurrency""".split()

STS = "GetCallerIdentity AssumeRole GetSessionToken DecodeAuthorizationMessage".split()

LOGS = """CreateLogGroup DeleteLogGroup DescribeLogGroups CreateLogStream DeleteLogStream DescribeLogStreams PutLogEvents GetLogEvents FilterLogEvents
PutRetentionPolicy DeleteRetentionPolicy TagResource UntagResource ListTagsForResource TagLogGroup UntagLogGroup ListTagsLogGroup""".split()

S3 = """CreateBucket HeadBucket DeleteBucket ListBuckets GetBucketLocation PutObject GetObject HeadObject DeleteObject DeleteObjects CopyObject ListObjects
ListObjectsV2 CreateMultipartUpload UploadPart UploadPartCopy CompleteMultipartUpload AbortMultipartUpload ListParts ListMultipartUploads
GetBucketVersioning PutBucketVersioning GetBucketEncryption PutBucketEncryption DeleteBucketEncryption GetBucketPolicy PutBucketPolicy
DeleteBucketPolicy GetBucketTagging PutBucketTagging DeleteBucketTagging GetPublicAccessBlock PutPublicAccessBlock DeletePublicAccessBlock
GetObjectTagging PutObjectTagging DeleteObjectTagging""".split()

# Swift name, botocore name, our service name, how failed checks are worded, actions (None: all)
SERVICES = [
    ("StepFunctions", "stepfunctions", "states", "coral", None),
    ("SQS", "sqs", "sqs", "sqs", None),
    ("SNS", "sns", "sns", "query", SNS),
    ("STS", "sts", "sts", "query", STS),
    ("Lambda", "lambda", "lambda", "coral", LAMBDA),
    ("Logs", "logs", "logs", "parameter", LOGS),
    ("S3", "s3", "s3", "none", S3),
]

# The legacy query form of SQS: what a flattened list or map is called on the wire. The current model (JSON only) no longer says.
SQS_NAMES = {
    "AttributeNames": "AttributeName", "MessageAttributeNames": "MessageAttributeName",
    "MessageSystemAttributeNames": "MessageSystemAttributeName", "Attributes": "Attribute", "MessageAttributes": "MessageAttribute",
    "MessageSystemAttributes": "MessageSystemAttribute", "tags": "Tag", "Tags": "Tag", "TagKeys": "TagKey", "AWSAccountIds": "AWSAccountId",
    "Actions": "ActionName", "QueueUrls": "QueueUrl", "queueUrls": "QueueUrl", "Messages": "Message", "StringListValues": "StringListValue",
    "BinaryListValues": "BinaryListValue", "Results": "ListMessageMoveTasksResultEntry",
}
# Batches: the list is called as its element's shape.
SQS_ELEMENT_NAMED = {"Entries", "Successful", "Failed"}
SQS_MAP_NAMES = {"TagMap": ("Key", "Value")}
SQS_QUERY_CODES = {
    "QueueDoesNotExist": "AWS.SimpleQueueService.NonExistentQueue", "QueueNameExists": "QueueAlreadyExists",
    "KmsAccessDenied": "KMS.AccessDeniedException", "KmsDisabled": "KMS.DisabledException", "KmsInvalidKeyUsage": "KMS.InvalidKeyUsageException",
    "KmsInvalidState": "KMS.InvalidStateException", "KmsNotFound": "KMS.NotFoundException", "KmsOptInRequired": "KMS.OptInRequired",
    "KmsThrottled": "KMS.ThrottlingException",
    **{name: "AWS.SimpleQueueService." + name for name in """QueueDeletedRecently PurgeQueueInProgress MessageNotInflight BatchEntryIdsNotDistinct
       BatchRequestTooLong EmptyBatchRequest InvalidBatchEntryId TooManyEntriesInBatchRequest UnsupportedOperation""".split()},
}
# AWS words this set in an order of its own.
ENUM_ORDER = {("states", "ExecutionStatus"): "SUCCEEDED TIMED_OUT PENDING_REDRIVE ABORTED FAILED RUNNING".split()}


def load(name):
    for version in sorted((DATA / name).iterdir(), reverse=True):
        packed = version / "service-2.json.gz"
        if packed.exists():
            return json.loads(gzip.decompress(packed.read_bytes()))
    raise SystemExit(f"no model of {name}")


class Table:
    def __init__(self, service, model):
        self.service, self.model, self.shapes = service, model, model["shapes"]
        self.seen, self.lines = {}, []

    def member(self, owner, name, spec):
        shape = self.shapes[spec["shape"]]
        required = "*" if name in owner.get("required", []) else ""
        text = f"{name}{required}:{self.visit(spec['shape'], spec.get('flattened'))}"
        location = spec.get("location")
        if location:
            place = {"uri": "path", "querystring": "query", "header": "header", "headers": "headers", "statusCode": "status"}[location]
            return f"{text}@{place}" + (f":{spec['locationName']}" if "locationName" in spec else "")
        if owner.get("payload") == name:
            return f"{text}@payload"
        wire = spec.get("locationName")
        if self.service == "sqs":
            wire = SQS_NAMES.get(name) if shape["type"] in ("list", "map") else None
            if name in SQS_ELEMENT_NAMED and shape["type"] == "list":
                wire = shape["member"]["shape"]
        return text + (f"={wire}" if wire and wire != name else "")

    def visit(self, name, flattened=False):
        shape = self.shapes[name]
        key = name + "~flat" if flattened and not shape.get("flattened") else name
        if key in self.seen:
            return key
        self.seen[key] = None
        kind = shape["type"]
        if kind == "structure":
            members = [self.member(shape, n, s) for n, s in shape["members"].items()]
            line = f"structure {key} " + " ".join(members)
        elif kind == "list":
            element = shape["member"]
            flat = " flat" if flattened or shape.get("flattened") else ""
            line = f"list {key} {self.visit(element['shape'])} {element.get('locationName', 'member')}{flat}"
        elif kind == "map":
            names = [shape[part].get("locationName", part) for part in ("key", "value")]
            if self.service == "sqs":
                names = SQS_MAP_NAMES.get(name, ("Name", "Value"))
            flat = " flat" if flattened or shape.get("flattened") else ""
            line = f"map {key} {self.visit(shape['key']['shape'])} {self.visit(shape['value']['shape'])} {names[0]} {names[1]}{flat}"
        else:
            line = f"{kind} {key}"
        if "min" in shape or "max" in shape:
            line += f" {int(shape['min']) if 'min' in shape else ''}..{int(shape['max']) if 'max' in shape else ''}"
        if shape.get("sensitive"):
            line += " sensitive"
        if "enum" in shape:
            line += " enum " + ",".join(ENUM_ORDER.get((self.service, name), shape["enum"]))
        if "pattern" in shape:
            line += " pattern " + shape["pattern"]
        self.seen[key] = line
        return key

    def text(self, style, actions):
        meta, operations = self.model["metadata"], self.model["operations"]
        out = [f"service {self.service} {meta['protocol']} {meta.get('jsonVersion', '-')} {meta.get('targetPrefix', '-')} {meta['apiVersion']} {style}"]
        namespace = "http://s3.amazonaws.com/doc/2006-03-01/" if self.service == "s3" else meta.get("xmlNamespace") or ("http://queue.amazonaws.com/doc/2012-11-05/" if self.service == "sqs" else None)
        if namespace:
            out.append("namespace " + namespace)
        errors = {}
        for name in actions or sorted(operations):
            spec = operations[name]
            line = f"action {name} {self.visit(spec['input']['shape']) if 'input' in spec else '-'} {self.visit(spec['output']['shape']) if 'output' in spec else '-'}"
            if meta["protocol"].startswith("rest"):
                line += f" {spec['http']['method']} {spec['http'].get('responseCode', 200)} {spec['http']['requestUri']}"
            out.append(line)
            errors.update((e["shape"], self.shapes[e["shape"]]) for e in spec.get("errors", []))
        for name, shape in sorted(errors.items()):
            code = shape.get("error", {}).get("code", SQS_QUERY_CODES.get(name, name) if self.service == "sqs" else name)
            words = next((m for m in shape.get("members", {}) if m.lower() == "message"), "message")
            out.append(f"error {name} {shape.get('error', {}).get('httpStatusCode', 500 if shape.get('fault') else 400)} {code} {words}")
        return "\n".join(out + [line for _, line in sorted(self.seen.items())])


for swift, botocore_name, service, style, actions in SERVICES:
    text = Table(service, load(botocore_name)).text(style, actions)
    assert '"""' not in text and '"#' not in text
    body = re.sub(r"^", "        ", text, flags=re.M)
    (TARGET / f"{swift}Model.swift").write_text(f'''// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {{
    /// Shapes of the actions of `{service}`.
    package static let {swift[0].lower() + swift[1:] if not swift.isupper() else swift.lower()} = ModelReader.read(
        #"""
{body}
        """#)
}}
''')
    print(swift, len(text), text.count("\n") + 1)
