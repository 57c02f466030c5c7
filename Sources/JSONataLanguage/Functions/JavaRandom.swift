/// The generator of `java.util.Random`.
///
/// Source: the documentation of `java.util.Random`, which fixes the formula.
enum JavaRandom {
    private static let multiplier: UInt64 = 0x5_DEEC_E66D
    private static let mask: UInt64 = (1 << 48) - 1

    /// The first `nextDouble()` of a generator with a seed.
    static func firstDouble(seed: Int64) -> Double {
        var state = (UInt64(bitPattern: seed) ^ multiplier) & mask
        let high = next(&state, bits: 26)
        let low = next(&state, bits: 27)
        return Double(high << 27 + low) * 0x1p-53
    }

    private static func next(_ state: inout UInt64, bits: UInt64) -> UInt64 {
        state = (state &* multiplier &+ 0xB) & mask
        return state >> (48 - bits)
    }
}
