import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// Wait: lets time pass.
enum WaitStep {
    /// Sets the timer, or leaves at once when there is nothing to wait for.
    static func run(_ wait: WaitState, of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure) {
        let input = try fold.effectiveInput(of: state, frame)
        let deadline = try deadline(of: wait, input: input, of: state, frame, in: &fold)
        guard deadline > fold.time else { return try leave(wait, of: state, frame, in: &fold) }
        guard deadline.milliseconds - fold.time.milliseconds <= Limits.waitSeconds * 1_000 else {
            throw fold.failure(StatesErrorName.runtime, "Wait state delay is too long.", of: state, frame)
        }
        fold.core.frames[frame].phase = .waiting
        fold.startTimer(.wait(fold.core.frames[frame].enteredEvent), at: deadline, isMonotonic: false)
    }

    /// The timer has fired.
    static func over(_ frame: Int, in fold: inout Fold) {
        let state = fold.core.frames[frame].graph.states[fold.core.frames[frame].stateIndex]
        guard case .wait(let wait) = state.kind else { preconditionFailure("only Wait states wait") }
        fold.core.frames[frame].phase = .ready
        do throws(StepFailure) {
            try leave(wait, of: state, frame, in: &fold)
        } catch {
            fold.fail(frame, error)
        }
    }

    private static func leave(_ wait: WaitState, of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure)
    {
        let input = try fold.effectiveInput(of: state, frame)
        guard state.language == .jsonPath else {
            return try fold.leave(state, frame, showing: nil, orElse: input, next: wait.next)
        }
        let variables = try fold.assigned(state.assign, in: input, of: state, frame)
        let output = try fold.filtered(input, by: state.outputPath, of: state, frame)
        try fold.leave(state, frame, output: output, assigned: variables, next: wait.next)
    }

    private static func deadline(
        of wait: WaitState, input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> Timestamp {
        switch wait.until {
        case .seconds(.constant(let seconds)):
            return later(fold.time, by: Int64(seconds))
        case .seconds(.path(let path)):
            let value = try found(path, "SecondsPath", input, of: state, frame, in: &fold)
            guard case .integer(let seconds) = value else {
                throw fold.failure(
                    StatesErrorName.runtime,
                    "The SecondsPath parameter cannot be parsed as a long value: \(path.text) == \(Causes.quoted(value))",
                    of: state, frame)
            }
            guard seconds >= 0 else {
                throw fold.failure(
                    StatesErrorName.runtime,
                    "The SecondsPath parameter references a negative value: \(path.text) == \(seconds)", of: state,
                    frame)
            }
            return later(fold.time, by: seconds)
        case .timestamp(.constant(let text)):
            guard let instant = Timestamp(iso8601: text) else {
                throw fold.failure(
                    StatesErrorName.runtime,
                    "The Timestamp parameter is not a valid ISO-8601 extended offset date-time format string: \(text)",
                    of: state, frame)
            }
            return instant
        case .timestamp(.path(let path)):
            let value = try found(path, "TimestampPath", input, of: state, frame, in: &fold)
            guard let instant = value.stringValue.flatMap({ Timestamp(iso8601: $0) }) else {
                throw fold.failure(
                    StatesErrorName.runtime,
                    "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: "
                        + "\(path.text) == \(Causes.quoted(value))", of: state, frame)
            }
            return instant
        case .seconds(.expression(let text)):
            let value = try fold.value(of: text, field: "Seconds", .init(), of: state, frame)
            guard let seconds = value.integerValue else {
                throw fold.wrongType(value, of: text, expected: "number", field: "Seconds", of: state, frame)
            }
            guard seconds >= 0 else {
                throw fold.evaluationFailure(
                    "The Seconds field must not be negative: \(seconds)", at: "Seconds", of: state, frame)
            }
            return later(fold.time, by: seconds)
        case .timestamp(.expression(let text)):
            let value = try fold.value(of: text, field: "Timestamp", .init(), of: state, frame)
            guard let written = value.stringValue else {
                throw fold.wrongType(value, of: text, expected: "string", field: "Timestamp", of: state, frame)
            }
            guard let instant = Timestamp(iso8601: written) else {
                throw fold.evaluationFailure(
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: \(written)",
                    at: "Timestamp", of: state, frame)
            }
            return instant
        case .timestamp(.intrinsic): preconditionFailure("a Wait state takes no intrinsic function")
        }
    }

    private static func found(
        _ path: JSONPath, _ field: String, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> JSON {
        do throws(PathFailure) {
            return try path.evaluate(in: Scope(input.tree, of: frame, in: fold))
        } catch {
            throw fold.failure(
                StatesErrorName.runtime, "The \(field) parameter does not reference an input value: \(path.text)",
                of: state, frame)
        }
    }

    /// Never overflows: what is too far away is refused by the caller.
    private static func later(_ time: Timestamp, by seconds: Int64) -> Timestamp {
        Timestamp(milliseconds: time.milliseconds + min(seconds, Limits.waitSeconds + 1) * 1_000)
    }
}
