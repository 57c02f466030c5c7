/// What an execution and an advance may use. Source: Step Functions quotas; the budget of an advance is our own.
package enum Limits {
    /// Bytes of any input, output or result, as UTF-8.
    package static let payloadBytes = 262_144
    /// Events in the history of a STANDARD execution.
    package static let historyEvents: Int64 = 25_000
    /// Iterations of an inline Map that run at once.
    package static let inlineConcurrency = 40
    /// The longest wait, in seconds.
    package static let waitSeconds: Int64 = 2_147_483_647
    /// The life of an EXPRESS execution, in seconds.
    package static let expressSeconds = 300
    /// States entered in one advance.
    package static let transitionsPerAdvance = 1_000
    /// Payload made in one advance, in bytes.
    package static let producedBytesPerAdvance = 1_048_576
    /// How long the answer of a token task may still be on its way after a restart, in seconds.
    package static let graceSeconds: Int64 = 5
}
