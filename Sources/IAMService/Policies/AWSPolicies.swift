import ResourceNames

/// Policies that AWS keeps for everybody, as far as they speak of what is served here.
///
/// Source: AWS managed policy reference guide; documents give the rights of services that are served here.
enum AWSPolicies {
    /// By ARN.
    static let all: [String: ManagedPolicy] = {
        var all: [String: ManagedPolicy] = [:]
        for (place, (path, name, actions)) in table.enumerated() {
            let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
            let policy = ManagedPolicy(
                account: "aws", name: name, path: path, description: "",
                document:
                    #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[\#(list)],"Resource":"*"}]}"#,
                createdAt: Timestamp(milliseconds: 1_423_180_800_000), id: "ANPAAWS\(1_000_000_000_000 + place)")
            all[policy.arn] = policy
        }
        return all
    }()

    private static let logs = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
    private static let queues = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]

    private static let table: [(path: String, name: String, actions: [String])] = [
        ("/", "AdministratorAccess", ["*"]),
        ("/service-role/", "AWSLambdaBasicExecutionRole", logs),
        ("/service-role/", "AWSLambdaSQSQueueExecutionRole", queues + logs),
        ("/service-role/", "AWSLambdaRole", ["lambda:InvokeFunction"]),
        (
            "/service-role/", "AWSLambdaVPCAccessExecutionRole",
            logs + [
                "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets",
                "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses",
            ]
        ),
        (
            "/", "AWSXRayDaemonWriteAccess",
            [
                "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules",
                "xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries",
            ]
        ),
        (
            "/", "AWSXrayWriteOnlyAccess",
            [
                "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules",
                "xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries",
            ]
        ),
        (
            "/", "AWSLambda_FullAccess",
            [
                "lambda:*", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:FilterLogEvents",
                "states:DescribeStateMachine", "states:ListStateMachines",
            ]
        ),
        ("/", "AWSLambda_ReadOnlyAccess", ["lambda:Get*", "lambda:List*", "logs:Describe*", "logs:FilterLogEvents"]),
        ("/", "AWSLambdaExecute", ["logs:*", "s3:GetObject", "s3:PutObject"]),
        ("/", "AWSStepFunctionsFullAccess", ["states:*"]),
        ("/", "AWSStepFunctionsReadOnlyAccess", ["states:Describe*", "states:List*", "states:Get*"]),
        (
            "/", "AWSStepFunctionsConsoleFullAccess",
            ["states:*", "iam:ListRoles", "iam:PassRole", "lambda:ListFunctions"]
        ),
        ("/", "AmazonSQSFullAccess", ["sqs:*"]),
        (
            "/", "AmazonSQSReadOnlyAccess",
            [
                "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListDeadLetterSourceQueues", "sqs:ListQueues",
                "sqs:ListMessageMoveTasks", "sqs:ListQueueTags",
            ]
        ),
        ("/", "AmazonSNSFullAccess", ["sns:*"]),
        ("/", "AmazonSNSReadOnlyAccess", ["sns:GetTopicAttributes", "sns:List*"]),
        ("/service-role/", "AmazonSNSRole", logs + ["logs:PutMetricFilter", "logs:PutRetentionPolicy"]),
        ("/", "AmazonS3FullAccess", ["s3:*", "s3-object-lambda:*"]),
        ("/", "AmazonS3ReadOnlyAccess", ["s3:Get*", "s3:List*", "s3:Describe*"]),
        ("/", "CloudWatchLogsFullAccess", ["logs:*"]),
        ("/", "CloudWatchLogsReadOnlyAccess", ["logs:Describe*", "logs:Get*", "logs:List*", "logs:FilterLogEvents"]),
        ("/", "AmazonEventBridgeFullAccess", ["events:*"]),
        (
            "/", "AWSKeyManagementServicePowerUser",
            [
                "kms:CreateAlias", "kms:CreateKey", "kms:DeleteAlias", "kms:Describe*", "kms:GenerateRandom",
                "kms:Get*", "kms:List*", "kms:TagResource", "kms:UntagResource",
            ]
        ),
        ("/", "AWSCloudFormationFullAccess", ["cloudformation:*"]),
        ("/", "IAMFullAccess", ["iam:*"]),
        ("/", "IAMReadOnlyAccess", ["iam:Get*", "iam:List*", "iam:Simulate*"]),
        ("/", "AmazonSSMReadOnlyAccess", ["ssm:Describe*", "ssm:Get*", "ssm:List*"]),
        ("/", "AmazonSSMFullAccess", ["ssm:*"]),
        ("/", "AmazonDynamoDBFullAccess", ["dynamodb:*"]),
        (
            "/", "AmazonDynamoDBReadOnlyAccess",
            [
                "dynamodb:BatchGetItem", "dynamodb:Describe*", "dynamodb:GetItem", "dynamodb:List*", "dynamodb:Query",
                "dynamodb:Scan",
            ]
        ),
    ]
}
