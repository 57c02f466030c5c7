import AWSWire
import ResourceNames
import StorageContract
import Synchronization

/// One queue: its settings, the index of its messages, and who waits for them. Rows are read at its first use.
final class Queue: Sendable {
    /// What several threads share.
    struct State {
        var record: QueueRecord
        var index: MessageIndex
        var deduplication = Deduplication<SendReceipt>()
        var waiters = ReceiveWaiters()
        var loading = Loading.absent
        /// Ids of messages.
        var ids = RisingNumber()
        /// The earliest instant for which a timer is set while receivers wait.
        var timerSetFor: Timestamp?
        var isDeleted = false
    }

    /// Whether the rows are in the index.
    enum Loading {
        case absent
        case underWay([CheckedContinuation<Void, Never>])
        case done
    }

    let key: QueueKey
    let number: Int64
    let store: any Store
    let surroundings: Surroundings
    let state: Mutex<State>

    /// - Parameter isNew: The queue was made just now: there are no rows to read.
    init(_ record: QueueRecord, store: any Store, surroundings: Surroundings, isNew: Bool) {
        key = record.key
        number = record.number
        self.store = store
        self.surroundings = surroundings
        var first = State(record: record, index: MessageIndex(isFIFO: record.key.isFIFO))
        if isNew { first.loading = .done }
        state = Mutex(first)
    }

    /// The settings now in force.
    var attributes: QueueAttributes { state.withLock { $0.record.attributes } }

    /// The whole stored record.
    var record: QueueRecord {
        get { state.withLock { $0.record } }
        set { state.withLock { $0.record = newValue } }
    }

    /// Writes, settles on the store's thread, then returns.
    func commit(_ write: PreparedWrite) async throws(ServiceError) {
        do throws(StoreError) { try await store.commit([write]) } catch { throw .store(error) }
        surroundings.changed()
    }

    /// Resumes receivers and sets a timer for those that go on waiting.
    ///
    /// Call with the lock released.
    func carryOut(_ wake: Wake) {
        surroundings.changed()
        for continuation in wake.resumed { continuation.resume(returning: .tryAgain) }
        if let instant = wake.timer {
            let span = max(.zero, instant - surroundings.clock.now)
            surroundings.clock.after(span) { [weak self] in self?.timerFired() }
        }
    }

    /// What is to be done after a change of the index.
    struct Wake {
        var resumed: [CheckedContinuation<ReceiveWaiters.Signal, Never>] = []
        var timer: Timestamp?
    }

    private func timerFired() {
        let now = surroundings.clock.now
        carryOut(
            state.withLock { state in
                if let set = state.timerSetFor, set <= now { state.timerSetFor = nil }
                return state.wake(now)
            })
    }
}

extension Queue.State {
    /// Decides whom to resume, and when to look again for the others.
    mutating func wake(_ now: Timestamp) -> Queue.Wake {
        guard !waiters.isEmpty else { return Queue.Wake() }
        index.promote(now)
        var wake = Queue.Wake(resumed: waiters.takeFirst(index.availableCount))
        guard !waiters.isEmpty, let next = index.nextDeadline() else { return wake }
        if timerSetFor == nil || next < timerSetFor ?? next {
            timerSetFor = next
            wake.timer = next
        }
        return wake
    }
}
