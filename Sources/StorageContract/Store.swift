/// What a store does for the engine and the services. SQLite now, PostgreSQL for several hosts later.
///
/// Calls to `commit` are carried out in the order in which they were made; several may share one transaction and one sync.
package protocol Store: Sendable {
    /// Writes units; all or nothing per unit, durable when `completion` runs.
    ///
    /// - Parameter completion: Runs once, on a thread of the store, with one result per unit in order. Must not block.
    func commit(_ units: [WriteUnit], completion: @escaping @Sendable ([UnitResult]) -> Void)

    /// Reads run on a reader of their own and see every commit whose completion has run.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Answer)
        async throws(StoreError) -> Answer

    /// The same on the calling thread, for threads that may block.
    func readNow<Answer>(_ body: (any StoreReader) throws(StoreError) -> Answer) throws(StoreError) -> Answer

    /// Takes shards over: raises their epochs. A unit with an older epoch is refused from then on.
    func acquireShards() throws(StoreError) -> [UInt64]

    /// The key that signs task tokens; made at creation, 32 bytes.
    var tokenKey: [UInt8] { get throws(StoreError) }

    /// Finishes what is queued, then closes.
    func close()
}

extension Store {
    /// Writes one unit and waits until it is durable.
    package func commit(_ unit: WriteUnit) async -> UnitResult {
        await withCheckedContinuation { continuation in
            commit([unit]) { continuation.resume(returning: $0[0]) }
        }
    }
}
