import StorageContract
import Synchronization

/// Who follows executions: told that something has become durable, never what. What it is, they read.
///
/// While nobody follows, a commit pays for one load.
package final class ExecutionWatchers: Sendable {
    /// What somebody follows.
    package enum Interest: Sendable {
        /// One execution.
        case execution(ExecutionKey)
        /// Every execution.
        case executions
        /// Tasks that begin or cease to wait for a token, and their heartbeats.
        case tokens
    }

    /// Runs on the threads that commit: it must do next to nothing.
    package typealias Ring = @Sendable () -> Void

    private struct Watchers {
        var next = 0
        var ofExecution: [ExecutionKey: [Int: Ring]] = [:]
        var ofExecutions: [Int: Ring] = [:]
        var ofTokens: [Int: Ring] = [:]
    }

    private let count = Atomic<Int>(0)
    private let watchers = Mutex(Watchers())

    /// Begins to tell.
    ///
    /// - Returns: What `remove` takes.
    package func add(_ interest: Interest, _ ring: @escaping Ring) -> Int {
        count.add(1, ordering: .relaxed)
        return watchers.withLock { watchers in
            watchers.next += 1
            let id = watchers.next
            switch interest {
            case .execution(let key): watchers.ofExecution[key, default: [:]][id] = ring
            case .executions: watchers.ofExecutions[id] = ring
            case .tokens: watchers.ofTokens[id] = ring
            }
            return id
        }
    }

    /// Tells no more.
    package func remove(_ id: Int, _ interest: Interest) {
        count.subtract(1, ordering: .relaxed)
        watchers.withLock { watchers in
            switch interest {
            case .execution(let key):
                watchers.ofExecution[key]?[id] = nil
                if watchers.ofExecution[key]?.isEmpty == true { watchers.ofExecution[key] = nil }
            case .executions: watchers.ofExecutions[id] = nil
            case .tokens: watchers.ofTokens[id] = nil
            }
        }
    }

    /// Tells of a unit that is durable. [shard threads]
    func tell(of key: ExecutionKey, _ unit: OpenUnit) {
        guard count.load(ordering: .relaxed) > 0 else { return }
        watchers.withLock { watchers in
            watchers.ofExecution[key]?.values.forEach { $0() }
            watchers.ofExecutions.values.forEach { $0() }
            guard !watchers.ofTokens.isEmpty,
                unit.hasHeartbeat || unit.mutations.contains(where: \.isOfOpenTask)
            else { return }
            watchers.ofTokens.values.forEach { $0() }
        }
    }
}

extension Mutation {
    /// Whether a task begins or ceases to wait for a token.
    fileprivate var isOfOpenTask: Bool {
        switch self {
        case .putOpenTask, .deleteOpenTask: true
        default: false
        }
    }
}
