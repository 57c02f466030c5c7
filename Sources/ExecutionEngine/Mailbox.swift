import Platform

/// The queue in front of a shard loop: any thread puts, one thread takes, waiting at most until its next timer.
///
/// Unchecked because the lock is not the compiler's: every access to `items` and `isClosed` holds it.
final class Mailbox<Item: Sendable>: @unchecked Sendable {
    private let lock = WaitLock()
    private var items: [Item] = []
    private var isWoken = false
    private var isClosed = false

    /// Adds an item. Returns `false`, and keeps nothing, once closed.
    @discardableResult
    func put(_ item: Item) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        guard !isClosed else { return false }
        items.append(item)
        if items.count == 1 { lock.signal() }
        return true
    }

    /// Ends a wait without an item.
    func wake() {
        lock.lock()
        isWoken = true
        lock.signal()
        lock.unlock()
    }

    /// Lets the taker see the end once what is queued has been taken.
    func close() {
        lock.lock()
        isClosed = true
        lock.signal()
        lock.unlock()
    }

    /// Takes all items.
    ///
    /// - Parameter milliseconds: How long to wait for one: 0 not at all, `nil` for ever.
    /// - Returns: `nil` when closed and empty.
    func takeAll(waitingAtMost milliseconds: Int64?) -> [Item]? {
        lock.lock()
        defer { lock.unlock() }
        if items.isEmpty, !isClosed, !isWoken, milliseconds != 0 {
            if let milliseconds {
                let end = WaitLock.instant(inMilliseconds: milliseconds)
                while items.isEmpty, !isClosed, !isWoken, lock.wait(until: end) {}
            } else {
                while items.isEmpty, !isClosed, !isWoken { lock.wait() }
            }
        }
        isWoken = false
        if items.isEmpty, isClosed { return nil }
        let taken = items
        items = []
        return taken
    }
}
