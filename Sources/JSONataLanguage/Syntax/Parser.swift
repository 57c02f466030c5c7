import JSONTree

/// Builds the parts of an expression from its words, by the binding powers of its operators.
///
/// Source: docs.jsonata.org, "Operators"; precedence as jsonata 2.0.6 has it.
final class Parser {
    /// Owns what is built.
    let tree: SyntaxTree
    private var lexer: Lexer
    /// The word that comes next.
    private(set) var token: Token
    private let stack = NativeStack()
    private var nesting = 0

    /// Starts at the beginning of a text.
    private init(_ text: String, _ version: JSONataVersion, tree: SyntaxTree) throws(JSONataError) {
        self.tree = tree
        lexer = Lexer(text, version)
        guard lexer.units.count <= Limits.textUnitsMax else { throw .tooLarge }
        token = try lexer.next(isAfterOperand: false)
    }

    /// Reads a whole expression.
    static func parse(_ text: String, _ version: JSONataVersion, into tree: SyntaxTree) throws(JSONataError)
        -> SyntaxNode
    {
        let parser = try Parser(text, version, tree: tree)
        let expression = try parser.expression(above: 0)
        guard parser.token.isEnd else {
            throw JSONataError("S0201", position: parser.token.position, token: parser.token.text)
        }
        return expression
    }

    /// Reads an expression up to an operator that binds no stronger than a power.
    func expression(above power: Int) throws(JSONataError) -> SyntaxNode {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Limits.nestingMax else { throw .tooDeep }
        if stack.isLow {
            return try stack.continued { () throws(JSONataError) in try self.operands(above: power) }
        }
        return try operands(above: power)
    }

    private func operands(above power: Int) throws(JSONataError) -> SyntaxNode {
        let first = token
        try advance(isAfterOperand: true)
        var left = try prefix(first)
        while let symbol = token.symbol, power < symbol.power {
            let place = token.position
            try advance()
            left = try infix(symbol, left, at: place)
        }
        return left
    }

    /// Goes to the next word.
    func advance(isAfterOperand: Bool = false) throws(JSONataError) {
        token = try lexer.next(isAfterOperand: isAfterOperand)
    }

    /// Goes past a symbol that must come next.
    func expect(_ symbol: Symbol, isAfterOperand: Bool = false) throws(JSONataError) {
        guard token.symbol == symbol else {
            throw JSONataError(
                token.isEnd ? "S0203" : "S0202", position: token.position, token: token.text,
                value: .string(symbol.rawValue))
        }
        try advance(isAfterOperand: isAfterOperand)
    }

    /// Goes past a symbol if it comes next.
    func skip(_ symbol: Symbol) throws(JSONataError) -> Bool {
        guard token.symbol == symbol else { return false }
        try advance()
        return true
    }

    private func prefix(_ token: Token) throws(JSONataError) -> SyntaxNode {
        let place = token.position
        switch token.kind {
        case .name(let text): return try tree.node(.name(text), at: place)
        case .variable(let text): return try tree.node(.variable(text), at: place)
        case .string(let text): return try tree.node(.string(text), at: place)
        case .number(let value): return try tree.node(.number(value), at: place)
        case .bool(let value): return try tree.node(.bool(value), at: place)
        case .null: return try tree.node(.null, at: place)
        case .pattern(let source, let flags): return try tree.node(.pattern(source, flags: flags), at: place)
        case .end: return try tree.node(.end, at: place)
        case .symbol(let symbol): return try prefix(symbol, at: place)
        }
    }

    private func prefix(_ symbol: Symbol, at place: Int) throws(JSONataError) -> SyntaxNode {
        switch symbol {
        case .and, .or, .in: return try tree.node(.word(symbol), at: place)
        case .times: return try tree.node(.wildcard, at: place)
        case .power: return try tree.node(.descendants, at: place)
        case .percent: return try tree.node(.parent(AncestorSlot(label: tree.nextLabel())), at: place)
        case .minus:
            let operand = try expression(above: 70)
            return try tree.node(.negation(operand), at: place, above: [operand])
        case .openParen: return try block(at: place)
        case .openBracket: return try array(at: place)
        case .openBrace:
            let pairs = try pairs()
            return try tree.node(.object(pairs), at: place, above: pairs.flatMap { [$0.key, $0.value] })
        case .bar: return try transform(at: place)
        default: throw JSONataError("S0211", position: place, token: symbol.rawValue)
        }
    }
}
