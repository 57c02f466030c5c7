import CSQLite
import Glibc
import Platform
import ResourceNames
import StorageContract
import TestSupport
import Testing

@testable import SQLiteStore

/// Files of finished histories, and what may happen to them.
@Suite struct SegmentTests {
    @Test(arguments: [
        (0, "19700101"), (1_764_115_200_000, "20251126"), (1_764_201_599_999, "20251126"), (-1, "19691231"),
    ])
    func aSegmentIsADayInUTC(milliseconds: Int64, name: String) {
        let segment = Segment(of: Timestamp(milliseconds: milliseconds))
        #expect(segment.fileName == name + ".sqlite")
        #expect(Segment(fileName: segment.fileName) == segment)
        #expect(segment.start.milliseconds <= milliseconds && segment.end.milliseconds > milliseconds)
    }

    @Test(arguments: [
        "20251126.sqlite-journal", "20251126.sqlite.new", "20251340.sqlite", "x.sqlite", "2025-1-1.sqlite",
    ])
    func otherFilesAreNoSegments(name: String) { #expect(Segment(fileName: name) == nil) }

    @Test func filesAreForTheirOwnerOnlyAndGoWhole() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        try await store.fill(days: 2)
        try await store.moveAll()
        var status = stat()
        for name in ["", "/19700102.sqlite", "/19700103.sqlite"] {
            #expect(stat(folder.path + "/history" + name, &status) == 0 && status.st_mode & 0o077 == 0, "\(name)")
        }
        #expect(try await store.deleteEnded(before: .day(2)) == 1)
        #expect(Folder.names(in: folder.path + "/history").filter { $0.hasPrefix("19700102") }.isEmpty)
        #expect(try store.recordCount(2) == 1)
    }

    @Test func aMoveIsSyncedBeforeTheDatabaseLetsGo() throws {
        let folder = TemporaryFolder()
        let segments = SegmentFolder(dataFolder: folder.path, isDurable: true)
        let writer = try segments.writer(Segment(day: 3))
        #expect(try writer.integer("PRAGMA synchronous") == 3)
        let draft = try segments.draftWriter(Segment(day: 3))
        #expect(try draft.integer("PRAGMA synchronous") == 2)
    }

    /// The database as it was before the move, the file as it is after it: what a crash between copy and delete leaves.
    @Test func aCrashBetweenCopyAndDeleteLosesAndDoublesNothing() async throws {
        let (folder, crashed) = (TemporaryFolder(), TemporaryFolder())
        var options = SQLiteStoreOptions()
        options.checkpoints = false
        let store = try SQLiteStore(folder: folder.path, options: options)
        try await store.fill(days: 3)
        for name in ["newel.db", "newel.db-wal"] { copyFile("\(folder.path)/\(name)", to: "\(crashed.path)/\(name)") }
        try await store.moveAll()
        mkdir(crashed.path + "/history", 0o700)
        for name in Folder.names(in: folder.path + "/history") {
            copyFile("\(folder.path)/history/\(name)", to: "\(crashed.path)/history/\(name)")
        }
        store.close()
        for _ in 0..<2 {
            let reopened = try SQLiteStore(folder: crashed.path)
            for number in UInt64(1)...3 { #expect(try reopened.recordCount(number) == 1) }
            try await reopened.moveAll()
            for number in UInt64(1)...3 { #expect(try reopened.recordCount(number) == 1) }
            reopened.close()
        }
    }

    @Test func aLogThatNeedsManyCommitsMovesWholeAndComesBack() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        let bytes = [UInt8](repeating: 1, count: 50_000)
        for event in Int64(1)...400 { _ = await store.write(.append(1, event: event, bytes: bytes)) }
        _ = await store.write(.put(1, status: 1, stoppedAt: Timestamp.day(1).milliseconds))
        try await store.moveAll()
        #expect(try store.recordCount(1) == 400)
        #expect(await store.write(.append(1, event: 401)) == .committed)
        #expect(try store.recordCount(1) == 401)
    }

    /// A file that ends anywhere, beside a database that still has the records.
    @Test func whatAHalfCopiedFileIsLeavesTheRecordsWhereTheyAre() async throws {
        let whole = TemporaryFolder()
        let store = try SQLiteStore(folder: whole.path)
        try await store.fill(days: 1)
        try await store.moveAll()
        store.close()
        let bytes = contents(of: whole.path + "/history/19700102.sqlite")
        for count in stride(from: 0, to: bytes.count, by: 1_777) {
            let folder = TemporaryFolder()
            mkdir(folder.path + "/history", 0o700)
            put(Array(bytes[..<count]), at: folder.path + "/history/19700102.sqlite")
            let store = try SQLiteStore(folder: folder.path)
            defer { store.close() }
            try await store.fill(days: 2)
            // Whether that file can be used or not: the other day moves, and nothing is lost.
            for _ in 0..<4 { _ = try? await store.moveEndedRecords(before: .day(99), limit: 9) }
            #expect(try store.recordCount(1) == 1 && store.recordCount(2) == 1, "\(count) bytes")
            #expect(access(folder.path + "/history/19700103.sqlite", F_OK) == 0)
        }
    }

    @Test(arguments: [0, 50, 100, 4_096, 9_000])
    func aTornFileIsAnErrorOfItsExecutionsOnly(count: Int) async throws {
        try await expectErrorOfDayOneOnly { folder in
            let path = folder.path + "/history/19700102.sqlite"
            put(Array(contents(of: path)[..<count]), at: path)
        }
    }

    @Test func aFileDeletedByHandIsAnErrorOfItsExecutionsOnly() async throws {
        try await expectErrorOfDayOneOnly { folder in unlink(folder.path + "/history/19700102.sqlite") }
    }

    @Test func aNewerFileIsLeftAlone() async throws {
        try await expectErrorOfDayOneOnly(code: .newerFormat) { folder in
            try Connection(path: folder.path + "/history/19700102.sqlite").execute("PRAGMA user_version = 9")
        }
    }

    @Test func whatAnInterruptedCompactionLeftIsWrittenOver() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        try await store.fill(days: 1)
        try await store.moveAll()
        put([1, 2, 3], at: folder.path + "/history/19700102.sqlite.new")
        #expect(try store.recordCount(1) == 1)
        #expect(try await store.compactMovedRecords(before: .day(9)) { _ in [9] })
        #expect(Folder.names(in: folder.path + "/history").filter { $0.hasSuffix(".new") }.isEmpty)
        #expect(try store.recordCount(1) == 1)
    }

    /// A long log of which the mover had deleted only a part when the process ended.
    @Test(arguments: [false, true])
    func leftoversAreNotSeenAndGo(beginsAgain: Bool) async throws {
        let folder = TemporaryFolder()
        var store = try SQLiteStore(folder: folder.path)
        _ = await store.write(.put(1), .append(1, event: 1), .append(1, event: 2), .append(1, event: 3))
        _ = await store.write(.put(1, status: 1, stoppedAt: Timestamp.day(1).milliseconds))
        try await store.moveAll()
        store.close()
        try Connection(path: folder.path + "/newel.db").execute(
            """
            INSERT INTO leftover SELECT key FROM execution;
            INSERT INTO record SELECT key, 2, 2, 1, x'07' FROM execution
            """)
        store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        #expect(try store.recordCount(1) == 3)
        if beginsAgain {
            #expect(await store.write(.append(1, event: 3)) == .conflict(index: 0))
            #expect(await store.write(.put(1), .append(1, event: 4)) == .committed)
            #expect(try store.recordCount(1) == 4)
        }
        try await store.moveAll()
        #expect(try store.recordCount(1) == (beginsAgain ? 4 : 3))
        let connection = try Connection(path: folder.path + "/newel.db")
        #expect(try connection.integer("SELECT count(*) FROM leftover") == 0)
        #expect(try connection.integer("SELECT count(*) FROM record") == (beginsAgain ? 4 : 0))
    }

    /// Three executions on days 1 to 3, moved; then day 1 is ruined.
    private func expectErrorOfDayOneOnly(
        code: StoreError.Code = .corrupt, _ ruin: (TemporaryFolder) throws -> Void
    ) async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        try await store.fill(days: 3)
        try await store.moveAll()
        try ruin(folder)
        let error = #expect(throws: StoreError.self) { try store.recordCount(1) }
        #expect(error?.code == code && error?.message.contains("19700102") == true, "\(String(describing: error))")
        #expect(try store.recordCount(2) == 1)
        let results = await withCheckedContinuation { continuation in
            store.commit([
                WriteUnit(mutations: [.append(7, event: 1)]),
                WriteUnit(mutations: [.append(8, event: 1), .append(1, event: 2), .append(8, event: 2)]),
                WriteUnit(mutations: [.put(1)]), WriteUnit(mutations: [.append(2, event: 2)]),
            ]) { continuation.resume(returning: $0) }
        }
        #expect(results[0] == .committed && results[3] == .committed)
        for result in results[1...2] { #expect(result.failure?.code == code) }
        #expect(try store.recordCount(8) == 0 && store.recordCount(2) == 2)
        // The ruined day fails once, if at all, and keeps no other from being compacted.
        for _ in 0..<4 { _ = try? await store.compactMovedRecords(before: .day(99)) { _ in [5] } }
        let compacted = try store.readNow { reader throws(StoreError) in
            try reader.records(of: ExecutionKey(high: 3, low: 1), afterSequence: 0, limit: 9).map(\.bytes)
        }
        #expect(compacted == [[5]])
        #expect(try await store.deleteEnded(before: .day(2)) == 1)
        #expect(!Folder.names(in: folder.path + "/history").contains("19700102.sqlite"))
    }
}
