extension Parser {
    /// `(a; b)`, the parenthesis being passed.
    func block(at place: Int) throws(JSONataError) -> SyntaxNode {
        var parts: [SyntaxNode] = []
        while token.symbol != .closeParen {
            parts.append(try expression(above: 0))
            guard try skip(.semicolon) else { break }
        }
        try expect(.closeParen, isAfterOperand: true)
        return try tree.node(.block(parts), at: place, above: parts)
    }

    /// `[a, b..c]`, the bracket being passed.
    func array(at place: Int) throws(JSONataError) -> SyntaxNode {
        var parts: [SyntaxNode] = []
        if token.symbol != .closeBracket {
            repeat { parts.append(try element()) } while try skip(.comma)
        }
        try expect(.closeBracket, isAfterOperand: true)
        return try tree.node(.array(parts), at: place, above: parts)
    }

    private func element() throws(JSONataError) -> SyntaxNode {
        let first = try expression(above: 0)
        let place = token.position
        guard try skip(.range) else { return first }
        let last = try expression(above: 0)
        return try tree.node(.binary(.range, first, last), at: place, above: [first, last])
    }

    /// `{a: b}`, the brace being passed.
    func pairs() throws(JSONataError) -> [SyntaxNode.Pair] {
        var pairs: [SyntaxNode.Pair] = []
        if token.symbol != .closeBrace {
            repeat {
                let key = try expression(above: 0)
                try expect(.colon)
                pairs.append(SyntaxNode.Pair(key: key, value: try expression(above: 0)))
            } while try skip(.comma)
        }
        try expect(.closeBrace, isAfterOperand: true)
        return pairs
    }

    /// `|a|b,c|`, the first bar being passed.
    func transform(at place: Int) throws(JSONataError) -> SyntaxNode {
        let pattern = try expression(above: 0)
        try expect(.bar)
        let update = try expression(above: 0)
        let delete: SyntaxNode? = try skip(.comma) ? try expression(above: 0) : nil
        try expect(.bar)
        return try tree.node(
            .transform(pattern, update: update, delete: delete), at: place,
            above: [pattern, update] + (delete.map { [$0] } ?? []))
    }

    /// What follows an operand.
    func infix(_ symbol: Symbol, _ left: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        switch symbol {
        case .openParen: return try call(left, at: place)
        case .openBracket: return try filter(left, at: place)
        case .openBrace:
            let pairs = try pairs()
            return try tree.node(.group(left, pairs), at: place, above: [left] + pairs.flatMap { [$0.key, $0.value] })
        case .caret: return try order(left, at: place)
        case .question: return try condition(left, at: place)
        case .bind: return try bind(left, at: place)
        case .at, .hash: return try stepVariable(symbol, left, at: place)
        default: break
        }
        let right = try expression(above: symbol.power)
        let kind: SyntaxNode.Kind =
            switch symbol {
            case .dot: .map(left, right)
            case .apply: .apply(left, right)
            default: .binary(symbol, left, right)
            }
        return try tree.node(kind, at: place, above: [left, right])
    }

    private func filter(_ left: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        if try skip(.closeBracket) {
            var step = left
            while case .filter(let inner, _) = step.kind { step = inner }
            step.keepsArray = true
            return left
        }
        let predicate = try expression(above: 0)
        try expect(.closeBracket, isAfterOperand: true)
        return try tree.node(.filter(left, predicate), at: place, above: [left, predicate])
    }

    private func order(_ left: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        try expect(.openParen)
        var terms: [SyntaxNode.SortTerm] = []
        repeat {
            let isDescending = try skip(.greater)
            if !isDescending { _ = try skip(.less) }
            terms.append(SyntaxNode.SortTerm(expression: try expression(above: 0), isDescending: isDescending))
        } while try skip(.comma)
        try expect(.closeParen)
        return try tree.node(.order(left, terms), at: place, above: [left] + terms.map(\.expression))
    }

    private func condition(_ left: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        let then = try expression(above: 0)
        let otherwise: SyntaxNode? = try skip(.colon) ? try expression(above: 0) : nil
        return try tree.node(
            .condition(left, then: then, otherwise: otherwise), at: place,
            above: [left, then] + (otherwise.map { [$0] } ?? []))
    }

    private func bind(_ left: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        guard case .variable(let name) = left.kind else {
            throw JSONataError("S0212", position: left.position, token: left.token)
        }
        let value = try expression(above: Symbol.bind.power - 1)
        return try tree.node(.bind(name, value), at: place, above: [value])
    }

    private func stepVariable(_ symbol: Symbol, _ left: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        let right = try expression(above: symbol.power)
        guard case .variable(let name) = right.kind else {
            throw JSONataError("S0214", position: right.position, token: symbol.rawValue)
        }
        let node = try tree.node(symbol == .at ? .focus(left, name) : .index(left, name), at: place, above: [left])
        return node
    }
}
