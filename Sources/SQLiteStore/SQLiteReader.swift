import ResourceNames
import StorageContract

/// Reads on one connection, within the transaction that its owner has begun.
struct SQLiteReader: StoreReader {
    let connection: Connection
    let segments: SegmentFolder

    func definition(sha256: [UInt8]) throws(StoreError) -> [UInt8]? {
        let statement = try connection.statement(.definition)
        statement.bind(1, sha256)
        return try statement.first { $0.bytes(0) }
    }

    func resource(kind: String, key: String) throws(StoreError) -> [UInt8]? {
        let statement = try connection.statement(.resource)
        statement.bind(1, kind)
        statement.bind(2, key)
        return try statement.first { $0.bytes(0) }
    }

    func resources(
        kind: String, keyPrefix: String, after: String?, limit: Int
    ) throws(StoreError) -> [(key: String, bytes: [UInt8])] {
        let start = after.flatMap { $0.utf8.lexicographicallyPrecedes(keyPrefix.utf8) ? nil : $0 }
        let statement = try connection.statement(start == nil ? .resources : .resourcesAfter)
        statement.bind(1, kind)
        statement.bind(2, start ?? keyPrefix)
        statement.bind(3, above: keyPrefix)
        statement.bind(4, Int64(limit))
        return try statement.rows { ($0.text(0), $0.bytes(1)) }
    }

    func resourcesBackwards(
        kind: String, keyPrefix: String, before: String?, limit: Int
    ) throws(StoreError) -> [(key: String, bytes: [UInt8])] {
        let statement = try connection.statement(.resourcesBackwards)
        statement.bind(1, kind)
        statement.bind(2, keyPrefix)
        // A key that is greater than all with the prefix is no bound.
        if let before, before.utf8.starts(with: keyPrefix.utf8) || before.utf8.lexicographicallyPrecedes(keyPrefix.utf8)
        {
            statement.bind(3, before)
        } else {
            statement.bind(3, above: keyPrefix)
        }
        statement.bind(4, Int64(limit))
        return try statement.rows { ($0.text(0), $0.bytes(1)) }
    }

    func messages(queue: Int64, after: Int64, limit: Int) throws(StoreError) -> [MessageRow] {
        let statement = try connection.statement(.messages)
        statement.bind(1, queue)
        statement.bind(2, after)
        statement.bind(3, Int64(limit))
        return try statement.rows { row in
            MessageRow(
                queue: queue, id: row.integer(0), visibleAt: Timestamp(milliseconds: row.integer(1)),
                receiveCount: Int(row.integer(2)), generation: row.integer(3),
                firstReceivedAt: row.optionalInteger(4).map { Timestamp(milliseconds: $0) }, bytes: row.bytes(5))
        }
    }

    func deadlines(
        after: (at: Timestamp, key: ExecutionKey)?, limit: Int
    ) throws(StoreError) -> [(at: Timestamp, key: ExecutionKey)] {
        let statement = try connection.statement(.deadlines)
        statement.bind(1, after?.at.milliseconds ?? Int64.min)
        if let after { statement.bind(2, after.key) } else { statement.bind(2, [UInt8]()) }
        statement.bind(3, Int64(limit))
        return try statement.rows { (Timestamp(milliseconds: $0.integer(0)), $0.key(1)) }
    }

    func obligations(
        after: (key: ExecutionKey, id: Int64)?, limit: Int
    ) throws(StoreError) -> [(key: ExecutionKey, id: Int64, bytes: [UInt8])] {
        let statement = try connection.statement(.obligations)
        if let after { statement.bind(1, after.key) } else { statement.bind(1, [UInt8]()) }
        statement.bind(2, after?.id ?? Int64.min)
        statement.bind(3, Int64(limit))
        return try statement.rows { ($0.key(0), $0.integer(1), $0.bytes(2)) }
    }

    func obligations(of execution: ExecutionKey) throws(StoreError) -> [(id: Int64, bytes: [UInt8])] {
        let statement = try connection.statement(.obligationsOfExecution)
        statement.bind(1, execution)
        return try statement.rows { ($0.integer(0), $0.bytes(1)) }
    }

    func hasOpenTask(execution: ExecutionKey, id: Int64) throws(StoreError) -> Bool {
        let statement = try connection.statement(.hasOpenTask)
        statement.bind(1, execution)
        statement.bind(2, id)
        return try statement.first { _ in true } ?? false
    }

    func openTasks(
        after: (key: ExecutionKey, id: Int64)?, limit: Int
    ) throws(StoreError) -> [(key: ExecutionKey, id: Int64)] {
        let statement = try connection.statement(.openTasks)
        if let after { statement.bind(1, after.key) } else { statement.bind(1, [UInt8]()) }
        statement.bind(2, after?.id ?? Int64.min)
        statement.bind(3, Int64(limit))
        return try statement.rows { ($0.key(0), $0.integer(1)) }
    }

    func inbox(shard: Int, limit: Int) throws(StoreError) -> [(id: Int64, execution: ExecutionKey, bytes: [UInt8])] {
        let statement = try connection.statement(.inbox)
        statement.bind(1, Int64(shard))
        statement.bind(2, Int64(limit))
        return try statement.rows { ($0.integer(0), $0.key(1), $0.bytes(2)) }
    }
}
