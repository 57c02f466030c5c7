import AWSWire
import ResourceNames
import StorageContract
import Synchronization

/// All queues, by name. Changes go to the store first, one after the other.
final class QueueCatalogue: Sendable {
    private let queues: Mutex<[QueueKey: Queue]>
    private let gate = ChangeGate()
    let store: any Store
    let surroundings: Surroundings

    /// Reads the queues that exist; their messages are read at first use.
    init(store: any Store, surroundings: Surroundings) throws(StoreError) {
        self.store = store
        self.surroundings = surroundings
        var found: [QueueKey: Queue] = [:]
        try store.eachResource(kind: ResourceKind.queue) { key, bytes throws(StoreError) in
            guard let record = QueueRecord(storeKey: key, bytes: bytes) else {
                throw .damaged(kind: ResourceKind.queue, key: key)
            }
            found[record.key] = Queue(record, store: store, surroundings: surroundings, isNew: false)
        }
        queues = Mutex(found)
    }

    /// A queue by its identity; `nil` when there is none.
    func find(_ key: QueueKey) -> Queue? { queues.withLock { $0[key] } }

    /// The queue a request's `QueueUrl` names.
    func queue(_ input: ActionInput, in context: RequestContext) throws(ServiceError) -> Queue {
        let key = try QueueKey(url: try input.requiredText("QueueUrl"), in: context)
        guard let queue = find(key) else { throw .queueDoesNotExist }
        return queue
    }

    /// The queue an ARN names, for tasks that move dead letters.
    func queue(arn: String) throws(ServiceError) -> Queue {
        guard let key = QueueKey(arn: arn) else {
            throw .invalidValue("You must use this format to specify the queue ARN: arn:aws:sqs:REGION:ACCOUNT:NAME")
        }
        guard let queue = find(key) else {
            throw ServiceError(
                "ResourceNotFoundException",
                "The resource that you specified for the SourceArn parameter doesn't exist.", status: 404)
        }
        return queue
    }

    /// The queue whose ARN is a queue's dead-letter target, if both exist.
    func deadLetters(of queue: Queue) -> Queue? {
        queue.attributes.redrivePolicy.flatMap { find($0.target) }
    }

    /// Queues of a territory by name.
    func list(_ territory: Territory, prefix: String) -> [Queue] {
        let found = queues.withLock { queues in
            queues.values.filter {
                $0.key.account == territory.account && $0.key.region == territory.region
                    && $0.key.name.hasPrefix(prefix)
            }
        }
        return found.sorted { $0.key.name.utf8.lexicographicallyPrecedes($1.key.name.utf8) }
    }

    /// Queues whose dead letters go to this one.
    func sources(ofDeadLetters target: QueueKey) -> [Queue] {
        let found = queues.withLock { queues in queues.values.filter { $0.attributes.redrivePolicy?.target == target } }
        return found.sorted { $0.key.name.utf8.lexicographicallyPrecedes($1.key.name.utf8) }
    }

    /// Makes a queue, or finds the one of that name.
    ///
    /// - Parameter check: Decides whether an existing queue is as asked for.
    func create(
        _ key: QueueKey, attributes: QueueAttributes, tags: [(key: String, value: String)],
        check: (Queue) throws(ServiceError) -> Void
    ) async throws(ServiceError) -> Queue {
        await gate.enter()
        defer { gate.leave() }
        if let existing = find(key) {
            try check(existing)
            return existing
        }
        let now = surroundings.clock.now
        let last = queues.withLock { queues in queues.values.map(\.number).max() ?? 0 }
        let record = QueueRecord(
            key: key, number: max(last + 1, now.milliseconds), createdAt: now, attributes: attributes, tags: tags)
        try await write([.insertResource(kind: ResourceKind.queue, key: key.storeKey, bytes: record.bytes)])
        let queue = Queue(record, store: store, surroundings: surroundings, isNew: true)
        queues.withLock { $0[key] = queue }
        surroundings.changed()
        return queue
    }

    /// Changes a queue's record.
    func change(_ queue: Queue, _ edit: (inout QueueRecord) throws(ServiceError) -> Void) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        guard find(queue.key) === queue else { throw .queueDoesNotExist }
        var record = queue.record
        try edit(&record)
        record.modifiedAt = surroundings.clock.now
        try await write([.putResource(kind: ResourceKind.queue, key: queue.key.storeKey, bytes: record.bytes)])
        queue.record = record
    }

    /// Stores a queue's record as it is.
    func keep(_ queue: Queue) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        guard find(queue.key) === queue else { throw .queueDoesNotExist }
        try await write([.putResource(kind: ResourceKind.queue, key: queue.key.storeKey, bytes: queue.record.bytes)])
    }

    /// Deletes a queue with its messages.
    func delete(_ queue: Queue) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        guard find(queue.key) === queue else { throw .queueDoesNotExist }
        try await write([
            .deleteResource(kind: ResourceKind.queue, key: queue.key.storeKey),
            .deleteMessages(queue: queue.number),
            .deleteResources(kind: ResourceKind.deduplication, keyPrefix: "\(queue.number)/"),
        ])
        queues.withLock { $0[queue.key] = nil }
        queue.close()
        surroundings.changed()
    }

    private func write(_ mutations: [Mutation]) async throws(ServiceError) {
        do throws(StoreError) { try await store.write(mutations) } catch { throw .store(error) }
    }
}
