import Synchronization

/// How far a live tail has come.
final class TailPlace: Sendable {
    private let state = Mutex((count: 0, isOver: false))

    /// It has not begun.
    init() {}

    /// How many messages there were before the next one.
    func next() -> Int {
        state.withLock { state in
            defer { state.count += 1 }
            return state.count
        }
    }

    /// Nothing follows what was told last.
    func finish() { state.withLock { $0.isOver = true } }

    /// Whether nothing follows.
    var isOver: Bool { state.withLock { $0.isOver } }
}
