import ResourceNames
import StatesInterpreter
import StorageContract

/// What is asked by those who look on.
extension ExecutionEngine {
    /// Who follows executions.
    package var watchers: ExecutionWatchers { services.watchers }

    /// The key by which an execution is followed.
    package func key(of execution: ExecutionARN) async throws(EngineFailure) -> ExecutionKey {
        if let express = ExecutionKey.ofExpress(execution) { return express }
        return try await row(of: execution).key
    }

    /// How many executions there are of a machine, of a status or of all.
    package func count(of machine: StateMachineARN, status: ExecutionStatus?) async throws(EngineFailure) -> Int {
        let statuses = status.map { [$0] } ?? ExecutionStatus.allCases
        return try await read { reader throws(StoreError) in
            var count = 0
            for status in statuses {
                count += try reader.countExecutions(machine: machine.storedName, status: status.rawValue)
            }
            return count
        }
    }

    /// The token of a task of an execution; it is good as long as the task waits.
    ///
    /// - Parameter task: The id of the event that scheduled it.
    package func taskToken(of execution: ExecutionARN, key: ExecutionKey, task: Int64) -> String {
        let account = UInt64(execution.stateMachine.territory.account) ?? 0
        return TaskToken(execution: key, task: task, account: account).text(sealedWith: services.tokenKey)
    }

    /// Tasks that wait for a token, of all executions.
    ///
    /// - Parameter most: How many are enough.
    package func openTasks(most: Int) async throws(EngineFailure) -> [(
        execution: ExecutionDescription, key: ExecutionKey, task: Int64
    )] {
        let rows = try await read { reader throws(StoreError) in
            var found: [(row: ExecutionRow, task: Int64)] = []
            for (key, task) in try reader.openTasks(after: nil, limit: most) {
                if let row = try reader.execution(key) { found.append((row, task)) }
            }
            return found
        }
        var tasks: [(ExecutionDescription, ExecutionKey, Int64)] = []
        for (row, task) in rows { tasks.append((try Self.description(of: row), row.key, task)) }
        return tasks
    }

    /// When a task fails unless it is heard of before; `nil` for one that owes no heartbeat, or is over.
    package func heartbeatDeadline(of key: ExecutionKey, task: Int64) async -> Timestamp? {
        await withCheckedContinuation { continuation in
            let isPosted = loop(for: key).post { loop in
                let clock = loop.services.clock
                continuation.resume(
                    returning: loop.resident(key)?.armed[.heartbeat(task)].map {
                        Timestamp(milliseconds: clock.now.milliseconds + $0 - clock.monotonicMilliseconds)
                    })
            }
            if !isPosted { continuation.resume(returning: nil) }
        }
    }
}
