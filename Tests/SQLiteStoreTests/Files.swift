import Glibc
import ResourceNames
import SQLiteStore
import StorageContract

/// The bytes of a file.
func contents(of path: String) -> [UInt8] {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Int(lseek(file, 0, SEEK_END)))
    pread(file, &bytes, bytes.count, 0)
    return bytes
}

/// Writes a file anew.
func put(_ bytes: [UInt8], at path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    write(file, bytes, bytes.count)
}

/// Copies a file.
func copyFile(_ path: String, to copy: String) { put(contents(of: path), at: copy) }

extension Timestamp {
    /// The beginning of a day, counted from 1970.
    static func day(_ day: Int64) -> Timestamp { Timestamp(milliseconds: day * 86_400_000) }
}

extension SQLiteStore {
    /// Stores executions 1, 2 … of one record each, that ended on days 1, 2 ….
    func fill(days: Int64) async throws {
        for day in 1...days {
            let number = UInt64(day)
            let bytes = [UInt8](repeating: 7, count: 3_000)
            let result = await write(
                .append(number, event: 1, bytes: bytes),
                .put(number, status: 1, stoppedAt: Timestamp.day(day).milliseconds))
            guard result == .committed else { throw StoreError(.unavailable, "\(result)") }
        }
    }

    /// Moves all that has ended.
    func moveAll() async throws(StoreError) {
        while try await moveEndedRecords(before: Timestamp(milliseconds: .max), limit: 99) > 0 {}
    }

    /// Deletes what ended before an instant, names too.
    func deleteEnded(before instant: Timestamp) async throws(StoreError) -> Int {
        try await deleteEndedExecutions(
            before: instant, keepingNamesSince: Timestamp(milliseconds: .max), limit: 99)
    }
}
