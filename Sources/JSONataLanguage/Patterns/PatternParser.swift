/// Reads a regular expression as ECMAScript does without the `u` flag, with all that web browsers tolerate.
///
/// Source: ECMAScript, "Patterns" and annex B, "Regular Expressions Patterns".
struct PatternParser {
    /// Flag `i`.
    let ignoresCase: Bool
    /// Flag `m`.
    let isMultiline: Bool
    /// The expression.
    let source: [UInt16]
    /// What was found out in advance.
    let scan: PatternScan
    /// The next unit to read.
    var position = 0
    /// Names of the groups read so far, with their numbers.
    private(set) var names: [(name: String, group: Int)] = []
    private var groups = 0
    private var depth = 0

    /// Prepares to read.
    init(_ source: String, ignoresCase: Bool, isMultiline: Bool) {
        self.ignoresCase = ignoresCase
        self.isMultiline = isMultiline
        self.source = Array(source.utf16)
        scan = PatternScan(self.source)
    }

    /// Reads the expression to its end.
    mutating func parse() throws(JSPatternError) -> PatternNode {
        guard source.count <= PatternLimits.sourceUnitsMax, scan.groups <= PatternLimits.capturesMax else {
            throw error("The regular expression is too large")
        }
        let node = try readAlternatives()
        guard position == source.count else { throw error("Unmatched ')'") }
        return node
    }

    /// The next unit.
    var peek: Unicode.Scalar? { position < source.count ? Unicode.Scalar(source[position]) ?? "\u{FFFD}" : nil }

    /// Whether the next unit is this one; it is taken then.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    /// An error at this place.
    func error(_ message: String) -> JSPatternError { JSPatternError(message: message, position: position) }

    private mutating func take(text: String) -> Bool {
        guard source[position...].starts(with: text.utf16) else { return false }
        position += text.utf16.count
        return true
    }

    private mutating func readAlternatives() throws(JSPatternError) -> PatternNode {
        depth += 1
        guard depth <= PatternLimits.depthMax else { throw error("The regular expression is nested too deeply") }
        defer { depth -= 1 }
        var alternatives = [try readSequence()]
        while take("|") { alternatives.append(try readSequence()) }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func readSequence() throws(JSPatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let next = peek, next != "|", next != ")" { parts.append(try readTerm()) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func readTerm() throws(JSPatternError) -> PatternNode {
        let before = groups
        if let assertion = readAssertion() { return .assertion(assertion) }
        if take(text: "(?<=") { return .look(try readGroupRest(), isBehind: true, isNegated: false) }
        if take(text: "(?<!") { return .look(try readGroupRest(), isBehind: true, isNegated: true) }
        let atom = try readAtom()
        guard var quantifier = try readQuantifier() else { return atom }
        quantifier.groups = before + 1..<groups + 1
        return .repetition(atom, quantifier)
    }

    private mutating func readAssertion() -> PatternAssertion? {
        if take("^") { return isMultiline ? .lineStart : .textStart }
        if take("$") { return isMultiline ? .lineEnd : .textEnd }
        if take(text: "\\b") { return .wordBoundary }
        return take(text: "\\B") ? .noWordBoundary : nil
    }

    private mutating func readAtom() throws(JSPatternError) -> PatternNode {
        let start = position
        guard let next = peek else { throw error("The regular expression ends too early") }
        switch next {
        case "(": return try readGroup()
        case "[": return .unit(try readClass())
        case "\\": return try readEscape()
        case "*", "+", "?": throw error("Nothing to repeat")
        case "{": if try readQuantifier() != nil { throw error("Nothing to repeat") }
        case ".":
            position += 1
            return .unit(UnitSet.lineEnds.complement)
        default: break
        }
        position = start + 1
        return .literal(source[start])
    }

    private mutating func readGroup() throws(JSPatternError) -> PatternNode {
        if take(text: "(?:") { return try readGroupRest() }
        if take(text: "(?=") { return .look(try readGroupRest(), isBehind: false, isNegated: false) }
        if take(text: "(?!") { return .look(try readGroupRest(), isBehind: false, isNegated: true) }
        groups += 1
        let number = groups
        if take(text: "(?<") {
            let name = try readName()
            guard !names.contains(where: { $0.name == name }) else { throw error("Duplicate capture group name") }
            names.append((name, number))
        } else {
            position += 1
            if peek == "?" { throw error("Invalid group") }
        }
        return .group(number, try readGroupRest())
    }

    private mutating func readGroupRest() throws(JSPatternError) -> PatternNode {
        let node = try readAlternatives()
        guard take(")") else { throw error("Unterminated group") }
        return node
    }

    /// A group's name after its `<`. Beyond ASCII all letters and signs are allowed.
    mutating func readName() throws(JSPatternError) -> String {
        let start = position
        while let next = peek, next != ">" {
            let isLetter = UnitSet.wordUnits.contains(source[position]) || next == "$" || !next.isASCII
            let isDigit = ("0"..."9").contains(next)
            guard isLetter, !(isDigit && position == start) else { throw error("Invalid capture group name") }
            position += 1
        }
        let name = String(decoding: source[start..<position], as: UTF16.self)
        guard take(">"), !name.isEmpty else { throw error("Invalid capture group name") }
        return name
    }

    /// A quantifier, if one is here; braces that are none stay where they are.
    private mutating func readQuantifier() throws(JSPatternError) -> PatternQuantifier? {
        guard var quantifier = readBareQuantifier() else { return nil }
        if let most = quantifier.most, most < quantifier.least { throw error("Numbers out of order in {} quantifier") }
        quantifier.isLazy = take("?")
        return quantifier
    }

    private mutating func readBareQuantifier() -> PatternQuantifier? {
        if take("*") { return PatternQuantifier(least: 0) }
        if take("+") { return PatternQuantifier(least: 1) }
        if take("?") { return PatternQuantifier(least: 0, most: 1) }
        let start = position
        if take("{"), let least = readNumber() {
            var quantifier = PatternQuantifier(least: least, most: least)
            if take(",") { quantifier.most = readNumber() }
            if take("}") { return quantifier }
        }
        position = start
        return nil
    }

    private mutating func readNumber() -> Int? {
        let start = position
        var value = 0
        while let next = peek, ("0"..."9").contains(next) {
            value = min(value * 10 + Int(next.value - 0x30), PatternLimits.repetitionsMax)
            position += 1
        }
        return position > start ? value : nil
    }
}
