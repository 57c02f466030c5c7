import Glibc

/// Hands one value from the thread that has it to the thread that waits for it.
final class Waiter<Value: Sendable>: @unchecked Sendable {
    // Sendable: `value` is touched only under `lock`.
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let arrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var value: Value?

    init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(arrived, nil)
    }

    deinit {
        pthread_cond_destroy(arrived)
        pthread_mutex_destroy(lock)
        arrived.deallocate()
        lock.deallocate()
    }

    /// Hands the value over.
    func provide(_ value: Value) {
        pthread_mutex_lock(lock)
        self.value = value
        pthread_cond_signal(arrived)
        pthread_mutex_unlock(lock)
    }

    /// Blocks until the value is there.
    func wait() -> Value {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let value { return value }
            pthread_cond_wait(arrived, lock)
        }
    }
}
