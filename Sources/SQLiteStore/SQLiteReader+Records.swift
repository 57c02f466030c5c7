import ResourceNames
import StorageContract

/// Records are in the database, or where they were moved: the execution's row says which, in the same transaction.
extension SQLiteReader {
    func records(of execution: ExecutionKey, afterSequence: Int64, limit: Int) throws(StoreError) -> [RecordRow] {
        try table(of: execution).records(of: execution, afterSequence: afterSequence, limit: limit)
    }

    func records(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow] {
        try table(of: execution).records(of: execution, fromEventID: fromEventID, limit: limit)
    }

    func recordsBackwards(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow]
    {
        try table(of: execution).recordsBackwards(of: execution, fromEventID: fromEventID, limit: limit)
    }

    private func table(of execution: ExecutionKey) throws(StoreError) -> RecordTable {
        guard let segment = try connection.segment(of: execution) else { return RecordTable(connection: connection) }
        return RecordTable(connection: try segments.reader(segment))
    }
}

extension Connection {
    /// Where the records of an execution were moved; `nil` when they were not.
    func segment(of execution: ExecutionKey) throws(StoreError) -> Segment? {
        let statement = try statement(.segmentOfExecution)
        statement.bind(1, execution)
        return try statement.first { row in row.optionalInteger(0).map { Segment(day: $0) } } ?? nil
    }
}
