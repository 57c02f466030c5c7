import ResourceNames

/// What can be a target here.
enum TargetKind: Sendable {
    /// An SQS queue.
    case queue
    /// An SNS topic.
    case topic
    /// A Step Functions state machine, or a version or an alias of one.
    case stateMachine
    /// A Lambda function.
    case function
    /// Another event bus.
    case bus
    /// A CloudWatch Logs group.
    case logGroup

    /// Tells by an ARN; `nil` for what nothing serves here.
    init?(_ arn: ARN) {
        switch arn.service {
        case "sqs": self = .queue
        case "sns": self = .topic
        case "states" where arn.resource.hasPrefix("stateMachine:"): self = .stateMachine
        case "lambda" where arn.resource.hasPrefix("function:"): self = .function
        case "events" where arn.resource.hasPrefix("event-bus/"): self = .bus
        case "logs" where arn.resource.hasPrefix("log-group:"): self = .logGroup
        default: return nil
        }
    }
}
