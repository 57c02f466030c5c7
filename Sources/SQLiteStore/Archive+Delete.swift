import ResourceNames
import StorageContract

/// Deleting: rows first, then the file that nothing refers to any more.
extension Archive {
    /// Deletes the longest ended executions, and the files of days whose last is gone.
    ///
    /// - Returns: How many executions were deleted.
    func deleteEnded(before instant: Timestamp, keepingNamesSince: Timestamp, limit: Int) throws(StoreError) -> Int {
        let deleted = try write { batch throws(StoreError) in
            let ended = try batch.longestEnded(before: instant, limit: limit)
            for (key, stoppedAt) in ended {
                try batch.erase(key)
                if stoppedAt >= keepingNamesSince, !key.isGenerated { try batch.keepName(of: key, stoppedAt) }
            }
            return ended.count
        }
        try removeAbandoned()
        return deleted
    }

    /// Removes files that no execution refers to: those of days that are over with, and what a crash before the end of a move left.
    private func removeAbandoned() throws(StoreError) {
        let abandoned = try readers.transact { connection throws(StoreError) in
            var abandoned: [Segment] = []
            for segment in segments.segments {
                let statement = try connection.statement(.hasSegment)
                statement.bind(1, segment.day)
                if try statement.first({ _ in true }) == nil { abandoned.append(segment) }
            }
            return abandoned
        }
        for segment in abandoned {
            try segments.remove(segment)
            forget(segment)
        }
    }

    /// Frees kept names.
    ///
    /// - Returns: How many.
    func freeNames(before instant: Timestamp, limit: Int) throws(StoreError) -> Int {
        try write { batch throws(StoreError) in
            let statement = try batch.connection.statement(.freeNames)
            statement.bind(1, instant.milliseconds)
            statement.bind(2, Int64(limit))
            let freed = try statement.rows { _ in true }.count
            if freed > 0 { try batch.readWhetherNamesAreKept() }
            return freed
        }
    }

    /// Bytes of the database's pages in use and of the files of finished histories.
    func storedBytes() throws(StoreError) -> Int64 {
        let database = try readers.transact { connection throws(StoreError) in
            let pages = try connection.integer("PRAGMA page_count") - connection.integer("PRAGMA freelist_count")
            return try pages * connection.integer("PRAGMA page_size")
        }
        return database + segments.bytes()
    }
}

extension WriteBatch {
    /// Executions that ended before an instant, the longest ended first and all on one day, their records moved or not.
    fileprivate func longestEnded(
        before instant: Timestamp, limit: Int
    ) throws(StoreError) -> [(key: ExecutionKey, stoppedAt: Timestamp)] {
        var found: [(key: ExecutionKey, stoppedAt: Timestamp)] = []
        for sql in [SQL.endedMovedExecutions, .endedExecutions] {
            let statement = try connection.statement(sql)
            statement.bind(1, instant.milliseconds)
            statement.bind(2, Int64(limit))
            if sql == .endedMovedExecutions { statement.bind(3, Segment(of: instant).day) }
            found += try statement.rows { ($0.key(0), Timestamp(milliseconds: $0.integer(1))) }
        }
        found.sort { $0.stoppedAt < $1.stoppedAt }
        guard let day = found.first.map({ Segment(of: $0.stoppedAt) }) else { return [] }
        return Array(found.prefix { Segment(of: $0.stoppedAt) == day }.prefix(limit))
    }

    fileprivate func keepName(of key: ExecutionKey, _ stoppedAt: Timestamp) throws(StoreError) {
        let statement = try connection.statement(.keepName)
        statement.bind(1, key)
        statement.bind(2, stoppedAt.milliseconds)
        try statement.run()
        keepsNames = true
    }
}
