/// Operators and punctuation.
enum Symbol: String, Sendable {
    case dot = "."
    case range = ".."
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case percent = "%"
    case power = "**"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case join = "&"
    case and
    case or
    case `in`
    case apply = "~>"
    case bind = ":="
    case question = "?"
    case otherwise = "?:"
    case colon = ":"
    case semicolon = ";"
    case comma = ","
    case at = "@"
    case hash = "#"
    case caret = "^"
    case bar = "|"
    case openParen = "("
    case closeParen = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case bang = "!"
    case tilde = "~"

    /// How strongly it binds what stands to its left; 0 where it continues no expression.
    var power: Int {
        switch self {
        case .openBracket, .openParen, .at, .hash: 80
        case .dot: 75
        case .openBrace: 70
        case .times, .divide, .percent: 60
        case .plus, .minus, .join: 50
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .apply, .caret, .otherwise: 40
        case .and: 30
        case .or: 25
        case .question: 20
        case .bind: 10
        default: 0
        }
    }

    /// The symbol that two characters, or the first of them, are.
    ///
    /// - Returns: The symbol and how many characters it takes.
    static func starting(_ first: UInt16, _ second: UInt16) -> (symbol: Symbol, count: Int)? {
        guard first < 0x80, let symbol = single[Int(first)] else { return nil }
        let pair: Symbol? =
            switch (symbol, UInt8(truncatingIfNeeded: second < 0x80 ? second : 0)) {
            case (.dot, UInt8(ascii: ".")): .range
            case (.colon, UInt8(ascii: "=")): .bind
            case (.bang, UInt8(ascii: "=")): .notEqual
            case (.greater, UInt8(ascii: "=")): .greaterOrEqual
            case (.less, UInt8(ascii: "=")): .lessOrEqual
            case (.times, UInt8(ascii: "*")): .power
            case (.tilde, UInt8(ascii: ">")): .apply
            case (.question, UInt8(ascii: ":")): .otherwise
            default: nil
            }
        return pair.map { ($0, 2) } ?? (symbol, 1)
    }

    /// The symbols of one character, by their code.
    private static let single: [Symbol?] = (0..<0x80).map { code in
        let text = String(Unicode.Scalar(UInt8(code)))
        return Symbol(rawValue: text)
    }
}
