import Glibc

/// A lock whose holder can wait until another thread signals a change. For threads that may block.
///
/// Unchecked because nothing here is Swift's to check: both objects are made once and meant for all threads.
package final class WaitLock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// A free lock.
    package init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Waits for the lock and takes it.
    package func lock() { pthread_mutex_lock(mutex) }

    /// Gives the lock back.
    package func unlock() { pthread_mutex_unlock(mutex) }

    /// Wakes one thread that waits.
    package func signal() { pthread_cond_signal(condition) }

    /// Wakes every thread that waits.
    package func broadcast() { pthread_cond_broadcast(condition) }

    /// Gives the lock back until woken, then holds it again; it may wake without reason.
    package func wait() { pthread_cond_wait(condition, mutex) }

    /// The same, but not beyond an instant, in nanoseconds of the monotonic clock.
    ///
    /// - Returns: `false` when the time was up.
    package func wait(until instant: Int64) -> Bool {
        var deadline = timespec(tv_sec: Int(instant / 1_000_000_000), tv_nsec: Int(instant % 1_000_000_000))
        return pthread_cond_timedwait(condition, mutex, &deadline) != ETIMEDOUT
    }

    /// The instant, for `wait`, that lies so many milliseconds ahead.
    package static func instant(inMilliseconds milliseconds: Int64) -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) + milliseconds * 1_000_000
    }
}
