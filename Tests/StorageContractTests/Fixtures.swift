import ResourceNames
import StorageContract

extension ExecutionKey {
    /// A key that sorts by its number.
    static func fixture(_ number: UInt64) -> ExecutionKey { ExecutionKey(high: number, low: number &* 7) }
}

extension ExecutionRow {
    /// The row of a running execution.
    static func fixture(
        _ number: UInt64, machine: String = "000000000000:us-east-1:Stock", status: UInt8 = 0, startedAt: Int64? = nil,
        stoppedAt: Int64? = nil, bytes: [UInt8] = [1, 2, 3]
    ) -> ExecutionRow {
        ExecutionRow(
            key: .fixture(number), machine: machine, name: "execution-\(number)", status: status,
            startedAt: Timestamp(milliseconds: startedAt ?? Int64(number)),
            stoppedAt: stoppedAt.map { Timestamp(milliseconds: $0) }, definitionSHA256: Array(repeating: 9, count: 32),
            bytes: bytes)
    }
}

extension MessageRow {
    /// A message that has never been received.
    static func fixture(queue: Int64 = 1, id: Int64, bytes: [UInt8] = [4, 5]) -> MessageRow {
        MessageRow(
            queue: queue, id: id, visibleAt: Timestamp(milliseconds: 10), receiveCount: 0, generation: 0,
            firstReceivedAt: nil,
            bytes: bytes)
    }
}

extension Mutation {
    /// Adds a record of `events` events.
    static func append(
        _ number: UInt64, _ sequence: Int64, first: Int64, events: Int = 1, bytes: [UInt8] = [7]
    ) -> Mutation {
        .appendRecord(
            execution: .fixture(number), sequence: sequence, firstEventID: first, eventCount: events, bytes: bytes)
    }
}

extension Store {
    /// Writes mutations as one unit that no shard guards.
    func write(_ mutations: Mutation...) async -> UnitResult { await commit(WriteUnit(mutations: mutations)) }

    /// Writes units with one call.
    func write(units: [WriteUnit]) async -> [UnitResult] {
        await withCheckedContinuation { continuation in commit(units) { continuation.resume(returning: $0) } }
    }
}

/// The facts of a record, to compare.
struct RecordFacts: Equatable {
    var sequence: Int64
    var firstEventID: Int64
    var eventCount: Int
    var bytes: [UInt8]

    init(_ row: RecordRow) {
        (sequence, firstEventID, eventCount, bytes) = (row.sequence, row.firstEventID, row.eventCount, row.bytes)
    }
}

extension Store {
    /// Reads on the test's thread, with any error.
    func see<Answer>(_ body: (any StoreReader) throws -> Answer) throws -> Answer {
        try readNow { reader throws(StoreError) in Result { try body(reader) } }.get()
    }
}

extension Timestamp {
    /// An instant of a day, counted from 1970.
    static func day(_ day: UInt64, hour: Int64 = 0) -> Timestamp {
        Timestamp(milliseconds: (Int64(day) * 24 + hour) * 3_600_000)
    }
}

extension Mutation {
    /// Ends an execution.
    static func end(_ number: UInt64, at instant: Timestamp) -> Mutation {
        .putExecution(.fixture(number, status: 1, stoppedAt: instant.milliseconds))
    }
}

extension Store {
    /// The sequences of an execution's records.
    func sequences(of number: UInt64) throws -> [Int64] {
        try see { reader throws in
            try reader.records(of: .fixture(number), afterSequence: 0, limit: .max).map(\.sequence)
        }
    }
}
