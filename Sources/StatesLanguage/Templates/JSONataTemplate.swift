import JSONTree

/// A value in which texts between `{%` and `%}` are expressions: `Arguments`, `Output`, `Assign`, `ItemSelector` of JSONata states.
package indirect enum JSONataTemplate: Sendable {
    /// Nothing in it is computed.
    case constant(JSON)
    /// It is one expression.
    case expression(JSONataText)
    /// An array with an expression somewhere inside.
    case array([JSONataTemplate])
    /// An object with an expression somewhere inside; keys are literal.
    case object([Member])

    /// One member of an object.
    package struct Member: Sendable {
        /// The key.
        package let key: String
        /// Its value.
        package let value: JSONataTemplate
    }
}
