/// The language in which a state picks from its data and shapes them.
package enum QueryLanguage: String, Sendable, CaseIterable {
    /// Paths and payload templates.
    case jsonPath = "JSONPath"
    /// Expressions between `{%` and `%}`.
    case jsonata = "JSONata"
}
