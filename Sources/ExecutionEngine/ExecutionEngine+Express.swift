import ExecutionHistory
import ResourceNames
import StorageContract

/// EXPRESS executions that run and those that ended lately, which are in memory only.
extension ExecutionEngine {
    /// EXPRESS executions of an account in a region that memory knows of, those that started last first. Children of Map Runs are left out.
    package func express(in territory: Territory) async -> [ListedExpress] {
        var found: [ListedExpress] = []
        for loop in loops {
            found += await withCheckedContinuation { (continuation: CheckedContinuation<[ListedExpress], Never>) in
                let isPosted = loop.post { loop in
                    continuation.resume(
                        returning: loop.executions.values.filter {
                            $0.isRunningExpress && $0.arn.stateMachine.territory == territory
                        }.map { ListedExpress($0) })
                }
                if !isPosted { continuation.resume(returning: []) }
            }
        }
        // One that ended since its loop was asked is told of once, as it is now.
        let ended = services.express.entries(in: territory).map { ListedExpress($0) }
        let over = Set(ended.map(\.key))
        return (found.filter { !over.contains($0.key) } + ended).sorted {
            ($0.description.startedAt, $0.key.high, $0.key.low) > ($1.description.startedAt, $1.key.high, $1.key.low)
        }
    }

    /// An EXPRESS execution that runs, with its log so far; `nil` for any other.
    ///
    /// - Throws: `keyUnusable` when its data would be sealed in a store and the key cannot be used.
    func running(_ execution: ExecutionARN) async throws(EngineFailure) -> RecentExpress.Entry? {
        guard let key = ExecutionKey.ofExpress(execution) else { return nil }
        let entry = await withCheckedContinuation { (continuation: CheckedContinuation<RecentExpress.Entry?, Never>) in
            let isPosted = loop(for: key).post { loop in
                let live = loop.executions[key].flatMap { $0.isRunningExpress && $0.arn == execution ? $0 : nil }
                continuation.resume(
                    returning: live.map { RecentExpress.Entry($0.description, key: key, records: $0.keptRecords) })
            }
            if !isPosted { continuation.resume(returning: nil) }
        }
        if let entry { _ = try services.dataKey(for: entry.description.details.sealing) }
        return entry
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

extension LiveExecution {
    /// It is EXPRESS, runs, and is no child of a Map Run.
    fileprivate var isRunningExpress: Bool {
        details.isExpress && details.mapRun == nil && status == .running && !isStarting && !isReserved
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
