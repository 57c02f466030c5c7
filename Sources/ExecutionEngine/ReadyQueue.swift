import DequeModule
import StorageContract

/// Executions with inputs waiting: state machines take turns, and within one machine its executions.
///
/// One execution that never rests, or one machine with a thousand of them, cannot keep the others of a shard from going on.
struct ReadyQueue {
    private var machines: Deque<String> = []
    private var executionsByMachine: [String: Deque<ExecutionKey>] = [:]

    var isEmpty: Bool { machines.isEmpty }

    /// Adds an execution behind the others of its machine. The caller sees to it that none is added twice.
    mutating func append(_ key: ExecutionKey, of machine: String) {
        if executionsByMachine[machine, default: []].isEmpty { machines.append(machine) }
        executionsByMachine[machine, default: []].append(key)
    }

    /// Takes the first execution of the machine whose turn it is.
    mutating func popFirst() -> ExecutionKey? {
        guard let machine = machines.popFirst() else { return nil }
        let key = executionsByMachine[machine]?.popFirst()
        if executionsByMachine[machine]?.isEmpty ?? true {
            executionsByMachine[machine] = nil
        } else {
            machines.append(machine)
        }
        return key
    }
}
