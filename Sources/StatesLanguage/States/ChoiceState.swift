/// `Choice`: decides where to go.
package struct ChoiceState: Sendable {
    /// At least one; the first that applies wins.
    package var rules: [ChoiceRule]
    /// The index of the state `Default` names.
    package var defaultNext: Int?

    /// Puts a state together.
    package init(rules: [ChoiceRule], defaultNext: Int? = nil) {
        self.rules = rules
        self.defaultNext = defaultNext
    }
}

extension ChoiceState {
    /// What may stand in such a state beside the fields of every state, in JSONPath.
    static let fieldNames: Set<String> = ["Choices", "Default", "InputPath", "OutputPath", "Assign"]

    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ fields: Fields, in graph: GraphReading) -> ChoiceState? {
        fields.require(["Choices"])
        let elements = fields.objects("Choices")
        let rules = elements?.compactMap { ChoiceRule.read($0, in: graph) }
        let defaultNext = fields.text("Default").flatMap { graph.index(of: $0, at: fields.place.field("Default")) }
        guard let rules, rules.count == elements?.count else { return nil }
        return ChoiceState(rules: rules, defaultNext: defaultNext)
    }
}
