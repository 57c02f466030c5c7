import JSONTree

/// Names of managed policies of AWS, which `Policies` may give instead of ARNs.
enum ManagedPolicyNames {
    /// Those that do not lie at the root.
    ///
    /// Source: AWS managed policy reference guide.
    private static let serviceRoles: Set<String> = [
        "AWSLambdaBasicExecutionRole", "AWSLambdaBasicDurableExecutionRolePolicy", "AWSLambdaDynamoDBExecutionRole",
        "AWSLambdaENIManagementAccess", "AWSLambdaKinesisExecutionRole", "AWSLambdaMSKExecutionRole", "AWSLambdaRole",
        "AWSLambdaSQSQueueExecutionRole", "AWSLambdaVPCAccessExecutionRole", "AmazonAPIGatewayPushToCloudWatchLogs",
        "AmazonS3ObjectLambdaExecutionRolePolicy", "AmazonSNSRole", "CloudWatchEventsBuiltInTargetExecutionAccess",
        "CloudWatchEventsInvocationAccess",
    ]

    /// The ARN for a name; an ARN is one already.
    static func arn(_ name: String) -> JSON {
        guard !name.hasPrefix("arn:") else { return .string(name) }
        return .string("arn:aws:iam::aws:policy/\(serviceRoles.contains(name) ? "service-role/" : "")\(name)")
    }
}
