import StorageContract

/// The table of records, of the database or of a file of finished histories.
///
/// Records are stored by sequence. First event ids rise with it, so those are found by halving: no second index to write.
struct RecordTable {
    let connection: Connection

    /// Records with a greater sequence, in order.
    func records(of execution: ExecutionKey, afterSequence: Int64, limit: Int) throws(StoreError) -> [RecordRow] {
        try records(.recordsAfter, of: execution, from: afterSequence, limit: limit)
    }

    /// Records whose events reach an id or later, in order.
    func records(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow] {
        let start = try firstSequence(of: execution) { first, count in
            count > 0 ? first + count > fromEventID : first >= fromEventID
        }
        guard let start else { return [] }
        return try records(.recordsAfter, of: execution, from: start - 1, limit: limit)
    }

    /// Records with events at or before an id, newest first.
    func recordsBackwards(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow]
    {
        let end = try firstSequence(of: execution) { first, _ in first > fromEventID }
        return try records(.recordsBackwards, of: execution, from: end.map { $0 - 1 } ?? .max, limit: limit)
    }

    /// Adds a record.
    func insert(_ record: RecordRow, of key: ExecutionKey) throws(StoreError) {
        let statement = try connection.statement(.insertRecord)
        statement.bind(1, key)
        statement.bind(2, record.sequence)
        statement.bind(3, record.firstEventID)
        statement.bind(4, Int64(record.eventCount))
        statement.bind(5, record.bytes)
        try statement.run()
    }

    /// Deletes every record of an execution.
    func delete(_ execution: ExecutionKey) throws(StoreError) {
        let statement = try connection.statement(.deleteRecords)
        statement.bind(1, execution)
        try statement.run()
    }

    /// Where the log of an execution ends; `nil` when it has no record here.
    func end(of execution: ExecutionKey) throws(StoreError) -> LogPosition? {
        let statement = try connection.statement(.lastRecord)
        statement.bind(1, execution)
        return try statement.first { LogPosition(sequence: $0.integer(0), nextEventID: $0.integer(1)) }
    }

    private func records(_ sql: SQL, of execution: ExecutionKey, from sequence: Int64, limit: Int) throws(StoreError)
        -> [RecordRow]
    {
        let statement = try connection.statement(sql)
        statement.bind(1, execution)
        statement.bind(2, sequence)
        statement.bind(3, Int64(limit))
        return try statement.rows { row in
            RecordRow(
                sequence: row.integer(0), firstEventID: row.integer(1), eventCount: Int(row.integer(2)),
                bytes: row.bytes(3))
        }
    }

    /// The lowest sequence whose record meets a condition that, once met, every later record meets too.
    ///
    /// - Parameter isMet: Given a record's first event id and its number of events.
    private func firstSequence(
        of execution: ExecutionKey, where isMet: (Int64, Int64) -> Bool
    ) throws(StoreError) -> Int64? {
        guard let last = try place(of: execution, atMost: .max), isMet(last.firstEventID, last.eventCount) else {
            return nil
        }
        var (unmet, met): (Int64, Int64) = (0, last.sequence)
        while met - unmet > 1 {
            let middle = unmet + (met - unmet) / 2
            guard let place = try place(of: execution, atMost: middle), place.sequence > unmet else {
                unmet = middle
                continue
            }
            if isMet(place.firstEventID, place.eventCount) { met = place.sequence } else { unmet = middle }
        }
        return met
    }

    private func place(
        of execution: ExecutionKey, atMost sequence: Int64
    ) throws(StoreError) -> (sequence: Int64, firstEventID: Int64, eventCount: Int64)? {
        let statement = try connection.statement(.recordAt)
        statement.bind(1, execution)
        statement.bind(2, sequence)
        return try statement.first { ($0.integer(0), $0.integer(1), $0.integer(2)) }
    }
}
