/// Writes that belong together: all of them happen, or none.
package struct WriteUnit: Sendable {
    /// The shard that owns the execution or resource; `nil` for a unit no shard guards (catalog, queues of services).
    package var shard: Int?
    /// The lease under which the owner writes; checked inside the transaction when `shard` is set.
    package var epoch: UInt64
    package var mutations: [Mutation]

    /// Writes under a shard's lease, or without one.
    package init(shard: Int? = nil, epoch: UInt64 = 0, mutations: [Mutation]) {
        self.shard = shard
        self.epoch = epoch
        self.mutations = mutations
    }
}
