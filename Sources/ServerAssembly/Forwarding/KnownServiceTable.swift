/// Services that speak awsJson, which is what calls can be forwarded in.
///
/// Source: AWS's public service models.
enum KnownServiceTable {
    /// By the name in resources, or the one requests are signed for.
    static func find(_ name: String) -> KnownService? {
        services.first { $0.resource == name } ?? services.first { $0.name == name }
    }

    private static let services: [KnownService] = [
        .init(resource: "acm", name: "acm", title: "Acm", version: "1.1", targetPrefix: "CertificateManager"),
        .init(resource: "athena", name: "athena", title: "Athena", version: "1.1", targetPrefix: "AmazonAthena"),
        .init(
            resource: "cloudwatchlogs", name: "logs", title: "CloudWatchLogs", version: "1.1",
            targetPrefix: "Logs_20140328", hasSmallNames: true),
        .init(
            resource: "codebuild", name: "codebuild", title: "CodeBuild", version: "1.1",
            targetPrefix: "CodeBuild_20161006", hasSmallNames: true),
        .init(
            resource: "cognitoidentityprovider", name: "cognito-idp", title: "CognitoIdentityProvider", version: "1.1",
            targetPrefix: "AWSCognitoIdentityProviderService"),
        .init(
            resource: "comprehend", name: "comprehend", title: "Comprehend", version: "1.1",
            targetPrefix: "Comprehend_20171127"),
        .init(
            resource: "dynamodb", name: "dynamodb", title: "DynamoDb", version: "1.0",
            targetPrefix: "DynamoDB_20120810"),
        .init(
            resource: "ecr", name: "ecr", title: "Ecr", version: "1.1",
            targetPrefix: "AmazonEC2ContainerRegistry_V20150921", hasSmallNames: true),
        .init(
            resource: "ecs", name: "ecs", title: "Ecs", version: "1.1",
            targetPrefix: "AmazonEC2ContainerServiceV20141113", hasSmallNames: true),
        .init(
            resource: "emr", name: "elasticmapreduce", title: "Emr", version: "1.1", targetPrefix: "ElasticMapReduce"),
        .init(
            resource: "eventbridge", name: "events", title: "EventBridge", version: "1.1", targetPrefix: "AWSEvents"),
        .init(
            resource: "firehose", name: "firehose", title: "Firehose", version: "1.1",
            targetPrefix: "Firehose_20150804"),
        .init(resource: "glue", name: "glue", title: "Glue", version: "1.1", targetPrefix: "AWSGlue"),
        .init(
            resource: "kinesis", name: "kinesis", title: "Kinesis", version: "1.1", targetPrefix: "Kinesis_20131202"),
        .init(resource: "kms", name: "kms", title: "Kms", version: "1.1", targetPrefix: "TrentService"),
        .init(
            resource: "redshiftdata", name: "redshift-data", title: "RedshiftData", version: "1.1",
            targetPrefix: "RedshiftData"),
        .init(
            resource: "rekognition", name: "rekognition", title: "Rekognition", version: "1.1",
            targetPrefix: "RekognitionService"),
        .init(resource: "sagemaker", name: "sagemaker", title: "SageMaker", version: "1.1", targetPrefix: "SageMaker"),
        .init(
            resource: "secretsmanager", name: "secretsmanager", title: "SecretsManager", version: "1.1",
            targetPrefix: "secretsmanager"),
        .init(
            resource: "sfn", name: "states", title: "Sfn", version: "1.0", targetPrefix: "AWSStepFunctions",
            hasSmallNames: true),
        .init(resource: "sqs", name: "sqs", title: "Sqs", version: "1.0", targetPrefix: "AmazonSQS"),
        .init(resource: "ssm", name: "ssm", title: "Ssm", version: "1.1", targetPrefix: "AmazonSSM"),
        .init(resource: "textract", name: "textract", title: "Textract", version: "1.1", targetPrefix: "Textract"),
        .init(
            resource: "transcribe", name: "transcribe", title: "Transcribe", version: "1.1", targetPrefix: "Transcribe"),
        .init(
            resource: "translate", name: "translate", title: "Translate", version: "1.1",
            targetPrefix: "AWSShineFrontendService_20170701"),
    ]
}
