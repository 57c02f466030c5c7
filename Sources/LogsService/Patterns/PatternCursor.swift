import AWSWire
import JSONPathLanguage

/// Moves through the text of a filter pattern: what patterns on JSON and patterns of fields have in common.
struct PatternCursor {
    /// How deep parentheses may go.
    private static let depthMax = 32
    private let text: [Character]
    private var place = 0
    private var depth = 0

    /// Begins at the start.
    init(_ text: String) { self.text = Array(text) }

    /// Whether nothing but spaces is left.
    var isAtEnd: Bool { text[place...].allSatisfy(\.isWhitespace) }

    /// The next character, spaces included; `nil` at the end.
    var next: Character? { place < text.count ? text[place] : nil }

    /// What is wrong here.
    func failure(_ message: String) -> ServiceError {
        .invalid("Invalid filter pattern: \(message) at character \(place + 1)")
    }

    /// Enters parentheses.
    mutating func goDeeper() throws(ServiceError) {
        depth += 1
        guard depth <= Self.depthMax else { throw failure("too many parentheses") }
    }

    /// Leaves parentheses.
    mutating func comeBack() { depth -= 1 }

    /// Takes a sign, spaces before it too.
    mutating func take(_ sign: String) -> Bool {
        let start = place
        skipSpace()
        guard text[place...].starts(with: sign) else {
            place = start
            return false
        }
        place += sign.count
        return true
    }

    /// Takes a word of letters, however it is written.
    mutating func takeWord(_ word: String) -> Bool {
        let start = place
        skipSpace()
        if self.word(while: \.isLetter).uppercased() == word { return true }
        place = start
        return false
    }

    /// Takes a character that stands right here.
    mutating func takeHere(_ character: Character) -> Bool {
        guard next == character else { return false }
        place += 1
        return true
    }

    /// Whether one of these signs follows, after spaces.
    func isAhead(_ signs: Character...) -> Bool {
        text[place...].first { !$0.isWhitespace }.map { signs.contains($0) } ?? false
    }

    /// Skips spaces.
    mutating func skipSpace() { while let next, next.isWhitespace { place += 1 } }

    /// Takes characters as long as they are of a kind.
    mutating func word(while isPart: (Character) -> Bool) -> String {
        let start = place
        while let next, isPart(next) { place += 1 }
        return String(text[start..<place])
    }

    /// The name of a field, spaces before it skipped; empty when there is none.
    mutating func fieldName() -> String {
        skipSpace()
        return word { $0.isLetter || $0.isNumber || "_-$*".contains($0) }
    }

    /// A comparison, if one follows.
    mutating func comparison() -> JSONCondition.Comparison? {
        for sign in ["!=", "<=", ">=", "=", "<", ">"] where take(sign) { return .init(rawValue: sign) }
        return nil
    }

    /// A comparison that fits its operand: texts are the same or not.
    func check(
        _ comparison: JSONCondition.Comparison, _ operand: JSONCondition.Operand
    ) throws(ServiceError) -> JSONCondition.Comparison {
        if case .number = operand { return comparison }
        guard comparison == .equal || comparison == .unequal else {
            throw failure("a text is compared with = and != only")
        }
        return comparison
    }

    /// What a value is compared with: a number, a text with `*`, or an expression between percent signs.
    mutating func operand(endingAt ends: String) throws(ServiceError) -> JSONCondition.Operand {
        skipSpace()
        guard let next else { throw failure("a value expected") }
        if next == "\"" { return .text(try quoted()) }
        if next == "%" { return .expression(try expression()) }
        let word = word { !$0.isWhitespace && !ends.contains($0) }
        guard !word.isEmpty else { throw failure("a value expected") }
        if let number = Double(word), number.isFinite { return .number(number) }
        return .text(word)
    }

    /// What stands in quotation marks of the kind that is next.
    mutating func quoted() throws(ServiceError) -> String {
        guard let mark = next else { throw failure("a quotation mark expected") }
        place += 1
        var words = ""
        while let character = next, character != mark {
            if character == "\\", place + 1 < text.count { place += 1 }
            words.append(text[place])
            place += 1
        }
        guard takeHere(mark) else { throw failure("a quotation mark is missing") }
        return words
    }

    /// The expression between percent signs.
    private mutating func expression() throws(ServiceError) -> TextExpression {
        place += 1
        let start = place
        while let character = next, character != "%" { place += character == "\\" && place + 1 < text.count ? 2 : 1 }
        let words = String(text[start..<place])
        guard takeHere("%") else { throw failure("a percent sign is missing") }
        return try TextExpression(words)
    }
}
