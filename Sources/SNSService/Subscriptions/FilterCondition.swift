import AWSWire
import JSONTree

/// One condition of a filter policy: a value to equal, or an object with one operator.
enum FilterCondition {
    /// Whether a value meets a condition that was checked; `exists` is its caller's affair.
    static func meets(_ condition: JSON, _ value: JSON) -> Bool {
        guard let (name, operand) = condition.objectValue?.first(where: { _ in true }) else {
            return condition == value
        }
        let text = value.stringValue
        switch name {
        case "prefix": return text.map { $0.hasPrefix(operand.stringValue ?? "") } ?? false
        case "suffix": return text.map { $0.hasSuffix(operand.stringValue ?? "") } ?? false
        case "equals-ignore-case": return text.map { $0.lowercased() == operand.stringValue?.lowercased() } ?? false
        case "anything-but":
            if operand.isObject { return !meets(operand, value) }
            return !(operand.arrayValue ?? [operand]).contains(value)
        case "numeric":
            guard value.isNumber, let number = value.doubleValue, let parts = operand.arrayValue else { return false }
            return stride(from: 0, to: parts.count - 1, by: 2).allSatisfy { place in
                compare(number, parts[place].stringValue ?? "", parts[place + 1].doubleValue ?? .nan)
            }
        default: return false
        }
    }

    /// Refuses what `meets` would not understand.
    static func check(_ condition: JSON) throws(ServiceError) {
        guard let object = condition.objectValue else {
            guard !condition.isArray else {
                throw .invalid("FilterPolicy: Match value must be String, number, true, false, or null")
            }
            return
        }
        guard object.count == 1, let (name, operand) = object.first(where: { _ in true }) else {
            throw .invalid("FilterPolicy: Only one key allowed in match expression")
        }
        switch name {
        case "prefix", "suffix", "equals-ignore-case":
            guard operand.isString else { throw .invalid("FilterPolicy: \(name) match pattern must be a string") }
        case "exists":
            guard operand.isBool else {
                throw .invalid("FilterPolicy: exists match pattern must be either true or false.")
            }
        case "anything-but":
            if operand.isObject { try check(operand) }
        case "numeric":
            guard let parts = operand.arrayValue, parts.count >= 2, parts.count.isMultiple(of: 2) else {
                throw .invalid("FilterPolicy: Value of numeric must be an array of operators and numbers")
            }
            for place in stride(from: 0, to: parts.count, by: 2) {
                guard ["=", "<", "<=", ">", ">="].contains(parts[place].stringValue ?? ""), parts[place + 1].isNumber
                else {
                    throw .invalid("FilterPolicy: Value of numeric must be an array of operators and numbers")
                }
            }
        default: throw .invalid("FilterPolicy: Unrecognized match type \(name)")
        }
    }

    private static func compare(_ number: Double, _ name: String, _ bound: Double) -> Bool {
        switch name {
        case "=": number == bound
        case "<": number < bound
        case "<=": number <= bound
        case ">": number > bound
        default: number >= bound
        }
    }
}
