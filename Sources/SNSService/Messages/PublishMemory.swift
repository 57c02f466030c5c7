import ResourceNames
import StorageContract
import Synchronization

/// What was published in the last minutes, by deduplication id and by idempotency key: a repeat is answered with the first receipt.
final class PublishMemory: Sendable {
    /// What is known of a publish about to happen.
    enum Finding: Sendable {
        /// It is new and now noted; the rows to be deleted are those of old publishes.
        case new(expired: [String])
        /// It happened already.
        case known(PublishReceipt)
        /// It is under way: wait, then look again.
        case pending(key: String)
    }

    fileprivate struct Entry {
        let receipt: PublishReceipt
        let expiresAt: Timestamp
        var isSettled: Bool
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    fileprivate struct State {
        var entries: [String: Entry] = [:]
        /// Keys by age.
        var order = ExpiryQueue()
        var lastSequence: Int64 = 0
    }

    private let state: Mutex<State>

    /// Reads what earlier processes left.
    init(store: any Store, now: Timestamp) throws(StoreError) {
        var found = State()
        try store.eachResource(kind: ResourceKind.deduplication) { key, bytes throws(StoreError) in
            guard let (receipt, expiresAt) = PublishReceipt.read(bytes) else { return }
            found.entries[key] = Entry(receipt: receipt, expiresAt: expiresAt, isSettled: true)
            found.order.append(key, at: expiresAt)
        }
        found.order.sort()
        state = Mutex(found)
    }

    /// The next sequence number: rises, over restarts too.
    func nextSequenceNumber(_ now: Timestamp) -> String {
        let number = state.withLock { state in
            state.lastSequence = max(state.lastSequence + 1, now.milliseconds << 10)
            return state.lastSequence
        }
        let digits = String(number)
        return "1" + String(repeating: "0", count: max(0, 19 - digits.utf8.count)) + digits
    }

    /// Looks a publish up by its keys, and notes it when it is new.
    func note(_ keys: [String], _ receipt: PublishReceipt, _ now: Timestamp) -> Finding {
        state.withLock { state in
            for key in keys {
                guard let entry = state.entries[key] else { continue }
                guard entry.isSettled else { return .pending(key: key) }
                if entry.expiresAt > now { return .known(entry.receipt) }
            }
            let expired = state.expire(now)
            let expiresAt = now + Limits.deduplicationWindow
            for key in keys {
                state.entries[key] = Entry(receipt: receipt, expiresAt: expiresAt, isSettled: false)
                state.order.append(key, at: expiresAt)
            }
            return .new(expired: expired)
        }
    }

    /// Ends the wait for a publish: it is durable, or was taken back.
    func settle(_ keys: [String], isCommitted: Bool) {
        let waiting = state.withLock { state in
            keys.flatMap { key -> [CheckedContinuation<Void, Never>] in
                let waiting = state.entries[key]?.waiting ?? []
                state.entries[key]?.waiting = []
                if isCommitted { state.entries[key]?.isSettled = true } else { state.entries[key] = nil }
                return waiting
            }
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits for a publish to be settled.
    func wait(for key: String) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isWaiting = state.withLock { state in
                guard let entry = state.entries[key], !entry.isSettled else { return false }
                state.entries[key]?.waiting.append(continuation)
                return true
            }
            if !isWaiting { continuation.resume() }
        }
    }
}

extension PublishMemory.State {
    /// Forgets what is old, a little at a time.
    fileprivate mutating func expire(_ now: Timestamp) -> [String] {
        var expired: [String] = []
        while expired.count < 16, let oldest = order.first, oldest.at <= now {
            order.removeFirst()
            guard let entry = entries[oldest.key], entry.isSettled, entry.expiresAt <= now else { continue }
            entries[oldest.key] = nil
            expired.append(oldest.key)
        }
        return expired
    }
}
