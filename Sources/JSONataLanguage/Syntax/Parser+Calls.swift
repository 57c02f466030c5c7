import JSONTree

extension Parser {
    /// `a(b, ?)`, or the definition of a function; the parenthesis being passed.
    func call(_ left: SyntaxNode, at place: Int) throws(JSONataError) -> SyntaxNode {
        var arguments: [SyntaxNode] = []
        var isPartial = false
        if token.symbol != .closeParen {
            repeat {
                if token.symbol == .question {
                    isPartial = true
                    arguments.append(try tree.node(.placeholder, at: token.position))
                    try advance()
                } else {
                    arguments.append(try expression(above: 0))
                }
            } while try skip(.comma)
        }
        try expect(.closeParen, isAfterOperand: true)
        if case .name(let name) = left.kind, name == "function" || name == "\u{3BB}" {
            return try lambda(arguments, at: place)
        }
        return try tree.node(.call(left, arguments, isPartial: isPartial), at: place, above: [left] + arguments)
    }

    private func lambda(_ arguments: [SyntaxNode], at place: Int) throws(JSONataError) -> SyntaxNode {
        var parameters: [String] = []
        for (index, argument) in arguments.enumerated() {
            guard case .variable(let name) = argument.kind else {
                throw JSONataError(
                    "S0208", position: argument.position, token: argument.token ?? "?",
                    value: .integer(Int64(index + 1)))
            }
            parameters.append(name)
        }
        let signature = try signature()
        try expect(.openBrace)
        let body = try expression(above: 0)
        try expect(.closeBrace)
        return try tree.node(.lambda(parameters, signature: signature, body: body), at: place, above: [body])
    }

    private func signature() throws(JSONataError) -> Signature? {
        guard token.symbol == .less else { return nil }
        let place = token.position
        var text = "<"
        var depth = 1
        while depth > 0, token.symbol != .openBrace, !token.isEnd {
            try advance()
            if token.symbol == .greater { depth -= 1 }
            if token.symbol == .less { depth += 1 }
            text += token.text
        }
        try expect(.greater)
        do throws(SignatureProblem) {
            return try Signature(text)
        } catch {
            throw JSONataError(error.code, position: place + error.offset, value: .string(error.value))
        }
    }
}
