/// The number of shards, fixed when a store is created.
package let shardCount = 256

/// Resources read in one transaction.
let resourcesPage = 500
