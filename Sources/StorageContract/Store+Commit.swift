extension Store {
    /// Writes one unit and waits until it is durable.
    package func commit(_ unit: WriteUnit) async -> UnitResult {
        await withCheckedContinuation { continuation in
            commit([unit]) { continuation.resume(returning: $0[0]) }
        }
    }

    /// Commits prepared writes in one unit and settles them, on the store's thread, before the caller goes on.
    package func commit(_ writes: [PreparedWrite]) async throws(StoreError) {
        let mutations = writes.flatMap(\.mutations)
        guard !mutations.isEmpty else {
            for write in writes { write.settled(true) }
            return
        }
        let result = await withCheckedContinuation { (continuation: CheckedContinuation<UnitResult, Never>) in
            commit([WriteUnit(mutations: mutations)]) { results in
                for write in writes { write.settled(results[0] == .committed) }
                continuation.resume(returning: results[0])
            }
        }
        if let failure = result.failure { throw failure }
    }

    /// Writes rows, all or nothing, and waits until they are durable.
    package func write(_ mutations: [Mutation]) async throws(StoreError) {
        if let failure = await commit(WriteUnit(mutations: mutations)).failure { throw failure }
    }
}
