import Glibc
import Platform
import ResourceNames
import SQLiteStore
import ServerAssembly
import StorageContract
import Synchronization
import TestSupport
import Testing

/// A store with a history keeper, and a clock in the test's hand.
final class World: Sendable {
    static let long = [UInt8](repeating: 1, count: 100)
    static let short: [UInt8] = [2]

    /// A clock moved by hand.
    final class Clock: WallClock {
        private let milliseconds = Mutex<Int64>(1_767_225_600_000)

        var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

        func advance(by span: Duration) { milliseconds.withLock { $0 += span.components.seconds * 1_000 } }
    }

    let folder: TemporaryFolder
    let store: SQLiteStore
    let clock = Clock()
    private let retention: HistoryRetention

    private init(_ retention: HistoryRetention) throws {
        folder = TemporaryFolder()
        store = try SQLiteStore(folder: folder.path)
        self.retention = retention
    }

    /// Gives a body a world that begins at 2026-01-01T00:00:00Z.
    static func with(
        _ retention: HistoryRetention = HistoryRetention(), _ body: (World) async throws -> Void
    ) async throws {
        let world = try World(retention)
        defer { world.store.close() }
        try await body(world)
    }

    /// The files of finished histories.
    var segmentFiles: [String] { Folder.names(in: folder.path + "/history").filter { $0.hasSuffix(".sqlite") } }

    /// A keeper that makes `short` of every record.
    func keeper(rest: @escaping @Sendable (Duration) async throws -> Void = { _ in }) -> HistoryKeeper {
        HistoryKeeper(
            store: store, retention: retention, clock: clock, compact: { $0 == Self.short ? nil : Self.short },
            isNeeded: { _ in false }, rest: rest)
    }

    /// Lets time pass, and the keeper do what is due.
    func pass(after span: Duration, failures: Int = 0) async throws {
        clock.advance(by: span)
        let found = try await keeper().pass()
        #expect(found.count == failures, "\(found)")
    }

    /// Starts an execution.
    func start(_ number: UInt64) async throws -> UnitResult {
        await store.commit(WriteUnit(mutations: [.insertExecution(row(number, status: 0, stoppedAt: nil))]))
    }

    /// Stores an execution that ends now.
    func end(_ number: UInt64, bytes: Int = 100) async throws {
        let record = Mutation.appendRecord(
            execution: Self.key(number), sequence: 1, firstEventID: 1, eventCount: 1,
            bytes: bytes == 100 ? Self.long : [UInt8](repeating: 1, count: bytes))
        let unit = WriteUnit(mutations: [.insertExecution(row(number, status: 1, stoppedAt: clock.now)), record])
        #expect(await store.commit(unit) == .committed)
    }

    /// The records of an execution; `nil` when there is no such execution.
    func records(of number: UInt64) throws -> [[UInt8]]? {
        try store.readNow { reader throws(StoreError) in
            let key = Self.key(number)
            guard try reader.execution(key) != nil else { return nil }
            return try reader.records(of: key, afterSequence: 0, limit: 9).map(\.bytes)
        }
    }

    /// Makes a file of finished histories unreadable.
    func ruin(_ name: String) {
        let file = open("\(folder.path)/history/\(name)", O_WRONLY | O_TRUNC)
        write(file, [1, 2, 3], 3)
        close(file)
    }

    private static func key(_ number: UInt64) -> ExecutionKey { ExecutionKey(high: number << 16, low: number) }

    private func row(_ number: UInt64, status: UInt8, stoppedAt: Timestamp?) -> ExecutionRow {
        ExecutionRow(
            key: Self.key(number), machine: "m", name: "n\(number)", status: status, startedAt: clock.now,
            stoppedAt: stoppedAt, definitionSHA256: [1], bytes: [2])
    }
}
