/// How often something is repeated: `*`, `+?`, `{2,3}`.
struct PatternQuantifier: Sendable, Equatable {
    /// The fewest times.
    var least: Int
    /// The most times; `nil` for any number.
    var most: Int?
    /// Whether fewer repetitions are tried first.
    var isLazy = false
    /// The capturing groups inside, which each repetition clears.
    var groups: Range<Int> = 0..<0
}
