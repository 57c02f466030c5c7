import ResourceNames
import StatesInterpreter
import StorageContract
import Synchronization

/// How many STANDARD executions run in each account and region, which AWS bounds.
///
/// EXPRESS executions and children of Map Runs do not count. Source: developer guide, "Service quotas", open executions.
final class OpenExecutions: Sendable {
    private let counts = Mutex<[Territory: Int]>([:])

    /// Takes a place for one more; `false` when none is left.
    func take(in territory: Territory, limit: Int) -> Bool {
        counts.withLock { counts in
            guard counts[territory, default: 0] < limit else { return false }
            counts[territory, default: 0] += 1
            return true
        }
    }

    /// Gives a place back.
    func release(in territory: Territory) { add(-1, in: territory) }

    /// Counts executions that run already.
    func add(_ count: Int, in territory: Territory) {
        counts.withLock { $0[territory] = max(0, $0[territory, default: 0] + count) }
    }
}

extension ExecutionEngine {
    /// Rows read at once.
    private static let pageMax = 1_000

    /// Counts what the process before this one left running.
    func countOpenExecutions() throws(StoreError) {
        var last: String?
        repeat {
            let after = last
            let machines = try services.store.readNow { reader throws(StoreError) in
                var page: [(name: String, count: Int)] = []
                for name in try reader.machines(after: after, limit: Self.pageMax) {
                    let running = ExecutionStatus.running.rawValue
                    page.append((name, try reader.countExecutions(machine: name, status: running)))
                }
                return page
            }
            for (name, count) in machines where count > 0 {
                // Names of Map Runs, and of machines whose executions are children, are not machines of their own.
                guard let machine = StateMachineARN(storedName: name), !machine.name.contains("/") else { continue }
                services.open.add(count, in: machine.territory)
            }
            last = machines.last?.name
        } while last != nil
        try leaveOutExpress()
    }

    /// EXPRESS executions that will begin again have rows like the others.
    private func leaveOutExpress() throws(StoreError) {
        var position: (key: ExecutionKey, id: Int64)?
        repeat {
            let after = position
            let (page, machines) = try services.store.readNow { reader throws(StoreError) in
                let page = try reader.obligations(after: after, limit: Self.pageMax)
                var machines: [String] = []
                for obligation in page where obligation.id == ObligationID.express {
                    if let row = try reader.execution(obligation.key) { machines.append(row.machine) }
                }
                return (page, machines)
            }
            for machine in machines.compactMap({ StateMachineARN(storedName: $0) }) {
                services.open.release(in: machine.territory)
            }
            position = page.last.map { ($0.key, $0.id) }
        } while position != nil
    }
}

extension ShardLoop {
    /// Takes the place of an execution that begins, or begins again.
    ///
    /// - Throws: `tooManyExecutions`.
    func takePlace(of execution: LiveExecution) throws(EngineFailure) {
        guard isCounted(execution) else { return }
        let limit = services.limits.openExecutionsMax
        guard services.open.take(in: execution.arn.stateMachine.territory, limit: limit) else {
            throw .tooManyExecutions(limit)
        }
    }

    /// Gives the place of an execution back that is over, or has not begun after all.
    func releasePlace(of execution: LiveExecution) {
        guard isCounted(execution) else { return }
        services.open.release(in: execution.arn.stateMachine.territory)
    }

    private func isCounted(_ execution: LiveExecution) -> Bool {
        !execution.isTransient && !execution.details.isExpress && execution.details.mapRun == nil
            && execution.endedUnread == nil
    }
}
