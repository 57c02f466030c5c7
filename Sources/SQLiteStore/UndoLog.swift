import StorageContract

/// What a unit changed in its batch, to take it back if the unit meets a conflict.
struct UndoLog {
    private var executions: [(ExecutionKey, PendingExecution?)] = []
    private var messages: [(WriteBatch.MessageKey, WriteBatch.MessageChange?)] = []
    private var resources: [(WriteBatch.ResourceKey, WriteBatch.ResourceChange?)] = []
    private var definitions: [([UInt8], [UInt8]?)] = []
    private var inboxCounts: (added: Int, deleted: Int)?

    /// Forgets everything.
    mutating func removeAll() {
        executions.removeAll(keepingCapacity: true)
        messages.removeAll(keepingCapacity: true)
        resources.removeAll(keepingCapacity: true)
        definitions.removeAll(keepingCapacity: true)
        inboxCounts = nil
    }

    /// Keeps how things are before a mutation is applied.
    mutating func remember(what mutation: Mutation, changesIn batch: WriteBatch) {
        switch mutation {
        case .appendRecord(let key, _, _, _, _), .deleteExecution(let key), .setDeadline(let key, _),
            .putObligation(let key, _, _), .deleteObligation(let key, _), .putOpenTask(let key, _),
            .deleteOpenTask(let key, _):
            rememberExecution(key, in: batch)
        case .putExecution(let row), .insertExecution(let row):
            rememberExecution(row.key, in: batch)
        case .putMessage(let row):
            rememberMessage(.init(queue: row.queue, id: row.id), in: batch)
        case .updateMessage(let queue, let id, _, _, _, _), .deleteMessage(let queue, let id):
            rememberMessage(.init(queue: queue, id: id), in: batch)
        case .putResource(let kind, let key, _), .insertResource(let kind, let key, _),
            .deleteResource(let kind, let key):
            let key = WriteBatch.ResourceKey(kind: kind, key: key)
            resources.append((key, batch.resources[key]))
        case .putDefinition(let sha256, _):
            definitions.append((sha256, batch.definitions[sha256]))
        case .addToInbox, .deleteFromInbox:
            inboxCounts = inboxCounts ?? (batch.addedToInbox.count, batch.deletedFromInbox.count)
        case .deleteResources, .deleteMessages:
            preconditionFailure("units that delete ranges are undone by a savepoint")
        }
    }

    /// Puts everything back as it was.
    mutating func undo(in batch: WriteBatch) {
        for (key, change) in executions.reversed() { batch.executions[key] = change }
        for (key, change) in messages.reversed() { batch.messages[key] = change }
        for (key, change) in resources.reversed() { batch.resources[key] = change }
        for (key, change) in definitions.reversed() { batch.definitions[key] = change }
        if let inboxCounts {
            batch.addedToInbox.removeLast(batch.addedToInbox.count - inboxCounts.added)
            batch.deletedFromInbox.removeLast(batch.deletedFromInbox.count - inboxCounts.deleted)
        }
        removeAll()
    }

    private mutating func rememberExecution(_ key: ExecutionKey, in batch: WriteBatch) {
        if executions.last?.0 != key { executions.append((key, batch.executions[key])) }
    }

    private mutating func rememberMessage(_ key: WriteBatch.MessageKey, in batch: WriteBatch) {
        messages.append((key, batch.messages[key]))
    }
}
