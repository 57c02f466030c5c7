import ResourceNames
import StatesInterpreter
import Synchronization

/// State machines that are being deleted and wait for the end of their executions.
final class Retirements: Sendable {
    /// Spares every advance the lock as long as nothing is being deleted.
    private let count = Atomic<Int>(0)
    private let machines = Mutex<[StateMachineARN: @Sendable () -> Void]>([:])

    /// Whether a machine waits.
    func contains(_ machine: StateMachineARN) -> Bool {
        count.load(ordering: .relaxed) > 0 && machines.withLock { $0[machine] != nil }
    }

    /// Adds a machine, with what follows when it need not wait any longer.
    func add(_ machine: StateMachineARN, whenIdle body: @escaping @Sendable () -> Void) {
        machines.withLock { machines in
            machines[machine] = body
            count.store(machines.count, ordering: .relaxed)
        }
    }

    /// Takes a machine out; `nil` when somebody else has.
    func take(_ machine: StateMachineARN) -> (@Sendable () -> Void)? {
        machines.withLock { machines in
            let body = machines.removeValue(forKey: machine)
            count.store(machines.count, ordering: .relaxed)
            return body
        }
    }

    /// Ends a machine's wait.
    func end(_ machine: StateMachineARN) { take(machine)?() }

    /// Whether an input would lead an execution of a waiting machine on to its next transition: there it ends instead.
    ///
    /// Source: API reference, DeleteStateMachine: "On the next state transition, the state machine's executions are terminated."
    func endsExecution(_ input: Input, of machine: StateMachineARN) -> Bool {
        guard contains(machine) else { return false }
        switch input {
        case .proceed, .taskSucceeded, .taskFailed, .tokenAnswered: return true
        case .timerFired(.execution): return false
        case .timerFired: return true
        default: return false
        }
    }
}
