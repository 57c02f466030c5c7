import JSONTree

extension Evaluator {
    /// Whether two values are equal: arrays and objects by what is in them.
    func areEqual(_ one: Value, _ other: Value) throws(JSONataError) -> Bool {
        switch (one, other) {
        case (.undefined, _), (_, .undefined): return false
        case (.list, .list), (.tuples, _), (_, .tuples):
            guard let one = one.items, let other = other.items, one.count == other.count else { return false }
            return try deeper { () throws(JSONataError) in try self.areEqual(one, other) }
        case (.record(let one), .record(let other)):
            guard one !== other else { return true }
            guard one.count == other.count else { return false }
            return try deeper { () throws(JSONataError) in try self.areEqual(one, other) }
        default: return one.isSame(as: other)
        }
    }

    /// Computes something that looks one level deeper into a value.
    func deeper<Result>(_ body: () throws(JSONataError) -> Result) throws(JSONataError) -> Result {
        try spend(1)
        return stack.isLow ? try stack.continued(body) : try body()
    }

    private func areEqual(_ one: Items, _ other: Items) throws(JSONataError) -> Bool {
        try spend(one.count)
        for position in 0..<one.count where try !areEqual(one[position], other[position]) { return false }
        return true
    }

    private func areEqual(_ one: Record, _ other: Record) throws(JSONataError) -> Bool {
        try spend(one.count)
        for position in 0..<one.count {
            guard try areEqual(one.value(at: position), other.value(of: one.key(at: position))) else { return false }
        }
        return true
    }

    /// Whether a value counts as true.
    ///
    /// Source: docs.jsonata.org, `$boolean`.
    ///
    /// - Parameter isArgument: Whether the value was given to a function; functions count as true elsewhere.
    func boolean(_ value: Value, isArgument: Bool = false) throws(JSONataError) -> Bool {
        switch value {
        case .undefined, .null: return false
        case .bool(let value): return value
        case .number(let number): return number.isNaN ? false : try finite(number) != 0
        case .text(let text): return !text.isEmpty
        case .record(let record): return record.count > 0
        case .function: return !isArgument
        case .list, .tuples:
            let items = value.asItems
            try spend(items.count)
            for item in items {
                if try deeper({ () throws(JSONataError) in try self.boolean(item, isArgument: isArgument) }) {
                    return true
                }
            }
            return false
        }
    }
}
