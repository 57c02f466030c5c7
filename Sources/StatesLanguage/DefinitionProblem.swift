/// Something wrong with a definition, and where.
package struct DefinitionProblem: Sendable, Equatable {
    /// Whether the definition can be used all the same.
    package enum Severity: String, Sendable {
        /// The definition is refused.
        case error = "ERROR"
        /// Only worth a look.
        case warning = "WARNING"
    }

    /// Errors refuse the definition.
    package let severity: Severity
    /// One of `ProblemCode`.
    package let code: String
    /// For people; in AWS's words where those are known.
    package let message: String
    /// JSON pointer (RFC 6901) of the value at fault, or of what it is missing from.
    package let pointer: String
    /// The place as AWS writes it (`/States/A/Choices[0]/Next`); `nil` where AWS gives none.
    package let location: String?
    /// From 1, in the definition's text.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int

    /// Puts a problem together.
    package init(
        severity: Severity, code: String, message: String, pointer: String, location: String?, line: Int, column: Int
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.pointer = pointer
        self.location = location
        self.line = line
        self.column = column
    }

    /// One line for a terminal: `file:line:column: code: message`; warnings say so before their code.
    package func line(in file: String) -> String {
        let prefix = severity == .warning ? "warning: " : ""
        let words = String(message.map { $0.isNewline ? " " : $0 })
        return "\(file):\(line):\(column): \(prefix)\(code): \(words)"
    }
}
