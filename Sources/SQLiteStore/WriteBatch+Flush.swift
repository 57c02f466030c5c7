import ResourceNames
import StorageContract

extension WriteBatch {
    /// Writes what has been folded; the transaction stays open.
    func flush() throws(StoreError) {
        try definitions.drain { (sha256: [UInt8], text: [UInt8]) throws(StoreError) in
            let statement = try connection.statement(.putDefinition)
            statement.bind(1, sha256)
            statement.bind(2, text)
            try statement.run()
        }
        if positions.count > Limits.rememberedPositions { positions.removeAll(keepingCapacity: true) }
        try executions.drain { (key: ExecutionKey, pending: PendingExecution) throws(StoreError) in
            try write(pending, of: key)
        }
        try resources.drain { (key: ResourceKey, change: ResourceChange) throws(StoreError) in
            try write(change, of: key)
        }
        try messages.drain { (key: MessageKey, change: MessageChange) throws(StoreError) in try write(change, of: key) }
        try writeInbox()
    }

    /// Deletes the rows of a mutation that names a whole range.
    func deleteRange(_ mutation: Mutation) throws(StoreError) {
        switch mutation {
        case .deleteResources(let kind, let keyPrefix):
            let statement = try connection.statement(.deleteResources)
            statement.bind(1, kind)
            statement.bind(2, keyPrefix)
            statement.bind(3, above: keyPrefix)
            try statement.run()
        case .deleteMessages(let queue):
            let statement = try connection.statement(.deleteMessages)
            statement.bind(1, queue)
            try statement.run()
        default:
            preconditionFailure("not a range")
        }
    }

    /// Deletes all that the disk holds of an execution.
    func erase(_ key: ExecutionKey) throws(StoreError) {
        positions[key] = nil
        for sql in [SQL.deleteExecution, .deleteRecords, .deleteDeadline, .deleteObligations, .deleteOpenTasks] {
            let statement = try connection.statement(sql)
            statement.bind(1, key)
            try statement.run()
        }
    }

    private func write(_ pending: PendingExecution, of key: ExecutionKey) throws(StoreError) {
        if pending.isErased { try erase(key) }
        switch pending.row {
        case .none: break
        case .insert(let row): try put(row, .insertExecution)
        case .put(let row): try replace(row)
        }
        if pending.isRecalled { try writeRecall(of: key) }
        for record in pending.records { try RecordTable(connection: connection).insert(record, of: key) }
        if let position = pending.position, position.sequence > 0 { positions[key] = position }
        try write(pending.deadline, of: key, isErased: pending.isErased)
        for (id, bytes) in pending.obligations { try writeObligation(id, bytes, of: key) }
        for (id, isOpen) in pending.openTasks {
            let statement = try connection.statement(isOpen ? .putOpenTask : .deleteOpenTask)
            statement.bind(1, key)
            statement.bind(2, id)
            try statement.run()
        }
    }

    /// An execution keeps its machine, name and start, and their index entries with them; any other row is put in whole.
    private func replace(_ row: ExecutionRow) throws(StoreError) {
        let statement = try bound(row, .updateExecution)
        if try statement.rows({ _ in true }).isEmpty { try put(row, .replaceExecution) }
    }

    private func put(_ row: ExecutionRow, _ sql: SQL) throws(StoreError) {
        try bound(row, sql).run()
    }

    private func bound(_ row: ExecutionRow, _ sql: SQL) throws(StoreError) -> Statement {
        let machine = try machineID(row.machine)
        let statement = try connection.statement(sql)
        statement.bind(1, row.key)
        statement.bind(2, machine)
        statement.bind(3, row.name)
        statement.bind(4, Int64(row.status))
        statement.bind(5, row.startedAt.milliseconds)
        statement.bind(6, row.stoppedAt?.milliseconds)
        statement.bind(7, row.definitionSHA256)
        statement.bind(8, row.bytes)
        return statement
    }

    private func machineID(_ name: String) throws(StoreError) -> Int64 {
        if let known = machines[name] { return known }
        if machines.count > 10_000 { machines.removeAll() }
        for sql in [SQL.machineID, .insertMachine] {
            let statement = try connection.statement(sql)
            statement.bind(1, name)
            if let id = try statement.rows({ $0.integer(0) }).first {
                machines[name] = id
                return id
            }
        }
        throw StoreError(.corrupt, "the table of machines takes no row")
    }

    private func write(_ change: PendingExecution.DeadlineChange, of key: ExecutionKey, isErased: Bool)
        throws(StoreError)
    {
        switch change {
        case .none: return
        case .clear:
            if isErased { return }
            let statement = try connection.statement(.deleteDeadline)
            statement.bind(1, key)
            try statement.run()
        case .set(let instant):
            let statement = try connection.statement(.putDeadline)
            statement.bind(1, key)
            statement.bind(2, instant.milliseconds)
            try statement.run()
        }
    }

    private func writeObligation(_ id: Int64, _ bytes: [UInt8]?, of key: ExecutionKey) throws(StoreError) {
        let statement = try connection.statement(bytes == nil ? .deleteObligation : .putObligation)
        statement.bind(1, key)
        statement.bind(2, id)
        if let bytes { statement.bind(3, bytes) }
        try statement.run()
    }

    private func write(_ change: ResourceChange, of key: ResourceKey) throws(StoreError) {
        let bytes: [UInt8]? = if case .put(let bytes) = change { bytes } else { nil }
        let statement = try connection.statement(bytes == nil ? .deleteResource : .putResource)
        statement.bind(1, key.kind)
        statement.bind(2, key.key)
        if let bytes { statement.bind(3, bytes) }
        try statement.run()
    }

    private func write(_ change: MessageChange, of key: MessageKey) throws(StoreError) {
        let (sql, row): (SQL, MessageRow?) =
            switch change {
            case .put(let row): (.putMessage, row)
            case .update(let row): (.updateMessage, row)
            case .delete: (.deleteMessage, nil)
            }
        let statement = try connection.statement(sql)
        statement.bind(1, key.queue)
        statement.bind(2, key.id)
        if let row {
            statement.bind(3, row.visibleAt.milliseconds)
            statement.bind(4, Int64(row.receiveCount))
            statement.bind(5, row.generation)
            statement.bind(6, row.firstReceivedAt?.milliseconds)
            if case .put = change { statement.bind(7, row.bytes) }
        }
        try statement.run()
    }

    private func writeInbox() throws(StoreError) {
        for entry in addedToInbox {
            let statement = try connection.statement(.addToInbox)
            statement.bind(1, Int64(entry.shard))
            statement.bind(2, entry.execution)
            statement.bind(3, entry.bytes)
            try statement.run()
        }
        for (shard, id) in deletedFromInbox {
            let statement = try connection.statement(.deleteFromInbox)
            statement.bind(1, Int64(shard))
            statement.bind(2, id)
            try statement.run()
        }
        addedToInbox.removeAll(keepingCapacity: true)
        deletedFromInbox.removeAll(keepingCapacity: true)
    }
}
