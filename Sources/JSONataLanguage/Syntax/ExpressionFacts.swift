/// What can be said of an expression without evaluating it.
package struct ExpressionFacts: Sendable {
    /// Where the caller's variables are read, in the order of the text; functions of the language are not among them.
    package var reads: [VariableRead] = []
    /// Functions of the language that are named, each once, in the order of the text.
    package var functions: [String] = []
    /// Where `$` stands for the input of the whole expression, in UTF-16 units.
    package var inputUses: [Int] = []
    /// Where `$$` stands.
    package var rootUses: [Int] = []
    /// Where a field of the input of the whole expression is read without `$`.
    package var fieldUses: [Int] = []

    /// Whether `$eval` is named.
    package var usesEval: Bool { functions.contains("eval") }
}
