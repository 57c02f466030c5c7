import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

/// An execution as the fold of its inputs: a pure value without clock, I/O or `await`.
///
/// Same program and same inputs with their times and seeds: same records and commands, byte for byte.
package struct ExecutionState: Sendable {
    /// What never changes.
    let constants: ExecutionConstants
    /// What advances change.
    var core = ExecutionCore()

    /// An execution to which nothing has happened yet; its first input is `started`.
    package init(facts: ExecutionFacts) {
        constants = ExecutionConstants(facts)
    }

    /// An execution as a snapshot holds it.
    init(facts: ExecutionFacts, core: ExecutionCore) {
        constants = ExecutionConstants(facts)
        self.core = core
    }

    /// What is fixed for its life.
    package var facts: ExecutionFacts { constants.facts }
    /// Whether it is over.
    package var isEnded: Bool { core.isEnded }
    /// The id of the last event; 0 before the first.
    package var lastEventID: Int64 { core.lastEventID }
    /// The number of records.
    package var recordCount: Int64 { core.recordCount }
    /// The time of the last record; `nil` before the first.
    package var lastTime: Timestamp? { core.recordCount == 0 ? nil : core.lastTime }
    /// Whether it waits for `proceed`: the last advance reached its budget.
    package var wantsProceed: Bool { !core.isEnded && !core.ready.isEmpty }

    /// Tasks that have been scheduled and not answered, in the order of their events.
    package var openTasks: [TaskDispatch] {
        var tasks: [TaskDispatch] = []
        for frame in core.frames {
            if case .task(let attempt) = frame.phase { tasks.append(attempt.dispatch) }
        }
        return tasks.sorted { $0.task < $1.task }
    }

    /// Map Runs that have been started and are not over, in the order of their events.
    package var openMapRuns: [MapRunDispatch] {
        var runs: [MapRunDispatch] = []
        for frame in core.frames {
            if case .mapRun(let dispatch) = frame.phase { runs.append(dispatch) }
        }
        return runs.sorted { $0.task < $1.task }
    }

    /// Whether an open task has been submitted, so that its handler is not to be called again.
    package func isSubmitted(task: Int64) -> Bool { core.openTask(task)?.isSubmitted ?? false }

    /// Activities of the definition that do not exist, as it was last told.
    package var missingActivities: [String] { core.missingActivities }

    /// Timers that are set.
    package var timers: [PendingTimer] { core.timers }

    /// The names of the states it is in, outermost first.
    package var currentStates: [String] {
        core.frames.compactMap { frame in
            if case .free = frame.phase { nil } else { frame.graph.states[frame.stateIndex].name }
        }
    }

    /// Takes over the events of a record that it shares with the execution it is forked from.
    package mutating func share(upTo lastEventID: Int64, at time: Timestamp) {
        core.lastEventID = lastEventID
        core.lastTime = max(core.lastTime, time)
        core.recordCount += 1
    }

    /// What it is like right before an event by which a state is entered.
    ///
    /// - Parameter inputs: Of the record that holds the event, as are time and seed; all before it have been folded.
    /// - Returns: `nil` when the event is none that enters a state.
    package func forkPoint(
        before event: Int64, folding inputs: [Input], program: Program, at time: Timestamp, seed: UInt64
    ) -> ForkPoint? {
        var fold = Fold(constants: constants, core: core, program: program, time: max(time, core.lastTime), seed: seed)
        fold.forkedEvent = event
        for input in inputs where fold.accepts(input) { fold.apply(input) }
        fold.run()
        return fold.forkPoint
    }

    /// Whether an input would have an effect now: the engine asks before it answers or records.
    package func accepts(_ input: Input) -> Bool { core.accepts(input) }

    /// Folds inputs.
    ///
    /// Inputs that do not apply any more when their turn comes are left out of the record (`Advance.accepted`).
    /// - Parameters:
    ///   - time: Now; an earlier time than the last record's is raised to that.
    ///   - seed: Where the chance of this advance comes from; recorded.
    package mutating func advance(_ inputs: [Input], program: Program, at time: Timestamp, seed: UInt64) -> Advance {
        var nobody: Inspector?
        return advance(inputs, program: program, at: time, seed: seed, inspecting: &nobody)
    }

    /// The same, with somebody who looks on when one state is tested.
    mutating func advance(
        _ inputs: [Input], program: Program, at time: Timestamp, seed: UInt64, inspecting inspector: inout Inspector?
    ) -> Advance {
        var fold = Fold(constants: constants, core: core, program: program, time: max(time, core.lastTime), seed: seed)
        fold.inspector = inspector
        core = ExecutionCore()
        var accepted: [Bool] = []
        accepted.reserveCapacity(inputs.count)
        for input in inputs {
            let applies = fold.accepts(input)
            accepted.append(applies)
            if applies { fold.apply(input) }
        }
        guard accepted.contains(true) else {
            core = fold.core
            return Advance(
                record: [], firstEventID: core.lastEventID + 1, eventCount: 0, commands: [], accepted: accepted)
        }
        fold.run()
        inspector = fold.inspector
        return fold.finish(into: &core, accepted: accepted)
    }
}
