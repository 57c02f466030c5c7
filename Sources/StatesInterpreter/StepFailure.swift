import ResourceNames

/// Why a state could not go on. Data for `Retry` and `Catch`, thrown only between the functions of a step.
struct StepFailure: Error {
    /// Name and cause as `Catch` and the history see them.
    var error: StatesError
    /// A `States.Runtime` failure: ends the execution, whatever the state or those around it would retry or catch.
    var isFatal = false
    /// A second name `ErrorEquals` may use: `States.HeartbeatTimeout` for a `States.Timeout`.
    var alias: String?
    /// It came out of a branch or iteration: the `…StateFailed` event is due unless the state is tried again.
    var isFromBranch = false
    /// Set when an expression is to blame: the history gets an `EvaluationFailed`.
    var evaluation: Evaluation?
    /// The id that names the pause before a retry.
    var eventID: Int64

    /// Where an evaluation failed.
    struct Evaluation {
        /// The field: `Output/result`; `nil` when no one field is to blame.
        var location: String?
    }

    /// A failure that `Retry` and `Catch` may handle.
    init(_ error: StatesError, event: Int64, alias: String? = nil, isFromBranch: Bool = false) {
        self.error = error
        self.alias = alias
        self.isFromBranch = isFromBranch
        eventID = event
    }

    /// A failure of a state that AWS words with the state's name and the event that entered it.
    ///
    /// `States.Runtime` ends the execution; other names may be caught.
    init(_ name: String, _ message: String, state: String, enteredEvent: Int64) {
        error = StatesError(
            name,
            cause:
                "An error occurred while executing the state '\(state)' (entered at the event id #\(enteredEvent)). \(message)"
        )
        isFatal = name == StatesErrorName.runtime
        eventID = enteredEvent
    }

    /// A result that is larger than a payload may be. Wording recorded from AWS.
    static func dataLimitExceeded(by source: String, event: Int64) -> StepFailure {
        StepFailure(
            StatesError(
                StatesErrorName.dataLimitExceeded,
                cause:
                    "The state/task '\(source)' returned a result with a size exceeding the maximum number of bytes service limit."
            ),
            event: event)
    }
}
