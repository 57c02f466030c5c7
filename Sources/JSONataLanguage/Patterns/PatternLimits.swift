/// The bounds of regular expressions, so that none can hang a match, exhaust the stack or fill the memory.
enum PatternLimits {
    /// UTF-16 units of an expression.
    static let sourceUnitsMax = 1 << 15
    /// Groups and lookarounds inside one another; bounds the native stack while an expression is read.
    static let depthMax = 100
    /// Capturing groups.
    static let capturesMax = 1_000
    /// Classes, and letters without case, that are kept as sets.
    static let setsMax = 4_000
    /// What a repetition's numbers stop at; no text is longer.
    static let repetitionsMax = 1 << 40
    /// Ways to try later and values to restore that a match may hold at a time: 32 bytes each.
    static let framesMax = 1 << 20
}
