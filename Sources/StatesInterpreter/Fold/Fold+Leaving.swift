import ExecutionHistory
import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

extension Fold {
    /// Gives a state its result: `Assign`, `ResultPath`, `OutputPath`, then out of it.
    ///
    /// - Parameter result: After `ResultSelector`.
    mutating func leave(
        _ state: State, _ frame: Int, result: Payload, resultPath: OptionalPath<ReferencePath>, next: Transition
    ) throws(StepFailure) {
        guard state.language == .jsonPath else {
            return try leave(state, frame, showing: result.tree, orElse: result, next: next)
        }
        let variables = try assigned(state.assign, in: result, of: state, frame)
        note(.afterResultSelector, result, of: state)
        let combined = try combined(result, at: resultPath, of: state, frame)
        note(.afterResultPath, combined, of: state)
        let output = try filtered(combined, by: state.outputPath, of: state, frame)
        try leave(state, frame, output: output, assigned: variables, next: next)
    }

    /// Takes a frame out of a JSONata state: `Assign`, `Output`, then out of it.
    ///
    /// - Parameters:
    ///   - result: `$states.result`, in states that have one.
    ///   - plain: The output when there is no `Output`.
    mutating func leave(
        _ state: State, _ frame: Int, showing result: JSON?, orElse plain: Payload, next: Transition
    ) throws(StepFailure) {
        let view = ExpressionView(result: result)
        let variables = try assigned(state.assign, in: plain, view, of: state, frame)
        var output = plain
        if let template = state.output {
            output = produce(try value(of: template, field: "Output", view, of: state, frame))
        }
        try leave(state, frame, output: output, assigned: variables, next: next)
    }

    /// Takes a frame out of its state with the final output.
    mutating func leave(
        _ state: State, _ frame: Int, output: Payload, assigned: JSONObject?, next: Transition
    ) throws(StepFailure) {
        guard output.byteCount <= Limits.payloadBytes else {
            throw .dataLimitExceeded(by: state.name, event: core.frames[frame].enteredEvent)
        }
        if inspector != nil { return conclude(frame, output: output, assigned: assigned, next: next) }
        guard let type = state.kind.exitedType else { preconditionFailure("a Fail state is never left") }
        core.frames[frame].previousEvent = writer.stateExited(
            type, previous: core.frames[frame].previousEvent, name: state.name, output: output, assigned: assigned)
        if let assigned {
            for (name, value) in assigned { core.frames[frame].variables[name] = value }
        }
        if !core.frames[frame].retries.isEmpty { core.frames[frame].retries = [] }
        switch next {
        case .next(let index):
            core.frames[frame].stateIndex = index
            core.frames[frame].input = output
            core.frames[frame].phase = .ready
            core.ready.append(frame)
        case .end: over(frame, output: output)
        }
    }

    /// A frame has left its last state.
    private mutating func over(_ frame: Int, output: Payload) {
        let parent = core.frames[frame].parent
        guard parent >= 0 else {
            writer.output(.executionSucceeded, previous: core.frames[frame].previousEvent, output)
            end = .succeeded(output: output)
            return
        }
        let state = core.frames[parent].graph.states[core.frames[parent].stateIndex]
        do throws(StepFailure) {
            switch state.kind {
            case .parallel(let parallel):
                try ParallelStep.branchOver(frame, output: output, parallel, of: state, parent, in: &self)
            case .map(let map): try MapStep.iterationOver(frame, output: output, map, of: state, parent, in: &self)
            default: preconditionFailure("only Parallel and Map states have branches")
            }
        } catch {
            fail(parent, error)
        }
    }
}
