import CSQLite
import Glibc
import StorageContract

extension StoreError {
    /// Words the failure of a call on a connection.
    ///
    /// - Parameter code: The extended result code.
    /// - Parameter handle: The connection, or `nil` when there is none yet.
    init(sqlite code: Int32, on handle: OpaquePointer?, while doing: String) {
        let last = errno
        let text = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
        let reason = text.map { String(cString: $0) } ?? "code \(code)"
        let system = Self.systemError(sqlite: code, on: handle, last: last)
        let detail = system == 0 ? "" : ", " + String(cString: strerror(system))
        self.init(Self.code(sqlite: code, system: system), "\(doing): \(reason) (SQLite \(code)\(detail))")
    }

    /// Words the failure of a system call.
    init(system code: Int32, while doing: String) {
        self.init(Self.code(system: code) ?? .unavailable, "\(doing): \(String(cString: strerror(code)))")
    }

    /// What the system said, if the failure is one of files. SQLite forgets it when a commit fails; then `errno` still has it.
    private static func systemError(sqlite code: Int32, on handle: OpaquePointer?, last: Int32) -> Int32 {
        guard [SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xFF) else { return 0 }
        let kept = handle.map { sqlite3_system_errno($0) } ?? 0
        return kept == 0 ? last : kept
    }

    private static func code(sqlite code: Int32, system: Int32) -> Code {
        switch code & 0xFF {
        case SQLITE_FULL: .full
        case SQLITE_READONLY, SQLITE_PERM: .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
        case SQLITE_BUSY, SQLITE_LOCKED: .locked
        case SQLITE_IOERR, SQLITE_CANTOPEN: Self.code(system: system) ?? .unavailable
        default: .unavailable
        }
    }

    private static func code(system: Int32) -> Code? {
        switch system {
        case ENOSPC, EDQUOT, EFBIG: .full
        case EROFS, EACCES, EPERM: .readOnly
        default: nil
        }
    }
}
