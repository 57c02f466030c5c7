import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

/// What becomes of a task that is out.
extension TaskStep {
    /// The task has been done.
    static func succeeded(_ task: Int64, _ output: Payload, in fold: inout Fold) {
        var answer = Answer(to: task, in: fold)
        answer.start(in: &fold)
        guard output.byteCount <= Limits.payloadBytes else {
            return answer.fail(.dataLimitExceeded(by: answer.resource.limitName, event: 0), .failed, in: &fold)
        }
        answer.succeed(output, in: &fold)
    }

    /// The integration has passed the task on; the answer comes by token, or from a job that is watched.
    static func submitted(_ task: Int64, _ output: Payload, in fold: inout Fold) {
        var answer = Answer(to: task, in: fold)
        answer.start(in: &fold)
        if answer.resource.kind == .integration {
            fold.core.frames[answer.frame].previousEvent = fold.writer.taskOutput(
                .taskSubmitted, previous: fold.core.frames[answer.frame].previousEvent,
                resourceType: answer.resource.resourceType,
                resource: answer.resource.action, output: output)
        }
        var attempt = answer.attempt
        attempt.isSubmitted = true
        if answer.resource.sync > 0 { attempt.job = output.tree["ExecutionArn"]?.stringValue }
        let held = attempt.heldAnswer
        attempt.heldAnswer = nil
        fold.core.frames[answer.frame].phase = .task(attempt)
        if let held { give(held, to: task, in: &fold) }
    }

    /// The task could not be done. What an integration calls `States.Runtime` nobody retries or catches.
    static func failed(_ task: Int64, _ error: StatesError, isStartFailure: Bool, in fold: inout Fold) {
        var answer = Answer(to: task, in: fold)
        // Whoever holds the token has done the work, whatever the call that passed it on has come to.
        if let held = answer.attempt.heldAnswer { return give(held, to: task, in: &fold) }
        let failsBeforeStart = isStartFailure && answer.resource.kind != .integration
        if !failsBeforeStart { answer.start(in: &fold) }
        var failure = StepFailure(error, event: 0)
        failure.isFatal = answer.resource.kind == .integration && error.name == StatesErrorName.runtime
        answer.fail(failure, isStartFailure ? .refused : .failed, in: &fold)
    }

    /// Someone has answered by token.
    static func answered(_ task: Int64, _ given: TokenAnswer, in fold: inout Fold) {
        let answer = Answer(to: task, in: fold)
        guard answer.resource.kind == .integration, !answer.attempt.isSubmitted else {
            return give(given, to: task, in: &fold)
        }
        var attempt = answer.attempt
        attempt.heldAnswer = given
        fold.core.frames[answer.frame].phase = .task(attempt)
        fold.cancelTimer(.heartbeat(task))
    }

    /// A worker has taken the task of an activity.
    static func taken(_ task: Int64, by workerName: String?, in fold: inout Fold) {
        let answer = Answer(to: task, in: fold)
        fold.core.frames[answer.frame].previousEvent = fold.writer.activityStarted(
            previous: fold.core.frames[answer.frame].previousEvent, workerName: workerName)
        var attempt = answer.attempt
        attempt.isSubmitted = true
        fold.core.frames[answer.frame].phase = .task(attempt)
        heartbeat(task, in: &fold)
    }

    /// Someone who holds the token is still at work.
    static func heartbeat(_ task: Int64, in fold: inout Fold) {
        guard let seconds = Answer(to: task, in: fold).attempt.heartbeatSeconds else { return }
        fold.startTimer(.heartbeat(task), at: fold.time + .seconds(seconds), isMonotonic: true)
    }

    /// `TimeoutSeconds` or `HeartbeatSeconds` are over.
    static func timedOut(_ task: Int64, isHeartbeat: Bool, in fold: inout Fold) {
        var answer = Answer(to: task, in: fold)
        if let held = answer.attempt.heldAnswer { return give(held, to: task, in: &fold) }
        // A task of an activity that nobody has taken has not been started by anybody.
        if answer.resource.kind != .activity { answer.start(in: &fold) }
        fold.commands.append(.cancelTask(task: task, isTimeout: true, job: answer.attempt.job))
        let failure = StepFailure(
            StatesError(StatesErrorName.timeout, cause: nil), event: 0,
            alias: isHeartbeat ? StatesErrorName.heartbeatTimeout : nil)
        answer.fail(failure, .timedOut, in: &fold)
    }

    /// The host has started again. Source: `engine.md`, "Time of an input".
    static func recovered(in fold: inout Fold) {
        for timer in fold.core.timers where timer.isMonotonic {
            switch timer.id {
            case .heartbeat(let task):
                guard let seconds = fold.core.openTask(task)?.heartbeatSeconds else { continue }
                fold.startTimer(timer.id, at: fold.time + .seconds(seconds), isMonotonic: true)
            case .taskTimeout(let task):
                guard let attempt = fold.core.openTask(task), let seconds = attempt.dispatch.timeoutSeconds else {
                    continue
                }
                let deadline =
                    attempt.isSubmitted || attempt.dispatch.resource.kind == .activity
                    ? max(timer.deadline, fold.time + .seconds(Limits.graceSeconds)) : fold.time + .seconds(seconds)
                fold.startTimer(timer.id, at: deadline, isMonotonic: true)
            case .execution, .wait, .retry: continue
            }
        }
    }

    /// Takes back the timers of a task.
    static func cancelTimers(of attempt: TaskAttempt, in fold: inout Fold) {
        if attempt.dispatch.timeoutSeconds != nil { fold.cancelTimer(.taskTimeout(attempt.dispatch.task)) }
        if attempt.heartbeatSeconds != nil { fold.cancelTimer(.heartbeat(attempt.dispatch.task)) }
    }

    private static func give(_ answer: TokenAnswer, to task: Int64, in fold: inout Fold) {
        switch answer {
        case .success(let output): succeeded(task, output, in: &fold)
        case .failure(let error):
            var answer = Answer(to: task, in: fold)
            answer.start(in: &fold)
            answer.fail(StepFailure(error, event: 0), .failed, in: &fold)
        }
    }
}

/// An answer to an open task, on its way into the history.
private struct Answer {
    /// How a task fails.
    enum Kind { case failed, refused, timedOut }

    /// Where the task belongs.
    let frame: Int
    /// The task.
    let attempt: TaskAttempt
    /// The state it belongs to.
    let state: State
    /// That state's data.
    let task: TaskState
    /// What was called.
    var resource: TaskResource { attempt.dispatch.resource }

    /// Finds an open task.
    init(to task: Int64, in fold: Fold) {
        guard let frame = fold.core.frame(ofTask: task), case .task(let attempt) = fold.core.frames[frame].phase else {
            preconditionFailure("only an open task is answered")
        }
        self.frame = frame
        self.attempt = attempt
        state = fold.core.frames[frame].graph.states[fold.core.frames[frame].stateIndex]
        guard case .task(let taskState) = state.kind else { preconditionFailure("only Task states have tasks") }
        self.task = taskState
    }

    /// Writes the `…Started` event, which never has a record of its own.
    mutating func start(in fold: inout Fold) {
        guard !attempt.isSubmitted else { return }
        let previous = fold.core.frames[frame].previousEvent
        fold.core.frames[frame].previousEvent =
            switch resource.kind {
            case .function: fold.writer.plain(.lambdaFunctionStarted, previous: previous)
            case .activity: fold.writer.activityStarted(previous: previous, workerName: nil)
            case .integration:
                fold.writer.taskStarted(
                    previous: previous, resourceType: resource.resourceType, resource: resource.action)
            }
    }

    /// Writes the `…Succeeded` event and leaves the state.
    mutating func succeed(_ output: Payload, in fold: inout Fold) {
        let previous = fold.core.frames[frame].previousEvent
        fold.core.frames[frame].previousEvent =
            switch resource.kind {
            case .function: fold.writer.output(.lambdaFunctionSucceeded, previous: previous, output)
            case .activity: fold.writer.output(.activitySucceeded, previous: previous, output)
            case .integration:
                fold.writer.taskOutput(
                    .taskSucceeded, previous: previous, resourceType: resource.resourceType, resource: resource.action,
                    output: output)
            }
        close(in: &fold)
        fold.note(.result, output, of: state)
        do throws(StepFailure) {
            let result = try fold.selected(output, by: task.resultSelector, of: state, frame)
            try fold.leave(state, frame, result: result, resultPath: task.resultPath, next: task.next)
        } catch {
            fold.fail(frame, error)
        }
    }

    /// Writes the failure event, and lets Retry and Catch decide.
    mutating func fail(_ failure: StepFailure, _ kind: Kind, in fold: inout Fold) {
        let previous = fold.core.frames[frame].previousEvent
        let event =
            switch resource.kind {
            case .function, .activity: fold.writer.failure(failureType(kind), previous: previous, error: failure.error)
            case .integration:
                fold.writer.taskFailure(
                    failureType(kind), previous: previous, resourceType: resource.resourceType,
                    resource: resource.action,
                    error: failure.error)
            }
        fold.core.frames[frame].previousEvent = event
        close(in: &fold)
        var failure = failure
        failure.eventID = event
        fold.fail(frame, failure)
    }

    private mutating func close(in fold: inout Fold) {
        TaskStep.cancelTimers(of: attempt, in: &fold)
        fold.core.frames[frame].phase = .ready
    }

    private func failureType(_ kind: Kind) -> HistoryEventType {
        switch (resource.kind, kind) {
        case (.function, .failed): .lambdaFunctionFailed
        case (.function, .refused): .lambdaFunctionScheduleFailed
        case (.function, .timedOut): .lambdaFunctionTimedOut
        case (.activity, .failed): .activityFailed
        case (.activity, .refused): .activityScheduleFailed
        case (.activity, .timedOut): .activityTimedOut
        case (.integration, .failed): .taskFailed
        case (.integration, .refused): resource.waitsForToken || resource.sync > 0 ? .taskSubmitFailed : .taskFailed
        case (.integration, .timedOut): .taskTimedOut
        }
    }
}

extension TaskResource {
    /// What AWS calls the task when its result is too large.
    fileprivate var limitName: String { kind == .integration ? resourceType : text }
}
