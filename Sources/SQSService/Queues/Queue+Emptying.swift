import AWSWire
import ResourceNames
import StorageContract
import Synchronization

/// Emptying a queue, and its end.
extension Queue {
    /// Deletes all messages; at most once a minute.
    func purge() async throws(ServiceError) {
        try await load()
        let now = surroundings.clock.now
        let isAllowed = state.withLock { state in
            guard state.record.purgeAllowedAt <= now else { return false }
            state.record.purgeAllowedAt = now + .seconds(60)
            return true
        }
        guard isAllowed else {
            throw .sqs(
                "PurgeQueueInProgress", "Only one PurgeQueue operation on \(key.name) is allowed every 60 seconds.")
        }
        // What is reserved now has no row yet; it arrives after the purge.
        var rest = state.withLock { state in state.index.messages.filter { $0.value.phase != .reserved }.map(\.key) }[
            ...]
        while !rest.isEmpty {
            let ids = rest.prefix(Limits.purgePage)
            rest = rest.dropFirst(Limits.purgePage)
            try await commit(
                PreparedWrite(mutations: ids.map { .deleteMessage(queue: number, id: $0) }) { [self] isCommitted in
                    state.withLock { state in
                        if !isCommitted { state.record.purgeAllowedAt = Timestamp(milliseconds: .min) }
                        for id in ids where isCommitted { state.index.remove(id) }
                    }
                })
        }
    }

    /// Ends the queue's life in memory: its waiting receivers learn that it is gone.
    func close() {
        let waiting = state.withLock { state in
            state.isDeleted = true
            return state.waiters.takeFirst(.max)
        }
        for continuation in waiting { continuation.resume(returning: .tryAgain) }
    }

    /// How many messages are where.
    func counts() async throws(ServiceError) -> (available: Int, inFlight: Int, delayed: Int) {
        try await load()
        let now = surroundings.clock.now
        return state.withLock { state in
            state.index.promote(now)
            return (state.index.availableCount, state.index.inFlightCount, state.index.delayedCount)
        }
    }
}
