/// A set of characters: ranges and classes, ASCII only where a class is named.
struct PatternSet: Sendable {
    /// Ranges of scalar values.
    var ranges: [ClosedRange<UInt32>] = []
    /// Sets of which one must hold, such as `\D` in a class.
    var others: [PatternSet] = []
    /// Whether it holds what the ranges and others do not.
    var isNegated = false
    /// Whether upper and lower case of ASCII letters are the same.
    var ignoresCase = false

    /// `\d`.
    static let digits = PatternSet(ranges: [0x30...0x39])
    /// `\w`.
    static let wordCharacters = PatternSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// `\s`.
    static let blanks = PatternSet(ranges: [0x09...0x0D, 0x20...0x20])
    /// All characters.
    static let anything = PatternSet(ranges: [0...0x10FFFF])
    /// What `.` takes: all but the ends of lines.
    static let withinLine = PatternSet(
        ranges: [0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029], isNegated: true)

    /// The complement.
    var negated: PatternSet {
        var set = self
        set.isNegated.toggle()
        return set
    }

    /// Whether a character is in the set.
    func contains(_ scalar: UInt32) -> Bool {
        var isInside = holds(scalar)
        if !isInside, ignoresCase, (scalar | 0x20) >= 0x61, (scalar | 0x20) <= 0x7A { isInside = holds(scalar ^ 0x20) }
        return isInside != isNegated
    }

    private func holds(_ scalar: UInt32) -> Bool {
        ranges.contains { $0.contains(scalar) } || others.contains { $0.contains(scalar) }
    }
}
