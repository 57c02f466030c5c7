/// Where a regular expression matches; all places are counted in UTF-16 units.
struct JSPatternMatch: Sendable, Equatable {
    /// What is matched as a whole.
    let range: Range<Int>
    /// What the capturing groups hold, in the order of their opening parentheses; `nil` for one that took no part.
    let groups: [Range<Int>?]
}
