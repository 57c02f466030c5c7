import StorageContract

extension WriteBatch {
    /// Sees to it that the records of an execution are in the database: those that were moved are read back into the batch.
    ///
    /// Rare, so nobody else pays: only an execution that has ended has moved records, and only one that begins again is asked for here.
    /// - Returns: `false` when moved records cannot be read; `recallFailure` says why, and the batch goes on.
    func isLogAtHand(_ execution: ExecutionKey) throws(StoreError) -> Bool {
        if positions[execution] != nil { return true }
        if let pending = executions[execution] {
            if pending.position != nil || pending.isErased { return true }
            if case .insert = pending.row { return true }
        }
        guard let segment = try connection.segment(of: execution) else { return true }
        do throws(StoreError) {
            let records = try segments.reading(segment) { table throws(StoreError) in
                try table.records(of: execution, afterSequence: 0, limit: .max)
            }
            executions.change(execution, from: PendingExecution()) { $0.recall(records) }
            return true
        } catch {
            recallFailure = error
            return false
        }
    }

    /// Writes that records are back. What the mover had not yet deleted here goes first: it is among them.
    func writeRecall(of key: ExecutionKey) throws(StoreError) {
        for sql in [SQL.takeFromSegment, .deleteRecords, .deleteLeftover] {
            let statement = try connection.statement(sql)
            statement.bind(1, key)
            try statement.run()
        }
    }
}
