import Glibc
import Platform
import StorageContract

/// The folder of the files of finished histories, `history/` beside the database.
struct SegmentFolder: Sendable {
    /// Where it is.
    let path: String
    /// Whether its files are synced.
    let isDurable: Bool

    init(dataFolder: String, isDurable: Bool) {
        path = dataFolder + "/history"
        self.isDurable = isDurable
    }

    /// The segments that have a file, oldest first.
    var segments: [Segment] { Folder.names(in: path).compactMap { Segment(fileName: $0) }.sorted() }

    /// Where a segment's file is.
    func file(_ segment: Segment) -> String { "\(path)/\(segment.fileName)" }

    /// Where a segment is rewritten.
    func draft(_ segment: Segment) -> String { file(segment) + ".new" }

    /// The bytes of all files.
    func bytes() -> Int64 {
        Folder.names(in: path).reduce(0) { sum, name in
            var status = stat()
            return stat("\(path)/\(name)", &status) == 0 ? sum + Int64(status.st_size) : sum
        }
    }

    /// Reads a segment's records.
    ///
    /// - Throws: What is wrong with the file, which is named.
    func reading<Answer>(
        _ segment: Segment, _ body: (RecordTable) throws(StoreError) -> Answer
    ) throws(StoreError) -> Answer {
        do throws(StoreError) { return try body(RecordTable(connection: reader(segment))) } catch {
            var error = error
            if !error.message.contains(path) { error.message = "\(file(segment)): \(error.message)" }
            throw error
        }
    }

    /// Opens a segment to read it.
    ///
    /// - Throws: `corrupt` when the file is not there or is none of ours: an execution's row says that it should be.
    func reader(_ segment: Segment) throws(StoreError) -> Connection {
        let path = file(segment)
        guard access(path, F_OK) == 0 else {
            throw StoreError(
                .corrupt,
                "the history file \(path) is missing: the events of executions that ended on that day are lost")
        }
        let connection = try Connection(path: path, creates: false)
        try connection.prepareSegmentForReading()
        try Self.check(connection, path: path)
        return connection
    }

    /// Opens a segment to add records; its file is made (0600) if need be.
    func writer(_ segment: Segment) throws(StoreError) -> Connection {
        try makeFolder()
        let path = file(segment)
        try make(path)
        let connection = try Connection(path: path, creates: false)
        try connection.prepareSegmentForWriting(isDurable: isDurable)
        if try connection.integer("SELECT count(*) FROM sqlite_schema") == 0 {
            try connection.execute(Self.creation)
        }
        try Self.check(connection, path: path)
        return connection
    }

    /// Opens an empty file in which a segment is written anew, as one transaction, before `putInPlace`.
    func draftWriter(_ segment: Segment) throws(StoreError) -> Connection {
        let path = draft(segment)
        unlink(path)
        try make(path)
        let connection = try Connection(path: path, creates: false)
        try connection.prepareDraft(isDurable: isDurable)
        try connection.execute(Self.creation)
        return connection
    }

    /// Puts the draft, which is complete and closed, in the place of the segment's file.
    func putInPlace(_ segment: Segment) throws(StoreError) {
        guard rename(draft(segment), file(segment)) == 0 else {
            throw StoreError(system: errno, while: "renaming \(draft(segment))")
        }
        sync(path)
    }

    /// Deletes an unfinished draft: on a full disk it takes the space that is wanted.
    func removeDraft(_ segment: Segment) { unlink(draft(segment)) }

    /// Deletes a segment's file. The journal goes first: one without its file could be taken for that of the next.
    func remove(_ segment: Segment) throws(StoreError) {
        for path in [draft(segment), file(segment) + "-journal", file(segment)]
        where unlink(path) != 0 && errno != ENOENT {
            throw StoreError(system: errno, while: "deleting \(path)")
        }
        sync(path)
    }

    private func makeFolder() throws(StoreError) {
        if mkdir(path, 0o700) == 0 { return sync(path + "/..") }
        guard errno == EEXIST else { throw StoreError(system: errno, while: "making the folder \(path)") }
    }

    /// Makes an empty file for its owner only. One that is there is not opened: closing it would take SQLite's locks away.
    private func make(_ path: String) throws(StoreError) {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return }
            throw StoreError(system: errno, while: "making \(path)")
        }
        close(file)
        sync(self.path)
    }

    /// Makes names as lasting as what they name. File systems that cannot sync a folder need no such call.
    private func sync(_ folder: String) {
        guard isDurable else { return }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static let version: Int64 = 1
    private static let mark: Int64 = 0x4E65_7768

    private static let creation = """
        BEGIN IMMEDIATE;
        PRAGMA application_id = \(mark);
        CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        \(Schema.recordTable);
        PRAGMA user_version = \(version);
        COMMIT
        """

    private static func check(_ connection: Connection, path: String) throws(StoreError) {
        guard try connection.integer("PRAGMA application_id") == mark else {
            throw StoreError(.corrupt, "\(path) is no history of Newel")
        }
        let found = try connection.integer("PRAGMA user_version")
        guard found <= version else { throw .newerFormat(path: path, found: found, known: version) }
    }
}
