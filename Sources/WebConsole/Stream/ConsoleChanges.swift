import Synchronization

/// Where services say that something has changed which pages show and no execution tells of. While nobody looks on, that costs one load.
package final class ConsoleChanges: Sendable {
    /// What has changed.
    package enum Kind: Sendable {
        /// Messages of a queue, or queues themselves.
        case queues
        /// A stack, or one of its resources.
        case stacks
    }

    private struct State {
        var next = 0
        var rings: [Int: (kind: Kind, ring: ConsoleFeed.Ring)] = [:]
    }

    private let count = Atomic<Int>(0)
    private let state = Mutex(State())

    /// Nobody looks on yet.
    init() {}

    /// Says that something has changed. [any thread]
    func happened(_ kind: Kind) {
        guard count.load(ordering: .relaxed) > 0 else { return }
        state.withLock { state in
            for (_, one) in state.rings where one.kind == kind { one.ring() }
        }
    }

    /// Begins to tell.
    ///
    /// - Returns: What `remove` takes.
    func add(_ kind: Kind, _ ring: @escaping ConsoleFeed.Ring) -> Int {
        count.add(1, ordering: .relaxed)
        return state.withLock { state in
            state.next += 1
            state.rings[state.next] = (kind, ring)
            return state.next
        }
    }

    /// Tells no more.
    func remove(_ id: Int) {
        count.subtract(1, ordering: .relaxed)
        state.withLock { $0.rings[id] = nil }
    }
}
