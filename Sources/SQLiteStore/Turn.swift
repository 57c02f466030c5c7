import Synchronization

/// Whose turn it is to hold SQLite's write lock: the writer's or the checkpointer's. Waiting here costs no polling.
final class Turn: Sendable {
    private let mutex = Mutex<Void>(())

    /// Runs the body alone.
    func take<Answer: Sendable, Failure: Error>(_ body: () throws(Failure) -> Answer) throws(Failure) -> Answer {
        try mutex.withLock { (_: inout sending Void) throws(Failure) -> Answer in try body() }
    }
}
