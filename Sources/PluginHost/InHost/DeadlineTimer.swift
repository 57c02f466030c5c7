import Platform
import PluginRuntime

/// Runs pieces of work at instants of the monotonic clock, on a thread of its own. They must be short.
final class DeadlineTimer: @unchecked Sendable {
    // Sendable: all state is touched only under `lock`.
    private struct Entry {
        let instant: Int64
        let work: @Sendable () -> Void
    }
    private let lock = WaitLock()
    /// Latest first, so that the earliest is taken from the end.
    private var entries: [Entry] = []
    private var isRunning = false

    /// Runs `work` at an instant, in nanoseconds of the monotonic clock. It cannot be taken back: let it look whether it is still wanted.
    func schedule(at instant: Int64, _ work: @escaping @Sendable () -> Void) {
        lock.lock()
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].instant > instant { low = middle + 1 } else { high = middle }
        }
        entries.insert(Entry(instant: instant, work: work), at: low)
        let needsThread = !isRunning
        isRunning = true
        if low == entries.count - 1 { lock.signal() }
        lock.unlock()
        if needsThread { DetachedThread.start { self.serve() } }
    }

    private func serve() -> Never {
        lock.lock()
        while true {
            guard let first = entries.last else {
                lock.wait()
                continue
            }
            if first.instant <= Clocks.monotonicNanoseconds {
                entries.removeLast()
                lock.unlock()
                first.work()
                lock.lock()
            } else {
                // Whether the time is up, the next turn sees.
                _ = lock.wait(until: first.instant)
            }
        }
    }
}
