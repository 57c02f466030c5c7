import Glibc
import Platform
import StorageContract

/// The folder that holds the files of one store, locked against a second process until `release`.
final class DataFolder: Sendable {
    /// Where it is.
    let path: String
    /// The database file.
    var database: String { path + "/newel.db" }
    private let lock: Int32
    private let isTemporary: Bool

    /// Opens a folder, which is created (0700) if need be.
    ///
    /// - Throws: `locked`, with the number of the process that has it; `readOnly`, `full`, `unavailable`.
    convenience init(path: String) throws(StoreError) {
        try Self.makeFolders(path)
        try self.init(path: path, isTemporary: false)
    }

    /// Makes a folder that is deleted with this object; what a killed process left of its own goes now.
    static func temporary() throws(StoreError) -> DataFolder {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        removeAbandoned(in: parent)
        var template = Array("\(parent)/\(temporaryPrefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw StoreError(system: errno, while: "making a folder in \(parent)") }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return try DataFolder(path: path, isTemporary: true)
    }

    private init(path: String, isTemporary: Bool) throws(StoreError) {
        self.path = path
        self.isTemporary = isTemporary
        lock = try Self.takeLock(path)
        let file = open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            let code = errno
            Glibc.close(lock)
            throw StoreError(system: code, while: "opening \(path)/newel.db")
        }
        Glibc.close(file)
    }

    /// Lets go of the lock and deletes what is temporary. Call it once, with every file closed.
    func release() {
        if isTemporary { Folder.remove(path) }
        // A child that is being started may still hold a copy of the descriptor: closing ours alone would not free the folder.
        flock(lock, LOCK_UN)
        Glibc.close(lock)
    }

    /// Lays the write-ahead log out on disk: syncs of blocks that exist cost half of those that grow a file.
    ///
    /// SQLite takes what follows the last valid frame for the end of the log. Failing changes speed only.
    func preallocateLog() {
        let file = open(database + "-wal", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { Glibc.close(file) }
        var offset = Int64(lseek(file, 0, SEEK_END))
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        while offset >= 0, offset < Limits.preallocatedLogBytes {
            let count = min(zeros.count, Int(Limits.preallocatedLogBytes - offset))
            guard pwrite(file, zeros, count, off_t(offset)) == count else { return }
            offset += Int64(count)
        }
        fdatasync(file)
    }

    private static func makeFolders(_ path: String) throws(StoreError) {
        if mkdir(path, 0o700) == 0 { return syncParent(of: path) }
        if errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw StoreError(system: errno, while: "making the data folder \(path)")
        }
        try makeFolders(String(path[..<slash]))
        if mkdir(path, 0o700) != 0, errno != EEXIST {
            throw StoreError(system: errno, while: "making the data folder \(path)")
        }
        syncParent(of: path)
    }

    /// Makes a new folder's name as lasting as what will be stored in it. File systems that cannot sync a folder need no such call.
    private static func syncParent(of path: String) {
        let parent = open(path + "/..", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { return }
        fsync(parent)
        Glibc.close(parent)
    }

    private static func takeLock(_ folder: String) throws(StoreError) -> Int32 {
        let path = folder + "/newel.lock"
        let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw StoreError(system: errno, while: "opening \(path)") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let owner = readOwner(lock)
            Glibc.close(lock)
            guard code == EWOULDBLOCK else { throw StoreError(system: code, while: "locking \(path)") }
            throw StoreError(
                .locked, "the data folder \(folder) is in use by process \(owner): stop it, or use another folder")
        }
        let number = Array("\(getpid())\n".utf8)
        ftruncate(lock, 0)
        pwrite(lock, number, number.count, 0)
        return lock
    }

    private static func readOwner(_ lock: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(lock, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).filter { $0 >= 0x30 && $0 <= 0x39 }
        return digits.isEmpty ? "(unknown)" : String(decoding: digits, as: UTF8.self)
    }
}

/// Folders of stores that end with their process.
extension DataFolder {
    private static let temporaryPrefix = "newel-memory-"
    private static let secondsUntilAbandoned = 60

    /// Removes temporary folders that no process has locked. Young ones stay: their owner may be about to lock them.
    private static func removeAbandoned(in parent: String) {
        for name in Folder.names(in: parent) where name.hasPrefix(temporaryPrefix) {
            let folder = parent + "/" + name
            var status = stat()
            guard lstat(folder, &status) == 0, status.st_uid == geteuid(), status.st_mode & S_IFMT == S_IFDIR,
                time(nil) - status.st_mtim.tv_sec > secondsUntilAbandoned
            else { continue }
            let lock = open(folder + "/newel.lock", O_RDWR | O_CLOEXEC)
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { Folder.remove(folder) }
            Glibc.close(lock)
        }
    }
}
