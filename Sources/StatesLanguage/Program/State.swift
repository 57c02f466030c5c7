import JSONPathLanguage

/// One state of a definition.
package struct State: Sendable {
    /// Distinct in the whole machine.
    package let name: String
    /// What part of the input the state sees.
    package let inputPath: OptionalPath<JSONPath>
    /// What part of the output goes on.
    package let outputPath: OptionalPath<JSONPath>
    /// What the state does.
    package let kind: StateKind
    /// `Assign` of the state; `nil` when absent.
    package let assign: ValueTemplate?
    /// `Output` of a JSONata state; `nil` when absent.
    package let output: JSONataTemplate?
    /// In which language its fields are written.
    package let language: QueryLanguage
    /// The variables its own fields read, sorted; those that states inside it read are not among them.
    package let variables: [String]

    /// Puts a state together.
    package init(
        name: String, inputPath: OptionalPath<JSONPath> = .whole, outputPath: OptionalPath<JSONPath> = .whole,
        kind: StateKind,
        assign: ValueTemplate? = nil, output: JSONataTemplate? = nil, language: QueryLanguage = .jsonPath,
        variables: [String] = []
    ) {
        self.name = name
        self.inputPath = inputPath
        self.outputPath = outputPath
        self.kind = kind
        self.assign = assign
        self.output = output
        self.language = language
        self.variables = variables
    }
}
