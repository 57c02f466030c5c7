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
    /// `Assign` of the state, JSONPath form; `nil` when absent.
    package let assign: PayloadTemplate?

    /// Puts a state together.
    package init(
        name: String, inputPath: OptionalPath<JSONPath> = .whole, outputPath: OptionalPath<JSONPath> = .whole,
        kind: StateKind,
        assign: PayloadTemplate? = nil
    ) {
        self.name = name
        self.inputPath = inputPath
        self.outputPath = outputPath
        self.kind = kind
        self.assign = assign
    }
}
