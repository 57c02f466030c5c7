/// Takes the words of an expression from its text, one at a time.
struct Lexer {
    /// The text.
    let units: [UInt16]
    /// Where the next word, or the space before it, begins.
    var position = 0

    private let version: JSONataVersion

    /// Starts at the beginning of a text.
    init(_ text: String, _ version: JSONataVersion) {
        units = UTF16Text.units(text)
        self.version = version
    }

    /// The next word.
    ///
    /// - Parameter isAfterOperand: Whether `/` divides; it begins a regular expression otherwise.
    mutating func next(isAfterOperand: Bool) throws(JSONataError) -> Token {
        try skipSpace()
        guard position < units.count else { return Token(kind: .end, position: units.count) }
        let unit = units[position]
        if unit == "/", !isAfterOperand {
            position += 1
            return try pattern()
        }
        if var (symbol, count) = Symbol.starting(unit, self[position + 1]) {
            if symbol == .otherwise, version == .stepFunctions { (symbol, count) = (.question, 1) }
            position += count
            guard symbol != .bang, symbol != .tilde else {
                throw JSONataError("S0204", position: position, token: symbol.rawValue)
            }
            return Token(kind: .symbol(symbol), position: position)
        }
        switch unit {
        case "\"", "'": return try string(closedBy: unit)
        case "`": return try quotedName()
        case _ where Self.isDigit(unit): return try number()
        default: return word()
        }
    }

    /// The unit at an index; 0 beyond the end.
    subscript(index: Int) -> UInt16 { index < units.count ? units[index] : 0 }

    /// The text of some units.
    func text(_ range: Range<Int>) -> String { UTF16Text.text(units[range]) }

    private mutating func skipSpace() throws(JSONataError) {
        while position < units.count {
            if Self.isSpace(units[position]) {
                position += 1
            } else if units[position] == "/", self[position + 1] == "*" {
                try skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(JSONataError) {
        let start = position
        position += 2
        while !(self[position] == "*" && self[position + 1] == "/") {
            position += 1
            guard position < units.count else { throw JSONataError("S0106", position: start) }
        }
        position += 2
    }

    private mutating func quotedName() throws(JSONataError) -> Token {
        let start = position + 1
        guard let end = units[start...].firstIndex(where: { $0 == "`" }) else {
            position = units.count
            throw JSONataError("S0105", position: position)
        }
        position = end + 1
        return Token(kind: .name(text(start..<end)), position: position)
    }

    private mutating func number() throws(JSONataError) -> Token {
        let start = position
        if units[position] == "0" { position += 1 } else { skipDigits() }
        if self[position] == ".", Self.isDigit(self[position + 1]) {
            position += 1
            skipDigits()
        }
        if self[position] == "e" || self[position] == "E" {
            let sign = self[position + 1] == "-" || self[position + 1] == "+" ? 1 : 0
            if Self.isDigit(self[position + 1 + sign]) {
                position += 1 + sign
                skipDigits()
            }
        }
        let digits = text(start..<position)
        guard let value = Double(digits), value.isFinite else {
            throw JSONataError("S0102", position: start, token: digits)
        }
        return Token(kind: .number(value), position: position)
    }

    private mutating func skipDigits() { while Self.isDigit(self[position]) { position += 1 } }

    private mutating func word() -> Token {
        let start = position
        while position < units.count, !Self.isSpace(units[position]), Symbol.starting(units[position], 0) == nil {
            position += 1
        }
        if units[start] == "$" { return Token(kind: .variable(text(start + 1..<position)), position: position) }
        let word = text(start..<position)
        let kind: Token.Kind =
            switch word {
            case "and": .symbol(.and)
            case "or": .symbol(.or)
            case "in": .symbol(.in)
            case "true": .bool(true)
            case "false": .bool(false)
            case "null": .null
            default: .name(word)
            }
        return Token(kind: kind, position: position)
    }

    private static func isSpace(_ unit: UInt16) -> Bool { unit == " " || (0x09...0x0B).contains(unit) || unit == 0x0D }

    private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }
}
