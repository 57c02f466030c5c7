import ResourceNames
import StorageContract

/// Records are in the database, or where they were moved: the execution's row says which, in the same transaction.
extension SQLiteReader {
    func records(of execution: ExecutionKey, afterSequence: Int64, limit: Int) throws(StoreError) -> [RecordRow] {
        try reading(execution) { table throws(StoreError) in
            try table.records(of: execution, afterSequence: afterSequence, limit: limit)
        }
    }

    func records(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow] {
        try reading(execution) { table throws(StoreError) in
            try table.records(of: execution, fromEventID: fromEventID, limit: limit)
        }
    }

    func recordsBackwards(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow]
    {
        try reading(execution) { table throws(StoreError) in
            try table.recordsBackwards(of: execution, fromEventID: fromEventID, limit: limit)
        }
    }

    private func reading(
        _ execution: ExecutionKey, _ body: (RecordTable) throws(StoreError) -> [RecordRow]
    ) throws(StoreError) -> [RecordRow] {
        guard let segment = try connection.segment(of: execution) else {
            return try body(RecordTable(connection: connection))
        }
        return try segments.reading(segment, body)
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
