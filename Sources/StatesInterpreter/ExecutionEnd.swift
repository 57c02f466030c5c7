import JSONTree
import ResourceNames

/// How an execution ended.
package enum ExecutionEnd: Sendable {
    case succeeded(output: Payload)
    case failed(StatesError)
    case timedOut
    case aborted(error: String?, cause: String?)
}
