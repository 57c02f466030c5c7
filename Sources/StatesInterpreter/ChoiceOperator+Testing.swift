import JSONTree
import ResourceNames
import StatesLanguage

/// The data tests of choice rules. Source: Amazon States Language, "Choice State", data-test expressions.
extension ChoiceOperator {
    /// What the variable is compared with, if anything.
    var operand: Operand? {
        switch self {
        case .string(_, let operand), .numeric(_, let operand), .boolean(let operand), .timestamp(_, let operand):
            operand
        default: nil
        }
    }

    /// Whether a value passes. Values of another type than the operator's never do.
    func holds(_ value: JSON, _ operand: JSON) -> Bool {
        switch self {
        case .string(let order, _):
            guard let one = value.stringValue, let other = operand.stringValue else { return false }
            return order.holds(Self.compare(one.utf16, other.utf16))
        case .numeric(let order, _):
            guard value.isNumber, operand.isNumber else { return false }
            return order.holds(Self.compare(numbers: value, operand))
        case .boolean:
            guard let one = value.boolValue, let other = operand.boolValue else { return false }
            return one == other
        case .timestamp(let order, _):
            guard let one = value.stringValue.flatMap({ Timestamp(iso8601: $0) }),
                let other = operand.stringValue.flatMap({ Timestamp(iso8601: $0) })
            else { return false }
            return order.holds(one < other ? -1 : one == other ? 0 : 1)
        case .matches(let pattern): return value.stringValue.map { Wildcard.matches($0, pattern) } ?? false
        case .isNull(let wanted): return value.isNull == wanted
        case .isPresent(let wanted): return wanted
        case .isNumeric(let wanted): return value.isNumber == wanted
        case .isString(let wanted): return value.isString == wanted
        case .isBoolean(let wanted): return value.isBool == wanted
        case .isTimestamp(let wanted): return (value.stringValue.flatMap { Timestamp(iso8601: $0) } != nil) == wanted
        }
    }

    /// Compares as Java's strings do: by UTF-16 code units.
    private static func compare(_ one: String.UTF16View, _ other: String.UTF16View) -> Int {
        one.elementsEqual(other) ? 0 : one.lexicographicallyPrecedes(other) ? -1 : 1
    }

    private static func compare(numbers one: JSON, _ other: JSON) -> Int {
        if case .integer(let one) = one, case .integer(let other) = other {
            return one < other ? -1 : one == other ? 0 : 1
        }
        guard let one = one.doubleValue, let other = other.doubleValue else { return 1 }
        return one < other ? -1 : one == other ? 0 : 1
    }
}

extension ChoiceOperator.Order {
    /// Whether a comparison (-1, 0, 1) is of this kind.
    func holds(_ comparison: Int) -> Bool {
        switch self {
        case .equals: comparison == 0
        case .lessThan: comparison < 0
        case .greaterThan: comparison > 0
        case .lessThanEquals: comparison <= 0
        case .greaterThanEquals: comparison >= 0
        }
    }
}
