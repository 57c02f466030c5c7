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

    private struct State {
        var recent = Deduplication<PublishReceipt>()
        var sequence = RisingNumber()
    }

    private let state: Mutex<State>

    /// Reads what earlier processes left.
    init(store: any Store) throws(StoreError) {
        var found = State()
        try store.eachResource(kind: ResourceKind.deduplication) { key, bytes throws(StoreError) in
            guard let (receipt, expiresAt) = PublishReceipt.read(bytes) else { return }
            found.recent.note(key, receipt, expiresAt: expiresAt, isSettled: true)
        }
        found.recent.sortByAge()
        state = Mutex(found)
    }

    /// The next sequence number: rises, over restarts too.
    func nextSequenceNumber(_ now: Timestamp) -> String {
        RisingNumber.sequenceNumber(state.withLock { $0.sequence.next(now) })
    }

    /// Looks a publish up by its keys, and notes it when it is new.
    func note(_ keys: [String], _ receipt: PublishReceipt, _ now: Timestamp) -> Finding {
        state.withLock { state in
            for key in keys {
                if let entry = state.recent[key], !entry.isSettled { return .pending(key: key) }
            }
            if let earlier = state.recent.receipt(ofAny: keys, now) { return .known(earlier) }
            let expired = state.recent.expire(now)
            for key in keys {
                state.recent.note(key, receipt, expiresAt: now + Limits.deduplicationWindow, isSettled: false)
            }
            return .new(expired: expired)
        }
    }

    /// Ends the wait for a publish: it is durable, or was taken back.
    func settle(_ keys: [String], isCommitted: Bool) {
        let waiting = state.withLock { state in keys.flatMap { state.recent.settle($0, isCommitted: isCommitted) } }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits for a publish to be settled.
    func wait(for key: String) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isWaiting = state.withLock { $0.recent.wait(for: key, continuation) }
            if !isWaiting { continuation.resume() }
        }
    }
}
