import JSONPathLanguage
import JSONTree

/// The test of a choice rule.
package indirect enum ChoiceCondition: Sendable {
    /// All hold.
    case and([ChoiceCondition])
    /// One holds.
    case or([ChoiceCondition])
    /// It does not hold.
    case not(ChoiceCondition)
    /// The value found by a path passes a data test.
    case test(variable: JSONPath, ChoiceOperator)
    /// An expression yields `true`; or it is a constant.
    case expression(JSONataText), constant(Bool)
}

extension ChoiceCondition {
    /// The fields of which a rule has exactly one; `Condition` is JSONata's.
    private static let forms = ["And", "Or", "Not", "Variable", "Condition"]

    /// Reads the test of a rule, or of a part of one.
    ///
    /// - Parameters:
    ///   - others: What the object may hold beside the test.
    ///   - jsonata: The same, in JSONata only.
    static func read(_ fields: Fields, beside others: Set<String>, jsonata: Set<String> = []) -> ChoiceCondition? {
        let hasVariable = fields.has("Variable")
        var allowed = others.union(["And", "Or", "Not", "Variable"])
        if hasVariable { allowed.formUnion(ChoiceOperator.names) }
        fields.allow(allowed, jsonata: jsonata.union(["Condition"]))
        guard forms.count(where: fields.has) == 1 else {
            fields.problems.error(
                "The object must have only one of the following fields, [\(forms.joined(separator: ", "))]",
                at: fields.place)
            return nil
        }
        if fields.has("Condition") { return readCondition(fields) }
        if hasVariable { return readTest(fields) }
        if fields.has("Not") {
            return fields.nested("Not").flatMap { read($0, beside: ["Comment"]) }.map(ChoiceCondition.not)
        }
        let name = fields.has("And") ? "And" : "Or"
        guard let parts = fields.objects(name) else { return nil }
        let conditions = parts.compactMap { read($0, beside: ["Comment"]) }
        guard conditions.count == parts.count else { return nil }
        return name == "And" ? .and(conditions) : .or(conditions)
    }

    private static func readCondition(_ fields: Fields) -> ChoiceCondition? {
        if let flag = fields.object["Condition"]?.boolValue { return .constant(flag) }
        guard case .expression(let text)? = fields.textOrExpression("Condition") else {
            fields.refuse("Condition", "The value must be a boolean or a JSONata expression")
            return nil
        }
        return .expression(text)
    }

    private static func readTest(_ fields: Fields) -> ChoiceCondition? {
        let variable = fields.singlePath("Variable")
        fields.oneOf(ChoiceOperator.orderedNames, isRequired: true)
        guard let name = ChoiceOperator.orderedNames.first(where: fields.has) else { return nil }
        let test = ChoiceOperator.read(name, in: fields)
        guard let variable, let test else { return nil }
        return .test(variable: variable, test)
    }
}
