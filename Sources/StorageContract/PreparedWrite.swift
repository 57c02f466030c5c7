import HandlerContract

/// A write of a service, worked out but not done: its rows, and what the service does in memory once they are durable or lost.
package struct PreparedWrite: PreparedEffect {
    package var mutations: [Mutation]
    /// Runs once when the rows are durable (wake receivers) or when the transaction failed (take the reservation back).
    package var settled: @Sendable (_ isCommitted: Bool) -> Void
    package init(mutations: [Mutation], settled: @escaping @Sendable (_ isCommitted: Bool) -> Void) {
        self.mutations = mutations
        self.settled = settled
    }
}
