import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

/// One advance in the making: the execution's changing parts, what is being written, what is to be commanded.
///
/// The rules of state types are in `States/`; what they share is in the extensions beside this file.
struct Fold {
    /// What never changes.
    let constants: ExecutionConstants
    /// What this advance changes.
    var core: ExecutionCore
    /// What the execution runs.
    let program: Program
    /// The time of the advance.
    let time: Timestamp
    /// The chance of the advance.
    var chance: Chance
    /// The record in the making.
    var writer: RecordWriter
    /// What is to be done once the record is durable.
    var commands: [Command] = []
    /// How the execution has ended in this advance.
    var end: ExecutionEnd?
    /// Where the execution would be redriven from if the failure that is being handled ends it.
    var failurePoint: RedrivePoint?
    /// The event before which an execution is to be forked; `nil` when it is not.
    var forkedEvent: Int64?
    /// What the execution is like there, once the fold has come so far.
    var forkPoint: ForkPoint?
    /// Looks on when one state is tested; `nil` in an execution.
    var inspector: Inspector?
    /// The failure a catcher is taking, in a test.
    var caughtError: StatesError?
    /// States entered and tried again.
    var transitions = 0
    /// Bytes of payload made.
    var producedBytes = 0
    /// Steps of evaluators.
    var evaluationSteps = 0

    /// Begins an advance.
    init(constants: ExecutionConstants, core: ExecutionCore, program: Program, time: Timestamp, seed: UInt64) {
        self.constants = constants
        self.core = core
        self.program = program
        self.time = time
        chance = Chance(seed: seed)
        let header = RecordHeader(
            semantics: constants.facts.semantics, time: time, seed: seed, firstEventID: core.lastEventID + 1)
        writer = RecordWriter(header, checkpointID: constants.facts.isExpress ? .max : Limits.historyEvents)
    }

    /// Whether an input would have an effect now.
    func accepts(_ input: Input) -> Bool { end == nil && core.accepts(input) }

    /// Lets frames enter states until all of them wait, or the budget of an advance is used up.
    mutating func run() {
        while end == nil, !core.ready.isEmpty {
            if transitions >= Limits.transitionsPerAdvance || producedBytes >= Limits.producedBytesPerAdvance
                || evaluationSteps >= Limits.evaluationStepsPerAdvance
            {
                commands.append(.proceed)
                return
            }
            let frame = core.ready.removeFirst()
            transitions += 1
            step(frame)
            limitHistory()
        }
    }

    /// Closes the advance: the record, and the state that follows.
    consuming func finish(into core: inout ExecutionCore, accepted: [Bool]) -> Advance {
        if let end { close(end) }
        self.core.lastEventID = writer.lastEventID
        self.core.lastTime = time
        self.core.recordCount += 1
        core = self.core
        let firstEventID = writer.header.firstEventID
        let eventCount = writer.eventCount
        return Advance(
            record: writer.finish(), firstEventID: firstEventID, eventCount: eventCount, commands: commands,
            accepted: accepted)
    }

    /// Lets a frame enter its state, or try it again.
    private mutating func step(_ frame: Int) {
        let state = core.frames[frame].graph.states[core.frames[frame].stateIndex]
        if case .retrying = core.frames[frame].phase {
            core.frames[frame].phase = .ready
        } else {
            enter(state, frame)
        }
        do throws(StepFailure) {
            switch state.kind {
            case .pass(let pass): try PassStep.run(pass, of: state, frame, in: &self)
            case .task(let task): try TaskStep.schedule(task, of: state, frame, in: &self)
            case .choice(let choice): try ChoiceStep.run(choice, of: state, frame, in: &self)
            case .wait(let wait): try WaitStep.run(wait, of: state, frame, in: &self)
            case .succeed: try SucceedStep.run(of: state, frame, in: &self)
            case .fail(let fail): try FailStep.run(fail, of: state, frame, in: &self)
            case .parallel(let parallel): try ParallelStep.begin(parallel, of: state, frame, in: &self)
            case .map(let map): try MapStep.begin(map, of: state, frame, in: &self)
            }
        } catch {
            fail(frame, error)
        }
    }

    private mutating func enter(_ state: State, _ frame: Int) {
        if forkedEvent == writer.lastEventID + 1 { forkPoint = ForkPoint(core, entering: frame) }
        let id = writer.stateEntered(
            state.kind.enteredType, previous: core.frames[frame].previousEvent, name: state.name,
            input: core.frames[frame].input)
        core.frames[frame].beforeEntered = core.frames[frame].previousEvent
        core.frames[frame].previousEvent = id
        core.frames[frame].enteredEvent = id
        core.frames[frame].enteredAt = time
    }

    /// Ends a STANDARD execution that would write more events than a history may have: the last one is the failure. Observed on AWS.
    mutating func limitHistory() {
        guard !constants.facts.isExpress, writer.lastEventID >= Limits.historyEvents else { return }
        if writer.lastEventID == Limits.historyEvents, end != nil { return }
        writer.dropFromCheckpoint()
        commands.removeAll {
            switch $0 {
            case .dispatchTask(let task): task.task >= Limits.historyEvents
            case .startMapRun(let run): run.task >= Limits.historyEvents
            default: false
            }
        }
        let error = StatesError(
            StatesErrorName.runtime,
            cause: "The execution reached the maximum number of history events (\(Limits.historyEvents)).")
        writer.failure(.executionFailed, previous: writer.lastEventID, error: error)
        end = .failed(error)
    }

    /// Lets go of everything that still runs, once the last event is written.
    private mutating func close(_ end: ExecutionEnd) {
        for frame in core.frames {
            if case .task(let attempt) = frame.phase, attempt.dispatch.task <= writer.lastEventID {
                commands.append(
                    .cancelTask(task: attempt.dispatch.task, isTimeout: false, job: attempt.job))
            }
            if case .mapRun(let dispatch) = frame.phase, dispatch.task <= writer.lastEventID {
                commands.append(.stopMapRun(dispatch))
            }
        }
        for timer in core.timers { commands.append(.cancelTimer(timer.id)) }
        commands.append(.end(end))
        if case .succeeded = end {} else { core.redrivePoint = failurePoint ?? RedrivePoint(core) }
        core.frames = []
        core.freeSlots = []
        core.ready = []
        core.timers = []
        core.isEnded = true
    }
}
