import JSONTree

/// One line of a `Condition` block: an operator, a key and the values it is compared with.
///
/// Source: IAM user guide, "IAM JSON policy elements: Condition operators" and "Multivalued context keys".
struct PolicyCondition: Sendable, Equatable {
    /// How the values of a key count together.
    enum Quantifier: String, Sendable {
        /// A key of one value.
        case single = ""
        case all = "ForAllValues"
        case any = "ForAnyValue"
    }

    /// How it compares.
    let test: ConditionOperator
    /// How the values of its key count together.
    let quantifier: Quantifier
    /// `…IfExists`: holds when the request lacks the key.
    let ifExists: Bool
    /// As written; its case does not count.
    let key: String
    /// What is compared with; one that fits is enough.
    let values: [PolicyText]

    /// Reads a block; `nil` is an empty one.
    static func read(_ json: JSON?, hasVariables: Bool) throws(PolicyProblem) -> [PolicyCondition] {
        guard let json else { return [] }
        guard let block = json.objectValue else { throw .syntax }
        var conditions: [PolicyCondition] = []
        for (name, keys) in block {
            guard let keys = keys.objectValue else { throw .syntax }
            let (test, quantifier, ifExists) = try operation(name)
            for (key, json) in keys {
                let values = try Self.values(json).map { PolicyText($0, hasVariables: hasVariables) }
                if let bad = values.first(where: { !test.accepts($0.source) }) {
                    throw PolicyProblem("Invalid value \"\(bad.source)\" for condition operator \(name)")
                }
                conditions.append(
                    PolicyCondition(test: test, quantifier: quantifier, ifExists: ifExists, key: key, values: values))
            }
        }
        return conditions
    }

    /// Whether the condition holds for a request.
    func holds(for request: AccessRequest) -> Bool {
        let given = request[key]
        if test == .null {
            let mustBeAbsent = values.contains { $0.source.lowercased() == "true" }
            return (given == nil) == mustBeAbsent
        }
        guard let given, !given.isEmpty else {
            if ifExists || quantifier == .all { return true }
            return quantifier == .single && test.isNegative
        }
        switch quantifier {
        case .single: return given.allSatisfy { isMet(by: $0, request) }
        case .all: return given.allSatisfy { isMet(by: $0, request) }
        case .any: return given.contains { isMet(by: $0, request) }
        }
    }

    /// A positive operator wants one of the values, a negative one none of them.
    private func isMet(by given: String, _ request: AccessRequest) -> Bool {
        values.contains { test.compares(given, with: $0, in: request) } != test.isNegative
    }

    private static func operation(
        _ name: String
    ) throws(PolicyProblem) -> (test: ConditionOperator, quantifier: Quantifier, ifExists: Bool) {
        var rest = name[...]
        var quantifier = Quantifier.single
        if let colon = rest.firstIndex(of: ":") {
            guard let named = Quantifier(rawValue: String(rest[..<colon])), named != .single else {
                throw PolicyProblem("Invalid Condition type : \(name)")
            }
            quantifier = named
            rest = rest[colon...].dropFirst()
        }
        let ifExists = rest.hasSuffix("IfExists")
        if ifExists { rest = rest.dropLast("IfExists".count) }
        guard let test = ConditionOperator(rawValue: String(rest)), !(ifExists && test == .null) else {
            throw PolicyProblem("Invalid Condition type : \(name)")
        }
        return (test, quantifier, ifExists)
    }

    /// Texts, numbers and booleans, one or several.
    private static func values(_ json: JSON) throws(PolicyProblem) -> [String] {
        var texts: [String] = []
        for item in json.arrayValue ?? [json] {
            switch item {
            case .string(let text): texts.append(text)
            case .bool(let flag): texts.append(flag ? "true" : "false")
            default:
                guard let number = item.numberText else { throw .syntax }
                texts.append(number)
            }
        }
        return texts
    }
}
