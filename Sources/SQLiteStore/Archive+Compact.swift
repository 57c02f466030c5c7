import ResourceNames
import StorageContract

/// Compaction: a whole file is written anew under another name, synced, and put in the place of the old one.
extension Archive {
    /// Compacts the records of the oldest day that was over before an instant and is not compacted yet.
    ///
    /// - Returns: Whether there was one.
    func compact(before instant: Timestamp, by transform: ([UInt8]) -> [UInt8]?) throws(StoreError) -> Bool {
        for segment in segments.segments where segment.end <= instant {
            if isCompacted(segment) || isDamaged(segment) { continue }
            let isDone = try using(segment) { () throws(StoreError) in try compact(segment, transform) }
            note(segment, isCompacted: true)
            if isDone { return true }
        }
        return false
    }

    /// - Returns: `false` when it has been compacted before.
    private func compact(_ segment: Segment, _ transform: ([UInt8]) -> [UInt8]?) throws(StoreError) -> Bool {
        let source = try segments.reader(segment)
        if try source.statement(.isCompacted).first({ _ in true }) != nil { return false }
        do throws(StoreError) {
            try write(from: source, toDraftOf: segment, transform)
            try segments.putInPlace(segment)
            return true
        } catch {
            segments.removeDraft(segment)
            throw error
        }
    }

    /// Writes the draft; complete, synced and closed when it returns.
    private func write(
        from source: Connection, toDraftOf segment: Segment, _ transform: ([UInt8]) -> [UInt8]?
    ) throws(StoreError) {
        let draft = try segments.draftWriter(segment)
        try draft.statement(.beginWriting).run()
        try rewrite(source, to: RecordTable(connection: draft), transform)
        try draft.statement(.setCompacted).run()
        try draft.statement(.commit).run()
    }

    private func rewrite(
        _ source: Connection, to table: RecordTable, _ transform: ([UInt8]) -> [UInt8]?
    ) throws(StoreError) {
        var last: (key: ExecutionKey, sequence: Int64)?
        while true {
            try checkOpen()
            let statement = try source.statement(.allRecords)
            if let last { statement.bind(1, last.key) } else { statement.bind(1, [UInt8]()) }
            statement.bind(2, last?.sequence ?? Int64.min)
            statement.bind(3, Int64(Limits.recordsPerPage))
            let page = try statement.rows { row in
                (
                    row.key(0),
                    RecordRow(
                        sequence: row.integer(1), firstEventID: row.integer(2), eventCount: Int(row.integer(3)),
                        bytes: row.bytes(4))
                )
            }
            for (key, record) in page {
                var record = record
                if let bytes = transform(record.bytes) { record.bytes = bytes }
                try table.insert(record, of: key)
            }
            guard let (key, record) = page.last, page.count == Limits.recordsPerPage else { return }
            last = (key, record.sequence)
        }
    }
}
