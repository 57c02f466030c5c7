import StorageContract
import Synchronization

/// A store that loses commits on purpose, as a failing disk or a cut connection does.
package final class FailingStore: Store {
    /// What becomes of one call of `commit`.
    package enum Fate: Sendable {
        case committed
        /// Nothing is written, and the caller is told so.
        case lost
        /// All is written, and the caller is told that it failed: the connection broke before the answer came.
        case unacknowledged
    }

    private struct State {
        var calls = 0
        var fate: @Sendable (Int) -> Fate = { _ in .committed }
    }

    private let store: any Store
    private let state = Mutex(State())

    /// Wraps a store. Every commit succeeds until `fail` says otherwise.
    package init(_ store: any Store) { self.store = store }

    /// Calls of `commit` so far.
    package var commitCount: Int { state.withLock { $0.calls } }

    /// Decides about the commits to come, given the number of each call, counted from 1.
    package func fail(_ fate: @escaping @Sendable (Int) -> Fate) { state.withLock { $0.fate = fate } }

    package func commit(_ units: [WriteUnit], completion: @escaping @Sendable ([UnitResult]) -> Void) {
        let (call, decide) = state.withLock { state in
            state.calls += 1
            return (state.calls, state.fate)
        }
        let failed = units.map { _ in UnitResult.failed(StoreError(.unavailable, "commit \(call) fails on purpose")) }
        switch decide(call) {
        case .committed: store.commit(units, completion: completion)
        case .lost: store.commit([]) { _ in completion(failed) }
        case .unacknowledged: store.commit(units) { _ in completion(failed) }
        }
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        try await store.read(body)
    }

    package func readNow<Answer>(_ body: (any StoreReader) throws(StoreError) -> Answer) throws(StoreError) -> Answer {
        try store.readNow(body)
    }

    package func acquireShards() throws(StoreError) -> [UInt64] { try store.acquireShards() }

    package var tokenKey: [UInt8] { get throws(StoreError) { try store.tokenKey } }

    package func close() { store.close() }
}
