import JSONTree
import StatesLanguage

/// A task that has been scheduled and not yet answered.
struct TaskAttempt: Sendable {
    /// What was dispatched; its `task` is the id of the scheduling event.
    var dispatch: TaskDispatch
    /// `HeartbeatSeconds`, if it has one.
    var heartbeatSeconds: Int?
    /// Whether `TaskSubmitted` is in the history; for an activity, `ActivityStarted`.
    var isSubmitted = false
    /// The ARN of the execution that a `.sync` task waits for.
    var job: String?
    /// An answer by token that came before `submitted`; applied right after it.
    var heldAnswer: TokenAnswer?

    /// Whether the integration passes the task on and somebody else ends it.
    var isPassedOn: Bool { dispatch.resource.waitsForToken || dispatch.resource.sync > 0 }
    /// Whether `submitted` is due.
    var awaitsSubmission: Bool { isPassedOn && !isSubmitted }
    /// Whether a result is due: of a handler, or of the job a `.sync` integration watches.
    var awaitsResult: Bool { dispatch.resource.kind != .activity && !dispatch.resource.waitsForToken }
    /// Whether the handler has not said its last word.
    var awaitsHandler: Bool { dispatch.resource.sync > 0 || !isSubmitted }
    /// Whether it is an activity's task that nobody has taken.
    var awaitsWorker: Bool { dispatch.resource.kind == .activity && !isSubmitted }
}
