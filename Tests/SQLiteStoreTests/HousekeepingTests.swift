import CSQLite
import Glibc
import ResourceNames
import StorageContract
import Synchronization
import TestSupport
import Testing

@testable import SQLiteStore

/// The log's size, and what is deleted in time.
@Suite struct HousekeepingTests {
    @Test func theLogStaysShortUnderSteadyWrites() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        let bytes = [UInt8](repeating: 1, count: 60_000)
        for event in Int64(1)...1_000 { _ = await store.write(.append(1, event: event, bytes: bytes)) }
        var status = stat()
        stat(folder.path + "/newel.db-wal", &status)
        #expect(status.st_size < 32 << 20)
        #expect(try store.recordCount(1) == 1_000)
    }

    @Test func aLongLogIsToldOncePerCrossing() async throws {
        let folder = TemporaryFolder()
        let told = Mutex<[Int64]>([])
        var options = SQLiteStoreOptions()
        (options.checkpoints, options.longLogBytes) = (false, 1 << 20)
        options.onLongLog = { bytes in told.withLock { $0.append(bytes) } }
        let store = try SQLiteStore(folder: folder.path, options: options)
        defer { store.close() }
        let bytes = [UInt8](repeating: 1, count: 60_000)
        #expect(store.longLogBytes == nil)
        var event: Int64 = 0
        for crossing in 1...2 {
            for _ in 1...30 {
                event += 1
                _ = await store.write(.append(1, event: event, bytes: bytes))
            }
            #expect(told.withLock(\.count) == crossing)
            #expect(try #require(store.longLogBytes) >= 1 << 20)
            let connection = try Connection(path: folder.path + "/newel.db")
            #expect(try connection.integer("SELECT count(*) FROM record") == event)
            #expect(sqlite3_wal_checkpoint_v2(connection.handle, nil, SQLITE_CHECKPOINT_RESTART, nil, nil) == SQLITE_OK)
            event += 1
            _ = await store.write(.append(1, event: event))
            #expect(store.longLogBytes == nil)
        }
    }

    @Test func aMessageDeletedInItsBatchNeverTouchesTheDisk() async throws {
        let folder = TemporaryFolder()
        var options = SQLiteStoreOptions()
        options.checkpoints = false
        let store = try SQLiteStore(folder: folder.path, options: options)
        defer { store.close() }
        let message = MessageRow(
            queue: 1, id: 1, visibleAt: Timestamp(milliseconds: 0), receiveCount: 0, generation: 0,
            firstReceivedAt: nil, bytes: [1])
        let before = try await store.logFrames()
        let results = await withCheckedContinuation { continuation in
            store.commit([
                WriteUnit(mutations: [.putMessage(message)]),
                WriteUnit(mutations: [
                    .updateMessage(
                        queue: 1, id: 1, visibleAt: Timestamp(milliseconds: 9), receiveCount: 1, generation: 1,
                        firstReceivedAt: nil)
                ]),
                WriteUnit(mutations: [.deleteMessage(queue: 1, id: 1)]),
            ]) { continuation.resume(returning: $0) }
        }
        #expect(results == [.committed, .committed, .committed])
        #expect(try await store.logFrames() == before)
    }

    @Test func endedExecutionsGoOldestFirstInSmallSteps() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        for number in UInt64(0)..<10 {
            let isRunning = number % 5 == 4
            let row = Mutation.put(
                number, status: isRunning ? 0 : 1, stoppedAt: isRunning ? nil : 1_000 - Int64(number))
            #expect(
                await store.write(row, .append(number, event: 1, bytes: [UInt8](repeating: 1, count: 50_000)))
                    == .committed)
        }
        let full = try await store.storedBytes()
        #expect(full > 500_000)
        #expect(
            try await store.deleteEndedExecutions(
                before: Timestamp(milliseconds: 999), keepingNamesSince: Timestamp(milliseconds: .max), limit: 3) == 3)
        #expect(try present(store) == [0, 1, 2, 3, 4, 5, 9])
        #expect(
            try await store.deleteEndedExecutions(
                before: Timestamp(milliseconds: 999), keepingNamesSince: Timestamp(milliseconds: .max), limit: 30) == 3)
        #expect(try present(store) == [0, 1, 4, 9])
        #expect(
            try await store.deleteEndedExecutions(
                before: Timestamp(milliseconds: 999), keepingNamesSince: Timestamp(milliseconds: .max), limit: 30) == 0)
        #expect(try await store.storedBytes() < full - 250_000)
    }

    @Test func aNameUnderWhichNothingIsListedAnyMoreIsForgotten() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        func add(_ number: UInt64, under machine: String) async {
            let row = ExecutionRow(
                key: ExecutionKey(high: number, low: 1), machine: machine, name: "n", status: 1,
                startedAt: Timestamp(milliseconds: 1), stoppedAt: Timestamp(milliseconds: Int64(number)),
                definitionSHA256: [1], bytes: [2])
            #expect(await store.write(.putExecution(row)) == .committed)
        }
        func names() throws -> Int64 {
            try Connection(path: store.folder.database).integer("SELECT count(*) FROM machine")
        }
        await add(1, under: "run 1")
        await add(2, under: "machine")
        await add(3, under: "machine")
        #expect(try names() == 2)
        let never = Timestamp(milliseconds: .max)
        #expect(
            try await store.deleteEndedExecutions(
                before: Timestamp(milliseconds: 3), keepingNamesSince: never, limit: 9) == 2)
        #expect(try names() == 1)
        await add(4, under: "run 1")
        #expect(try names() == 2)
        #expect(try await store.deleteEndedExecutions(before: never, keepingNamesSince: never, limit: 9) == 2)
        #expect(try names() == 0)
    }

    private func present(_ store: SQLiteStore) throws -> [UInt64] {
        try (UInt64(0)..<10).filter { number in
            let row = try store.readNow { reader throws(StoreError) in
                try reader.execution(ExecutionKey(high: number, low: 1))
            }
            #expect(try store.recordCount(number) == (row == nil ? 0 : 1))
            return row != nil
        }
    }
}

extension SQLiteStore {
    /// Pages in the write-ahead log.
    fileprivate func logFrames() async throws -> Int64 {
        let connection = try Connection(path: folder.database)
        // Only a connection that has read something knows of the log.
        _ = try connection.integer("SELECT count(*) FROM record")
        var frames: Int32 = 0
        sqlite3_wal_checkpoint_v2(connection.handle, nil, SQLITE_CHECKPOINT_PASSIVE, &frames, nil)
        return Int64(frames)
    }
}
