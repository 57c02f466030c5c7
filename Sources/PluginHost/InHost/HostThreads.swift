import Platform

/// Threads of the host's own on which handlers run: made when all are busy, gone when idle for long.
final class HostThreads: @unchecked Sendable {
    // Sendable: all state is touched only under `lock`.
    private let lock = WaitLock()
    private let threadsMax: Int
    private var work: [@Sendable () -> Void] = []
    private var next = 0
    private var threads = 0
    private var idle = 0

    /// At most so many threads; further work queues.
    init(threadsMax: Int) {
        self.threadsMax = threadsMax
    }

    /// Runs a piece of work on one of the threads, soon.
    func run(_ piece: @escaping @Sendable () -> Void) {
        lock.lock()
        work.append(piece)
        let needsThread = work.count - next > idle && threads < threadsMax
        if needsThread { threads += 1 }
        let wakes = idle > 0
        lock.unlock()
        // Not before: who wakes wants the lock.
        if wakes { lock.signal() }
        if needsThread {
            DetachedThread.start { self.serve() }
        }
    }

    private func serve() {
        while let piece = take() { piece() }
    }

    /// The next piece, or `nil` when the thread has been idle for long.
    private func take() -> (@Sendable () -> Void)? {
        lock.lock()
        defer { lock.unlock() }
        while next == work.count {
            idle += 1
            let isWoken = lock.wait(until: WaitLock.instant(inMilliseconds: 10_000))
            idle -= 1
            if !isWoken, next == work.count {
                threads -= 1
                return nil
            }
        }
        let piece = work[next]
        next += 1
        if next == work.count || next > 1_024 {
            work.removeFirst(next)
            next = 0
        }
        return piece
    }
}
