import ExecutionHistory
import JSONTree
import StatesLanguage

/// Parallel: runs its branches side by side, all with the same input.
enum ParallelStep {
    /// Begins all branches.
    static func begin(_ parallel: ParallelState, of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure)
    {
        var input = try fold.effectiveInput(of: state, frame)
        if let parameters = parallel.parameters {
            input = fold.produce(
                try fold.value(of: parameters, field: "Arguments", in: input, of: state, frame))
        }
        if let mock = fold.inspector?.setup.mock {
            return try fold.finish(
                state, frame, by: mock, selector: parallel.resultSelector, resultPath: parallel.resultPath,
                next: parallel.next)
        }
        let started = fold.writer.plain(.parallelStateStarted, previous: fold.core.frames[frame].previousEvent)
        fold.core.frames[frame].previousEvent = started
        var branches = BranchSet(
            outputs: Array(repeating: nil, count: parallel.branches.count), missing: parallel.branches.count,
            nextItem: 0, items: [], input: input)
        for (position, graph) in parallel.branches.enumerated() {
            branches.running.append(
                fold.branch(into: graph, of: frame, position: position, input: input, after: started))
        }
        fold.core.frames[frame].phase = .branching(branches)
    }

    /// A branch has ended well; the last one ends the state.
    static func branchOver(
        _ branch: Int, output: Payload, _ parallel: ParallelState, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) {
        guard case .branching(var branches) = fold.core.frames[frame].phase else {
            preconditionFailure("its branches run")
        }
        fold.core.frames[frame].phase = .ready
        let last = fold.core.frames[branch].previousEvent
        branches.finish(branch, at: fold.core.frames[branch].position, output: output)
        fold.release(branch)
        guard branches.missing == 0 else {
            fold.core.frames[frame].phase = .branching(branches)
            return
        }
        _ = fold.writer.plain(.parallelStateSucceeded, previous: last)
        fold.core.frames[frame].previousEvent = last
        let result = try fold.selected(
            fold.joined(branches, of: state, frame), by: parallel.resultSelector, of: state, frame)
        try fold.leave(state, frame, result: result, resultPath: parallel.resultPath, next: parallel.next)
    }
}

extension Fold {
    /// The array of all outputs. Their texts stay as they are, as on AWS: `[[1, 2]]` keeps its space.
    mutating func joined(_ branches: BranchSet, of state: State, _ frame: Int) throws(StepFailure) -> Payload {
        guard branches.outputBytes + 1 <= Limits.payloadBytes else {
            throw .dataLimitExceeded(by: state.name, event: core.frames[frame].enteredEvent)
        }
        let outputs = branches.outputs
        var text: [UInt8] = [0x5B]
        var isFirst = true
        for output in outputs {
            guard let output else { continue }
            if !isFirst { text.append(0x2C) }
            isFirst = false
            text.append(contentsOf: output.bytes)
        }
        text.append(0x5D)
        // Outputs are valid JSON, so only a depth beyond the reader's limit can fail; then the compact form does.
        guard let payload = try? Payload(parsing: text) else { return produce(.array(outputs.compactMap { $0?.tree })) }
        producedBytes += payload.byteCount
        return payload
    }
}
