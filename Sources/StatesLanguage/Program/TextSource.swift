import JSONPathLanguage

/// A text that stands in the definition, is found by a path, or computed by an intrinsic function.
package enum TextSource: Sendable {
    /// As written.
    case constant(String)
    /// The `…Path` field, a path.
    case path(JSONPath)
    /// The `…Path` field, a call.
    case intrinsic(IntrinsicCall)
    /// The field itself, in JSONata.
    case expression(JSONataText)
}
