import AWSWire

/// Reads conditions on JSON messages.
struct JSONConditionReader {
    /// How deep parentheses may go.
    private static let depthMax = 32
    private let text: [Character]
    private var place = 0
    private var depth = 0

    /// Reads a whole pattern in its braces.
    static func read(_ text: String) throws(ServiceError) -> JSONCondition {
        var reader = JSONConditionReader(text: Array(text))
        guard reader.take("{") else { throw reader.failure("'{' expected") }
        let condition = try reader.either()
        guard reader.take("}") else { throw reader.failure("'}' expected") }
        reader.skipSpace()
        guard reader.place == reader.text.count else { throw reader.failure("nothing may follow '}'") }
        return condition
    }

    private init(text: [Character]) { self.text = text }

    private mutating func either() throws(ServiceError) -> JSONCondition {
        var condition = try both()
        while take("||") { condition = .either(condition, try both()) }
        return condition
    }

    private mutating func both() throws(ServiceError) -> JSONCondition {
        var condition = try single()
        while take("&&") { condition = .both(condition, try single()) }
        return condition
    }

    private mutating func single() throws(ServiceError) -> JSONCondition {
        if take("(") {
            depth += 1
            guard depth <= Self.depthMax else { throw failure("too many parentheses") }
            let condition = try either()
            guard take(")") else { throw failure("')' expected") }
            depth -= 1
            return condition
        }
        let selector = try selector()
        if takeWord("NOT") {
            guard takeWord("EXISTS") else { throw failure("EXISTS expected") }
            return .notExists(selector)
        }
        if takeWord("IS") {
            if takeWord("NULL") { return .quality(selector, .null) }
            if takeWord("TRUE") { return .quality(selector, .isTrue) }
            if takeWord("FALSE") { return .quality(selector, .isFalse) }
            throw failure("NULL, TRUE or FALSE expected")
        }
        for sign in ["!=", "<=", ">=", "=", "<", ">"] where take(sign) {
            guard let comparison = JSONCondition.Comparison(rawValue: sign) else { break }
            let operand = try operand()
            if case .text = operand, comparison != .equal, comparison != .unequal {
                throw failure("a text is compared with = and != only")
            }
            return .compare(selector, comparison, operand)
        }
        throw failure("an operator expected")
    }

    private mutating func selector() throws(ServiceError) -> JSONSelector {
        guard take("$") else { throw failure("'$' expected") }
        var steps: [JSONSelector.Step] = []
        while place < text.count {
            if text[place] == "." {
                place += 1
                if next("*") { steps.append(.every) } else { steps.append(.member(try name())) }
            } else if text[place] == "[" {
                place += 1
                steps.append(try bracket())
            } else {
                break
            }
        }
        return JSONSelector(steps: steps)
    }

    private mutating func bracket() throws(ServiceError) -> JSONSelector.Step {
        skipSpace()
        let step: JSONSelector.Step
        if next("*") {
            step = .every
        } else if place < text.count, text[place] == "\"" || text[place] == "'" {
            step = .member(try quoted())
        } else {
            guard let number = Int(try name()), number >= 0 else { throw failure("a place in an array expected") }
            step = .element(number)
        }
        guard take("]") else { throw failure("']' expected") }
        return step
    }

    private mutating func name() throws(ServiceError) -> String {
        let name = word { $0.isLetter || $0.isNumber || "_-:@$".contains($0) }
        guard !name.isEmpty else { throw failure("a name expected") }
        return name
    }

    private mutating func operand() throws(ServiceError) -> JSONCondition.Operand {
        skipSpace()
        guard place < text.count else { throw failure("a value expected") }
        if text[place] == "\"" { return .text(try quoted()) }
        if text[place] == "%" { throw failure("regular expressions are not supported here") }
        let word = word { !$0.isWhitespace && !")}&|".contains($0) }
        guard !word.isEmpty else { throw failure("a value expected") }
        if let number = Double(word), number.isFinite { return .number(number) }
        return .text(word)
    }

    private mutating func quoted() throws(ServiceError) -> String {
        let mark = text[place]
        place += 1
        var words = ""
        while place < text.count, text[place] != mark {
            if text[place] == "\\", place + 1 < text.count { place += 1 }
            words.append(text[place])
            place += 1
        }
        guard next(mark) else { throw failure("a quotation mark is missing") }
        return words
    }

    private mutating func word(while isPart: (Character) -> Bool) -> String {
        let start = place
        while place < text.count, isPart(text[place]) { place += 1 }
        return String(text[start..<place])
    }

    private mutating func takeWord(_ word: String) -> Bool {
        let start = place
        skipSpace()
        if self.word(while: \.isLetter).uppercased() == word { return true }
        place = start
        return false
    }

    private mutating func take(_ sign: String) -> Bool {
        skipSpace()
        guard text[place...].starts(with: sign) else { return false }
        place += sign.count
        return true
    }

    private mutating func next(_ character: Character) -> Bool {
        guard place < text.count, text[place] == character else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() { while place < text.count, text[place].isWhitespace { place += 1 } }

    private func failure(_ message: String) -> ServiceError {
        .invalid("Invalid filter pattern: \(message) at character \(place + 1)")
    }
}
