import ResourceNames
import StorageContract

extension SQLiteStore: ExecutionRetention {
    package func moveEndedRecords(before instant: Timestamp, limit: Int) async throws(StoreError) -> Int {
        try await archive.perform { archive throws(StoreError) in try archive.move(before: instant, limit: limit) }
    }

    package func compactMovedRecords(
        before instant: Timestamp, by compact: @escaping @Sendable ([UInt8]) -> [UInt8]?
    ) async throws(StoreError) -> Bool {
        try await archive.perform { archive throws(StoreError) in try archive.compact(before: instant, by: compact) }
    }

    package func deleteEndedExecutions(
        before instant: Timestamp, keepingNamesSince: Timestamp, limit: Int, sparing isNeeded: @escaping Need
    ) async throws(StoreError) -> Int {
        try await archive.perform { archive throws(StoreError) in
            try archive.deleteEnded(
                before: instant, keepingNamesSince: keepingNamesSince, limit: limit, sparing: isNeeded)
        }
    }

    package func freeNames(before instant: Timestamp, limit: Int) async throws(StoreError) -> Int {
        try await archive.perform { archive throws(StoreError) in try archive.freeNames(before: instant, limit: limit) }
    }

    package func storedBytes() async throws(StoreError) -> Int64 {
        try await archive.perform { archive throws(StoreError) in try archive.storedBytes() }
    }
}
