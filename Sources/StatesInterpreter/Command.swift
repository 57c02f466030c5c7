import ResourceNames

/// What the interpreter wants done, after the record that asks for it is durable.
package enum Command: Sendable {
    /// Obligation: dispatch a task; answered by `taskSucceeded`, `taskFailed`, `submitted`.
    case dispatchTask(TaskDispatch)
    /// Stop a task that has timed out or been aborted. Best effort: its late answer is not accepted anyway.
    ///
    /// `job`: the execution that a `.sync` task waits for.
    case cancelTask(task: Int64, isTimeout: Bool, job: String?)
    /// Obligation: start a Map Run, or redrive it if it is one redrive behind; answered by `mapRunEnded`.
    case startMapRun(MapRunDispatch)
    /// Stop a Map Run and its children. An obligation of the Map Run itself: it asks its parent after a crash.
    case stopMapRun(MapRunDispatch)
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
