import AWSWire
import JSONTree
import ResourceNames

/// One target of a rule.
///
/// Source: API reference, `Target`.
struct Target: Sendable {
    /// Tells the targets of a rule apart.
    let id: String
    /// Where events go.
    let arn: ARN
    /// What that is.
    let kind: TargetKind
    /// What it gets.
    let input: TargetInput
    /// The message group of a FIFO queue.
    let groupID: String?
    /// The queue for what cannot be delivered.
    let deadLetters: ARN?
    /// How often a delivery is tried again.
    let retriesMax: Int
    /// How old an event may be when it is tried again, in seconds.
    let ageSecondsMax: Int
    /// All of it, as given.
    let shape: JSON

    /// The role executions are started as.
    let role: String?

    /// What other kinds of targets take; nothing here would read it.
    private static let foreign = [
        "KinesisParameters", "RunCommandParameters", "EcsParameters", "BatchParameters", "HttpParameters",
        "RedshiftDataParameters", "SageMakerPipelineParameters", "AppSyncParameters",
    ]

    /// Reads and checks a target.
    init(_ shape: JSON) throws(ServiceError) {
        let given = ActionInput(shape)
        id = try given.requiredText("Id")
        let text = try given.requiredText("Arn")
        guard let arn = ARN(text) else {
            throw .invalid("Parameter \(text) is not valid. Reason: Provided Arn is not in correct format.")
        }
        guard let kind = TargetKind(arn) else {
            throw .invalid(
                "Target \(id): nothing serves \(text) here. Queues, topics, state machines, functions, event buses and log groups can be targets."
            )
        }
        if let member = Self.foreign.first(where: { given.value($0) != nil }) {
            throw .invalid("Target \(id): \(member) is not for \(text).")
        }
        (self.arn, self.kind) = (arn, kind)
        role = try given.text("RoleArn")
        if kind == .stateMachine, role == nil {
            throw .invalid("RoleArn is required for target \(text).")
        }
        groupID = try given.value("SqsParameters").flatMap { value throws(ServiceError) in
            try ActionInput(value).text("MessageGroupId")
        }
        guard kind != .queue || !text.hasSuffix(".fifo") || groupID != nil else {
            throw .invalid("Parameter(s) SqsParameters must be specified for target: \(id).")
        }
        input = try TargetInput(given, target: id)
        deadLetters = try Self.deadLetters(given)
        let policy = ActionInput(given.value("RetryPolicy") ?? .emptyObject)
        retriesMax = try policy.integer("MaximumRetryAttempts") ?? Limits.retriesMax
        ageSecondsMax = try policy.integer("MaximumEventAgeInSeconds") ?? Limits.ageSecondsMax
        self.shape = shape
    }

    private static func deadLetters(_ given: ActionInput) throws(ServiceError) -> ARN? {
        guard let config = given.value("DeadLetterConfig"), let text = try ActionInput(config).text("Arn") else {
            return nil
        }
        guard let arn = ARN(text), arn.service == "sqs", !text.hasSuffix(".fifo") else {
            throw .invalid(
                "Parameter DeadLetterConfig.Arn is not valid. Reason: A standard SQS queue is expected; got \(text).")
        }
        return arn
    }

    /// Whether one delivery must not overtake another: they go one after the other, not with the event's own commit.
    var keepsOrder: Bool { arn.resource.hasSuffix(".fifo") && (kind == .queue || kind == .topic) }
}
