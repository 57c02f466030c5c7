/// Chance that can be repeated: a SplitMix64 stream from the seed recorded with an advance. Jitter, `States.UUID`,
/// `States.MathRandom` and task tokens draw from it, in the order in which the states ask.
package struct Chance: Sendable, RandomNumberGenerator {
    private var state: UInt64

    /// The stream of a seed.
    package init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// A fraction from 0 up to, not including, 1, in steps of 2⁻⁵³.
    package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A random UUID (version 4), lower case.
    package mutating func uuid() -> String {
        UUIDText.version4(high: next(), low: next())
    }
}
