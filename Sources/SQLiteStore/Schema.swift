import CSQLite
import StorageContract

/// The tables, and which version of them a file holds.
enum Schema {
    /// The version this code writes; kept in the file as `user_version`.
    static let version: Int64 = 2

    /// Creates the tables in a new file, brings those of an old one up to date, or makes sure that they can be read.
    static func prepare(_ connection: Connection, path: String) throws(StoreError) {
        let found = try connection.integer("PRAGMA user_version")
        if found == version { return try checkShards(connection, path: path) }
        guard found < version else { throw .newerFormat(path: path, found: found, known: version) }
        if found == 1 {
            try checkShards(connection, path: path)
            return try connection.execute("BEGIN IMMEDIATE; \(fromVersion1); PRAGMA user_version = \(version); COMMIT")
        }
        guard try connection.integer("SELECT count(*) FROM sqlite_schema") == 0 else {
            throw StoreError(.corrupt, "\(path) is an SQLite database, but not one of Newel: use another data folder")
        }
        try connection.execute("BEGIN IMMEDIATE; \(tables); PRAGMA user_version = \(version); COMMIT")
    }

    /// Shards are a function of the key and their number is part of the format.
    private static func checkShards(_ connection: Connection, path: String) throws(StoreError) {
        let shards = try connection.integer("SELECT count(*) FROM shard")
        guard shards == shardCount else {
            throw StoreError(.corrupt, "\(path) is divided into \(shards) shards instead of \(shardCount)")
        }
    }

    /// Rows that are small, or short-lived and found by key only, are `WITHOUT ROWID`: one tree instead of two.
    /// Records are not: kept in the order of writing, those of one batch share pages, and only the small index has many
    /// places to write to. That halves the processor time of a commit against records stored by execution.
    /// Executions succeed as a rule, so the index by status leaves those out, and an execution that begins and ends
    /// in one batch never enters it. Its own index lists every execution of a machine, newest last.
    /// An execution that has ended is in one of two indexes by its end: before its records are moved, and after.
    private static let tables = """
        PRAGMA application_id = \(0x4E65_776C);
        CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE shard (number INTEGER PRIMARY KEY, epoch INTEGER NOT NULL);
        WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < \(shardCount - 1))
            INSERT INTO shard SELECT n, 0 FROM numbers;
        CREATE TABLE machine (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE execution (
            id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, machine INTEGER NOT NULL, name TEXT NOT NULL,
            status INTEGER NOT NULL, started_at INTEGER NOT NULL, stopped_at INTEGER, definition BLOB NOT NULL,
            bytes BLOB NOT NULL, segment INTEGER);
        CREATE INDEX execution_by_start ON execution (machine, started_at, key);
        CREATE INDEX execution_by_status ON execution (machine, status, started_at, key) WHERE status <> 1;
        \(recordTable);
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
        INSERT INTO setting VALUES ('token key', randomblob(32));
        \(retention)
        """

    /// Records, here and in the files of finished histories.
    static let recordTable = """
        CREATE TABLE record (
            execution BLOB NOT NULL, sequence INTEGER NOT NULL, first_event INTEGER NOT NULL,
            event_count INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE UNIQUE INDEX record_by_execution ON record (execution, sequence)
        """

    /// `execution.segment` is the day, counted from 1970, in whose file the records are; `NULL` while they are here.
    /// A leftover is an execution whose records have been moved but are still here too.
    private static let retention = """
        CREATE INDEX execution_by_end ON execution (stopped_at) WHERE stopped_at IS NOT NULL AND segment IS NULL;
        CREATE INDEX execution_by_segment ON execution (segment, stopped_at) WHERE segment IS NOT NULL;
        CREATE TABLE leftover (execution BLOB PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE kept_name (execution BLOB PRIMARY KEY, stopped_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX kept_name_by_end ON kept_name (stopped_at)
        """

    private static let fromVersion1 = """
        ALTER TABLE execution ADD COLUMN segment INTEGER;
        DROP INDEX execution_by_end;
        \(retention)
        """
}

extension StoreError {
    /// A file that a newer build wrote.
    static func newerFormat(path: String, found: Int64, known: Int64) -> StoreError {
        StoreError(
            .newerFormat,
            "\(path) has format \(found), this version of Newel reads up to \(known): use a newer Newel or another data folder"
        )
    }
}
