import CSQLite
import ResourceNames
import StorageContract
import TestSupport
import Testing

@testable import SQLiteStore

/// Files that earlier versions of Newel wrote.
@Suite struct MigrationTests {
    @Test func aFileOfVersion1IsBroughtUpToDateInPlace() async throws {
        let folder = TemporaryFolder()
        try Self.makeVersion1(in: folder)
        let store = try SQLiteStore(folder: folder.path)
        #expect(try store.tokenKey == [UInt8](repeating: 0xAB, count: 32))
        let rows = try store.readNow { reader throws(StoreError) in
            try reader.executions(ExecutionFilter(machine: "m", limit: 9))
        }
        #expect(rows.map(\.key.high) == [2, 1] && rows.map(\.status) == [0, 1])
        #expect(try store.recordCount(1) == 1 && store.recordCount(2) == 1)
        #expect(await store.write(.append(2, event: 2)) == .committed)
        try await store.moveAll()
        #expect(try store.recordCount(1) == 1 && store.recordCount(2) == 2)
        store.close()
        let reopened = try SQLiteStore(folder: folder.path)
        #expect(try reopened.recordCount(1) == 1 && reopened.recordCount(2) == 2)
        reopened.close()
        #expect(try Self.schema(in: folder) == Self.schemaOfNewFile())
    }

    @Test func aMigrationThatFailsLeavesTheFileAsItWas() throws {
        let folder = TemporaryFolder()
        try Self.makeVersion1(in: folder)
        let connection = try Connection(path: folder.path + "/newel.db")
        try connection.execute("CREATE TABLE kept_name (theirs)")
        #expect(throws: StoreError.self) { try SQLiteStore(folder: folder.path) }
        #expect(try connection.integer("PRAGMA user_version") == 1)
        try connection.execute("DROP TABLE kept_name")
        let store = try SQLiteStore(folder: folder.path)
        #expect(try store.recordCount(1) == 1)
        store.close()
    }

    /// Names of tables, indexes and columns.
    private static func schema(in folder: TemporaryFolder) throws -> [String] {
        let connection = try Connection(path: folder.path + "/newel.db")
        let statement = try Statement(
            """
            SELECT s.type || ' ' || s.name || ' ' || coalesce(c.name, '') FROM sqlite_schema s
            LEFT JOIN pragma_table_xinfo(s.name) c ORDER BY 1
            """, on: connection.handle)
        return try statement.rows { $0.text(0) }
    }

    private static func schemaOfNewFile() throws -> [String] {
        let folder = TemporaryFolder()
        try SQLiteStore(folder: folder.path).close()
        return try schema(in: folder)
    }

    /// A file as version 1 wrote it: one execution that has ended, one that runs, a record each.
    private static func makeVersion1(in folder: TemporaryFolder) throws {
        let connection = try Connection(path: folder.path + "/newel.db")
        try connection.execute("PRAGMA journal_mode = WAL; BEGIN; \(version1); COMMIT")
        for (number, status, end) in [(1, 1, "86400000"), (2, 0, "NULL")] {
            let key = "x'000000000000000\(number)0000000000000001'"
            try connection.execute(
                """
                INSERT INTO execution (key, machine, name, status, started_at, stopped_at, definition, bytes)
                    VALUES (\(key), 1, 'n', \(status), \(number), \(end), x'01', x'02');
                INSERT INTO record VALUES (\(key), 1, 1, 1, x'07')
                """)
        }
    }

    private static let version1 = """
        PRAGMA application_id = \(0x4E65_776C);
        PRAGMA user_version = 1;
        CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE shard (number INTEGER PRIMARY KEY, epoch INTEGER NOT NULL);
        WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 255)
            INSERT INTO shard SELECT n, 0 FROM numbers;
        CREATE TABLE machine (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE execution (
            id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, machine INTEGER NOT NULL, name TEXT NOT NULL,
            status INTEGER NOT NULL, started_at INTEGER NOT NULL, stopped_at INTEGER, definition BLOB NOT NULL,
            bytes BLOB NOT NULL);
        CREATE INDEX execution_by_start ON execution (machine, started_at, key);
        CREATE INDEX execution_by_status ON execution (machine, status, started_at, key) WHERE status <> 1;
        CREATE INDEX execution_by_end ON execution (stopped_at) WHERE stopped_at IS NOT NULL;
        CREATE TABLE record (
            execution BLOB NOT NULL, sequence INTEGER NOT NULL, first_event INTEGER NOT NULL,
            event_count INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE UNIQUE INDEX record_by_execution ON record (execution, sequence);
        CREATE TABLE deadline (execution BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX deadline_by_time ON deadline (at, execution);
        CREATE TABLE obligation (
            execution BLOB NOT NULL, id INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (execution, id)) WITHOUT ROWID;
        CREATE TABLE open_task (
            execution BLOB NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (execution, id)) WITHOUT ROWID;
        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT, shard INTEGER NOT NULL, execution BLOB NOT NULL, bytes BLOB NOT NULL);
        CREATE INDEX inbox_by_shard ON inbox (shard);
        CREATE TABLE definition (sha256 BLOB NOT NULL UNIQUE, text BLOB NOT NULL);
        CREATE TABLE resource (
            kind TEXT NOT NULL, key TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
        CREATE TABLE message (
            queue INTEGER NOT NULL, id INTEGER NOT NULL, visible_at INTEGER NOT NULL, receive_count INTEGER NOT NULL,
            generation INTEGER NOT NULL, first_received_at INTEGER, bytes BLOB NOT NULL, PRIMARY KEY (queue, id)) WITHOUT ROWID;
        INSERT INTO setting VALUES ('token key', x'\(String(repeating: "ab", count: 32))');
        INSERT INTO machine (name) VALUES ('m')
        """
}
