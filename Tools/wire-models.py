#!/usr/bin/env python3
"""Writes Sources/AWSWire/Models/<Service>Model.swift from the public service models that botocore carries.

    pip install botocore && python3 Tools/wire-models.py

Only facts go into the tables: names, types, limits, patterns, places on the wire. Add a service or an action to SERVICES and run it again.
RESPONSES are the shapes that mocked results of TestState are checked against; they go to Sources/AWSWire/Models/Responses.
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
UntagResource ListTagsForResource GetDataProtectionPolicy PutDataProtectionPolicy CheckIfPhoneNumberIsOptedOut CreatePlatformApplication
CreatePlatformEndpoint CreateSMSSandboxPhoneNumber DeleteEndpoint DeletePlatformApplication DeleteSMSSandboxPhoneNumber GetEndpointAttributes
GetPlatformApplicationAttributes GetSMSAttributes GetSMSSandboxAccountStatus ListEndpointsByPlatformApplication ListOriginationNumbers
ListPhoneNumbersOptedOut ListPlatformApplications ListSMSSandboxPhoneNumbers OptInPhoneNumber SetEndpointAttributes
SetPlatformApplicationAttributes SetSMSAttributes VerifySMSSandboxPhoneNumber""".split()

LAMBDA = """CreateFunction GetFunction GetFunctionConfiguration ListFunctions UpdateFunctionCode UpdateFunctionConfiguration DeleteFunction Invoke
InvokeAsync PublishVersion ListVersionsByFunction CreateAlias GetAlias UpdateAlias DeleteAlias ListAliases CreateEventSourceMapping
GetEventSourceMapping ListEventSourceMappings UpdateEventSourceMapping DeleteEventSourceMapping AddPermission RemovePermission GetPolicy TagResource
UntagResource ListTags GetAccountSettings GetFunctionCodeSigningConfig GetFunctionConcurrency PutFunctionConcurrency
DeleteFunctionConcurrency CreateFunctionUrlConfig GetFunctionUrlConfig UpdateFunctionUrlConfig DeleteFunctionUrlConfig ListFunctionUrlConfigs
PutFunctionEventInvokeConfig UpdateFunctionEventInvokeConfig GetFunctionEventInvokeConfig DeleteFunctionEventInvokeConfig
ListFunctionEventInvokeConfigs InvokeWithResponseStream PublishLayerVersion GetLayerVersion GetLayerVersionByArn DeleteLayerVersion ListLayerVersions
ListLayers AddLayerVersionPermission RemoveLayerVersionPermission GetLayerVersionPolicy GetRuntimeManagementConfig
PutRuntimeManagementConfig GetFunctionRecursionConfig PutFunctionRecursionConfig""".split()

STS = "GetCallerIdentity AssumeRole GetSessionToken DecodeAuthorizationMessage GetAccessKeyInfo".split()

IAM = """CreateUser GetUser UpdateUser DeleteUser ListUsers TagUser UntagUser ListUserTags PutUserPolicy GetUserPolicy DeleteUserPolicy ListUserPolicies
AttachUserPolicy DetachUserPolicy ListAttachedUserPolicies PutUserPermissionsBoundary DeleteUserPermissionsBoundary CreateAccessKey UpdateAccessKey
DeleteAccessKey ListAccessKeys GetAccessKeyLastUsed CreateRole GetRole UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy DeleteRole ListRoles
PutRolePolicy GetRolePolicy DeleteRolePolicy ListRolePolicies AttachRolePolicy DetachRolePolicy ListAttachedRolePolicies TagRole UntagRole ListRoleTags
PutRolePermissionsBoundary DeleteRolePermissionsBoundary ListInstanceProfilesForRole ListGroupsForUser CreateGroup GetGroup UpdateGroup DeleteGroup
ListGroups AddUserToGroup RemoveUserFromGroup PutGroupPolicy GetGroupPolicy DeleteGroupPolicy ListGroupPolicies AttachGroupPolicy DetachGroupPolicy
ListAttachedGroupPolicies CreatePolicy GetPolicy DeletePolicy ListPolicies
CreatePolicyVersion GetPolicyVersion ListPolicyVersions SetDefaultPolicyVersion DeletePolicyVersion ListEntitiesForPolicy TagPolicy UntagPolicy
ListPolicyTags SimulatePrincipalPolicy SimulateCustomPolicy""".split()

LOGS = """CreateLogGroup DeleteLogGroup DescribeLogGroups CreateLogStream DeleteLogStream DescribeLogStreams PutLogEvents GetLogEvents FilterLogEvents
PutRetentionPolicy DeleteRetentionPolicy TagResource UntagResource ListTagsForResource TagLogGroup UntagLogGroup ListTagsLogGroup StartLiveTail GetLogRecord
PutSubscriptionFilter DescribeSubscriptionFilters DeleteSubscriptionFilter PutMetricFilter DescribeMetricFilters DeleteMetricFilter TestMetricFilter
PutResourcePolicy DescribeResourcePolicies DeleteResourcePolicy GetLogGroupFields ListLogGroups AssociateKmsKey
DisassociateKmsKey PutLogGroupDeletionProtection""".split()

EVENTS = """PutEvents TestEventPattern CreateEventBus DeleteEventBus DescribeEventBus ListEventBuses PutRule DescribeRule ListRules DeleteRule EnableRule
DisableRule PutTargets RemoveTargets ListTargetsByRule ListRuleNamesByTarget TagResource UntagResource ListTagsForResource CreateConnection
DescribeConnection UpdateConnection DeleteConnection ListConnections PutPermission RemovePermission""".split()

S3 = """CreateBucket HeadBucket DeleteBucket ListBuckets GetBucketLocation PutObject GetObject HeadObject DeleteObject DeleteObjects CopyObject ListObjects
ListObjectsV2 CreateMultipartUpload UploadPart UploadPartCopy CompleteMultipartUpload AbortMultipartUpload ListParts ListMultipartUploads
GetBucketVersioning PutBucketVersioning GetBucketEncryption PutBucketEncryption DeleteBucketEncryption GetBucketPolicy PutBucketPolicy
DeleteBucketPolicy GetBucketTagging PutBucketTagging DeleteBucketTagging GetPublicAccessBlock PutPublicAccessBlock DeletePublicAccessBlock
GetObjectTagging PutObjectTagging DeleteObjectTagging GetBucketNotificationConfiguration PutBucketNotificationConfiguration""".split()

KMS = """CreateKey DescribeKey ListKeys EnableKey DisableKey ScheduleKeyDeletion CancelKeyDeletion UpdateKeyDescription CreateAlias UpdateAlias
DeleteAlias ListAliases Encrypt Decrypt ReEncrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateRandom GetKeyPolicy PutKeyPolicy
ListKeyPolicies TagResource UntagResource ListResourceTags GetKeyRotationStatus""".split()

CLOUDFORMATION = """CreateStack UpdateStack DeleteStack DescribeStacks ListStacks DescribeStackEvents DescribeStackResource DescribeStackResources
ListStackResources GetTemplate GetTemplateSummary ValidateTemplate CreateChangeSet DescribeChangeSet ExecuteChangeSet DeleteChangeSet ListChangeSets
ListExports ListImports DescribeEvents CancelUpdateStack ContinueUpdateRollback RollbackStack SetStackPolicy GetStackPolicy UpdateTerminationProtection
EstimateTemplateCost DescribeAccountLimits SignalResource""".split()

SSM = """PutParameter GetParameter GetParameters GetParametersByPath GetParameterHistory DescribeParameters DeleteParameter DeleteParameters
LabelParameterVersion UnlabelParameterVersion AddTagsToResource RemoveTagsFromResource ListTagsForResource""".split()

# Swift name, botocore name, our service name, how failed checks are worded, actions (None: all)
SERVICES = [
    ("StepFunctions", "stepfunctions", "states", "coral", None),
    ("SQS", "sqs", "sqs", "sqs", None),
    ("SNS", "sns", "sns", "query", SNS),
    ("STS", "sts", "sts", "query", STS),
    ("IAM", "iam", "iam", "query", IAM),
    ("Lambda", "lambda", "lambda", "coral", LAMBDA),
    ("Logs", "logs", "logs", "parameter", LOGS),
    ("S3", "s3", "s3", "none", S3),
    ("KMS", "kms", "kms", "coral", KMS),
    ("Events", "events", "events", "coral", EVENTS),
    ("CloudFormation", "cloudformation", "cloudformation", "query", CLOUDFORMATION),
    ("SSM", "ssm", "ssm", "coral", SSM),
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

# What AWS checks and its public model does not say. Source: messages that users of Lambda were given.
TAG_TEXT = r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"
MORE = {
    ("lambda", "TagKey"): {"min": 1, "max": 128, "pattern": TAG_TEXT}, ("lambda", "TagValue"): {"min": 0, "max": 256, "pattern": TAG_TEXT},
}


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
        shape = {**self.shapes[name], **MORE.get((self.service, name), {})}
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

# What a mocked result is checked against: botocore name, name as an SDK integration, actions (None: all).
RESPONSES = [
    ("acm", "acm", "RequestCertificate DescribeCertificate ListCertificates"),
    ("athena", "athena", """StartQueryExecution GetQueryExecution GetQueryResults StopQueryExecution BatchGetQueryExecution
     ListQueryExecutions GetNamedQuery"""),
    ("batch", "batch", "SubmitJob DescribeJobs ListJobs TerminateJob CancelJob"),
    ("bedrock-runtime", "bedrockruntime", "InvokeModel Converse"),
    ("cloudformation", "cloudformation", """CreateStack UpdateStack DeleteStack DescribeStacks DescribeStackEvents DescribeStackResources ListStacks
     CreateChangeSet ExecuteChangeSet DescribeChangeSet"""),
    ("cloudwatch", "cloudwatch", "PutMetricData GetMetricData GetMetricStatistics ListMetrics DescribeAlarms PutMetricAlarm SetAlarmState"),
    ("codebuild", "codebuild", "StartBuild StopBuild BatchGetBuilds RetryBuild BatchDeleteBuilds"),
    ("cognito-idp", "cognitoidentityprovider", """AdminCreateUser AdminGetUser AdminDeleteUser AdminAddUserToGroup AdminUpdateUserAttributes
     AdminSetUserPassword AdminDisableUser AdminEnableUser AdminInitiateAuth AdminListGroupsForUser ListUsers ListGroups InitiateAuth SignUp"""),
    ("comprehend", "comprehend", """DetectSentiment DetectEntities DetectKeyPhrases DetectDominantLanguage DetectPiiEntities DetectSyntax
     BatchDetectSentiment BatchDetectEntities"""),
    ("databrew", "databrew", "StartJobRun DescribeJobRun ListJobRuns"),
    ("dynamodb", "dynamodb", None),
    ("ec2", "ec2", """StartInstances StopInstances RebootInstances TerminateInstances DescribeInstanceStatus DescribeVpcs DescribeSubnets CreateTags
     CreateSnapshot DescribeSnapshots DeleteSnapshot CreateImage DescribeVolumes"""),
    ("ecr", "ecr", "DescribeImages ListImages DescribeRepositories BatchGetImage PutImage CreateRepository"),
    ("ecs", "ecs", "RunTask StartTask StopTask DescribeTasks ListTasks ListServices"),
    ("eks", "eks", "CreateCluster DeleteCluster DescribeCluster ListClusters CreateNodegroup DeleteNodegroup CreateFargateProfile DeleteFargateProfile"),
    ("emr", "emr", "RunJobFlow TerminateJobFlows AddJobFlowSteps CancelSteps DescribeStep ListClusters ListSteps"),
    ("emr-containers", "emrcontainers", "CreateVirtualCluster DeleteVirtualCluster StartJobRun CancelJobRun"),
    ("emr-serverless", "emrserverless", "CreateApplication StartApplication StopApplication DeleteApplication StartJobRun CancelJobRun GetJobRun"),
    ("events", "eventbridge", """PutEvents PutRule PutTargets RemoveTargets DeleteRule DescribeRule ListRules ListTargetsByRule EnableRule DisableRule
     CreateEventBus ListEventBuses"""),
    ("firehose", "firehose", "PutRecord PutRecordBatch"),
    ("glue", "glue", """StartJobRun GetJobRun GetJobRuns BatchStopJobRun StartCrawler StopCrawler GetTable GetTables GetPartition GetPartitions
     GetDatabase GetDatabases CreateTable DeleteTable BatchCreatePartition StartWorkflowRun CreateJob DeleteJob"""),
    ("iam", "iam", """GetRole ListRoles CreateRole DeleteRole AttachRolePolicy DetachRolePolicy GetUser ListUsers CreateUser DeleteUser GetPolicy
     CreatePolicy ListAttachedRolePolicies ListAccessKeys UpdateAccessKey"""),
    ("kinesis", "kinesis", None), ("kms", "kms", None),
    ("lambda", "lambda", " ".join(set(LAMBDA) - {"GetFunctionCodeSigningConfig"}) + " PutProvisionedConcurrencyConfig GetProvisionedConcurrencyConfig"),
    ("logs", "cloudwatchlogs", """CreateLogGroup CreateLogStream DeleteLogGroup PutLogEvents DescribeLogGroups DescribeLogStreams GetLogEvents
     FilterLogEvents StartQuery GetQueryResults StopQuery CreateExportTask DescribeExportTasks PutRetentionPolicy"""),
    ("polly", "polly", None),
    ("rds", "rds", "StartExportTask DescribeDBSnapshots CreateDBSnapshot DeleteDBSnapshot DescribeDBInstances StartDBInstance StopDBInstance RebootDBInstance"),
    ("rds-data", "rdsdata", None), ("redshift-data", "redshiftdata", None),
    ("rekognition", "rekognition", """DetectLabels DetectFaces DetectText DetectModerationLabels CompareFaces IndexFaces SearchFacesByImage
     RecognizeCelebrities StartLabelDetection GetLabelDetection"""),
    ("route53", "route53", "ChangeResourceRecordSets GetChange ListResourceRecordSets ListHostedZones"),
    ("s3", "s3", None),
    ("sagemaker", "sagemaker", """CreateEndpoint CreateEndpointConfig CreateHyperParameterTuningJob CreateLabelingJob CreateModel CreateProcessingJob
     CreateTrainingJob CreateTransformJob UpdateEndpoint DeleteEndpoint DeleteModel DescribeTransformJob DescribeEndpointConfig"""),
    ("scheduler", "scheduler", None), ("secretsmanager", "secretsmanager", None),
    ("ses", "ses", "SendEmail SendTemplatedEmail SendRawEmail SendBulkTemplatedEmail VerifyEmailIdentity"),
    ("sesv2", "sesv2", "SendEmail SendBulkEmail GetEmailIdentity ListEmailIdentities CreateEmailIdentity"),
    ("sns", "sns", None), ("sqs", "sqs", None),
    ("ssm", "ssm", """GetParameter GetParameters GetParametersByPath PutParameter DeleteParameter DeleteParameters DescribeParameters
     GetParameterHistory SendCommand GetCommandInvocation ListCommandInvocations StartAutomationExecution"""),
    ("stepfunctions", "sfn", None), ("sts", "sts", None),
    ("textract", "textract", "AnalyzeDocument AnalyzeExpense AnalyzeID DetectDocumentText StartDocumentAnalysis GetDocumentAnalysis StartDocumentTextDetection GetDocumentTextDetection"),
    ("transcribe", "transcribe", "StartTranscriptionJob GetTranscriptionJob ListTranscriptionJobs DeleteTranscriptionJob"),
    ("translate", "translate", "TranslateText TranslateDocument StartTextTranslationJob DescribeTextTranslationJob"),
]
SCALARS = {"character": "string", "long": "integer", "float": "double"}


def pascal(name):
    """A name as the SDK for Java spells it, which is how integrations show it: `DBInstances` as `DbInstances`."""
    for pattern, words in [
        ("[^A-Za-z0-9]+", " "), ("(?<=[a-z])(?=[A-Z][a-zA-Z0-9])", " "), ("([A-Z]+)([A-Z][a-z])", r"\1 \2"), ("([0-9])([a-zA-Z])", r"\1 \2"),
    ]:
        name = re.sub(pattern, words, name)
    return "".join(word.capitalize() for word in name.split())


class Responses:
    """The shapes of responses alone, without anything about the wire. Scalars without limits share one shape."""

    def __init__(self, service, model):
        self.service, self.shapes, self.operations, self.lines = service, model["shapes"], model["operations"], {}

    def visit(self, name):
        shape = self.shapes[name]
        kind = SCALARS.get(shape["type"], shape["type"])
        limits = ""
        if "min" in shape or "max" in shape:
            limits = f" {int(shape['min']) if 'min' in shape else ''}..{int(shape['max']) if 'max' in shape else ''}"
        if kind not in ("structure", "list", "map"):
            limits += " enum " + ",".join(shape["enum"]) if "enum" in shape else ""
            key = name if limits else "-" + kind
            self.lines[key] = f"{kind} {key}{limits}"
            return key
        if name in self.lines:
            return name
        self.lines[name] = None
        if kind == "structure":
            required = shape.get("required", [])
            members = [f"{pascal(n)}{'*' if n in required else ''}:{self.visit(s['shape'])}" for n, s in shape["members"].items()
                       if not self.shapes[s["shape"]].get("document")]
            self.lines[name] = " ".join([f"structure {name}"] + members)
        elif kind == "list":
            self.lines[name] = f"list {name} {self.visit(shape['member']['shape'])} -{limits}"
        else:
            self.lines[name] = f"map {name} {self.visit(shape['key']['shape'])} {self.visit(shape['value']['shape'])} - -{limits}"
        return name

    def text(self, actions):
        out = [f"service {self.service} - - - - coral"]
        for name in sorted(actions.split() if actions else self.operations):
            if "output" in self.operations[name]:
                out.append(f"action {name[0].lower() + name[1:]} - {self.visit(self.operations[name]['output']['shape'])}")
        return "\n".join(out + sorted(self.lines.values()))


for botocore_name, service, actions in RESPONSES:
    text = Responses(service, load(botocore_name)).text(actions)
    body = re.sub(r"^", "        ", text, flags=re.M)
    swift = service[0].upper() + service[1:]
    (TARGET / "Responses" / f"{swift}Responses.swift").write_text(f'''// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {{
    /// Shapes of the responses of `{service}`.
    static let {service} = ModelReader.read(
        #"""
{body}
        """#)
}}
''')
    print(swift, len(text), text.count("\n") + 1)
