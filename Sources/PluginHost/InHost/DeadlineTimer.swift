import Glibc
import PluginRuntime

/// Runs pieces of work at instants of the monotonic clock, on a thread of its own. They must be short.
final class DeadlineTimer: @unchecked Sendable {
    // Sendable: all state is touched only under `lock`.
    private struct Entry {
        let instant: Int64
        let work: @Sendable () -> Void
    }
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// Latest first, so that the earliest is taken from the end.
    private var entries: [Entry] = []
    private var isRunning = false

    init() {
        pthread_mutex_init(lock, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(changed, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    /// Runs `work` at an instant, in nanoseconds of the monotonic clock. It cannot be taken back: let it look whether it is still wanted.
    func schedule(at instant: Int64, _ work: @escaping @Sendable () -> Void) {
        pthread_mutex_lock(lock)
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].instant > instant { low = middle + 1 } else { high = middle }
        }
        entries.insert(Entry(instant: instant, work: work), at: low)
        let needsThread = !isRunning
        isRunning = true
        if low == entries.count - 1 { pthread_cond_signal(changed) }
        pthread_mutex_unlock(lock)
        if needsThread { DetachedThread.start { self.serve() } }
    }

    private func serve() -> Never {
        pthread_mutex_lock(lock)
        while true {
            guard let first = entries.last else {
                pthread_cond_wait(changed, lock)
                continue
            }
            if first.instant <= Clocks.monotonicNanoseconds {
                entries.removeLast()
                pthread_mutex_unlock(lock)
                first.work()
                pthread_mutex_lock(lock)
            } else {
                var until = timespec(
                    tv_sec: Int(first.instant / 1_000_000_000), tv_nsec: Int(first.instant % 1_000_000_000))
                pthread_cond_timedwait(changed, lock, &until)
            }
        }
    }
}
