/// The error names the States Language reserves.
///
/// Source: Amazon States Language, "Appendix A: Predefined Error Codes", and the developer guide's list.
package enum StatesErrorName {
    package static let all = "States.ALL"
    package static let branchFailed = "States.BranchFailed"
    package static let dataLimitExceeded = "States.DataLimitExceeded"
    package static let exceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold"
    package static let heartbeatTimeout = "States.HeartbeatTimeout"
    package static let intrinsicFailure = "States.IntrinsicFailure"
    package static let itemReaderFailed = "States.ItemReaderFailed"
    package static let noChoiceMatched = "States.NoChoiceMatched"
    package static let parameterPathFailure = "States.ParameterPathFailure"
    package static let permissions = "States.Permissions"
    package static let queryEvaluationError = "States.QueryEvaluationError"
    package static let resultPathMatchFailure = "States.ResultPathMatchFailure"
    package static let resultWriterFailed = "States.ResultWriterFailed"
    package static let runtime = "States.Runtime"
    package static let taskFailed = "States.TaskFailed"
    package static let timeout = "States.Timeout"
}
