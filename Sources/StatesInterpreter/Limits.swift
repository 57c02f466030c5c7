/// What an execution and an advance may use. Source: Step Functions quotas; the budget of an advance is our own.
enum Limits {
    /// Bytes of any input, output or result, as UTF-8.
    static let payloadBytes = 262_144
    /// Bytes of what one `Assign` assigns, as JSON.
    static let assignedBytes = 262_144
    /// Bytes of all variables of an execution, as JSON.
    static let variableBytes = 10_485_760
    /// Events in the history of a STANDARD execution.
    static let historyEvents: Int64 = 25_000
    /// Iterations of an inline Map that run at once.
    static let inlineConcurrency = 40
    /// Children of a Map Run that run at once.
    static let distributedConcurrency = 10_000
    /// The longest wait, in seconds.
    static let waitSeconds: Int64 = 2_147_483_647
    /// The life of an EXPRESS execution, in seconds.
    static let expressSeconds = 300
    /// States entered in one advance.
    static let transitionsPerAdvance = 1_000
    /// Payload made in one advance, in bytes.
    static let producedBytesPerAdvance = 1_048_576
    /// Steps of the evaluators of expressions in one advance; one evaluation may take more.
    static let evaluationStepsPerAdvance = 1_000_000
    /// How long the answer of a token task may still be on its way after a restart, in seconds.
    static let graceSeconds: Int64 = 5
}
