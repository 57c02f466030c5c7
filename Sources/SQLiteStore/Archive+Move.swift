import ResourceNames
import StorageContract

/// Moving: copy, sync, then delete.
extension Archive {
    /// An execution whose records are to be moved.
    private struct Candidate: Sendable {
        let key: ExecutionKey
        let stoppedAt: Timestamp
    }

    /// An execution whose records have been copied.
    private struct Copied: Sendable {
        let candidate: Candidate
        /// Where its log ended when it was copied.
        let end: LogPosition
        let recordCount: Int
    }

    /// Moves the records of the longest ended executions, all of one day.
    ///
    /// - Returns: How many executions were moved.
    func move(before instant: Timestamp, limit: Int) throws(StoreError) -> Int {
        try deleteLeftovers()
        var from = Timestamp(milliseconds: .min)
        while from < instant {
            let candidates = try candidates(from: from, before: instant, limit: limit)
            guard let first = candidates.first else { return 0 }
            let segment = Segment(of: first.stoppedAt)
            from = segment.end
            if isDamaged(segment) { continue }
            let copied = try using(segment) { () throws(StoreError) in
                try copy(candidates.filter { Segment(of: $0.stoppedAt) == segment }, to: segment)
            }
            // All may have changed meanwhile, a redrive each: then the rest of them is for the next call.
            return try max(1, release(copied, to: segment))
        }
        return 0
    }

    private func candidates(from: Timestamp, before: Timestamp, limit: Int) throws(StoreError) -> [Candidate] {
        try readers.transact { connection throws(StoreError) in
            let statement = try connection.statement(.executionsToMove)
            statement.bind(1, from.milliseconds)
            statement.bind(2, before.milliseconds)
            statement.bind(3, Int64(limit))
            return try statement.rows {
                Candidate(key: $0.key(0), stoppedAt: Timestamp(milliseconds: $0.integer(1)))
            }
        }
    }

    /// Copies records until a step's worth is copied, at least those of one execution; durable when it returns.
    private func copy(_ candidates: [Candidate], to segment: Segment) throws(StoreError) -> [Copied] {
        let connection = try segments.writer(segment)
        let table = RecordTable(connection: connection)
        try connection.statement(.beginWriting).run()
        try connection.statement(.setNotCompacted).run()
        note(segment, isCompacted: false)
        var (copied, records, bytes): ([Copied], Int, Int) = ([], 0, 0)
        for candidate in candidates where records < Limits.recordsPerMove && bytes < Limits.bytesPerMove {
            // What an earlier try, or an execution of this key that is gone, left there.
            try table.delete(candidate.key)
            let (end, count, size) = try copy(candidate.key, to: table)
            copied.append(Copied(candidate: candidate, end: end, recordCount: count))
            records += count
            bytes += size
        }
        try connection.statement(.commit).run()
        return copied
    }

    /// Copies a log. A long one is committed in parts, so that readers of the file never wait long: nobody is told of it before it is whole.
    private func copy(
        _ key: ExecutionKey, to table: RecordTable
    ) throws(StoreError) -> (end: LogPosition, records: Int, bytes: Int) {
        var (end, records, bytes, bytesCommitted) = (LogPosition(), 0, 0, 0)
        while true {
            try checkOpen()
            let after = end.sequence
            let page = try readers.transact { connection throws(StoreError) in
                try RecordTable(connection: connection).records(
                    of: key, afterSequence: after, limit: Limits.recordsPerPage)
            }
            for record in page {
                try table.insert(record, of: key)
                end = LogPosition(
                    sequence: record.sequence, nextEventID: record.firstEventID + Int64(record.eventCount))
                bytes += record.bytes.count
            }
            records += page.count
            if bytes - bytesCommitted > Limits.bytesPerMove {
                try table.connection.statement(.commit).run()
                try table.connection.statement(.beginWriting).run()
                bytesCommitted = bytes
            }
            if page.count < Limits.recordsPerPage { return (end, records, bytes) }
        }
    }

    /// Lets the database say that the copied records are in the segment, and delete its own.
    ///
    /// - Returns: How many were let go of; an execution that began again, or whose log grew, stays.
    private func release(_ copied: [Copied], to segment: Segment) throws(StoreError) -> Int {
        let released = try write { batch throws(StoreError) in
            var released = 0
            for copy in copied
            where try batch.release(copy.candidate.key, copy.candidate.stoppedAt, copy.end, to: segment) {
                try batch.drop(copy.candidate.key, isLong: copy.recordCount > Limits.recordsPerMove)
                released += 1
            }
            return released
        }
        try deleteLeftovers()
        return released
    }

    /// Deletes, in short transactions, records that have been moved but were too many for one.
    private func deleteLeftovers() throws(StoreError) {
        while let key = try readers.transact({ connection throws(StoreError) in
            try connection.statement(.leftovers).first { $0.key(0) }
        }) {
            var isOver = false
            while !isOver {
                try checkOpen()
                isOver = try write { batch throws(StoreError) in try batch.deleteSomeRecords(ofLeftover: key) }
            }
        }
    }
}

extension WriteBatch {
    /// Notes where the records of an execution are, if it has not changed since they were copied.
    fileprivate func release(
        _ key: ExecutionKey, _ stoppedAt: Timestamp, _ end: LogPosition, to segment: Segment
    ) throws(StoreError) -> Bool {
        guard try (RecordTable(connection: connection).end(of: key) ?? LogPosition()) == end else { return false }
        let statement = try connection.statement(.setSegment)
        statement.bind(1, key)
        statement.bind(2, stoppedAt.milliseconds)
        statement.bind(3, segment.day)
        guard try !statement.rows({ _ in true }).isEmpty else { return false }
        positions[key] = nil
        return true
    }

    /// Deletes the database's own copy, or notes that this is to be done.
    fileprivate func drop(_ key: ExecutionKey, isLong: Bool) throws(StoreError) {
        let statement = try connection.statement(isLong ? .addLeftover : .deleteRecords)
        statement.bind(1, key)
        try statement.run()
    }

    /// Deletes a step's worth of what was moved.
    ///
    /// - Returns: Whether that was the last of it.
    fileprivate func deleteSomeRecords(ofLeftover key: ExecutionKey) throws(StoreError) -> Bool {
        // Without the note that it was moved, its records are its only ones.
        if try connection.segment(of: key) != nil {
            let statement = try connection.statement(.deleteSomeRecords)
            statement.bind(1, key)
            statement.bind(2, Int64(Limits.recordsPerDeletion))
            if try !statement.rows({ _ in true }).isEmpty { return false }
        }
        let statement = try connection.statement(.deleteLeftover)
        statement.bind(1, key)
        try statement.run()
        return true
    }
}
