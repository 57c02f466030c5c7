import ResourceNames
import StorageContract
import Synchronization

extension SQLiteStore: ExecutionRetention {
    package func deleteEndedExecutions(before instant: Timestamp, limit: Int) async throws(StoreError) -> Int {
        let deleted = Mutex(0)
        try await transact { batch throws(StoreError) in
            let statement = try batch.connection.statement(.endedExecutions)
            statement.bind(1, instant.milliseconds)
            statement.bind(2, Int64(limit))
            let keys = try statement.rows { $0.key(0) }
            for key in keys { try batch.erase(key) }
            deleted.withLock { $0 = keys.count }
        }
        return deleted.withLock { $0 }
    }

    package func storedBytes() async throws(StoreError) -> Int64 {
        let bytes = Mutex<Int64>(0)
        try await transact { batch throws(StoreError) in
            let connection = batch.connection
            let pages = try connection.integer("PRAGMA page_count") - connection.integer("PRAGMA freelist_count")
            let pageBytes = try connection.integer("PRAGMA page_size")
            bytes.withLock { $0 = pages * pageBytes }
        }
        return bytes.withLock { $0 }
    }
}
