import JSONPathLanguage

/// A value to be computed, in the query language of its state.
package enum ValueTemplate: Sendable {
    /// A payload template.
    case jsonPath(PayloadTemplate)
    /// A value with expressions in it.
    case jsonata(JSONataTemplate)
}
