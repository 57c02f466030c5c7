import AWSWire

/// Reads conditions on JSON messages.
struct JSONConditionReader {
    private var cursor: PatternCursor

    /// Reads a whole pattern in its braces.
    static func read(_ text: String) throws(ServiceError) -> JSONCondition {
        var reader = JSONConditionReader(cursor: PatternCursor(text))
        guard reader.cursor.take("{") else { throw reader.cursor.failure("'{' expected") }
        let condition = try reader.either()
        guard reader.cursor.take("}") else { throw reader.cursor.failure("'}' expected") }
        guard reader.cursor.isAtEnd else { throw reader.cursor.failure("nothing may follow '}'") }
        return condition
    }

    private mutating func either() throws(ServiceError) -> JSONCondition {
        var condition = try both()
        while cursor.take("||") { condition = .either(condition, try both()) }
        return condition
    }

    private mutating func both() throws(ServiceError) -> JSONCondition {
        var condition = try single()
        while cursor.take("&&") { condition = .both(condition, try single()) }
        return condition
    }

    private mutating func single() throws(ServiceError) -> JSONCondition {
        if cursor.take("(") {
            try cursor.goDeeper()
            let condition = try either()
            guard cursor.take(")") else { throw cursor.failure("')' expected") }
            cursor.comeBack()
            return condition
        }
        let selector = try selector()
        if cursor.takeWord("NOT") {
            guard cursor.takeWord("EXISTS") else { throw cursor.failure("EXISTS expected") }
            return .notExists(selector)
        }
        if cursor.takeWord("IS") {
            if cursor.takeWord("NULL") { return .quality(selector, .null) }
            if cursor.takeWord("TRUE") { return .quality(selector, .isTrue) }
            if cursor.takeWord("FALSE") { return .quality(selector, .isFalse) }
            throw cursor.failure("NULL, TRUE or FALSE expected")
        }
        guard let comparison = cursor.comparison() else { throw cursor.failure("an operator expected") }
        let operand = try cursor.operand(endingAt: ")}&|")
        return .compare(selector, try cursor.check(comparison, operand), operand)
    }

    private mutating func selector() throws(ServiceError) -> JSONSelector {
        guard cursor.take("$") else { throw cursor.failure("'$' expected") }
        var steps: [JSONSelector.Step] = []
        while true {
            if cursor.takeHere(".") {
                if cursor.takeHere("*") { steps.append(.every) } else { steps.append(.member(try name())) }
            } else if cursor.takeHere("[") {
                steps.append(try bracket())
            } else {
                return JSONSelector(steps: steps)
            }
        }
    }

    private mutating func bracket() throws(ServiceError) -> JSONSelector.Step {
        cursor.skipSpace()
        let step: JSONSelector.Step
        if cursor.takeHere("*") {
            step = .every
        } else if cursor.next == "\"" || cursor.next == "'" {
            step = .member(try cursor.quoted())
        } else {
            guard let number = Int(try name()), number >= 0 else {
                throw cursor.failure("a place in an array expected")
            }
            step = .element(number)
        }
        guard cursor.take("]") else { throw cursor.failure("']' expected") }
        return step
    }

    private mutating func name() throws(ServiceError) -> String {
        let name = cursor.word { $0.isLetter || $0.isNumber || "_-:@$".contains($0) }
        guard !name.isEmpty else { throw cursor.failure("a name expected") }
        return name
    }
}
