import JSONPathLanguage

/// A percentage that stands in the definition or is found by a path. Fractions of a percent are allowed.
package enum PercentageSource: Sendable {
    /// 0 to 100.
    case constant(Double)
    /// The `…Path` field.
    case path(JSONPath)
    /// The field itself, in JSONata.
    case expression(JSONataText)
}
