import AWSWire
import ResourceNames
import StorageContract

/// All tasks that move dead letters back. One that was under way when the process ended goes on at the next start.
final class MessageMoves: Sendable {
    private let table: ResourceTable<MessageMove>
    private let catalogue: QueueCatalogue
    private let gate = ChangeGate()
    /// Ids of tasks that have something to do.
    private let begun: AsyncStream<String>
    private let begin: AsyncStream<String>.Continuation

    /// Reads what exists.
    init(_ catalogue: QueueCatalogue) throws(StoreError) {
        self.catalogue = catalogue
        table = try ResourceTable(store: catalogue.store)
        (begun, begin) = AsyncStream.makeStream()
        for move in table.all where !move.status.isOver { begin.yield(move.id) }
    }

    /// Tasks of a queue, latest first.
    func all(of source: QueueKey) -> [MessageMove] {
        table.all.filter { $0.source == source }.sorted { $0.startedAt > $1.startedAt }
    }

    /// Begins a task; a queue has one at a time.
    func start(_ move: MessageMove) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        guard all(of: move.source).allSatisfy(\.status.isOver) else {
            throw .sqs(
                "UnsupportedOperation",
                "There is already a task running. Only one active task is allowed for a source queue arn at a given time."
            )
        }
        try await write(move)
        // Those that are over are told about for as long as AWS does.
        for old in all(of: move.source).dropFirst(Limits.movesKept) { try await forget(old) }
        begin.yield(move.id)
    }

    /// Asks a task to end.
    ///
    /// - Returns: How many messages it has moved.
    func cancel(_ id: String) async throws(ServiceError) -> Int {
        await gate.enter()
        defer { gate.leave() }
        guard var move = table[id] else {
            throw ServiceError("ResourceNotFoundException", "Task does not exist.", status: 404)
        }
        guard move.status == .running else {
            throw .sqs("UnsupportedOperation", "Only active tasks can be cancelled.")
        }
        move.status = .cancelling
        try await write(move)
        return move.moved
    }

    /// Moves messages until cancelled.
    func run(pause: @escaping @Sendable (Duration) async throws -> Void) async {
        await withDiscardingTaskGroup { group in
            for await id in begun { group.addTask { await self.carryOut(id, pause) } }
            group.cancelAll()
        }
    }

    private func carryOut(_ id: String, _ pause: @Sendable (Duration) async throws -> Void) async {
        while !Task.isCancelled, let move = table[id], !move.status.isOver {
            do throws(ServiceError) {
                let isMore = try await step(move)
                guard isMore, let rate = move.rate else { continue }
                // Cancelled while waiting: the loop ends by itself.
                try? await pause(.milliseconds(1_000 * Limits.receiveMax / max(1, rate)))
            } catch {
                try? await finish(id, .failed, "AWS.SimpleQueueService.\(error.code): \(error.message)")
                return
            }
        }
    }

    /// Moves a few messages, or ends the task.
    private func step(_ move: MessageMove) async throws(ServiceError) -> Bool {
        guard move.status == .running else {
            try await finish(move.id, .cancelled)
            return false
        }
        guard let source = catalogue.find(move.source) else { throw .queueDoesNotExist }
        let count = min(Limits.receiveMax, move.rate ?? Limits.receiveMax)
        let request = Queue.ReceiveRequest(
            limit: count, visibility: .seconds(30), wait: .zero, deadLetters: nil)
        let deliveries = try await source.receive(request)
        guard !deliveries.isEmpty else {
            try await finish(move.id, .completed)
            return false
        }
        try await hand(deliveries, from: source, of: move)
        return true
    }

    /// Moves messages in one write with the count of them.
    private func hand(_ deliveries: [Delivery], from source: Queue, of move: MessageMove) async throws(ServiceError) {
        var arrivals: [PreparedWrite] = []
        for delivery in deliveries {
            let target = move.destination ?? delivery.message.deadLetterSource.flatMap { QueueKey(arn: $0) }
            guard let target, let queue = catalogue.find(target) else {
                for arrival in arrivals { arrival.settled(false) }
                throw .queueDoesNotExist
            }
            do throws(ServiceError) { try await queue.load() } catch {
                for arrival in arrivals { arrival.settled(false) }
                throw error
            }
            arrivals.append(queue.prepareReturn(of: delivery.message))
        }
        let departure = source.prepareDelete(deliveries.map(\.handle.message))
        let mutations = departure.mutations + arrivals.flatMap(\.mutations)
        await gate.enter()
        defer { gate.leave() }
        var counted = table[move.id] ?? move
        counted.moved += deliveries.count
        do throws(StoreError) { try await table.replace(counted, with: mutations) } catch {
            for write in arrivals + [departure] { write.settled(false) }
            throw .store(error)
        }
        for write in arrivals + [departure] { write.settled(true) }
    }

    private func finish(_ id: String, _ status: MessageMove.Status, _ failure: String? = nil) async throws(ServiceError)
    {
        await gate.enter()
        defer { gate.leave() }
        guard var move = table[id] else { return }
        (move.status, move.failure) = (status, failure)
        try await write(move)
    }

    private func write(_ move: MessageMove) async throws(ServiceError) {
        do throws(StoreError) { try await table.replace(move) } catch { throw .store(error) }
    }

    private func forget(_ move: MessageMove) async throws(ServiceError) {
        do throws(StoreError) { try await table.delete(key: move.key) } catch { throw .store(error) }
    }
}
