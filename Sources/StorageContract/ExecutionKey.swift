/// The key of an execution inside the store: 16 bytes, time-ordered for names we make (see `engine.md`), a hash of the ARN for names clients give.
package struct ExecutionKey: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64
    /// Makes a key of its two halves.
    @inlinable package init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }
    /// Whether it belongs to a name made here: a version 7 UUID. Such a name never comes twice, so nothing has to keep it taken.
    @inlinable package var isGenerated: Bool { high & 0xF000 == 0x7000 }
    /// The shard: a fixed function of the key.
    @inlinable package var shard: Int { Int(truncatingIfNeeded: (high ^ low &* 0x9E37_79B9_7F4A_7C15) >> 56) & 0xFF }
}
