import AWSWire

/// Reads patterns of fields.
struct FieldPatternReader {
    private var cursor: PatternCursor

    /// Reads a whole pattern in its brackets.
    static func read(_ text: String) throws(ServiceError) -> FieldPattern {
        var reader = FieldPatternReader(cursor: PatternCursor(text))
        guard reader.cursor.take("[") else { throw reader.cursor.failure("'[' expected") }
        var (head, tail): ([FieldPattern.Field], [FieldPattern.Field]) = ([], [])
        var isOpen = false
        repeat {
            if reader.cursor.take("...") {
                guard !isOpen else { throw reader.cursor.failure("'...' may stand once") }
                isOpen = true
                continue
            }
            let field = try reader.field()
            if isOpen { tail.append(field) } else { head.append(field) }
        } while reader.cursor.take(",")
        guard reader.cursor.take("]") else { throw reader.cursor.failure("',' or ']' expected") }
        guard reader.cursor.isAtEnd else { throw reader.cursor.failure("nothing may follow ']'") }
        return FieldPattern(head: head, isOpen: isOpen, tail: tail)
    }

    private mutating func field() throws(ServiceError) -> FieldPattern.Field {
        var name = ""
        guard !cursor.isAhead(",", "]") else { return FieldPattern.Field(name: "", condition: nil) }
        if !cursor.isAhead("(") {
            let start = cursor
            let alone = cursor.fieldName()
            guard !alone.isEmpty else { throw cursor.failure("a field expected") }
            if cursor.isAhead(",", "]") { return FieldPattern.Field(name: alone, condition: nil) }
            cursor = start
        }
        let condition = try either(&name)
        return FieldPattern.Field(name: name, condition: condition)
    }

    private mutating func either(_ name: inout String) throws(ServiceError) -> FieldCondition {
        var condition = try both(&name)
        while cursor.take("||") { condition = .either(condition, try both(&name)) }
        return condition
    }

    private mutating func both(_ name: inout String) throws(ServiceError) -> FieldCondition {
        var condition = try single(&name)
        while cursor.take("&&") { condition = .both(condition, try single(&name)) }
        return condition
    }

    private mutating func single(_ name: inout String) throws(ServiceError) -> FieldCondition {
        if cursor.take("(") {
            try cursor.goDeeper()
            let condition = try either(&name)
            guard cursor.take(")") else { throw cursor.failure("')' expected") }
            cursor.comeBack()
            return condition
        }
        let own = cursor.fieldName()
        guard !own.isEmpty, name.isEmpty || own == name else { throw cursor.failure("the name of the field expected") }
        name = own
        guard let comparison = cursor.comparison() else { throw cursor.failure("an operator expected") }
        let operand = try cursor.operand(endingAt: ")]&|,")
        return .compare(try cursor.check(comparison, operand), operand)
    }
}
