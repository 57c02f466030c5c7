/// The number of shards, fixed when a store is created.
package let shardCount = 256
