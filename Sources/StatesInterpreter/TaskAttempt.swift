import JSONTree

/// A task that has been scheduled and not yet answered.
struct TaskAttempt: Sendable {
    /// What was dispatched; its `task` is the id of the scheduling event.
    var dispatch: TaskDispatch
    /// `HeartbeatSeconds`, if it has one.
    var heartbeatSeconds: Int?
    /// Whether `TaskSubmitted` is in the history; for an activity, `ActivityStarted`.
    var isSubmitted = false
    /// An answer by token that came before `submitted`; applied right after it.
    var heldAnswer: TokenAnswer?
}
