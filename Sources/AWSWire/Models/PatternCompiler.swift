/// Turns the text of a pattern into nodes.
///
/// - Precondition: The pattern is one of the models' own; what the subset does not know stops the program at start-up, in every test.
struct PatternCompiler {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// Everything up to a closing parenthesis or the end.
    mutating func alternatives() -> PatternNode {
        var parts = [sequence()]
        while take("|") { parts.append(sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func one() -> Unicode.Scalar {
        precondition(position < scalars.count, "a pattern does not end in the middle")
        defer { position += 1 }
        return scalars[position]
    }

    private mutating func sequence() -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" { parts.append(counted(atom())) }
        return .sequence(parts)
    }

    private mutating func counted(_ node: PatternNode) -> PatternNode {
        var counts: (least: Int, most: Int)
        if take(Unicode.Scalar("*")) {
            counts = (0, .max)
        } else if take(Unicode.Scalar("+")) {
            counts = (1, .max)
        } else if take(Unicode.Scalar("?")) {
            counts = (0, 1)
        } else if take(Unicode.Scalar("{")) {
            let least = number() ?? 0
            counts = (least, least)
            if take(Unicode.Scalar(",")) { counts.most = number() ?? .max }
            precondition(take(Unicode.Scalar("}")), "a count ends in a brace")
        } else {
            return node
        }
        return .repeated(node, least: counts.least, most: counts.most)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = next, ("0"..."9").contains(scalar) {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return Int(digits)
    }

    private mutating func atom() -> PatternNode {
        let scalar = one()
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .characters(ranges: [0x0A...0x0A, 0x0D...0x0D], isNegated: true)
        case "(": return group()
        case "[": return characterClass()
        case "\\":
            let (ranges, isNegated) = escape()
            return .characters(ranges: ranges, isNegated: isNegated)
        default: return .characters(ranges: [scalar.value...scalar.value], isNegated: false)
        }
    }

    private mutating func group() -> PatternNode {
        let node: PatternNode
        if take("?=") {
            node = .ahead(alternatives(), isNegated: false)
        } else if take("?!") {
            node = .ahead(alternatives(), isNegated: true)
        } else if take("?<!") {
            node = .behind(alternatives(), isNegated: true)
        } else if take("?<=") {
            node = .behind(alternatives(), isNegated: false)
        } else {
            _ = take("?:")
            node = alternatives()
        }
        precondition(take(Unicode.Scalar(")")), "a group ends in a parenthesis")
        return node
    }

    private mutating func escape() -> (ranges: [ClosedRange<UInt32>], isNegated: Bool) {
        let scalar = one()
        let space: [ClosedRange<UInt32>] = [0x09...0x0D, 0x20...0x20]
        switch scalar {
        case "d": return ([0x30...0x39], false)
        case "w": return ([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A], false)
        case "s": return (space, false)
        case "S": return (space, true)
        case "n": return ([0x0A...0x0A], false)
        case "r": return ([0x0D...0x0D], false)
        case "t": return ([0x09...0x09], false)
        case "x", "u":
            let count = scalar == "x" ? 2 : 4
            let digits = String(String.UnicodeScalarView(scalars[position..<position + count]))
            position += count
            let value = UInt32(digits, radix: 16) ?? 0
            return ([value...value], false)
        case "p":
            return (property(), false)
        default: return ([scalar.value...scalar.value], false)
        }
    }

    /// A Unicode property. Beyond ASCII every character has every property: no table of the system decides what a request may say.
    private mutating func property() -> [ClosedRange<UInt32>] {
        if take("{ASCII}") { return [0x00...0x7F] }
        let beyond: ClosedRange<UInt32> = 0x80...0x10FFFF
        if take("{L}") { return [0x41...0x5A, 0x61...0x7A, beyond] }
        if take("{N}") { return [0x30...0x39, beyond] }
        if take("{Z}") { return [0x20...0x20, beyond] }
        preconditionFailure("a property the models use")
    }

    private mutating func characterClass() -> PatternNode {
        let isNegated = take(Unicode.Scalar("^"))
        var ranges: [ClosedRange<UInt32>] = []
        while !take(Unicode.Scalar("]")) {
            let scalar = one()
            if scalar == "\\" {
                let escaped = escape()
                if escaped.isNegated {
                    ranges += Self.complement(escaped.ranges)
                } else {
                    ranges += upper(from: escaped.ranges)
                }
            } else {
                ranges += upper(from: [scalar.value...scalar.value])
            }
        }
        return .characters(ranges: ranges, isNegated: isNegated)
    }

    /// A range when a hyphen and its upper end follow a single character.
    private mutating func upper(from ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        guard ranges.count == 1, ranges[0].count == 1, next == "-", position + 1 < scalars.count,
            scalars[position + 1] != "]"
        else {
            return ranges
        }
        position += 1
        let scalar = one()
        let top = scalar == "\\" ? escape().ranges[0].upperBound : scalar.value
        precondition(ranges[0].lowerBound <= top, "a range ascends")
        return [ranges[0].lowerBound...top]
    }

    private static func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var (result, start): ([ClosedRange<UInt32>], UInt32) = ([], 0)
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > start { result.append(start...range.lowerBound - 1) }
            start = range.upperBound + 1
        }
        return result + [start...0x10FFFF]
    }
}
