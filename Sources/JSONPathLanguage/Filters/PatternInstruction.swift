/// One instruction of a compiled regular expression.
enum PatternInstruction: Sendable {
    /// Takes one character of a set.
    case take(PatternSet)
    /// Goes on at both places.
    case split(Int, Int)
    /// Goes on at another place.
    case jump(Int)
    /// Goes on at the beginning only.
    case atStart
    /// Goes on at the end only.
    case atEnd
    /// Goes on where a word begins or ends, or only where none does.
    case wordBoundary(isNegated: Bool)
    /// The expression has matched.
    case accept
}
