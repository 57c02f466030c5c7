import CSQLite
import Glibc
import StorageContract

/// One connection to the database, with its prepared statements. One thread uses it at a time.
final class Connection {
    /// SQLite's object.
    let handle: OpaquePointer
    /// Bytes of the write-ahead log after the last commit of this connection.
    var logBytes: Int64 { Int64(logPages.pointee) * pageBytes }

    private var statements: [Statement?] = Array(repeating: nil, count: SQL.allCases.count)
    private let logPages: UnsafeMutablePointer<Int32>
    private let checkpointTries: UnsafeMutablePointer<Int32>
    private var pageBytes: Int64 = 4_096

    /// Opens a database file, which is created if need be.
    ///
    /// - Throws: `unavailable`, `readOnly`, `corrupt` …, with the path in the message.
    init(path: String, creates: Bool = true) throws(StoreError) {
        var opened: OpaquePointer?
        let flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (creates ? SQLITE_OPEN_CREATE : 0)
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let failure = StoreError(sqlite: code, on: opened, while: "opening \(path)")
            sqlite3_close_v2(opened)
            throw failure
        }
        handle = opened
        logPages = .allocate(capacity: 1)
        logPages.initialize(to: 0)
        checkpointTries = .allocate(capacity: 1)
        checkpointTries.initialize(to: 0)
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
        logPages.deallocate()
        checkpointTries.deallocate()
    }

    /// The prepared form of a statement; prepared on first use.
    func statement(_ sql: SQL) throws(StoreError) -> Statement {
        if let known = statements[sql.rawValue] { return known }
        let prepared = try Statement(sql.text, on: handle)
        statements[sql.rawValue] = prepared
        return prepared
    }

    /// Runs statements that have no parameters.
    func execute(_ text: String) throws(StoreError) {
        let code = sqlite3_exec(handle, text, nil, nil, nil)
        guard code == SQLITE_OK else { throw StoreError(sqlite: code, on: handle, while: text) }
    }

    /// The value of a pragma, or of any query with one integer as its answer.
    func integer(_ query: String) throws(StoreError) -> Int64 {
        try Statement(query, on: handle).first { $0.integer(0) } ?? 0
    }

    /// Rolls back whatever is open. Failing is harmless: SQLite has then rolled back already.
    func rollBack() { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
}

/// What each kind of connection is set to.
extension Connection {
    /// Sets the connection up to write, and asserts that a commit will be synced.
    ///
    /// - Parameter isDurable: `false` for a store that ends with the process.
    func prepareForWriting(isDurable: Bool, pagesMax: Int64?) throws(StoreError) {
        try execute("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = OFF")
        try execute(
            "PRAGMA synchronous = \(isDurable ? "FULL" : "OFF"); PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY"
        )
        if let pagesMax { try execute("PRAGMA max_page_count = \(pagesMax)") }
        guard try integer("PRAGMA synchronous") == (isDurable ? 2 : 0) else {
            throw StoreError(
                .unavailable, "SQLite does not keep PRAGMA synchronous = FULL: commits would not be durable")
        }
        pageBytes = try integer("PRAGMA page_size")
        sqlite3_busy_timeout(handle, Limits.foreignLockMilliseconds)
        keepLogFile()
        sqlite3_wal_hook(
            handle,
            { counter, _, _, pages in
                counter?.assumingMemoryBound(to: Int32.self).pointee = pages
                return SQLITE_OK
            }, logPages)
    }

    /// Sets the connection up to move the log's pages into the database.
    func prepareForCheckpoints(isDurable: Bool) throws(StoreError) {
        try execute("PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = \(isDurable ? "FULL" : "OFF")")
        keepLogFile()
    }

    /// Waits for readers of old pages up to `tries` times a tenth of a millisecond before a checkpoint gives up.
    func waitForReaders(tries: Int32) {
        checkpointTries.pointee = tries
        sqlite3_busy_handler(
            handle,
            { limit, count in
                guard let limit, count < limit.assumingMemoryBound(to: Int32.self).pointee else { return 0 }
                usleep(100)
                return 1
            }, checkpointTries)
    }

    /// Sets the connection up to read only.
    func prepareForReading() throws(StoreError) {
        try execute("PRAGMA query_only = ON; PRAGMA mmap_size = \(Limits.mappedBytes); PRAGMA wal_autocheckpoint = 0")
        sqlite3_busy_timeout(handle, Limits.foreignLockMilliseconds)
        keepLogFile()
    }

    /// Sets the connection up to add to a file of finished histories, whose rollback journal is cut, not deleted: a deleted one
    /// could come back after a power failure and undo what the main database has already let go of.
    func prepareSegmentForWriting(isDurable: Bool) throws(StoreError) {
        sqlite3_busy_timeout(handle, Limits.foreignLockMilliseconds)
        // Room for a step's pages: written before the commit, they would lock readers out for as long as the step takes.
        try execute("PRAGMA cache_size = -32768; PRAGMA journal_mode = TRUNCATE")
        try execute("PRAGMA synchronous = \(isDurable ? "EXTRA" : "OFF")")
        guard try integer("PRAGMA synchronous") == (isDurable ? 3 : 0) else {
            throw StoreError(
                .unavailable, "SQLite does not keep PRAGMA synchronous = EXTRA: moves would not be durable")
        }
    }

    /// Sets the connection up to write a file that takes its place only when it is complete: no journal, one sync.
    func prepareDraft(isDurable: Bool) throws(StoreError) {
        try execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = \(isDurable ? "FULL" : "OFF")")
    }

    /// Sets the connection up to read a file of finished histories; it may roll back what a crash left half done.
    func prepareSegmentForReading() throws(StoreError) {
        sqlite3_busy_timeout(handle, Limits.foreignLockMilliseconds)
        try execute("PRAGMA query_only = ON")
    }

    /// The last connection to close leaves the log's blocks where they are, for the next start.
    private func keepLogFile() {
        var isKept: Int32 = 1
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &isKept)
    }
}
