import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

extension Fold {
    /// Records an input and applies it.
    ///
    /// - Precondition: `accepts(input)`.
    mutating func apply(_ input: Input) {
        precondition(accepts(input), "an input that does not apply is never recorded")
        input.write(into: &writer)
        switch input {
        case .started: start()
        case .proceed: break
        case .taskSucceeded(let task, let output): TaskStep.succeeded(task, output, in: &self)
        case .submitted(let task, let output): TaskStep.submitted(task, output, in: &self)
        case .taskFailed(let task, let error, let isStartFailure):
            TaskStep.failed(task, error, isStartFailure: isStartFailure, in: &self)
        case .timerFired(let timer): fired(timer)
        case .heartbeat(let task): TaskStep.heartbeat(task, in: &self)
        case .tokenAnswered(let task, let answer): TaskStep.answered(task, answer, in: &self)
        case .activityStarted(let task, let workerName): TaskStep.taken(task, by: workerName, in: &self)
        case .activitiesMissing(let activities): core.missingActivities = activities
        case .mapRunEnded(let task, _, let outcome): DistributedMapStep.ended(task, outcome, in: &self)
        case .stopped(let error, let cause): stop(error: error, cause: cause)
        case .keyLost(let cause): failExecution(StatesError(StatesErrorName.runtime, cause: cause), previous: 0)
        case .redriven: redrive()
        case .forked(let point): fork(at: point)
        case .recovered: TaskStep.recovered(in: &self)
        }
        limitHistory()
    }

    private mutating func start() {
        let facts = constants.facts
        writer.executionStarted(
            input: facts.input, roleARN: facts.roleARN, stateMachineAliasARN: facts.stateMachineAliasARN,
            stateMachineVersionARN: facts.stateMachineVersionARN)
        // The first state does not follow ExecutionStarted: its previousEventId is 0, as on AWS.
        core.frames.append(
            Frame(
                graph: program.graph, parent: -1, position: 0, item: nil, stateIndex: program.graph.startAt,
                input: facts.input,
                previousEvent: 0))
        if let inspector { core.frames[0].variables = inspector.setup.variables }
        core.ready.append(0)
        startExecutionTimer(from: facts.startedAt)
    }

    private mutating func fired(_ timer: TimerID) {
        core.timers.removeAll { $0.id == timer }
        switch timer {
        case .execution:
            writer.failure(.executionTimedOut, previous: 0, error: StatesError(StatesErrorName.timeout, cause: nil))
            end = .timedOut
        case .wait(let entered):
            if let frame = core.frames.firstIndex(where: { $0.enteredEvent == entered && $0.phase.isWaiting }) {
                WaitStep.over(frame, in: &self)
            }
        case .retry(let event):
            if let frame = core.frames.firstIndex(where: { $0.phase.isPausing(event) }) { tryAgain(frame) }
        case .taskTimeout(let task): TaskStep.timedOut(task, isHeartbeat: false, in: &self)
        case .heartbeat(let task): TaskStep.timedOut(task, isHeartbeat: true, in: &self)
        }
    }

    private mutating func stop(error: String?, cause: String?) {
        writer.failure(.executionAborted, previous: 0, error: StatesError(error, cause: cause))
        end = .aborted(error: error, cause: cause)
    }

    /// Puts a frame back into the queue, to try its state once more.
    mutating func tryAgain(_ frame: Int) {
        core.frames[frame].phase = .retrying
        core.ready.append(frame)
    }

    /// Sets a timer, or sets it anew.
    mutating func startTimer(_ id: TimerID, at deadline: Timestamp, isMonotonic: Bool) {
        if let known = core.timers.firstIndex(where: { $0.id == id }) {
            core.timers[known].deadline = deadline
        } else {
            core.timers.append(PendingTimer(id: id, deadline: deadline, isMonotonic: isMonotonic))
        }
        commands.append(.startTimer(id, at: deadline, isMonotonic: isMonotonic))
    }

    /// Takes a timer back if it is set.
    mutating func cancelTimer(_ id: TimerID) {
        guard let known = core.timers.firstIndex(where: { $0.id == id }) else { return }
        core.timers.remove(at: known)
        commands.append(.cancelTimer(id))
    }
}

extension FramePhase {
    /// Whether it is a Wait state's.
    var isWaiting: Bool { if case .waiting = self { true } else { false } }
    /// Whether it is the pause that follows an event.
    func isPausing(_ event: Int64) -> Bool { if case .pausing(let own) = self { own == event } else { false } }
}
