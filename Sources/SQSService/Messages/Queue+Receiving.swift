import AWSWire
import ResourceNames
import StorageContract
import Synchronization

/// Receiving: taken in memory, recorded on the disk, then answered.
extension Queue {
    /// What a receiver asks for.
    struct ReceiveRequest: Sendable {
        let limit: Int
        let visibility: Duration
        let wait: Duration
        /// Where messages go that were received too often.
        let deadLetters: Queue?
    }

    /// Hands out messages, waiting for the first one if need be.
    ///
    /// - Returns: Nothing when the wait is over or the caller gave up.
    func receive(_ request: ReceiveRequest) async throws(ServiceError) -> [Delivery] {
        try await load()
        try await request.deadLetters?.load()
        let end = surroundings.clock.now() + request.wait
        while !Task.isCancelled {
            try checkMayReceive()
            let left = min(request.wait, max(.zero, end - surroundings.clock.now()))
            switch await takeOrWait(request, left) {
            case .taken(let taken):
                if taken.isEmpty { return [] }
                let deliveries = try await deliver(taken, request)
                if !deliveries.isEmpty { return deliveries }
            case .tryAgain: continue
            case .over: return []
            }
        }
        return []
    }

    /// Fails when the queue was deleted while a receiver waited, or has too many messages in flight.
    private func checkMayReceive() throws(ServiceError) {
        let (isDeleted, inFlight) = state.withLock { ($0.isDeleted, $0.index.inFlightCount) }
        if isDeleted { throw .queueDoesNotExist }
        guard inFlight < Limits.inFlightMax else {
            throw ServiceError("OverLimit", "Too many messages are in flight: at most \(Limits.inFlightMax).")
        }
    }

    private func takeOrWait(_ request: ReceiveRequest, _ left: Duration) async -> ReceiveWaiters.Signal {
        let ticket = WaitTicket()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                takeOrWait(request, left, ticket, continuation)
            }
        } onCancel: {
            if let number = ticket.cancel() { endWait(number) }
        }
    }

    private func takeOrWait(
        _ request: ReceiveRequest, _ left: Duration, _ ticket: WaitTicket,
        _ continuation: CheckedContinuation<ReceiveWaiters.Signal, Never>
    ) {
        let now = surroundings.clock.now()
        let (taken, number, wake) = state.withLock { state -> (MessageIndex.Taken?, Int64, Wake) in
            let taken = state.take(request, now)
            if !taken.isEmpty || left <= .zero || state.isDeleted { return (taken, 0, Wake()) }
            let number = state.waiters.add(continuation)
            return (nil, number, state.wake(now))
        }
        if let taken { return continuation.resume(returning: .taken(taken)) }
        surroundings.clock.after(left) { [weak self] in self?.endWait(number) }
        carryOut(wake)
        if !ticket.set(number) { endWait(number) }
    }

    private func endWait(_ number: Int64) {
        state.withLock { $0.waiters.take(number) }?.resume(returning: .over)
    }

    /// Records a receive and answers it.
    private func deliver(_ taken: MessageIndex.Taken, _ request: ReceiveRequest) async throws(ServiceError)
        -> [Delivery]
    {
        let now = surroundings.clock.now()
        let visibleAt = now + request.visibility
        let contents: [Int64: Message]
        do {
            contents = try await self.contents(of: taken.messages + taken.dead)
        } catch {
            settle(taken.messages + taken.dead, received: [], visibleAt: visibleAt, isCommitted: false)
            throw error
        }
        let deliveries = state.withLock { state in
            taken.messages.compactMap { id -> (id: Int64, delivery: Delivery)? in
                guard let known = state.index.messages[id], let message = contents[id] else { return nil }
                let handle = ReceiptHandle(queue: number, message: id, generation: known.generation + 1)
                return (
                    id,
                    Delivery(
                        message: message, handle: handle, receiveCount: known.receiveCount + 1,
                        firstReceivedAt: known.firstReceivedAt ?? now)
                )
            }
        }
        var mutations: [Mutation] = deliveries.map { id, delivery in
            .updateMessage(
                queue: number, id: id, visibleAt: visibleAt, receiveCount: delivery.receiveCount,
                generation: delivery.handle.generation, firstReceivedAt: delivery.firstReceivedAt)
        }
        mutations += taken.expired.map { .deleteMessage(queue: number, id: $0) }
        var moves: [PreparedWrite] = []
        for id in taken.dead {
            mutations.append(.deleteMessage(queue: number, id: id))
            guard let message = contents[id], let target = request.deadLetters else { continue }
            let move = target.prepareMove(of: message, from: key.arn)
            mutations += move.mutations
            moves.append(move)
        }
        let (arrivals, lost) = (moves, taken.messages.filter { contents[$0] == nil })
        let write = PreparedWrite(mutations: mutations) { [self] isCommitted in
            for move in arrivals { move.settled(isCommitted) }
            settle(taken.dead + lost, received: deliveries, visibleAt: visibleAt, isCommitted: isCommitted)
        }
        try await commit(write)
        return deliveries.map(\.delivery)
    }

    private func settle(
        _ gone: [Int64], received: [(id: Int64, delivery: Delivery)], visibleAt: Timestamp, isCommitted: Bool
    ) {
        let now = surroundings.clock.now()
        carryOut(
            state.withLock { state in
                for id in gone {
                    if isCommitted { state.index.remove(id) } else { state.index.enter(id, .available) }
                }
                for (id, delivery) in received {
                    guard isCommitted else {
                        state.index.enter(id, .available)
                        continue
                    }
                    state.index.noteReceive(
                        id, count: delivery.receiveCount, generation: delivery.handle.generation,
                        firstReceivedAt: delivery.firstReceivedAt, visibleAt: visibleAt)
                }
                return state.wake(now)
            })
    }

    /// The messages themselves: from memory, or read back.
    private func contents(of ids: [Int64]) async throws(ServiceError) -> [Int64: Message] {
        var contents: [Int64: Message] = [:]
        var missing: [Int64] = []
        state.withLock { state in
            for id in ids {
                if let content = state.index.messages[id]?.content {
                    contents[id] = content
                } else {
                    missing.append(id)
                }
            }
        }
        guard !missing.isEmpty else { return contents }
        let (wanted, queue) = (missing, number)
        do throws(StoreError) {
            let rows = try await store.read { reader throws(StoreError) in
                var rows: [MessageRow] = []
                for id in wanted {
                    rows += try reader.messages(queue: queue, after: id - 1, limit: 1).filter { $0.id == id }
                }
                return rows
            }
            for row in rows { contents[row.id] = Message(bytes: row.bytes) }
            return contents
        } catch {
            throw .store(error)
        }
    }
}

extension Queue.State {
    fileprivate mutating func take(_ request: Queue.ReceiveRequest, _ now: Timestamp) -> MessageIndex.Taken {
        index.take(
            limit: request.limit, now: now, retention: .seconds(record.attributes.retentionSeconds),
            receivesMax: request.deadLetters == nil ? nil : record.attributes.redrivePolicy?.maxReceiveCount)
    }
}
