import JSONTree
import ResourceNames
import StatesLanguage

/// A test of one state: an execution that ends where the state is left, and that keeps no record.
///
/// The same fold as for executions does the work; an inspector looks on.
package struct StateTest: Sendable {
    private var execution: ExecutionState
    private var inspector: Inspector
    private let program: Program

    /// Prepares a test.
    ///
    /// - Parameters:
    ///   - program: Begins at the state.
    ///   - facts: As of an EXPRESS execution.
    package init(_ program: Program, facts: ExecutionFacts, setup: StateTestSetup) {
        self.program = program
        execution = ExecutionState(facts: facts)
        inspector = Inspector(setup)
    }

    /// What has been seen so far.
    package var inspection: StateInspection { inspector.seen }
    /// Whether the state is over.
    package var isOver: Bool { inspector.seen.outcome != nil }
    /// The task that is to be done, if one is.
    package var openTask: TaskDispatch? { execution.openTasks.first }
    /// The timer that is due next.
    package var nextTimer: PendingTimer? { execution.timers.min { $0.deadline < $1.deadline } }

    /// Begins: as far as the state comes by itself, and to its end when its work is mocked.
    package mutating func start(at time: Timestamp, seed: UInt64) {
        advance(.started, at: time, seed: seed)
        guard let mock = inspector.setup.mock, let task = openTask else { return }
        switch mock {
        case .failure(let error):
            advance(.taskFailed(task: task.task, error: error, isStartFailure: false), at: time, seed: seed)
        case .result(let result): succeed(task, result, at: time, seed: seed)
        }
    }

    /// Takes something from outside. What does not apply any more has no effect.
    package mutating func advance(_ input: Input, at time: Timestamp, seed: UInt64) {
        guard !isOver else { return }
        var looking: Inspector? = inspector
        let advance = execution.advance([input], program: program, at: time, seed: seed, inspecting: &looking)
        if let looking { inspector = looking }
        guard inspector.seen.outcome == nil else { return }
        switch advance.end {
        case .failed(let error): inspector.seen.outcome = .failed(error)
        case .timedOut: inspector.seen.outcome = .failed(StatesError(StatesErrorName.timeout, cause: nil))
        default: return
        }
    }

    /// Ends the test from outside.
    package mutating func fail(_ error: StatesError) {
        guard !isOver else { return }
        inspector.seen.outcome = .failed(error)
    }

    private mutating func succeed(_ task: TaskDispatch, _ result: Payload, at time: Timestamp, seed: UInt64) {
        let resource = task.resource
        guard resource.waitsForToken || resource.kind == .activity else {
            return advance(.taskSucceeded(task: task.task, output: result), at: time, seed: seed)
        }
        if resource.waitsForToken { advance(.submitted(task: task.task, output: .emptyObject), at: time, seed: seed) }
        advance(.tokenAnswered(task: task.task, answer: .success(result)), at: time, seed: seed)
    }
}
