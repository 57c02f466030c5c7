import Glibc
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
        lock.signal()
        lock.unlock()
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

/// A thread that nobody waits for.
enum DetachedThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts one with all signals blocked: they belong to the host's main thread.
    static func start(_ run: @escaping @Sendable () -> Void) {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(Body(run)).toOpaque())
        precondition(status == 0, "the system gives no more threads")
        pthread_detach(thread)
    }
}
