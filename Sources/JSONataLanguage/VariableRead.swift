/// One place where an expression reads a variable of its caller.
package struct VariableRead: Sendable, Hashable {
    /// The name without its dollar sign.
    package let name: String
    /// The fields that follow it directly: `["input", "id"]` for `$states.input.id[0]`.
    package let path: [String]
    /// Where the variable ends in the text, in UTF-16 units.
    package let position: Int

    /// A read.
    package init(name: String, path: [String], position: Int) {
        self.name = name
        self.path = path
        self.position = position
    }
}
