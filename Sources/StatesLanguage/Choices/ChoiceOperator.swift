import JSONPathLanguage
import JSONTree
import ResourceNames

/// A data test of a choice rule: one of 39.
package enum ChoiceOperator: Sendable {
    /// How two values are compared.
    package enum Order: Sendable, CaseIterable { case equals, lessThan, greaterThan, lessThanEquals, greaterThanEquals }
    /// What the variable is compared with.
    package enum Operand: Sendable {
        /// A constant of the definition, of the right type.
        case constant(JSON)
        /// The `…Path` form.
        case path(JSONPath)
    }
    /// By code units.
    case string(Order, Operand)
    /// By value.
    case numeric(Order, Operand)
    /// `BooleanEquals`.
    case boolean(Operand)
    /// By instant.
    case timestamp(Order, Operand)
    /// `StringMatches`: its pattern, `*` standing for anything, `\*` for itself.
    case matches(String)
    /// `true`: must be; `false`: must not be.
    case isNull(Bool), isPresent(Bool), isNumeric(Bool), isString(Bool), isBoolean(Bool), isTimestamp(Bool)
}

extension ChoiceOperator.Order {
    /// As in the operators' names.
    fileprivate var word: String {
        switch self {
        case .equals: "Equals"
        case .lessThan: "LessThan"
        case .greaterThan: "GreaterThan"
        case .lessThanEquals: "LessThanEquals"
        case .greaterThanEquals: "GreaterThanEquals"
        }
    }
}

extension ChoiceOperator {
    private enum Family: String, CaseIterable { case string = "String", numeric = "Numeric", timestamp = "Timestamp" }
    private static let typeTests = ["IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp"]

    /// All operators, in the order in which problems list them.
    static let orderedNames: [String] =
        Family.allCases.flatMap { family in
            Order.allCases.flatMap { ["\(family.rawValue)\($0.word)", "\(family.rawValue)\($0.word)Path"] }
        } + ["BooleanEquals", "BooleanEqualsPath", "StringMatches"] + typeTests

    /// All operators.
    static let names = Set(orderedNames)

    /// Reads the operator of that name.
    static func read(_ name: String, in fields: Fields) -> ChoiceOperator? {
        if name == "StringMatches" { return fields.text(name).map(ChoiceOperator.matches) }
        if typeTests.contains(name) { return fields.flag(name).flatMap { typeTest(name, $0) } }
        let isPath = name.utf8.suffix(4).elementsEqual("Path".utf8)
        let plain = isPath ? String(name.dropLast(4)) : name
        let operand = isPath ? fields.singlePath(name).map(Operand.path) : constant(name, in: fields)
        guard let operand else { return nil }
        if plain == "BooleanEquals" { return .boolean(operand) }
        for family in Family.allCases where plain.utf8.starts(with: family.rawValue.utf8) {
            let word = plain.dropFirst(family.rawValue.count)
            guard let order = Order.allCases.first(where: { $0.word == word }) else { return nil }
            switch family {
            case .string: return .string(order, operand)
            case .numeric: return .numeric(order, operand)
            case .timestamp: return .timestamp(order, operand)
            }
        }
        return nil
    }

    private static func constant(_ name: String, in fields: Fields) -> Operand? {
        guard let value = fields.object[name] else { return nil }
        if name == "BooleanEquals" { return fields.flag(name).map { _ in .constant(value) } }
        if name.utf8.starts(with: "Numeric".utf8) {
            return fields.number(name, atLeast: -.infinity).map { _ in .constant(value) }
        }
        guard let text = fields.text(name) else { return nil }
        if name.utf8.starts(with: "Timestamp".utf8), Timestamp(iso8601: text) == nil {
            fields.refuse(name, "String does not match RFC3339 timestamp")
            return nil
        }
        return .constant(value)
    }

    private static func typeTest(_ name: String, _ isWanted: Bool) -> ChoiceOperator? {
        switch name {
        case "IsNull": .isNull(isWanted)
        case "IsPresent": .isPresent(isWanted)
        case "IsNumeric": .isNumeric(isWanted)
        case "IsString": .isString(isWanted)
        case "IsBoolean": .isBoolean(isWanted)
        case "IsTimestamp": .isTimestamp(isWanted)
        default: nil
        }
    }
}
