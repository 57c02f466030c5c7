/// The error names the States Language reserves.
///
/// Source: Amazon States Language, "Appendix A: Predefined Error Codes", and the developer guide's list.
package enum StatesErrorName {
    /// Matches every error except those that end an execution at once.
    package static let all = "States.ALL"
    /// A branch of a Parallel state failed.
    package static let branchFailed = "States.BranchFailed"
    /// A payload grew beyond its limit. Not matched by `States.ALL`.
    package static let dataLimitExceeded = "States.DataLimitExceeded"
    /// More items of a Map state failed than it tolerates.
    package static let exceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold"
    /// A task let its heartbeat lapse.
    package static let heartbeatTimeout = "States.HeartbeatTimeout"
    /// The connection of an HTTP task broke before the answer.
    package static let httpSocket = "States.Http.Socket"
    /// An intrinsic function in a payload template failed.
    package static let intrinsicFailure = "States.IntrinsicFailure"
    /// A Map state could not read its items.
    package static let itemReaderFailed = "States.ItemReaderFailed"
    /// No choice rule matched and there is no `Default`.
    package static let noChoiceMatched = "States.NoChoiceMatched"
    /// A path in a payload template found nothing.
    package static let parameterPathFailure = "States.ParameterPathFailure"
    /// A task lacked the privileges to run.
    package static let permissions = "States.Permissions"
    /// A JSONata expression failed.
    package static let queryEvaluationError = "States.QueryEvaluationError"
    /// `ResultPath` cannot be applied to the input.
    package static let resultPathMatchFailure = "States.ResultPathMatchFailure"
    /// A Map state could not write its results.
    package static let resultWriterFailed = "States.ResultWriterFailed"
    /// An execution met something it cannot process. Not matched by `States.ALL`.
    package static let runtime = "States.Runtime"
    /// A task failed; as a pattern it matches every error but `States.Timeout`.
    package static let taskFailed = "States.TaskFailed"
    /// A task or an execution took longer than it may.
    package static let timeout = "States.Timeout"
}
