import ResourceNames
import StorageContract

extension SQLiteReader {
    /// The status nearly every execution ends with, which the index by status leaves out.
    private static var succeeded: UInt8 { 1 }

    func execution(_ key: ExecutionKey) throws(StoreError) -> ExecutionRow? {
        let statement = try connection.statement(.execution)
        statement.bind(1, key)
        return try statement.first(row)
    }

    func isNameKept(_ key: ExecutionKey) throws(StoreError) -> Bool { try connection.isNameKept(key) }

    func executions(_ filter: ExecutionFilter) throws(StoreError) -> [ExecutionRow] {
        guard let machine = try machineID(filter.machine) else { return [] }
        let sql: SQL =
            switch filter.status {
            case nil: .executions
            case Self.succeeded: .executionsSucceeded
            default: .executionsByStatus
            }
        let statement = try connection.statement(sql)
        statement.bind(1, machine)
        statement.bind(2, filter.after?.startedAt.milliseconds ?? Int64.max)
        statement.bind(3, filter.after?.key ?? ExecutionKey(high: .max, low: .max))
        statement.bind(4, Int64(filter.limit))
        if let status = filter.status, status != Self.succeeded { statement.bind(5, Int64(status)) }
        return try statement.rows(row)
    }

    func countExecutions(machine: String, status: UInt8) throws(StoreError) -> Int {
        guard let machine = try machineID(machine) else { return 0 }
        guard status == Self.succeeded else {
            return try count(.countExecutionsByStatus, machine, status: status)
        }
        return try count(.countExecutions, machine) - count(.countExecutionsNotSucceeded, machine)
    }

    func machines(after: String?, limit: Int) throws(StoreError) -> [String] {
        let statement = try connection.statement(.machines)
        statement.bind(1, after ?? "")
        statement.bind(2, Int64(limit))
        return try statement.rows { $0.text(0) }
    }

    private func count(_ sql: SQL, _ machine: Int64, status: UInt8? = nil) throws(StoreError) -> Int {
        let statement = try connection.statement(sql)
        statement.bind(1, machine)
        if let status { statement.bind(2, Int64(status)) }
        return Int(try statement.first { $0.integer(0) } ?? 0)
    }

    private func machineID(_ name: String) throws(StoreError) -> Int64? {
        let statement = try connection.statement(.machineID)
        statement.bind(1, name)
        return try statement.first { $0.integer(0) }
    }

    private func row(_ row: Row) -> ExecutionRow {
        ExecutionRow(
            key: row.key(0), machine: row.text(1), name: row.text(2), status: UInt8(truncatingIfNeeded: row.integer(3)),
            startedAt: Timestamp(milliseconds: row.integer(4)),
            stoppedAt: row.optionalInteger(5).map { Timestamp(milliseconds: $0) }, definitionSHA256: row.bytes(6),
            bytes: row.bytes(7))
    }
}

extension Connection {
    /// Whether the name of a deleted execution is still taken. Names made here are never kept: they do not come twice.
    func isNameKept(_ key: ExecutionKey) throws(StoreError) -> Bool {
        guard !key.isGenerated else { return false }
        let statement = try statement(.hasKeptName)
        statement.bind(1, key)
        return try statement.first { _ in true } ?? false
    }
}
