import JSONTree

/// The operators between two operands of a filter. Source: Jayway JsonPath, "Filter Operators".
enum FilterOperator: Sendable {
    /// `==`, `!=`, `===`, `!==`.
    case equal, notEqual, sameTypeEqual, sameTypeNotEqual
    /// `<`, `<=`, `>`, `>=`.
    case less, lessOrEqual, greater, greaterOrEqual
    /// `=~`.
    case matches
    /// `in`, `nin`, `all`, `contains`, `size`, `empty`, `subsetof`, `anyof`, `noneof`.
    case isIn, isNotIn, all, contains, size, empty, subsetOf, anyOf, noneOf

    /// The operator of a sign or a word; words in either case.
    init?(_ text: String) {
        switch text.lowercased() {
        case "==": self = .equal
        case "!=": self = .notEqual
        case "===": self = .sameTypeEqual
        case "!==": self = .sameTypeNotEqual
        case "<": self = .less
        case "<=": self = .lessOrEqual
        case ">": self = .greater
        case ">=": self = .greaterOrEqual
        case "=~": self = .matches
        case "in": self = .isIn
        case "nin": self = .isNotIn
        case "all": self = .all
        case "contains": self = .contains
        case "size": self = .size
        case "empty": self = .empty
        case "subsetof": self = .subsetOf
        case "anyof": self = .anyOf
        case "noneof": self = .noneOf
        default: return nil
        }
    }

    /// Whether the operator holds between two values.
    func holds(_ left: FilterValue, _ right: FilterValue, _ evaluator: inout PathEvaluator) throws(EvaluationStop)
        -> Bool
    {
        switch self {
        case .equal: return left.equals(right)
        case .notEqual: return !left.equals(right)
        case .sameTypeEqual: return left.hasSameType(as: right) && left.equals(right)
        case .sameTypeNotEqual: return !(left.hasSameType(as: right) && left.equals(right))
        case .less: return left.compare(right).map { $0 < 0 } ?? false
        case .lessOrEqual: return left.compare(right).map { $0 <= 0 } ?? false
        case .greater: return left.compare(right).map { $0 > 0 } ?? false
        case .greaterOrEqual: return left.compare(right).map { $0 >= 0 } ?? false
        case .matches: return try Self.matches(left, right, &evaluator)
        case .size: return right.wholeNumber.map { left.size == $0 } ?? false
        case .empty:
            guard case .bool(let expected) = right, let size = left.size else { return false }
            return (size == 0) == expected
        case .contains:
            if case .string(let left) = left, case .string(let right) = right {
                try evaluator.spend(left.utf8.count * right.utf8.count / 256)
                return left.containsBytes(of: right)
            }
            return try Self.contains(left.elements, right, &evaluator)
        case .isIn: return try Self.contains(right.elements, left, &evaluator)
        case .isNotIn: return try !Self.contains(right.elements, left, &evaluator)
        case .all:
            return try Self.count(of: right.elements, in: left.elements, &evaluator).map { $0.found == $0.asked }
                ?? false
        case .subsetOf:
            return try Self.count(of: left.elements, in: right.elements, &evaluator).map { $0.found == $0.asked }
                ?? false
        case .anyOf:
            return try Self.count(of: left.elements, in: right.elements, &evaluator).map { $0.found > 0 } ?? false
        case .noneOf:
            return try Self.count(of: left.elements, in: right.elements, &evaluator).map { $0.found == 0 } ?? false
        }
    }

    private static func contains(_ elements: [JSON]?, _ value: FilterValue, _ evaluator: inout PathEvaluator)
        throws(EvaluationStop) -> Bool
    {
        guard let elements else { return false }
        try evaluator.spend(elements.count)
        return elements.contains { value.equals(FilterValue($0)) }
    }

    private static func count(
        of asked: [JSON]?, in elements: [JSON]?, _ evaluator: inout PathEvaluator
    ) throws(EvaluationStop) -> (asked: Int, found: Int)? {
        guard let asked, let elements else { return nil }
        var found = 0
        for value in asked where try contains(elements, FilterValue(value), &evaluator) { found += 1 }
        return (asked.count, found)
    }

    private static func matches(_ left: FilterValue, _ right: FilterValue, _ evaluator: inout PathEvaluator)
        throws(EvaluationStop) -> Bool
    {
        switch (left, right) {
        case (.pattern, .pattern): return false
        case (.pattern(let pattern), let value), (let value, .pattern(let pattern)):
            let texts = value.elements.map { $0.map { FilterValue($0).patternInput } } ?? [value.patternInput]
            for text in texts {
                try evaluator.spend(1 + text.utf8.count * pattern.instructionCount / 32)
                if pattern.matchesWhole(text) { return true }
            }
            return false
        default: return false
        }
    }
}

extension String {
    /// Whether the string holds another, compared by code units.
    func containsBytes(of other: String) -> Bool {
        var text = self
        var part = other
        return text.withUTF8 { text in
            part.withUTF8 { part in
                guard part.count <= text.count else { return false }
                return (0...text.count - part.count).contains { start in
                    part.isEmpty || text[start] == part[0] && text[start..<start + part.count].elementsEqual(part)
                }
            }
        }
    }
}
