/// A word of an expression.
struct Token {
    /// What the word is.
    enum Kind {
        /// A field name, quoted or not.
        case name(String)
        /// A variable's name without its dollar sign.
        case variable(String)
        /// A string.
        case string(String)
        /// A number.
        case number(Double)
        /// `true` or `false`.
        case bool(Bool)
        /// `null`.
        case null
        /// A regular expression: what stands between the slashes and behind them.
        case pattern(String, flags: String)
        /// An operator or punctuation.
        case symbol(Symbol)
        /// The end of the expression.
        case end
    }

    /// What the word is.
    let kind: Kind
    /// Where it ends, in UTF-16 units.
    let position: Int

    /// The symbol, if it is one.
    var symbol: Symbol? { if case .symbol(let symbol) = kind { symbol } else { nil } }

    /// Whether it is the end.
    var isEnd: Bool { if case .end = kind { true } else { false } }

    /// The word as messages show it.
    var text: String {
        switch kind {
        case .name(let text), .variable(let text), .string(let text): text
        case .number(let value): NumberText.text(value)
        case .bool(let value): value ? "true" : "false"
        case .null: "null"
        case .pattern(let source, _): "/\(source)/"
        case .symbol(let symbol): symbol.rawValue
        case .end: "(end)"
        }
    }
}
