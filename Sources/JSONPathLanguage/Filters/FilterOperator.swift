import JSONTree

/// The operators between two operands of a filter. Source: Jayway JsonPath, "Filter Operators".
enum FilterOperator: Sendable {
    case equal, notEqual, sameTypeEqual, sameTypeNotEqual
    case less, lessOrEqual, greater, greaterOrEqual
    case matches
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
    func holds(_ left: FilterValue, _ right: FilterValue, _ evaluator: inout PathEvaluator) throws(EvaluationStop) -> Bool {
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
        case .all: return try Self.count(of: right.elements, in: left.elements, &evaluator).map { $0.found == $0.asked } ?? false
        case .subsetOf: return try Self.count(of: left.elements, in: right.elements, &evaluator).map { $0.found == $0.asked } ?? false
        case .anyOf: return try Self.count(of: left.elements, in: right.elements, &evaluator).map { $0.found > 0 } ?? false
        case .noneOf: return try Self.count(of: left.elements, in: right.elements, &evaluator).map { $0.found == 0 } ?? false
        }
    }

    private static func contains(_ elements: [JSON]?, _ value: FilterValue, _ evaluator: inout PathEvaluator) throws(EvaluationStop) -> Bool {
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

    private static func matches(_ left: FilterValue, _ right: FilterValue, _ evaluator: inout PathEvaluator) throws(EvaluationStop) -> Bool {
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

extension FilterValue {
    /// Equality as filters know it: a number equals a string that spells it.
    func equals(_ other: FilterValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.number(let one), .number(let other)): one == other
        case (.number(let one), .string(let other)): Self.number(spelled: other).map { $0 == one } ?? false
        case (.string(let one), .number(let other)): one.hasSameCodeUnits(as: other.numberText ?? "")
        case (.string(let one), .string(let other)): one.hasSameCodeUnits(as: other)
        case (.json(let one), .json(let other)): one == other
        default: false
        }
    }

    /// Whether both are of one type.
    func hasSameType(as other: FilterValue) -> Bool {
        switch (self, other) {
        case (.undefined, .undefined), (.null, .null), (.bool, .bool), (.number, .number), (.string, .string), (.json, .json): true
        default: false
        }
    }

    /// The order of two values, if they have one: negative, zero or positive. A number and a string compare as texts.
    func compare(_ other: FilterValue) -> Int? {
        switch (self, other) {
        case (.number(let one), .number(let other)):
            if case .integer(let one) = one, case .integer(let other) = other { return one < other ? -1 : one > other ? 1 : 0 }
            guard let one = one.doubleValue, let other = other.doubleValue else { return nil }
            return one < other ? -1 : one > other ? 1 : 0
        case (.string(let one), .string(let other)): return UTF16Order.compare(one, other)
        case (.string(let one), .number(let other)): return other.numberText.map { UTF16Order.compare(one, $0) }
        case (.number(let one), .string(let other)): return one.numberText.map { UTF16Order.compare($0, other) }
        default: return nil
        }
    }

    /// The length of a string in UTF-16 units, of an array or object in members.
    fileprivate var size: Int? {
        switch self {
        case .string(let text): text.utf16.count
        case .json(.array(let elements)): elements.count
        case .json(.object(let object)): object.count
        default: nil
        }
    }

    fileprivate var wholeNumber: Int? {
        guard case .number(let number) = self, let value = number.doubleValue else { return nil }
        return Int(exactly: value.rounded(.towardZero))
    }

    /// What a regular expression is matched with.
    fileprivate var patternInput: String {
        switch self {
        case .string(let text): text
        case .number(let number): number.numberText ?? ""
        case .bool(let value): value ? "true" : "false"
        default: ""
        }
    }

    private static func number(spelled text: String) -> JSON? {
        // A text that is no JSON equals no number. One of more digits than any number has is not worth reading for every node.
        guard text.utf8.count <= 512, let value = try? JSON.parse(text, options: JSONReadingOptions(maxDepth: 1)), value.isNumber else { return nil }
        return value
    }
}

/// The order of strings by UTF-16 code units, which is Java's.
enum UTF16Order {
    /// Negative, zero or positive.
    static func compare(_ one: String, _ other: String) -> Int {
        var one = one.utf16.makeIterator()
        var other = other.utf16.makeIterator()
        while true {
            switch (one.next(), other.next()) {
            case (nil, nil): return 0
            case (nil, _): return -1
            case (_, nil): return 1
            case (let one?, let other?): if one != other { return one < other ? -1 : 1 }
            }
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
