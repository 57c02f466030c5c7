import JSONTree

extension PathParser {
    /// `(…)` after the question mark.
    mutating func readFilter() throws(PathSyntaxError) -> FilterExpression {
        skipBlanks()
        guard take("(") else { throw error("Expected '(' after '?'") }
        try enter()
        defer { leave() }
        let filter = try readAlternatives()
        skipBlanks()
        guard take(")") else { throw error("Expected ')'") }
        return filter
    }

    private mutating func readAlternatives() throws(PathSyntaxError) -> FilterExpression {
        var parts = [try readConjunction()]
        while try takeSign("||") { parts.append(try readConjunction()) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func readConjunction() throws(PathSyntaxError) -> FilterExpression {
        var parts = [try readTerm()]
        while try takeSign("&&") { parts.append(try readTerm()) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func takeSign(_ sign: StaticString) throws(PathSyntaxError) -> Bool {
        skipBlanks()
        let first = sign.utf8Start.pointee
        guard peek == first else { return false }
        guard position + 1 < end, bytes[position + 1] == first else { throw error("Expected '\(sign)'") }
        position += 2
        return true
    }

    private mutating func readTerm() throws(PathSyntaxError) -> FilterExpression {
        skipBlanks()
        if take("!") {
            try enter()
            defer { leave() }
            return .not(try readTerm())
        }
        if take("(") {
            try enter()
            defer { leave() }
            let inner = try readAlternatives()
            skipBlanks()
            guard take(")") else { throw error("Expected ')'") }
            return inner
        }
        return try readComparison()
    }

    private mutating func readComparison() throws(PathSyntaxError) -> FilterExpression {
        let left = try readOperand()
        skipBlanks()
        if peek == nil || peek == UInt8(ascii: ")") || peek == UInt8(ascii: "&") || peek == UInt8(ascii: "|") {
            guard case .path(let path) = left else { throw error("A literal alone is no condition") }
            return .exists(path)
        }
        let comparison = try readOperator()
        return .comparison(left, comparison, try readOperand())
    }

    private mutating func readOperator() throws(PathSyntaxError) -> FilterOperator {
        let start = position
        if let byte = peek, Self.isSign(byte) {
            while let byte = peek, Self.isSign(byte) { position += 1 }
        } else {
            while let byte = peek, Self.startsName(byte) { position += 1 }
        }
        guard let comparison = FilterOperator(text(from: start, to: position)) else {
            throw PathSyntaxError("Expected an operator", at: start)
        }
        return comparison
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "~")
            || byte == UInt8(ascii: "!")
    }

    private mutating func readOperand() throws(PathSyntaxError) -> FilterOperand {
        skipBlanks()
        guard let byte = peek else { throw error("The filter is not closed") }
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "$"):
            try enter()
            defer { leave() }
            position += 1
            let steps = try readSteps(inFilter: true)
            return .path(
                FilterPath(isFromRoot: byte == UInt8(ascii: "$"), steps: steps, isDefinite: Self.isDefinite(steps)))
        case UInt8(ascii: "/"): return .literal(.pattern(try readPattern()))
        default: return .literal(FilterValue(try readLiteral()))
        }
    }

    private mutating func readPattern() throws(PathSyntaxError) -> Pattern {
        let start = position
        position += 1
        while let byte = peek, byte != UInt8(ascii: "/") { position += byte == UInt8(ascii: "\\") ? 2 : 1 }
        guard position < end else { throw PathSyntaxError("The regular expression is not closed", at: start) }
        let expression = text(from: start + 1, to: position)
        position += 1
        let flagsStart = position
        while let byte = peek, Self.startsName(byte) { position += 1 }
        do {
            return try Pattern(expression, flags: text(from: flagsStart, to: position))
        } catch {
            throw PathSyntaxError(error.message, at: start)
        }
    }

    /// A JSON value; strings in single quotes too.
    mutating func readLiteral() throws(PathSyntaxError) -> JSON {
        skipBlanks()
        guard let byte = peek else { throw error("Expected a value") }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return .string(try readQuoted())
        case UInt8(ascii: "["): return .array(try readArrayLiteral())
        case UInt8(ascii: "{"): return .object(try readObjectLiteral())
        default: return try readWord()
        }
    }

    private mutating func readArrayLiteral() throws(PathSyntaxError) -> [JSON] {
        try enter()
        defer { leave() }
        position += 1
        var elements: [JSON] = []
        skipBlanks()
        if take("]") { return [] }
        repeat {
            elements.append(try readLiteral())
            skipBlanks()
        } while take(",")
        guard take("]") else { throw error("Expected ',' or ']'") }
        return elements
    }

    private mutating func readObjectLiteral() throws(PathSyntaxError) -> JSONObject {
        try enter()
        defer { leave() }
        position += 1
        var object = JSONObject()
        skipBlanks()
        if take("}") { return object }
        repeat {
            skipBlanks()
            let key = try readQuoted()
            skipBlanks()
            guard take(":") else { throw error("Expected ':'") }
            object[key] = try readLiteral()
            skipBlanks()
        } while take(",")
        guard take("}") else { throw error("Expected ',' or '}'") }
        return object
    }

    /// `true`, `false`, `null`, a number, or a word without quotes: published definitions hold `[?(@.language == es)]`.
    private mutating func readWord() throws(PathSyntaxError) -> JSON {
        let start = position
        while let byte = peek,
            Self.startsName(byte) || Self.isDigit(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E
        { position += 1 }
        let word = text(from: start, to: position)
        do {
            return try JSON.parse(word, options: JSONReadingOptions(maxDepth: 1))
        } catch {
            guard let first = word.utf8.first, Self.startsName(first) else {
                throw PathSyntaxError("Expected a value", at: start)
            }
            return .string(word)
        }
    }
}
