import ResourceNames
import StorageContract

/// What has happened to executions, and what they run.
extension ExecutionEngine {
    /// Events of an execution from an id on, in either direction, as stored records.
    package func records(of execution: ExecutionARN, fromEventID: Int64, isReversed: Bool, limit: Int)
        async throws(EngineFailure) -> [RecordRow]
    {
        if let recent = try recent(execution) {
            return try recent.rows(fromEventID: fromEventID, isReversed: isReversed, limit: limit)
        }
        if let running = try await running(execution) {
            return try running.rows(fromEventID: fromEventID, isReversed: isReversed, limit: limit)
        }
        let key: ExecutionKey
        do throws(EngineFailure) { key = try await rowOfWholeLog(of: execution).key } catch {
            guard error == .executionDoesNotExist, let recent = try await justEnded(execution) else { throw error }
            return try recent.rows(fromEventID: fromEventID, isReversed: isReversed, limit: limit)
        }
        var rows = try await read { reader throws(StoreError) in
            isReversed
                ? try reader.recordsBackwards(of: key, fromEventID: fromEventID, limit: limit)
                : try reader.records(of: key, fromEventID: fromEventID, limit: limit)
        }
        for index in rows.indices where Sealer.isSealed(rows[index].bytes) {
            let place = SealedPlace.record(key, sequence: rows[index].sequence)
            rows[index].bytes = try services.open(rows[index].bytes, as: place)
        }
        return rows
    }

    /// What is known of an execution that has no row.
    func describeWithoutRow(_ execution: ExecutionARN, includingSealed: Bool) async throws(EngineFailure)
        -> ExecutionDescription
    {
        var known = try await running(execution)
        if known == nil { known = try await justEnded(execution) }
        guard var description = known?.description else { throw .executionDoesNotExist }
        if !includingSealed { description.details = description.details.withoutSealed }
        return description
    }

    /// The id of an execution's last event; 0 when there is none.
    package func lastEventID(of execution: ExecutionARN) async throws(EngineFailure) -> Int64 {
        if let recent = try recent(execution) {
            return try recent.rows(fromEventID: .max, isReversed: true, limit: 1).first?.lastEventID ?? 0
        }
        let key = try await row(of: execution).key
        let last = try await read { reader throws(StoreError) in
            try reader.recordsBackwards(of: key, fromEventID: .max, limit: 1).first
        }
        return last?.lastEventID ?? 0
    }

    /// The text of the definition an execution is pinned to.
    package func definition(sha256: [UInt8]) async throws(EngineFailure) -> [UInt8]? {
        let text = try await read { reader throws(StoreError) in try reader.definition(sha256: sha256) }
        guard let text else { return nil }
        return try services.programs.opened(text, sha256: sha256)
    }
}

extension RecordRow {
    /// The id of its last event.
    fileprivate var lastEventID: Int64 { firstEventID + Int64(eventCount) - 1 }
}
