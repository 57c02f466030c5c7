import StorageContract
import Synchronization

/// Finds the loop of a key from any thread: what one execution wants of another goes through it.
final class ShardRouter: Sendable {
    private let loops = Mutex<[ShardLoop]>([])

    /// Lets the loops find one another; an empty list lets them go.
    func connect(_ loops: [ShardLoop]) { self.loops.withLock { $0 = loops } }

    /// Hands work to the loop of a key. After the engine's end nothing happens: what is due is in the store.
    func post(to key: ExecutionKey, _ work: @escaping ShardLoop.Work) {
        let loop = loops.withLock { $0.isEmpty ? nil : $0[key.shard % $0.count] }
        loop?.post(work)
    }
}
