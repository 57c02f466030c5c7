import ExecutionHistory
import ResourceNames
import StorageContract

/// EXPRESS executions that ended lately, which are in memory only.
extension ExecutionEngine {
    /// EXPRESS executions of a machine that are still in memory, the last ended first. What would be sealed in a store is left out.
    package func recentExpress(of machine: StateMachineARN) -> [ExecutionDescription] {
        services.express.list(of: machine).map { description in
            var description = description
            description.details = description.details.withoutSealed
            return description
        }
    }

    /// An EXPRESS execution that ended lately; `nil` for any other, and when it is gone.
    ///
    /// - Throws: `keyUnusable` when its data would be sealed in a store and the key cannot be used.
    func recent(_ execution: ExecutionARN) throws(EngineFailure) -> RecentExpress.Entry? {
        guard let entry = services.express.find(execution) else { return nil }
        _ = try services.dataKey(for: entry.description.details.sealing)
        return entry
    }

    /// The same of one that has no row any more: its end is on disk, and its loop may not have been told yet.
    func justEnded(_ execution: ExecutionARN) async throws(EngineFailure) -> RecentExpress.Entry? {
        guard let key = ExecutionKey.ofExpress(execution) else { return nil }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isPosted = loop(for: key).post { loop in
                guard let live = loop.executions[key] else { return continuation.resume() }
                live.endWaiters.append { _ in continuation.resume() }
            }
            if !isPosted { continuation.resume() }
        }
        return try recent(execution)
    }
}

extension RecentExpress.Entry {
    /// Its records as a store would give them: `StoreReader.records`, `recordsBackwards`.
    func rows(fromEventID: Int64, isReversed: Bool, limit: Int) throws(EngineFailure) -> [RecordRow] {
        var rows: [RecordRow] = []
        for (index, record) in records.enumerated() {
            do throws(RecordError) {
                let reader = try RecordReader(record)
                guard isReversed ? reader.header.firstEventID <= fromEventID : reader.lastEventID >= fromEventID else {
                    continue
                }
                rows.append(
                    RecordRow(
                        sequence: Int64(index) + 1, firstEventID: reader.header.firstEventID,
                        eventCount: reader.eventCount, bytes: record))
            } catch {
                throw .unavailable("a record in memory cannot be read: \(error)")
            }
        }
        return Array((isReversed ? rows.reversed() : rows).prefix(limit))
    }
}
