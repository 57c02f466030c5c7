/// What an expression can be written in.
enum EvaluationLanguage: String, Sendable, CaseIterable {
    /// A path.
    case jsonpath
    /// A JSONata expression.
    case jsonata
    /// A payload template, or one computed field of it.
    case template
}
