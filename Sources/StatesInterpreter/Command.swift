import ResourceNames

/// What the interpreter wants done, after the record that asks for it is durable.
package enum Command: Sendable {
    /// Obligation: dispatch a task; answered by `taskSucceeded`, `taskFailed`, `submitted`.
    case dispatchTask(TaskDispatch)
    /// Stop a task that has timed out or been aborted. Best effort: its late answer is not accepted anyway.
    ///
    /// `job`: the execution that a `.sync` task waits for.
    case cancelTask(task: Int64, isTimeout: Bool, job: String?)
    /// Set a timer. `isMonotonic`: task timeouts and heartbeats run on the monotonic clock while the process lives, and restart after a recovery as
    /// `engine.md` says; others are instants.
    case startTimer(TimerID, at: Timestamp, isMonotonic: Bool)
    /// Take a timer back.
    case cancelTimer(TimerID)
    /// The budget is used up: come again with `proceed`.
    case proceed
    /// The execution has ended; always the last command.
    case end(ExecutionEnd)
}
