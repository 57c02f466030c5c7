import JSONPathLanguage
import JSONTree

/// `Pass`: hands its input on, or a constant.
package struct PassState: Sendable {
    /// Shapes the input.
    package var parameters: PayloadTemplate?
    /// A constant result.
    package var result: Payload?
    /// Where the result goes in the input.
    package var resultPath: OptionalPath<ReferencePath>
    /// Where it leads.
    package var next: Transition

    /// Puts a state together.
    package init(
        parameters: PayloadTemplate? = nil, result: Payload? = nil, resultPath: OptionalPath<ReferencePath> = .whole,
        next: Transition
    ) {
        self.parameters = parameters
        self.result = result
        self.resultPath = resultPath
        self.next = next
    }
}

extension PassState {
    /// What may stand in such a state beside the fields of every state, in JSONPath.
    static let fieldNames: Set<String> = [
        "InputPath", "OutputPath", "Parameters", "Result", "ResultPath", "Assign", "Next", "End",
    ]

    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ fields: Fields, in graph: GraphReading) -> PassState? {
        let result = fields.object["Result"]
        if let result, holdsPath(result) {
            fields.problems.warn(
                "Result is taken as it is: a path in it is only text", at: fields.place.field("Result"),
                code: ProblemCode.staticResult)
        }
        let parameters = fields.template("Parameters")
        let resultPath = fields.resultPath()
        guard let next = graph.transition(of: fields) else { return nil }
        return PassState(parameters: parameters, result: result.map(Payload.init), resultPath: resultPath, next: next)
    }

    private static func holdsPath(_ value: JSON) -> Bool {
        switch value {
        case .string(let text): Lints.looksLikePath(text)
        case .array(let elements): elements.contains(where: holdsPath)
        case .object(let object): object.contains { holdsPath($0.value) }
        default: false
        }
    }
}
