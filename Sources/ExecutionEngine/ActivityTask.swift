import JSONTree
import StorageContract

/// A task of an activity, on its way to a worker.
package struct ActivityTask: Sendable {
    /// Of the execution that scheduled it.
    let key: ExecutionKey
    /// The id of its scheduling event.
    let task: Int64
    /// With which the worker answers.
    package let token: String
    /// What the worker is to work on.
    package let input: Payload
    /// A worker took it and was gone before it could be told: the history names that worker already.
    var isTaken = false
}
