import JSONTree
import ResourceNames
import StatesLanguage

/// What the interpreter wants done, after the record that asks for it is durable.
package enum Command: Sendable {
    /// Obligation: dispatch a task; answered by `taskSucceeded`, `taskFailed`, `submitted`.
    case dispatchTask(TaskDispatch)
    /// Stop a task that has timed out or been aborted. Best effort: its late answer is not accepted anyway.
    case cancelTask(task: Int64, isTimeout: Bool)
    /// Set a timer. `isMonotonic`: task timeouts and heartbeats run on the monotonic clock while the process lives, and restart after a recovery as
    /// `engine.md` says; others are instants.
    case startTimer(TimerID, at: Timestamp, isMonotonic: Bool)
    case cancelTimer(TimerID)
    /// The budget is used up: come again with `proceed`.
    case proceed
    /// The execution has ended; always the last command.
    case end(ExecutionEnd)
}

/// A task to be dispatched.
package struct TaskDispatch: Sendable {
    /// The id of the scheduling event: names this attempt.
    package var task: Int64
    package var stateName: String
    package var resource: TaskResource
    /// The effective parameters.
    package var input: Payload
    /// From 1.
    package var attempt: Int
    /// Empty unless the task waits for one.
    package var token: String
    package var credentialsRoleARN: String?
    /// The task's own time limit in seconds, if it has one: the handler's deadline is the smaller of this and the function's.
    package var timeoutSeconds: Int?

    package init(
        task: Int64, stateName: String, resource: TaskResource, input: Payload, attempt: Int, token: String, credentialsRoleARN: String?,
        timeoutSeconds: Int?
    ) {
        self.task = task
        self.stateName = stateName
        self.resource = resource
        self.input = input
        self.attempt = attempt
        self.token = token
        self.credentialsRoleARN = credentialsRoleARN
        self.timeoutSeconds = timeoutSeconds
    }
}

/// How an execution ended.
package enum ExecutionEnd: Sendable {
    case succeeded(output: Payload)
    case failed(StatesError)
    case timedOut
    case aborted(error: String?, cause: String?)
}
