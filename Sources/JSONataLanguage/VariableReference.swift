/// A variable that an expression takes from its caller.
package struct VariableReference: Sendable, Hashable {
    /// The name without its dollar sign.
    package let name: String
    /// The field of `$states` that is meant, where only that field is read: `input` for `$states.input.id`. The caller
    /// binds the field's value; the whole variable where this is `nil`.
    package let field: String?

    /// A reference.
    package init(name: String, field: String? = nil) {
        self.name = name
        self.field = field
    }
}
