/// What is wrong with a template or with what was given for its parameters, in CloudFormation's words.
package struct TemplateError: Error, Sendable, Equatable {
    /// As `ValidationError` shows it.
    package let message: String

    /// Words as they are.
    package init(_ message: String) { self.message = message }

    /// The text is no template.
    static func format(_ problem: String) -> TemplateError { TemplateError("Template format error: \(problem)") }

    /// A function is misused.
    static func function(_ problem: String) -> TemplateError { TemplateError("Template error: \(problem)") }

    /// A function that nobody knows. Observed on AWS.
    static func unsupported(_ name: String) -> TemplateError {
        let known = FunctionName.supported.joined(separator: ", ")
        return TemplateError(
            "Template Error: Encountered unsupported function: \(name) Supported functions are: [\(known)]")
    }
}
