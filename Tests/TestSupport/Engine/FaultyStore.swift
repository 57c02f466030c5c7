import StorageContract
import Synchronization

/// A store that stops keeping anything after a number of commits, as a machine does whose power fails: what was acknowledged before is there,
/// nothing after it is acknowledged. It can also fail single commits and go on.
package final class FaultyStore: Store {
    private struct State {
        var commitsLeft: Int?
        var failuresLeft = 0
        var commits = 0
        var units = 0
        var reads = 0
        var isPowerGone = false
    }
    private let base: any Store
    private let state = Mutex(State())

    /// - Parameter commitsLeft: After so many commits the power is gone; `nil`: never.
    package init(_ base: any Store, commitsLeft: Int? = nil) {
        self.base = base
        state.withLock { $0.commitsLeft = commitsLeft }
    }

    /// Commits so far.
    package var commitCount: Int { state.withLock(\.commits) }

    /// Units in those commits.
    package var unitCount: Int { state.withLock(\.units) }

    /// Reads so far.
    package var readCount: Int { state.withLock(\.reads) }

    /// Whether a commit has come after the power was gone.
    package var isPowerGone: Bool { state.withLock(\.isPowerGone) }

    /// Lets the next commits fail as a full disk does.
    package func failNext(_ count: Int) { state.withLock { $0.failuresLeft = count } }

    package func commit(_ units: [WriteUnit], completion: @escaping @Sendable ([UnitResult]) -> Void) {
        enum Fate { case kept, failed, lost }
        let fate: Fate = state.withLock { state in
            if state.failuresLeft > 0 {
                state.failuresLeft -= 1
                return .failed
            }
            if let left = state.commitsLeft {
                guard left > 0 else {
                    state.isPowerGone = true
                    return .lost
                }
                state.commitsLeft = left - 1
            }
            state.commits += 1
            state.units += units.count
            return .kept
        }
        switch fate {
        case .kept: base.commit(units, completion: completion)
        case .failed: completion(units.map { _ in .failed(StoreError(.full, "the disk is full")) })
        case .lost: return
        }
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        state.withLock { $0.reads += 1 }
        return try await base.read(body)
    }

    package func readNow<Answer>(_ body: (any StoreReader) throws(StoreError) -> Answer) throws(StoreError) -> Answer {
        state.withLock { $0.reads += 1 }
        return try base.readNow(body)
    }

    package func acquireShards() throws(StoreError) -> [UInt64] { try base.acquireShards() }
    package var tokenKey: [UInt8] { get throws(StoreError) { try base.tokenKey } }
    package func close() { base.close() }
}
