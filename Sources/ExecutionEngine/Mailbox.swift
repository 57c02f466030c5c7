import Glibc

/// The queue in front of a shard loop: any thread puts, one thread takes, waiting at most until its next timer.
///
/// Unchecked because the lock is a pthread mutex: every access to `items` and `isClosed` holds it.
final class Mailbox<Item: Sendable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var items: [Item] = []
    private var isWoken = false
    private var isClosed = false

    init() {
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

    /// Adds an item. Returns `false`, and keeps nothing, once closed.
    @discardableResult
    func put(_ item: Item) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard !isClosed else { return false }
        items.append(item)
        if items.count == 1 { pthread_cond_signal(condition) }
        return true
    }

    /// Ends a wait without an item.
    func wake() {
        pthread_mutex_lock(mutex)
        isWoken = true
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Lets the taker see the end once what is queued has been taken.
    func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Takes all items.
    ///
    /// - Parameter milliseconds: How long to wait for one: 0 not at all, `nil` for ever.
    /// - Returns: `nil` when closed and empty.
    func takeAll(waitingAtMost milliseconds: Int64?) -> [Item]? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        if items.isEmpty, !isClosed, !isWoken, milliseconds != 0 {
            if let milliseconds {
                var deadline = timespec()
                clock_gettime(CLOCK_MONOTONIC, &deadline)
                deadline.tv_sec += Int(milliseconds / 1_000)
                deadline.tv_nsec += Int(milliseconds % 1_000) * 1_000_000
                if deadline.tv_nsec >= 1_000_000_000 {
                    (deadline.tv_sec, deadline.tv_nsec) = (deadline.tv_sec + 1, deadline.tv_nsec - 1_000_000_000)
                }
                while items.isEmpty, !isClosed, !isWoken, pthread_cond_timedwait(condition, mutex, &deadline) == 0 {}
            } else {
                while items.isEmpty, !isClosed, !isWoken { pthread_cond_wait(condition, mutex) }
            }
        }
        isWoken = false
        if items.isEmpty, isClosed { return nil }
        let taken = items
        items = []
        return taken
    }
}
