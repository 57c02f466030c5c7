import ResourceNames
import SQLiteStore
import StorageContract

extension Mutation {
    /// Adds one event to the log of an execution.
    static func append(_ number: UInt64, event: Int64, bytes: [UInt8] = [7]) -> Mutation {
        .appendRecord(
            execution: ExecutionKey(high: number, low: 1), sequence: event, firstEventID: event, eventCount: 1,
            bytes: bytes)
    }

    /// The row of an execution.
    static func put(_ number: UInt64, status: UInt8 = 0, stoppedAt: Int64? = nil) -> Mutation {
        .putExecution(
            ExecutionRow(
                key: ExecutionKey(high: number, low: 1), machine: "m", name: "n", status: status,
                startedAt: Timestamp(milliseconds: 1), stoppedAt: stoppedAt.map { Timestamp(milliseconds: $0) },
                definitionSHA256: [1],
                bytes: [2]))
    }
}

extension Store {
    /// Writes mutations as one unit that no shard guards.
    func write(_ mutations: Mutation...) async -> UnitResult { await commit(WriteUnit(mutations: mutations)) }

    /// How many records of an execution there are.
    func recordCount(_ number: UInt64) throws(StoreError) -> Int {
        try readNow { reader throws(StoreError) in
            try reader.records(of: ExecutionKey(high: number, low: 1), afterSequence: 0, limit: .max).count
        }
    }
}
