import Glibc
import Synchronization

/// A thread of our own, for work that blocks: never on the pool that runs `async` code.
final class WorkerThread: Sendable {
    private let id: Mutex<pthread_t?>

    /// Starts the thread.
    ///
    /// - Parameter name: Shown by `top -H`; at most 15 bytes.
    /// - Parameter body: Runs once; the thread ends with it.
    init(name: String, body: @escaping @Sendable () -> Void) {
        let task = Unmanaged.passRetained(ThreadBody(name: name, run: body))
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let body = Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue()
                body.showName()
                body.run()
                return nil
            }, task.toOpaque())
        precondition(code == 0, "the system gives no more threads")
        id = Mutex(thread)
    }

    /// Waits until the body has returned; returns at once when called on the thread itself or a second time.
    func join() {
        let thread = id.withLock { id in
            defer { id = nil }
            return id
        }
        guard let thread else { return }
        if pthread_equal(thread, pthread_self()) != 0 {
            pthread_detach(thread)
        } else {
            pthread_join(thread, nil)
        }
    }
}

private final class ThreadBody: Sendable {
    let name: String
    let run: @Sendable () -> Void

    init(name: String, run: @escaping @Sendable () -> Void) {
        self.name = String(name.prefix(15))
        self.run = run
    }

    /// Names the calling thread; a system that does not let us shows the process's name instead.
    func showName() {
        let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        let bytes = Array(name.utf8)
        write(file, bytes, bytes.count)
        close(file)
    }
}
