import DequeModule
import Platform

/// Threads of the host's own on which handlers run: made when all are busy, gone when idle for long.
final class HostThreads: @unchecked Sendable {
    // Sendable: all state is touched only under `lock`.
    private let lock = WaitLock()
    private let threadsMax: Int
    private var work: Deque<@Sendable () -> Void> = []
    private var threads = 0
    private var idle = 0
    /// A thread has been woken and has not looked yet. It wakes the next one if it finds more than it takes: a thread that is at work
    /// anyway often gets there first, and then nobody was woken for nothing.
    private var isWaking = false

    /// At most so many threads; further work queues.
    init(threadsMax: Int) {
        self.threadsMax = threadsMax
    }

    /// Runs a piece of work on one of the threads, soon.
    func run(_ piece: @escaping @Sendable () -> Void) {
        lock.lock()
        work.append(piece)
        let needsThread = work.count > idle && threads < threadsMax
        if needsThread { threads += 1 }
        let wakes = wakesOne()
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
        var wasIdle = false
        while work.isEmpty {
            idle += 1
            let isWoken = lock.wait(until: WaitLock.instant(inMilliseconds: 10_000))
            idle -= 1
            isWaking = false
            wasIdle = true
            if !isWoken, work.isEmpty {
                threads -= 1
                lock.unlock()
                return nil
            }
        }
        let piece = work.removeFirst()
        let wakes = wasIdle && wakesOne()
        lock.unlock()
        if wakes { lock.signal() }
        return piece
    }

    /// Whether an idle thread is to be woken for what waits. [locked]
    private func wakesOne() -> Bool {
        guard !work.isEmpty, idle > 0, !isWaking else { return false }
        isWaking = true
        return true
    }
}
