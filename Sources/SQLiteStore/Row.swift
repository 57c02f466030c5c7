import CSQLite
import StorageContract

/// A row of a result, valid until the next one is asked for. Columns are counted from 0.
struct Row {
    let handle: OpaquePointer

    /// An integer; 0 for NULL.
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// An integer, or `nil` for NULL.
    func optionalInteger(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
    }

    /// A copy of the bytes; none for NULL.
    func bytes(_ column: Int32) -> [UInt8] {
        guard let base = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: base, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// A text; empty for NULL.
    func text(_ column: Int32) -> String {
        guard let base = sqlite3_column_text(handle, column) else { return "" }
        return String(
            decoding: UnsafeBufferPointer(start: base, count: Int(sqlite3_column_bytes(handle, column))), as: UTF8.self)
    }

    /// The key of an execution.
    func key(_ column: Int32) -> ExecutionKey {
        guard let base = sqlite3_column_blob(handle, column), sqlite3_column_bytes(handle, column) == 16 else {
            return ExecutionKey(high: 0, low: 0)
        }
        return ExecutionKey(
            high: UInt64(bigEndian: base.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: base.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
}
