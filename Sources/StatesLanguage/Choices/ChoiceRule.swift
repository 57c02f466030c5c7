import JSONPathLanguage

/// One element of `Choices`.
package struct ChoiceRule: Sendable {
    /// When it applies.
    package var condition: ChoiceCondition
    /// The index of the state it leads to.
    package var next: Int
    /// Variables set on the way.
    package var assign: ValueTemplate?
    /// The output of a JSONata state that goes this way; absent: its input.
    package var output: JSONataTemplate?

    /// Puts a rule together.
    package init(condition: ChoiceCondition, next: Int, assign: ValueTemplate? = nil, output: JSONataTemplate? = nil) {
        self.condition = condition
        self.next = next
        self.assign = assign
        self.output = output
    }
}

extension ChoiceRule {
    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ fields: Fields, in graph: GraphReading) -> ChoiceRule? {
        fields.require(["Next"])
        let condition = ChoiceCondition.read(fields, beside: ["Next", "Assign", "Comment"], jsonata: ["Output"])
        let assign = fields.assign()
        let output = fields.language == .jsonata ? fields.jsonata("Output", .after) : nil
        let next = fields.text("Next").flatMap { graph.index(of: $0, at: fields.place.field("Next")) }
        guard let condition, let next else { return nil }
        return ChoiceRule(condition: condition, next: next, assign: assign, output: output)
    }
}
