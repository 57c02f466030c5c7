import AWSWire
import ResourceNames
import StorageContract
import Synchronization

/// Deleting messages and changing how long they stay hidden.
extension Queue {
    /// Works out the deletion of messages by their receipt handles, in one write.
    ///
    /// A handle of an earlier receive deletes nothing and is no error in a standard queue; a FIFO queue refuses one that has expired.
    func delete(_ handles: [String]) async throws(ServiceError) -> [ServiceError?] {
        try await load()
        var failures: [ServiceError?] = []
        var ids: [Int64] = []
        let now = surroundings.clock.now
        for text in handles {
            guard let handle = ReceiptHandle(text), handle.queue == number else {
                failures.append(.receiptHandleIsInvalid(text))
                continue
            }
            let message = state.withLock { $0.index.messages[handle.message] }
            failures.append(nil)
            guard let message else { continue }
            if message.generation == handle.generation, !key.isFIFO || message.isHidden(now) {
                ids.append(handle.message)
            } else if key.isFIFO {
                failures[failures.count - 1] = .invalidValue(
                    text, of: "ReceiptHandle", reason: "The receipt handle has expired.")
            }
        }
        try await commit(prepareDelete(ids))
        return failures
    }

    /// Works out the deletion of messages that were just received.
    func prepareDelete(_ ids: [Int64]) -> PreparedWrite {
        PreparedWrite(mutations: ids.map { .deleteMessage(queue: number, id: $0) }) { [self] isCommitted in
            guard isCommitted else { return }
            let now = surroundings.clock.now
            carryOut(
                state.withLock { state in
                    for id in ids { state.index.remove(id) }
                    return state.wake(now)
                })
        }
    }

    /// Changes how long messages in flight stay hidden, from now on, in one write.
    func changeVisibility(_ changes: [(handle: String, seconds: Int)]) async throws(ServiceError) -> [ServiceError?] {
        try await load()
        let now = surroundings.clock.now
        var failures: [ServiceError?] = []
        var mutations: [Mutation] = []
        var changed: [VisibilityChange] = []
        for (text, seconds) in changes {
            switch plan(text, seconds, now) {
            case .failure(let error): failures.append(error)
            case .success(let change):
                failures.append(nil)
                changed.append(change)
                mutations.append(
                    .updateMessage(
                        queue: number, id: change.id, visibleAt: change.visibleAt,
                        receiveCount: change.message.receiveCount,
                        generation: change.message.generation, firstReceivedAt: change.message.firstReceivedAt))
            }
        }
        let planned = changed
        try await commit(
            PreparedWrite(mutations: mutations) { [self] isCommitted in
                let now = surroundings.clock.now
                carryOut(
                    state.withLock { state in
                        for change in planned {
                            guard state.index.messages[change.id]?.generation == change.message.generation else {
                                continue
                            }
                            if isCommitted {
                                state.index.enter(change.id, .inFlight(until: change.visibleAt))
                            } else if change.message.phase != .changing {
                                state.index.enter(change.id, change.message.phase)
                            }
                        }
                        return state.wake(now)
                    })
            })
        return failures
    }

    private struct VisibilityChange: Sendable {
        let id: Int64
        let visibleAt: Timestamp
        /// As it was before.
        let message: IndexedMessage
    }

    private func plan(_ text: String, _ seconds: Int, _ now: Timestamp) -> Result<VisibilityChange, ServiceError> {
        guard let handle = ReceiptHandle(text), handle.queue == number else {
            return .failure(.receiptHandleIsInvalid(text))
        }
        return state.withLock { state in
            guard let message = state.index.messages[handle.message], message.generation == handle.generation,
                message.isHidden(now)
            else {
                return .failure(
                    .invalidValue(
                        text, of: "ReceiptHandle",
                        reason: "Message does not exist or is not available for visibility timeout change."))
            }
            // While it is written nobody may receive the message, or the disk could end up with the older of two states.
            if message.phase != .changing { state.index.enter(handle.message, .changing) }
            return .success(VisibilityChange(id: handle.message, visibleAt: now + .seconds(seconds), message: message))
        }
    }
}

extension IndexedMessage {
    /// Whether the receiver it was handed to last still has it for itself.
    fileprivate func isHidden(_ now: Timestamp) -> Bool {
        switch phase {
        case .inFlight(let until): until > now
        case .changing: true
        default: false
        }
    }
}
