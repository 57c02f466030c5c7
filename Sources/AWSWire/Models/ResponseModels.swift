import JSONTree

/// What actions of AWS services answer, named as integrations of Step Functions show it: for checking mocked results.
///
/// The tables are in `Responses/`; each is read when a result of its service is checked for the first time.
package enum ResponseModels {
    /// What is wrong with a result.
    ///
    /// - Parameters:
    ///   - service: As in `aws-sdk:`.
    ///   - action: With a small first letter.
    ///   - isComplete: Whether required members must be there.
    ///   - open: Members of the response that may be anything.
    /// - Returns: `nil` when nothing is, or when the action is not known here.
    package static func problem(
        of result: JSON, service: String, action: String, isComplete: Bool, open: Set<String> = []
    ) -> String? {
        guard let model = model(of: service), let output = model.actions[action]?.output else { return nil }
        let check = ResponseCheck(model: model, isComplete: isComplete, open: open)
        return check.problem(of: result, as: output)
    }

    /// The model of a service; `nil` for one that is not known here.
    static func model(of service: String) -> ServiceModel? {
        switch service {
        case "acm": acm
        case "athena": athena
        case "batch": batch
        case "bedrockruntime": bedrockruntime
        case "cloudformation": cloudformation
        case "cloudwatch": cloudwatch
        case "cloudwatchlogs": cloudwatchlogs
        case "codebuild": codebuild
        case "cognitoidentityprovider": cognitoidentityprovider
        case "comprehend": comprehend
        case "databrew": databrew
        case "dynamodb": dynamodb
        case "ec2": ec2
        case "ecr": ecr
        case "ecs": ecs
        case "eks": eks
        case "emr": emr
        case "emrcontainers": emrcontainers
        case "emrserverless": emrserverless
        case "eventbridge": eventbridge
        case "firehose": firehose
        case "glue": glue
        case "iam": iam
        case "kinesis": kinesis
        case "kms": kms
        case "lambda": lambda
        case "polly": polly
        case "rds": rds
        case "rdsdata": rdsdata
        case "redshiftdata": redshiftdata
        case "rekognition": rekognition
        case "route53": route53
        case "s3": s3
        case "sagemaker": sagemaker
        case "scheduler": scheduler
        case "secretsmanager": secretsmanager
        case "ses": ses
        case "sesv2": sesv2
        case "sfn": sfn
        case "sns": sns
        case "sqs": sqs
        case "ssm": ssm
        case "sts": sts
        case "textract": textract
        case "transcribe": transcribe
        case "translate": translate
        default: nil
        }
    }
}
