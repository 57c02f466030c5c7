import ResourceNames

/// Policies that AWS keeps for everybody, as far as they speak of what is served here.
///
/// Source: AWS managed policy reference guide; documents give the rights of services that are served here.
enum AWSPolicies {
    /// By ARN.
    static let all: [String: ManagedPolicy] = {
        var all: [String: ManagedPolicy] = [:]
        let simple = table.map { ($0.path, $0.name, statement($0.actions)) }
        for (place, (path, name, statements)) in (simple + wholes).enumerated() {
            let policy = ManagedPolicy(
                account: "aws", name: name, path: path, description: "",
                document: #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#,
                createdAt: Timestamp(milliseconds: 1_423_180_800_000), id: "ANPAAWS\(1_000_000_000_000 + place)")
            all[policy.arn] = policy
        }
        return all
    }()

    /// One that allows actions, on everything.
    ///
    /// - Parameter resource: A pattern of ARNs instead.
    private static func statement(_ actions: [String], on resource: String = "*") -> String {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"Effect":"Allow","Action":[\#(list)],"Resource":"\#(resource)"}"#
    }

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
        ("/", "ReadOnlyAccess", readOnly),
        (
            "/", "CloudWatchFullAccess",
            ["cloudwatch:*", "logs:*", "sns:*", "iam:GetPolicy", "iam:GetPolicyVersion", "iam:GetRole"]
        ),
        (
            "/", "CloudWatchFullAccessV2",
            [
                "cloudwatch:*", "logs:*", "sns:CreateTopic", "sns:ListSubscriptions", "sns:ListSubscriptionsByTopic",
                "sns:ListTopics", "sns:Subscribe", "iam:GetPolicy", "iam:GetPolicyVersion", "iam:GetRole", "xray:*",
            ]
        ),
        (
            "/", "CloudWatchReadOnlyAccess",
            [
                "cloudwatch:BatchGet*", "cloudwatch:Describe*", "cloudwatch:Get*", "cloudwatch:List*", "logs:Get*",
                "logs:List*", "logs:StartQuery", "logs:StopQuery", "logs:Describe*", "logs:TestMetricFilter",
                "logs:FilterLogEvents", "logs:StartLiveTail", "logs:StopLiveTail", "sns:Get*", "sns:List*",
                "xray:BatchGet*", "xray:Get*", "xray:List*",
            ]
        ),
        (
            "/", "AmazonEventBridgeReadOnlyAccess",
            [
                "events:DescribeRule", "events:DescribeEventBus", "events:DescribeEventSource",
                "events:ListEventBuses", "events:ListEventSources", "events:ListRuleNamesByTarget",
                "events:ListRules", "events:ListTargetsByRule", "events:TestEventPattern", "events:DescribeArchive",
                "events:ListArchives", "events:DescribeReplay", "events:ListReplays", "events:DescribeConnection",
                "events:ListConnections", "events:DescribeApiDestination", "events:ListApiDestinations",
                "events:DescribeEndpoint", "events:ListEndpoints",
            ]
        ),
        (
            "/", "AWSCloudFormationReadOnlyAccess",
            [
                "cloudformation:Describe*", "cloudformation:EstimateTemplateCost", "cloudformation:Get*",
                "cloudformation:List*", "cloudformation:ValidateTemplate", "cloudformation:Detect*",
            ]
        ),
        ("/service-role/", "AWSLambdaDynamoDBExecutionRole", tables + logs),
        ("/", "AWSLambdaInvocation-DynamoDB", ["lambda:InvokeFunction"] + tables),
        (
            "/service-role/", "AWSLambdaKinesisExecutionRole",
            [
                "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords",
                "kinesis:GetShardIterator", "kinesis:ListShards", "kinesis:ListStreams", "kinesis:SubscribeToShard",
            ] + logs
        ),
        (
            "/service-role/", "AmazonAPIGatewayPushToCloudWatchLogs",
            logs + ["logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:FilterLogEvents"]
        ),
        ("/", "AmazonSSMManagedInstanceCore", ["ssm:GetParameter", "ssm:GetParameters"]),
        ("/", "CloudWatchEventsFullAccess", ["events:*"]),
        ("/", "CloudWatchEventsReadOnlyAccess", ["events:Describe*", "events:List*", "events:TestEventPattern"]),
        ("/", "SecretsManagerReadWrite", ["secretsmanager:*", "kms:DescribeKey", "kms:ListAliases", "kms:ListKeys"]),
        ("/", "AWSXrayFullAccess", ["xray:*"]),
        ("/", "AWSXrayReadOnlyAccess", ["xray:BatchGet*", "xray:Get*", "xray:List*"]),
        ("/", "AmazonKinesisFullAccess", ["kinesis:*"]),
        ("/", "AmazonKinesisReadOnlyAccess", ["kinesis:Get*", "kinesis:List*", "kinesis:Describe*"]),
        ("/", "AmazonAPIGatewayInvokeFullAccess", ["execute-api:Invoke", "execute-api:ManageConnections"]),
        ("/", "AmazonSESFullAccess", ["ses:*"]),
        (
            "/", "AmazonEC2ContainerRegistryReadOnly",
            ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:Describe*", "ecr:Get*", "ecr:List*"]
        ),
        (
            "/service-role/", "AmazonECSTaskExecutionRolePolicy",
            [
                "ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer",
                "ecr:BatchGetImage", "logs:CreateLogStream", "logs:PutLogEvents",
            ]
        ),
        (
            "/service-role/", "AWSLambdaENIManagementAccess",
            [
                "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface",
                "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses",
            ]
        ),
        ("/job-function/", "ViewOnlyAccess", viewOnly),
    ]

    private static let tables = [
        "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams",
    ]

    /// What `ViewOnlyAccess` says of the services that are served here: lists and descriptions, no contents.
    private static let viewOnly = [
        "cloudformation:DescribeStacks", "cloudformation:List*", "cloudwatch:Describe*", "cloudwatch:Get*",
        "cloudwatch:List*", "dynamodb:DescribeTable", "dynamodb:ListTables", "events:Describe*", "events:List*",
        "iam:Get*", "iam:List*", "kms:ListAliases", "kms:ListKeys", "lambda:List*", "logs:Describe*",
        "s3:ListAllMyBuckets", "s3:ListBucket", "s3:GetBucketLocation", "sns:ListTopics", "sns:ListSubscriptions*",
        "sqs:ListQueues", "ssm:DescribeParameters", "ssm:List*", "states:List*",
    ]

    /// What `ReadOnlyAccess` says of the services that are served here and of those that templates name beside them.
    private static let readOnly = [
        "cloudformation:Describe*", "cloudformation:Detect*", "cloudformation:Estimate*", "cloudformation:Get*",
        "cloudformation:List*", "cloudwatch:Describe*", "cloudwatch:Get*", "cloudwatch:List*", "dynamodb:BatchGet*",
        "dynamodb:Describe*", "dynamodb:Get*", "dynamodb:List*", "dynamodb:Query", "dynamodb:Scan",
        "events:Describe*", "events:List*", "events:Test*", "iam:Generate*", "iam:Get*", "iam:List*",
        "iam:Simulate*", "kms:Describe*", "kms:Get*", "kms:List*", "lambda:Get*", "lambda:List*", "logs:Describe*",
        "logs:FilterLogEvents", "logs:Get*", "logs:ListTagsLogGroup", "logs:StartQuery", "logs:StopQuery",
        "logs:TestMetricFilter", "s3:DescribeJob", "s3:Get*", "s3:List*", "secretsmanager:Describe*",
        "secretsmanager:GetResourcePolicy", "secretsmanager:List*", "sns:Check*", "sns:Get*", "sns:List*", "sqs:Get*",
        "sqs:List*", "sqs:Receive*", "ssm:Describe*", "ssm:Get*", "ssm:List*", "states:Describe*",
        "states:GetExecutionHistory", "states:List*", "sts:GetAccessKeyInfo", "sts:GetCallerIdentity",
        "sts:GetSessionToken", "xray:BatchGet*", "xray:Get*",
    ]

    /// Policies that say more than which actions are allowed on everything, by their statements.
    private static let wholes: [(String, String, String)] = [
        (
            "/", "PowerUserAccess",
            #"{"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"},"#
                + statement(["iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole", "iam:ListRoles"])
        ),
        (
            "/", "CloudWatchLambdaInsightsExecutionRolePolicy",
            statement(["logs:CreateLogGroup"]) + ","
                + statement(
                    ["logs:CreateLogStream", "logs:PutLogEvents"],
                    on: "arn:aws:logs:*:*:log-group:/aws/lambda-insights:*")
        ),
    ]
}
