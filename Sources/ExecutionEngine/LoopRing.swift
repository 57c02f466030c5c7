import StorageContract
import Synchronization

/// Finds the loop that owns an execution. Filled once, when all loops have been made.
final class LoopRing: Sendable {
    private let loops = Mutex<[Weak]>([])

    private struct Weak: Sendable {
        weak var loop: ShardLoop?
    }

    /// Takes the loops in.
    func fill(_ all: [ShardLoop]) { loops.withLock { $0 = all.map { Weak(loop: $0) } } }

    /// The loop that owns an execution; `nil` once the engine is gone.
    func loop(for key: ExecutionKey) -> ShardLoop? {
        loops.withLock { loops in loops.isEmpty ? nil : loops[key.shard % loops.count].loop }
    }
}
