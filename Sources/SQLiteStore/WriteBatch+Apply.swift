import ResourceNames
import StorageContract

extension WriteBatch {
    /// Folds one mutation into the batch.
    ///
    /// - Returns: Whether its condition holds; if not, nothing has changed.
    func apply(_ mutation: Mutation) throws(StoreError) -> Bool {
        switch mutation {
        case .appendRecord(let execution, let sequence, let firstEventID, let eventCount, let bytes):
            return try append(
                RecordRow(sequence: sequence, firstEventID: firstEventID, eventCount: eventCount, bytes: bytes),
                to: execution)
        case .putExecution(let row):
            if row.stoppedAt == nil, try !isLogAtHand(row.key) { return false }
            change(row.key) { $0.putRow(row) }
        case .insertExecution(let row):
            if try hasExecution(row.key) { return false }
            change(row.key) { $0.row = .insert(row) }
        case .deleteExecution(let execution):
            executions[execution] = .erased
        case .setDeadline(let execution, let instant):
            change(execution) { $0.deadline = instant.map { .set($0) } ?? .clear }
        case .putObligation(let execution, let id, let bytes):
            change(execution) { $0.setObligation(id, bytes) }
        case .deleteObligation(let execution, let id):
            change(execution) { $0.setObligation(id, nil) }
        case .putOpenTask(let execution, let id):
            change(execution) { $0.setOpenTask(id, isOpen: true) }
        case .deleteOpenTask(let execution, let id):
            guard try hasOpenTask(id, of: execution) else { return false }
            change(execution) { $0.setOpenTask(id, isOpen: false) }
        case .addToInbox(let shard, let execution, let bytes):
            addedToInbox.append(InboxEntry(shard: shard, execution: execution, bytes: bytes))
        case .deleteFromInbox(let shard, let id):
            deletedFromInbox.append((shard, id))
        case .putDefinition(let sha256, let text):
            definitions[sha256] = text
        default:
            return try applyToServices(mutation)
        }
        return true
    }

    /// Folds a mutation of a service's rows.
    private func applyToServices(_ mutation: Mutation) throws(StoreError) -> Bool {
        switch mutation {
        case .putResource(let kind, let key, let bytes):
            resources[ResourceKey(kind: kind, key: key)] = .put(bytes)
        case .insertResource(let kind, let key, let bytes):
            let key = ResourceKey(kind: kind, key: key)
            if try hasResource(key) { return false }
            resources[key] = .put(bytes)
        case .deleteResource(let kind, let key):
            resources[ResourceKey(kind: kind, key: key)] = .delete
        case .putMessage(let row):
            messages[MessageKey(queue: row.queue, id: row.id)] = .put(row)
        case .updateMessage(let queue, let id, let visibleAt, let receiveCount, let generation, let firstReceivedAt):
            updateMessage(
                MessageRow(
                    queue: queue, id: id, visibleAt: visibleAt, receiveCount: receiveCount, generation: generation,
                    firstReceivedAt: firstReceivedAt, bytes: []))
        case .deleteMessage(let queue, let id):
            messages[MessageKey(queue: queue, id: id)] = .delete
        default:
            preconditionFailure("applied elsewhere")
        }
        return true
    }

    private func change(_ execution: ExecutionKey, _ body: (inout PendingExecution) -> Void) {
        executions.change(execution, from: PendingExecution(), body)
    }

    private func append(_ record: RecordRow, to execution: ExecutionKey) throws(StoreError) -> Bool {
        guard let position = try position(of: execution) else { return false }
        guard record.sequence > position.sequence, record.firstEventID == position.nextEventID, record.eventCount >= 0
        else {
            return false
        }
        let next = LogPosition(sequence: record.sequence, nextEventID: record.firstEventID + Int64(record.eventCount))
        change(execution) {
            $0.records.append(record)
            $0.position = next
        }
        return true
    }

    /// Where a log ends; `nil` when its moved records cannot be read.
    private func position(of execution: ExecutionKey) throws(StoreError) -> LogPosition? {
        if let known = executions[execution]?.position ?? positions[execution] { return known }
        guard try isLogAtHand(execution) else { return nil }
        if let recalled = executions[execution]?.position { return recalled }
        return try RecordTable(connection: connection).end(of: execution) ?? LogPosition()
    }

    private func hasExecution(_ key: ExecutionKey) throws(StoreError) -> Bool {
        if let pending = executions[key] {
            if case .none = pending.row { if pending.isErased { return false } } else { return true }
        }
        if keepsNames, try connection.isNameKept(key) { return true }
        let statement = try connection.statement(.hasExecution)
        statement.bind(1, key)
        return try statement.first { _ in true } ?? false
    }

    private func hasOpenTask(_ id: Int64, of execution: ExecutionKey) throws(StoreError) -> Bool {
        if let pending = executions[execution] {
            if let task = pending.openTasks.last(where: { $0.id == id }) { return task.isOpen }
            if pending.isErased { return false }
        }
        let statement = try connection.statement(.hasOpenTask)
        statement.bind(1, execution)
        statement.bind(2, id)
        return try statement.first { _ in true } ?? false
    }

    private func hasResource(_ key: ResourceKey) throws(StoreError) -> Bool {
        switch resources[key] {
        case .put: return true
        case .delete: return false
        case nil: break
        }
        let statement = try connection.statement(.hasResource)
        statement.bind(1, key.kind)
        statement.bind(2, key.key)
        return try statement.first { _ in true } ?? false
    }

    /// Folds new receive state into a message that this batch puts, or keeps it for the one on disk.
    private func updateMessage(_ state: MessageRow) {
        let key = MessageKey(queue: state.queue, id: state.id)
        switch messages[key] {
        case .delete: break
        case .put(let row):
            var changed = state
            changed.bytes = row.bytes
            messages[key] = .put(changed)
        case .update, nil: messages[key] = .update(state)
        }
    }
}
