import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

extension Fold {
    /// A frame's state has failed: tries again, goes where a catcher says, or takes the failure up.
    mutating func fail(_ frame: Int, _ failure: StepFailure) {
        let isFirst = failurePoint == nil
        if isFirst { failurePoint = RedrivePoint(core) }
        handle(failure, of: frame)
        if isFirst, end == nil { failurePoint = nil }
    }

    private mutating func handle(_ failure: StepFailure, of frame: Int) {
        if failure.isFatal { return failExecution(failure.error, previous: core.frames[frame].previousEvent) }
        abortBranches(of: frame)
        let state = core.frames[frame].graph.states[core.frames[frame].stateIndex]
        var failure = failure
        if let evaluation = failure.evaluation {
            failure.eventID = evaluationFailed(evaluation, failure.error, of: state, frame)
        }
        if retry(state, frame, failure) { return }
        if failure.isFromBranch || failure.evaluation != nil, let type = state.kind.failedType {
            core.frames[frame].previousEvent = writer.plain(type, previous: core.frames[frame].previousEvent)
        }
        for (index, catcher) in state.kind.catchers.enumerated()
        where ErrorMatching.matches(catcher.errorEquals, failure) {
            if inspector != nil {
                inspector?.seen.catchIndex = index
                caughtError = failure.error
            }
            do throws(StepFailure) {
                return try leave(state, frame, by: catcher, at: index, failure)
            } catch {
                if error.isFatal { return failExecution(error.error, previous: core.frames[frame].previousEvent) }
                if let evaluation = error.evaluation {
                    _ = evaluationFailed(evaluation, error.error, of: state, frame)
                }
                return failFrame(frame, error.error)
            }
        }
        failFrame(frame, failure.error)
    }

    /// Writes `EvaluationFailed`. Observed on AWS: right after a state was entered it follows what the entering follows, except in a Wait state.
    private mutating func evaluationFailed(
        _ evaluation: StepFailure.Evaluation, _ error: StatesError, of state: State, _ frame: Int
    ) -> Int64 {
        var previous = core.frames[frame].previousEvent
        if previous == core.frames[frame].enteredEvent {
            if case .wait = state.kind {} else { previous = core.frames[frame].beforeEntered }
        }
        let event = writer.evaluationFailed(
            previous: previous, error: error, location: evaluation.location, state: state.name)
        core.frames[frame].previousEvent = event
        return event
    }

    /// Ends the execution as failed.
    mutating func failExecution(_ error: StatesError, previous: Int64) {
        writer.failure(.executionFailed, previous: previous, error: error)
        end = .failed(error)
    }

    /// Pauses before another go if a retrier allows it. The first retrier that names the error decides, even when it is exhausted.
    private mutating func retry(_ state: State, _ frame: Int, _ failure: StepFailure) -> Bool {
        let retriers = state.kind.retriers
        guard let index = retriers.firstIndex(where: { ErrorMatching.matches($0.errorEquals, failure) }) else {
            return false
        }
        if core.frames[frame].retries.isEmpty {
            core.frames[frame].retries = Array(repeating: inspector?.setup.retryCount ?? 0, count: retriers.count)
        }
        let retrier = retriers[index]
        inspector?.seen.retryIndex = index
        guard core.frames[frame].retries[index] < retrier.maxAttempts else { return false }
        core.frames[frame].retries[index] += 1
        let pause = retrier.pause(beforeRetry: core.frames[frame].retries[index], chance: &chance)
        if inspector != nil {
            conclude(retriable: failure.error, afterMilliseconds: pause)
        } else if pause == 0 {
            tryAgain(frame)
        } else {
            core.frames[frame].phase = .pausing(failure.eventID)
            startTimer(.retry(failure.eventID), at: time + .milliseconds(pause), isMonotonic: false)
        }
        return true
    }

    private mutating func leave(
        _ state: State, _ frame: Int, by catcher: Catcher, at index: Int, _ failure: StepFailure
    ) throws(StepFailure) {
        var members = JSONObject()
        members["Error"] = .string(failure.error.name ?? "")
        members["Cause"] = .string(failure.error.cause ?? "")
        let errorOutput = produce(.object(members))
        if state.language == .jsonata {
            let view = ExpressionView(errorOutput: errorOutput.tree)
            let field = "Catch[\(index)]/"
            let variables = try assigned(
                catcher.assign, field: "\(field)Assign", in: errorOutput, view, of: state, frame)
            var output = errorOutput
            if let template = catcher.output {
                output = produce(try value(of: template, field: "\(field)Output", view, of: state, frame))
            }
            return try leave(state, frame, output: output, assigned: variables, next: .next(catcher.next))
        }
        let variables = try assigned(catcher.assign, in: errorOutput, of: state, frame)
        let output = try combined(errorOutput, at: catcher.resultPath, of: state, frame)
        try leave(state, frame, output: output, assigned: variables, next: .next(catcher.next))
    }

    /// Nothing in a frame's state handles the failure: it is its parent's, or the execution's.
    mutating func failFrame(_ frame: Int, _ error: StatesError) {
        let parent = core.frames[frame].parent
        guard parent >= 0 else { return failExecution(error, previous: core.frames[frame].previousEvent) }
        let last = core.frames[frame].previousEvent
        var event = last
        let state = core.frames[parent].graph.states[core.frames[parent].stateIndex]
        if case .map = state.kind {
            event = writer.mapIteration(
                .mapIterationFailed, previous: last, name: state.name, index: core.frames[frame].position)
        }
        let failing = core.frames[frame].graph.states[core.frames[frame].stateIndex]
        core.frames[frame].phase = if case .task = failing.kind { .failed } else { .free }
        abortBranches(of: parent)
        core.frames[parent].previousEvent = last
        fail(parent, StepFailure(error, event: event, isFromBranch: true))
    }

    /// Stops all that runs inside a Parallel or Map state and gives its frames back.
    mutating func abortBranches(of parent: Int) {
        guard case .branching(let branches) = core.frames[parent].phase else { return }
        let state = core.frames[parent].graph.states[core.frames[parent].stateIndex]
        for frame in branches.running {
            if case .free = core.frames[frame].phase {
                release(frame)
                continue
            }
            let isFailing = if case .failed = core.frames[frame].phase { true } else { false }
            abort(frame)
            if case .map = state.kind, !isFailing {
                _ = writer.mapIteration(
                    .mapIterationAborted, previous: core.frames[frame].previousEvent, name: state.name,
                    index: core.frames[frame].position)
            }
            release(frame)
        }
        core.frames[parent].phase = .ready
    }

    /// Stops what a frame is doing.
    private mutating func abort(_ frame: Int) {
        let state = core.frames[frame].graph.states[core.frames[frame].stateIndex]
        switch core.frames[frame].phase {
        case .task(let attempt):
            TaskStep.cancelTimers(of: attempt, in: &self)
            commands.append(.cancelTask(task: attempt.dispatch.task, isTimeout: false, job: attempt.job))
        case .waiting: cancelTimer(.wait(core.frames[frame].enteredEvent))
        case .pausing(let event): cancelTimer(.retry(event))
        case .branching: abortBranches(of: frame)
        case .mapRun(let dispatch): DistributedMapStep.abort(dispatch, frame, in: &self)
        case .retrying, .failed: break
        case .ready, .free: return
        }
        if let type = state.kind.abortedType {
            core.frames[frame].previousEvent = writer.plain(type, previous: core.frames[frame].previousEvent)
        }
    }
}
