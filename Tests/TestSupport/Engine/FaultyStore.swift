import StorageContract
import Synchronization

/// A store that stops keeping anything after a number of commits, as a machine does whose power fails: what was acknowledged before is there,
/// nothing after it is acknowledged. It can also fail single commits and go on, or keep its
/// answers to itself for a while.
package final class FaultyStore: Store {
    private struct State {
        var commitsLeft: Int?
        var failuresLeft = 0
        var commits = 0
        var units = 0
        var reads = 0
        var isPowerGone = false
        /// Commits that are still told of at once; `nil`: all.
        var toldAtOnce: Int?
        var untold: [@Sendable () -> Void] = []
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

    /// After so many commits more, those to come are made but nobody is told, as when the thread that tells is held up.
    package func holdAnswers(after count: Int) { state.withLock { $0.toldAtOnce = count } }

    /// Tells of all commits that were made meanwhile, in their order.
    package func tellAnswers() {
        let untold = state.withLock { state in
            defer { (state.toldAtOnce, state.untold) = (nil, []) }
            return state.untold
        }
        for tell in untold { tell() }
    }

    /// Passes an answer on, or keeps it.
    private func told(_ completion: @escaping @Sendable ([UnitResult]) -> Void) -> @Sendable ([UnitResult]) -> Void {
        let isHeld = state.withLock { state in
            guard let left = state.toldAtOnce else { return false }
            state.toldAtOnce = max(0, left - 1)
            return left == 0
        }
        guard isHeld else { return completion }
        return { [self] results in
            let isTold = state.withLock { state in
                guard state.toldAtOnce != nil else { return true }
                state.untold.append { completion(results) }
                return false
            }
            if isTold { completion(results) }
        }
    }

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
        case .kept: base.commit(units, completion: told(completion))
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
