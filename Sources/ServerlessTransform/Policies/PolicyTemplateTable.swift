/// The policy templates. Those of services that are not served here are in `elsewhere`: they are text, and a function may call them where they are.
///
/// Source: AWS SAM developer guide, "AWS SAM policy templates".
enum PolicyTemplateTable {
    /// By name.
    static let templates = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    private static let all =
        queues + topics + functions + machines + buckets + tables + keys + parameters + monitoring + others
        + elsewhere

    private static let queues = [
        one(
            "SQSPollerPolicy", "QueueName",
            "sqs: ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch GetQueueAttributes ReceiveMessage",
            "${queueName}"),
        one("SQSSendMessagePolicy", "QueueName", "sqs: SendMessage*", "${queueName}"),
    ]
    private static let topics = [
        one(
            "SNSCrudPolicy", "TopicName",
            "sns: ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish", "${topicName}*"),
        one("SNSPublishMessagePolicy", "TopicName", "sns: Publish", "${topicName}"),
    ]
    private static let functions = [
        one("LambdaInvokePolicy", "FunctionName", "lambda: InvokeFunction", "function:${functionName}*")
    ]
    private static let machines = [
        one(
            "StepFunctionsExecutionPolicy", "StateMachineName", "states: StartExecution",
            "stateMachine:${stateMachineName}"),
        one(
            "StepFunctionsExecutionPolicy_v2", "StateMachineName", "states: StartExecution StartSyncExecution",
            "stateMachine:${stateMachineName}"),
        one(
            "StepFunctionsCallbackPolicy", "StateMachineName",
            "states: SendTaskFailure SendTaskHeartbeat SendTaskSuccess", "stateMachine:${stateMachineName}"),
    ]

    private static let bucket = "arn:${AWS::Partition}:s3:::${bucketName}"
    private static let buckets = [
        several(
            "S3ReadPolicy", ["BucketName"],
            [
                (
                    "s3: GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration",
                    [bucket, bucket + "/*"]
                )
            ]
        ),
        several(
            "S3WritePolicy", ["BucketName"],
            [("s3: PutObject PutObjectAcl PutLifecycleConfiguration", [bucket, bucket + "/*"])]),
        several(
            "S3CrudPolicy", ["BucketName"],
            [
                (
                    "s3: GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl GetLifecycleConfiguration "
                        + "PutLifecycleConfiguration DeleteObject", [bucket, bucket + "/*"]
                )
            ]),
        several(
            "S3FullAccessPolicy", ["BucketName"],
            [
                (
                    "s3: GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject DeleteObjectTagging "
                        + "DeleteObjectVersionTagging GetObjectTagging GetObjectVersionTagging PutObjectTagging PutObjectVersionTagging",
                    [bucket + "/*"]
                ), ("s3: ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration", [bucket]),
            ]),
    ]

    private static let table = arn("dynamodb", "table/${tableName}")
    private static let indexed = [table, table + "/index/*"]
    private static let tables = [
        several(
            "DynamoDBCrudPolicy", ["TableName"],
            [
                (
                    "dynamodb: GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem DescribeTable "
                        + "ConditionCheckItem", indexed
                )
            ]),
        several(
            "DynamoDBReadPolicy", ["TableName"],
            [("dynamodb: GetItem Scan Query BatchGetItem DescribeTable", indexed)]),
        several("DynamoDBWritePolicy", ["TableName"], [("dynamodb: PutItem UpdateItem BatchWriteItem", indexed)]),
        several("DynamoDBReconfigurePolicy", ["TableName"], [("dynamodb: UpdateTable", [table])]),
        several(
            "DynamoDBBackupFullAccessPolicy", ["TableName"],
            [
                ("dynamodb: CreateBackup DescribeContinuousBackups", [table]),
                ("dynamodb: DeleteBackup DescribeBackup ListBackups", [table + "/backup/*"]),
            ]),
        several(
            "DynamoDBRestoreFromBackupPolicy", ["TableName"],
            [
                ("dynamodb: RestoreTableFromBackup", [table + "/backup/*"]),
                ("dynamodb: PutItem UpdateItem DeleteItem GetItem Query Scan BatchWriteItem", [table]),
            ]),
        several(
            "DynamoDBStreamReadPolicy", ["TableName", "StreamName"],
            [
                ("dynamodb: DescribeStream GetRecords GetShardIterator", [table + "/stream/${streamName}"]),
                ("dynamodb: ListStreams", [table + "/stream/*"]),
            ]),
    ]
    private static let keys = [
        one("KMSDecryptPolicy", "KeyId", "kms: Decrypt", "key/${keyId}"),
        one("KMSEncryptPolicy", "KeyId", "kms: Encrypt", "key/${keyId}"),
        one(
            "KMSEncryptPolicy_v2", "KeyId",
            "kms: Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext",
            "key/${keyId}"),
    ]
    private static let parameters = [("", "/"), ("WithSlashPrefix", "")].map { name, slash in
        several(
            "SSMParameter\(name)ReadPolicy", ["ParameterName"],
            [
                ("ssm: DescribeParameters", ["*"]),
                (
                    "ssm: GetParameters GetParameter GetParametersByPath",
                    [arn("ssm", "parameter\(slash)${parameterName}")]
                ),
            ])
    }
    private static let monitoring = [
        one("FilterLogEventsPolicy", "LogGroupName", "logs: FilterLogEvents", "log-group:${logGroupName}:log-stream:*"),
        several("CloudWatchPutMetricPolicy", [], [("cloudwatch: PutMetricData", ["*"])]),
        several("CloudWatchDescribeAlarmHistoryPolicy", [], [("cloudwatch: DescribeAlarmHistory", ["*"])]),
        several(
            "CloudWatchDashboardPolicy", [],
            [("cloudwatch: GetDashboard ListDashboards PutDashboard ListMetrics", ["*"])]),
    ]
    private static let others = [
        one("EventBridgePutEventsPolicy", "EventBusName", "events: PutEvents", "event-bus/${eventBusName}"),
        several(
            "CloudFormationDescribeStacksPolicy", [],
            [("cloudformation: DescribeStacks", [arn("cloudformation", "stack/*")])]),
        several(
            "AWSSecretsManagerGetSecretValuePolicy", ["SecretArn"],
            [("secretsmanager: GetSecretValue", ["${secretArn}"])]),
        PolicyTemplate(
            name: "AWSSecretsManagerRotationPolicy", parameters: ["FunctionName"],
            statements: [
                .init(
                    actions: actions(
                        "secretsmanager: DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage"),
                    resources: [arn("secretsmanager", "secret:*")],
                    condition: (
                        "StringEquals", "secretsmanager:resource/AllowRotationLambdaArn",
                        arn("lambda", "function:${functionName}")
                    )),
                .init(actions: actions("secretsmanager: GetRandomPassword"), resources: ["*"]),
            ]),
        several(
            "VPCAccessPolicy", [],
            [
                (
                    "ec2: CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces DetachNetworkInterface",
                    ["*"]
                )
            ]),
    ]

    /// A template of one statement about one resource of the service in this account and region.
    static func one(_ name: String, _ parameter: String, _ actions: String, _ resource: String)
        -> PolicyTemplate
    {
        several(name, [parameter], [(actions, [arn(String(actions.prefix { $0 != ":" }), resource)])])
    }

    /// A template of statements about resources by their ARNs.
    static func several(
        _ name: String, _ parameters: [String], _ statements: [(actions: String, resources: [String])]
    ) -> PolicyTemplate {
        PolicyTemplate(
            name: name, parameters: parameters,
            statements: statements.map { .init(actions: actions($0.actions), resources: $0.resources) })
    }

    /// `sqs: A B` as `sqs:A` and `sqs:B`.
    private static func actions(_ text: String) -> [String] {
        let words = text.split(separator: " ")
        return words.dropFirst().map { "\(words[0])\($0)" }
    }

    /// An ARN of this account and region.
    static func arn(_ service: String, _ resource: String) -> String {
        "arn:${AWS::Partition}:\(service):${AWS::Region}:${AWS::AccountId}:\(resource)"
    }
}
