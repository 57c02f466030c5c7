/// What holds or not at a place of the text, without moving.
enum PatternAssertion: Sendable, Equatable {
    /// The text's beginning.
    case textStart
    /// The text's end.
    case textEnd
    /// A line's beginning: `^` under the flag `m`.
    case lineStart
    /// A line's end: `$` under the flag `m`.
    case lineEnd
    /// The beginning or end of a word: `\b`.
    case wordBoundary
    /// Neither of them: `\B`.
    case noWordBoundary
}
