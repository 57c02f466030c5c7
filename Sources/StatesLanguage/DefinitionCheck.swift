/// What came of checking a definition.
package struct DefinitionCheck: Sendable {
    /// What was found, errors and warnings, 1,000 of each at most; as far as one fault does not hide another.
    package let problems: [DefinitionProblem]
    /// The runnable form; `nil` exactly if there is an error.
    package let program: Program?

    /// Puts a result together.
    package init(problems: [DefinitionProblem], program: Program?) {
        self.problems = problems
        self.program = program
    }

    /// Only what refuses the definition.
    package var errors: [DefinitionProblem] { problems.filter { $0.severity == .error } }

    /// The message of `InvalidDefinition` as CreateStateMachine and UpdateStateMachine give it; `nil` without an error.
    ///
    /// AWS was observed to join several problems by commas and to write `null` where there is no place.
    package var refusal: String? {
        let errors = errors
        guard !errors.isEmpty else { return nil }
        let parts = errors.map { "\($0.code): \($0.message) at \($0.location ?? "null")" }
        return "Invalid State Machine Definition: '\(parts.joined(separator: ", "))'"
    }

    /// All problems, one per line, for a terminal.
    package func lines(in file: String) -> [String] { problems.map { $0.line(in: file) } }
}
