import JSONPathLanguage

/// A whole number that stands in the definition or is found by a path.
package enum NumberSource: Sendable {
    /// Checked against the field's range.
    case constant(Int)
    /// The `…Path` field.
    case path(JSONPath)
    /// The field itself, in JSONata.
    case expression(JSONataText)
}
