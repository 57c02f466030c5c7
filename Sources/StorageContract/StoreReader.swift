import ResourceNames

/// Reads within one short read transaction (at most 100 ms: page by key).
package protocol StoreReader {
    /// Records whose events reach `fromEventID` or later, and the empty ones that follow them, in order, at most `limit`.
    ///
    /// For pages of a history. A replay, which needs every record once, pages with `records(of:afterSequence:limit:)`.
    func records(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow]
    /// Every record with a greater sequence, empty ones too, in order, at most `limit`; 0 starts at the first.
    func records(of execution: ExecutionKey, afterSequence: Int64, limit: Int) throws(StoreError) -> [RecordRow]
    /// Records with events at or before `eventID`, newest first, at most `limit`.
    func recordsBackwards(of execution: ExecutionKey, fromEventID: Int64, limit: Int) throws(StoreError) -> [RecordRow]
    func execution(_ key: ExecutionKey) throws(StoreError) -> ExecutionRow?
    /// Whether the name of an execution that was deleted is still taken.
    func isNameKept(_ key: ExecutionKey) throws(StoreError) -> Bool
    /// Newest first.
    func executions(_ filter: ExecutionFilter) throws(StoreError) -> [ExecutionRow]
    func countExecutions(machine: String, status: UInt8) throws(StoreError) -> Int
    /// Machines that have or had executions, by name, those after the given one.
    func machines(after: String?, limit: Int) throws(StoreError) -> [String]
    /// Every deadline, earliest first, paged: those after the given one.
    func deadlines(after: (at: Timestamp, key: ExecutionKey)?, limit: Int) throws(StoreError) -> [(
        at: Timestamp, key: ExecutionKey
    )]
    /// Every obligation, by execution and id, paged.
    func obligations(after: (key: ExecutionKey, id: Int64)?, limit: Int) throws(StoreError) -> [(
        key: ExecutionKey, id: Int64, bytes: [UInt8]
    )]
    /// The obligations of one execution.
    func obligations(of execution: ExecutionKey) throws(StoreError) -> [(id: Int64, bytes: [UInt8])]
    func hasOpenTask(execution: ExecutionKey, id: Int64) throws(StoreError) -> Bool
    /// Every task that waits for a token, by execution and id, paged.
    func openTasks(after: (key: ExecutionKey, id: Int64)?, limit: Int) throws(StoreError) -> [(
        key: ExecutionKey, id: Int64
    )]
    func inbox(shard: Int, limit: Int) throws(StoreError) -> [(id: Int64, execution: ExecutionKey, bytes: [UInt8])]
    func definition(sha256: [UInt8]) throws(StoreError) -> [UInt8]?
    func resource(kind: String, key: String) throws(StoreError) -> [UInt8]?
    /// Resources of a kind by key, those after the given key, only keys with that prefix.
    func resources(kind: String, keyPrefix: String, after: String?, limit: Int) throws(StoreError) -> [(
        key: String, bytes: [UInt8]
    )]
    /// The same from the end: greatest key first, those before the given key.
    func resourcesBackwards(kind: String, keyPrefix: String, before: String?, limit: Int) throws(StoreError) -> [(
        key: String, bytes: [UInt8]
    )]
    /// Messages of a queue by id, those after the given id.
    func messages(queue: Int64, after: Int64, limit: Int) throws(StoreError) -> [MessageRow]
}
