import JSONTree
import ResourceNames

/// How an execution ended.
package enum ExecutionEnd: Sendable {
    /// `SUCCEEDED`.
    case succeeded(output: Payload)
    /// `FAILED`.
    case failed(StatesError)
    /// `TIMED_OUT`, by the machine's `TimeoutSeconds`.
    case timedOut
    /// `ABORTED`, by StopExecution.
    case aborted(error: String?, cause: String?)
}
