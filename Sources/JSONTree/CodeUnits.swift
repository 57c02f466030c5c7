import Glibc

/// Comparing and hashing UTF-8 as bytes.
@usableFromInline package enum CodeUnits {
    /// Whether two stretches of equal length hold the same bytes.
    @inlinable package static func areSame(_ one: UnsafePointer<UInt8>?, _ other: UnsafePointer<UInt8>?, _ count: Int)
        -> Bool
    {
        guard count > 0, let one, let other else { return count == 0 }
        return memcmp(one, other, count) == 0
    }
}
