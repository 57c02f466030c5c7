/// `Fail`: ends the execution, or the branch, with an error.
package struct FailState: Sendable {
    /// The error's name.
    package var error: TextSource?
    /// What happened, for people.
    package var cause: TextSource?

    /// Puts a state together.
    package init(error: TextSource? = nil, cause: TextSource? = nil) {
        self.error = error
        self.cause = cause
    }
}

extension FailState {
    /// What may stand in such a state beside the fields of every state, in JSONPath.
    static let fieldNames: Set<String> = ["Error", "ErrorPath", "Cause", "CausePath"]

    /// Reads the fields; what is wrong is left out and among the problems.
    static func read(_ fields: Fields) -> FailState {
        FailState(error: fields.textSource("Error"), cause: fields.textSource("Cause"))
    }
}
