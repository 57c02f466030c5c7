import AWSWire
import JSONTree
import ResourceNames
import StorageContract
import Synchronization

/// Sending: rows first, visible when they are durable.
extension Queue {
    /// A send worked out: a receipt for each draft, and the write that makes them true.
    struct PreparedSend: Sendable {
        let receipts: [SendReceipt]
        let write: PreparedWrite
    }

    /// Works out the rows of some messages and reserves their places.
    ///
    /// - Parameter idempotencyKeys: One per draft, or none: a repeated key is answered with the first receipt.
    func prepareSend(_ drafts: [MessageDraft], senderID: String, idempotencyKeys: [String] = [])
        async throws(ServiceError) -> PreparedSend
    {
        try await load()
        while true {
            switch try reserve(drafts, senderID: senderID, idempotencyKeys: idempotencyKeys) {
            case .reserved(let send): return send
            case .pending(let key): await waitForSend(key)
            }
        }
    }

    /// Works out the row that moves a dead letter here.
    func prepareMove(of message: Message, from source: String) -> PreparedWrite {
        var moved = message
        moved.deadLetterSource = source
        return prepareArrival(of: moved)
    }

    /// Works out the row that brings a dead letter back: it is a new message, sent now.
    func prepareReturn(of message: Message) -> PreparedWrite {
        var moved = message
        moved.deadLetterSource = nil
        (moved.messageID, moved.sentAt) = (surroundings.uuid(), surroundings.clock.now)
        return prepareArrival(of: moved)
    }

    private func prepareArrival(of moved: Message) -> PreparedWrite {
        let now = surroundings.clock.now
        let (id, row) = state.withLock { state -> (Int64, MessageRow) in
            let id = state.ids.next(now)
            state.index.insert(
                id,
                IndexedMessage(
                    phase: .reserved, sentAt: moved.sentAt, group: key.isFIFO ? moved.groupID : nil, content: moved))
            return (id, makeRow(id, moved, visibleAt: now))
        }
        let settlement = Settlement { [self] isCommitted in
            settle([(id, now)], deduplicationKeys: [], isCommitted: isCommitted)
        }
        return PreparedWrite(mutations: [.putMessage(row)], settled: settlement.settle)
    }

    private enum Reservation {
        case reserved(PreparedSend)
        /// The same message is being sent; wait for it and look again.
        case pending(key: String)
    }

    private func reserve(
        _ drafts: [MessageDraft], senderID: String, idempotencyKeys: [String]
    ) throws(ServiceError) -> Reservation {
        let now = surroundings.clock.now
        let outcome = state.withLock { state -> Result<Reservation, ServiceError> in
            guard !state.isDeleted else { return .failure(.queueDoesNotExist) }
            let keys = drafts.indices.map { place in
                deduplicationKeys(
                    drafts[place], idempotencyKeys.indices.contains(place) ? idempotencyKeys[place] : "",
                    state.record.attributes)
            }
            for key in keys.joined() {
                if let entry = state.deduplication[key], !entry.isSettled { return .success(.pending(key: key)) }
            }
            return .success(.reserved(state.reserve(drafts, keys, senderID, now, queue: self)))
        }
        return try outcome.get()
    }

    private func deduplicationKeys(_ draft: MessageDraft, _ idempotencyKey: String, _ attributes: QueueAttributes)
        -> [String]
    {
        var keys: [String] = []
        if let id = draft.deduplicationID {
            keys.append(attributes.deduplicatesPerGroup ? "g\(draft.groupID ?? "") \(id)" : "q\(id)")
        }
        if !idempotencyKey.isEmpty { keys.append("k\(idempotencyKey)") }
        return keys
    }

    private func waitForSend(_ key: String) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isWaiting = state.withLock { $0.deduplication.wait(for: key, continuation) }
            if !isWaiting { continuation.resume() }
        }
    }

    fileprivate func settle(
        _ messages: [(id: Int64, visibleAt: Timestamp)], deduplicationKeys: [String], isCommitted: Bool
    ) {
        let now = surroundings.clock.now
        let (waiting, wake) = state.withLock { state -> ([CheckedContinuation<Void, Never>], Wake) in
            for (id, visibleAt) in messages {
                if isCommitted {
                    state.index.enter(id, visibleAt <= now ? .available : .delayed(until: visibleAt))
                } else {
                    state.index.remove(id)
                }
            }
            var waiting: [CheckedContinuation<Void, Never>] = []
            for key in deduplicationKeys { waiting += state.deduplication.settle(key, isCommitted: isCommitted) }
            return (waiting, state.wake(now))
        }
        for continuation in waiting { continuation.resume() }
        carryOut(wake)
    }

    fileprivate func makeRow(_ id: Int64, _ message: Message, visibleAt: Timestamp) -> MessageRow {
        MessageRow(
            queue: number, id: id, visibleAt: visibleAt, receiveCount: 0, generation: 0, firstReceivedAt: nil,
            bytes: message.bytes)
    }
}

extension Queue.State {
    /// Gives each draft its place, or the receipt of an earlier send.
    fileprivate mutating func reserve(
        _ drafts: [MessageDraft], _ keys: [[String]], _ senderID: String, _ now: Timestamp, queue: Queue
    ) -> Queue.PreparedSend {
        var receipts: [SendReceipt] = []
        var mutations: [Mutation] = []
        var reserved: [(id: Int64, visibleAt: Timestamp)] = []
        var noted: [String] = []
        let expiresAt = now + Limits.deduplicationWindow
        for key in deduplication.expire(now) {
            mutations.append(.deleteResource(kind: ResourceKind.deduplication, key: "\(queue.number)/\(key)"))
        }
        for (draft, keys) in zip(drafts, keys) {
            if let earlier = deduplication.receipt(ofAny: keys, now) {
                receipts.append(earlier)
                continue
            }
            let id = ids.next(now)
            let delay = draft.delaySeconds ?? record.attributes.delaySeconds
            let visibleAt = now + .seconds(delay)
            let message = queue.message(draft, id: id, senderID: senderID, now)
            let receipt = SendReceipt(
                messageID: message.messageID, bodyMD5: draft.bodyMD5, attributesMD5: draft.attributesMD5,
                systemAttributesMD5: draft.systemAttributesMD5, sequenceNumber: message.sequenceNumber)
            index.insert(
                id,
                IndexedMessage(
                    phase: .reserved, sentAt: now, group: index.isFIFO ? draft.groupID : nil, content: message))
            mutations.append(.putMessage(queue.makeRow(id, message, visibleAt: visibleAt)))
            for key in keys {
                deduplication.note(key, receipt, expiresAt: expiresAt, isSettled: false)
                mutations.append(
                    .putResource(
                        kind: ResourceKind.deduplication, key: "\(queue.number)/\(key)",
                        bytes: receipt.row(expiresAt: expiresAt)))
            }
            noted += keys
            reserved.append((id, visibleAt))
            receipts.append(receipt)
        }
        let (places, names) = (reserved, noted)
        let settlement = Settlement { isCommitted in
            queue.settle(places, deduplicationKeys: names, isCommitted: isCommitted)
        }
        return Queue.PreparedSend(
            receipts: receipts, write: PreparedWrite(mutations: mutations, settled: settlement.settle))
    }
}

extension Queue {
    fileprivate func message(_ draft: MessageDraft, id: Int64, senderID: String, _ now: Timestamp) -> Message {
        var message = Message(
            messageID: surroundings.uuid(), senderID: senderID, sentAt: now, body: draft.body, bodyMD5: draft.bodyMD5)
        message.attributes = draft.attributes
        message.traceHeader = draft.traceHeader
        message.groupID = draft.groupID
        message.deduplicationID = draft.deduplicationID
        if key.isFIFO {
            message.sequenceNumber = RisingNumber.sequenceNumber(id)
        }
        return message
    }
}
