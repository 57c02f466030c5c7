import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// What a test of one state sees. Executions have no inspector: to them all of this is nothing.
extension Fold {
    /// Notes data on their way. Which states show what was observed on AWS.
    mutating func note(_ stage: InspectionStage, _ payload: Payload, of state: State) {
        guard inspector != nil else { return }
        switch (state.kind, stage) {
        case (.parallel, .afterInputPath): return
        case (.pass(let pass), .afterInputPath) where pass.result != nil: return
        default: break
        }
        guard state.language == .jsonPath || stage.isInJSONata else { return }
        inspector?.seen.stages[stage] = payload
    }

    /// Ends a test where the state is left.
    mutating func conclude(_ frame: Int, output: Payload, assigned: JSONObject?, next: Transition) {
        for (name, value) in assigned ?? [:] { inspector?.seen.variables[name] = value }
        var following: String?
        if case .next(let index) = next { following = core.frames[frame].graph.states[index].name }
        if let error = caughtError {
            inspector?.seen.outcome = .caught(error, output: output, next: following)
        } else {
            inspector?.seen.outcome = .succeeded(output: output, next: following)
        }
        end = .succeeded(output: output)
    }

    /// Ends a test where the state would be tried again.
    mutating func conclude(retriable error: StatesError, afterMilliseconds pause: Int64) {
        inspector?.seen.retryPauseSeconds = pause / 1_000
        inspector?.seen.outcome = .retriable(error)
        end = .failed(error)
    }

    /// Goes on with the result a test puts in the place of branches or iterations.
    mutating func finish(
        _ state: State, _ frame: Int, by mock: StateMock, selector: PayloadTemplate?,
        resultPath: OptionalPath<ReferencePath>, next: Transition
    ) throws(StepFailure) {
        switch mock {
        case .failure(let error): throw StepFailure(error, event: core.frames[frame].enteredEvent)
        case .result(let result):
            try leave(
                state, frame, result: try selected(result, by: selector, of: state, frame), resultPath: resultPath,
                next: next)
        }
    }
}
