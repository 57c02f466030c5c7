import CSQLite
import StorageContract

/// A prepared statement. Belongs to one connection and is used by one thread at a time.
///
/// Bind every parameter, then run or query once; either way the statement is ready again afterwards.
final class Statement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    init(_ text: String, on connection: OpaquePointer) throws(StoreError) {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared else {
            throw StoreError(sqlite: code, on: connection, while: "preparing \(text)")
        }
        self.handle = prepared
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    /// Executes the statement for its effect.
    func run() throws(StoreError) {
        var code = sqlite3_step(handle)
        while code == SQLITE_ROW { code = sqlite3_step(handle) }
        defer { sqlite3_reset(handle) }
        guard code == SQLITE_DONE else { throw failure(code) }
    }

    /// Collects every row.
    func rows<Answer>(_ read: (Row) -> Answer) throws(StoreError) -> [Answer] {
        var answers: [Answer] = []
        try each {
            answers.append(read($0))
            return true
        }
        return answers
    }

    /// The first row, if there is one.
    func first<Answer>(_ read: (Row) -> Answer) throws(StoreError) -> Answer? {
        var answer: Answer?
        try each {
            answer = read($0)
            return false
        }
        return answer
    }

    /// Visits rows until the body answers `false`.
    func each(_ visit: (Row) -> Bool) throws(StoreError) {
        defer { sqlite3_reset(handle) }
        while true {
            let code = sqlite3_step(handle)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw failure(code) }
            if !visit(Row(handle: handle)) { return }
        }
    }

    private func failure(_ code: Int32) -> StoreError {
        StoreError(sqlite: code, on: connection, while: "running a statement")
    }
}

/// Parameters, counted from 1. SQLite copies what it is given.
extension Statement {
    /// Tells SQLite to copy the bytes before the call returns: the C macro `SQLITE_TRANSIENT`.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// Binds an integer, or NULL.
    func bind(_ index: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    /// Binds a text.
    func bind(_ index: Int32, _ text: String) {
        var text = text
        text.withUTF8 { bytes -> Void in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                if let base = bytes.baseAddress {
                    sqlite3_bind_text(handle, index, base, Int32(bytes.count), Self.transient)
                } else {
                    sqlite3_bind_text(handle, index, "", 0, Self.transient)
                }
            }
        }
    }

    /// Binds a bound above every text that starts so: the prefix and a byte that UTF-8 never has.
    func bind(_ index: Int32, above prefix: String) {
        var bytes = prefix.utf8.map { CChar(bitPattern: $0) }
        bytes.append(-1)
        sqlite3_bind_text(handle, index, bytes, Int32(bytes.count), Self.transient)
    }

    /// Binds bytes.
    func bind(_ index: Int32, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, bytes.count > 0 else {
                sqlite3_bind_zeroblob(handle, index, 0)
                return
            }
            sqlite3_bind_blob(handle, index, base, Int32(bytes.count), Self.transient)
        }
    }

    /// Binds the 16 bytes of a key, in the order of keys.
    func bind(_ index: Int32, _ key: ExecutionKey) {
        var halves = (key.high.bigEndian, key.low.bigEndian)
        withUnsafeBytes(of: &halves) { _ = sqlite3_bind_blob(handle, index, $0.baseAddress, 16, Self.transient) }
    }
}
