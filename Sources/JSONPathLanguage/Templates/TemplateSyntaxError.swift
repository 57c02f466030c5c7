/// What is wrong with a payload template, and where in it.
package struct TemplateSyntaxError: Error, Sendable, Equatable {
    /// The kinds of mistakes.
    package enum Kind: Sendable, Equatable {
        /// The value of a `.$` field is neither a path nor a call of an intrinsic function.
        case invalidPath
        /// `a` and `a.$` stand in one object.
        case duplicateField
        /// Objects and arrays are nested too deeply.
        case tooDeep
    }

    /// The kind.
    package let kind: Kind
    /// The field's name as written: `a.$`.
    package let field: String
    /// A JSON pointer from the template to the field: `/parts/0/a.$`.
    package let pointer: String
    /// What is wrong, as AWS says it.
    package let message: String
}
