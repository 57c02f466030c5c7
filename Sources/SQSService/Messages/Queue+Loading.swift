import AWSWire
import ResourceNames
import StorageContract
import Synchronization

/// Reading a queue's rows back at its first use after a start.
extension Queue {
    /// Reads the rows unless they were read; several callers wait for one reading.
    func load() async throws(ServiceError) {
        while true {
            switch await turn() {
            case .done: return
            case .wait: continue
            case .read: return try await readRows()
            }
        }
    }

    private enum Turn: Sendable { case done, wait, read }

    private func turn() async -> Turn {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let mustWait = state.withLock { state -> Bool in
                guard case .underWay(let others) = state.loading else { return false }
                state.loading = .underWay(others + [continuation])
                return true
            }
            if !mustWait { continuation.resume() }
        }
        return state.withLock { state -> Turn in
            switch state.loading {
            case .done: return .done
            case .underWay: return .wait
            case .absent:
                state.loading = .underWay([])
                return .read
            }
        }
    }

    private func readRows() async throws(ServiceError) {
        do throws(StoreError) {
            var after = Int64.min
            while true {
                let (from, queue) = (after, number)
                let rows = try await store.read { reader throws(StoreError) in
                    try reader.messages(queue: queue, after: from, limit: Limits.loadPage)
                }
                guard let last = rows.last else { break }
                after = last.id
                let now = surroundings.clock.now()
                state.withLock { state in
                    for row in rows { state.install(row, now) }
                }
                if rows.count < Limits.loadPage { break }
            }
            try await readDeduplication()
        } catch {
            finishLoading(.absent)
            throw .store(error)
        }
        finishLoading(.done)
    }

    private func readDeduplication() async throws(StoreError) {
        var after: String?
        let prefix = "\(number)/"
        while true {
            let from = after
            let rows = try await store.read { reader throws(StoreError) in
                try reader.resources(
                    kind: ResourceKind.deduplication, keyPrefix: prefix, after: from, limit: Limits.loadPage)
            }
            state.withLock { state in
                for row in rows {
                    guard let (receipt, expiresAt) = SendReceipt.read(row.bytes) else { continue }
                    let key = String(row.key.dropFirst(prefix.count))
                    state.deduplication.note(key, receipt, expiresAt: expiresAt, isSettled: true)
                }
            }
            guard rows.count == Limits.loadPage, let last = rows.last else { break }
            after = last.key
        }
        state.withLock { $0.deduplication.sortByAge() }
    }

    private func finishLoading(_ end: Loading) {
        let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            guard case .underWay(let waiting) = state.loading else { return [] }
            state.loading = end
            if case .absent = end { state.index = MessageIndex(isFIFO: key.isFIFO) }
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

extension Queue.State {
    /// Puts a stored message into the index. A row that cannot be read is left alone: nobody can make use of it.
    fileprivate mutating func install(_ row: MessageRow, _ now: Timestamp) {
        lastID = max(lastID, row.id)
        guard let content = Message(bytes: row.bytes) else { return }
        let phase: IndexedMessage.Phase =
            if row.visibleAt <= now { .available } else if row.generation == 0 { .delayed(until: row.visibleAt) } else {
                .inFlight(until: row.visibleAt)
            }
        var message = IndexedMessage(
            phase: phase, sentAt: content.sentAt, group: index.isFIFO ? content.groupID : nil, content: content)
        message.receiveCount = row.receiveCount
        message.generation = row.generation
        message.firstReceivedAt = row.firstReceivedAt
        index.insert(row.id, message)
    }
}
