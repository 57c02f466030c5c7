/// A compiled expression, ready to be evaluated any number of times at once.
final class Instructions: Sendable {
    /// What a name means where the expression itself does not bind it.
    struct Name: Sendable {
        let text: String
        /// The caller's variable; -1 when the expression never asks for it.
        var reference: Int32 = -1
        /// The function of the language.
        let builtin: Builtin?
    }

    /// What is put together while compiling.
    struct Parts: Sendable {
        var nodes: [Node] = []
        var literals: [Literal] = []
        var fields: [String] = []
        var names: [Name] = []
        var references: [VariableReference] = []
        var referenceBuiltins: [Builtin?] = []
        var paths: [Form.Path] = []
        var groups: [Form.Group] = []
        var arrays: [Form.Array] = []
        var blocks: [Form.Block] = []
        var calls: [Form.Call] = []
        var lambdas: [Form.Lambda] = []
        var sorts: [Form.Sort] = []
        var transforms: [Form.Transform] = []
        var patterns: [Form.Pattern] = []
        var decorations: [Form.Decoration] = []
        var start: NodeID = -1
        var needsFrame = false
    }

    /// A value that is written in the expression.
    enum Literal: Sendable {
        case null
        case bool(Bool)
        case number(Double)
        case text(String)
    }

    let nodes: [Node]
    let literals: [Literal]
    let fields: [String]
    let names: [Name]
    let references: [VariableReference]
    /// The function of the language that each reference names when the caller has no such variable.
    let referenceBuiltins: [Builtin?]
    let paths: [Form.Path]
    let groups: [Form.Group]
    let arrays: [Form.Array]
    let blocks: [Form.Block]
    let calls: [Form.Call]
    let lambdas: [Form.Lambda]
    let sorts: [Form.Sort]
    let transforms: [Form.Transform]
    let patterns: [Form.Pattern]
    let decorations: [Form.Decoration]
    /// The part that is the whole expression.
    let start: NodeID
    /// Whether the whole expression binds a variable outside of blocks.
    let needsFrame: Bool

    /// Takes what was put together.
    init(_ parts: Parts) {
        nodes = parts.nodes
        literals = parts.literals
        fields = parts.fields
        names = parts.names
        references = parts.references
        referenceBuiltins = parts.referenceBuiltins
        paths = parts.paths
        groups = parts.groups
        arrays = parts.arrays
        blocks = parts.blocks
        calls = parts.calls
        lambdas = parts.lambdas
        sorts = parts.sorts
        transforms = parts.transforms
        patterns = parts.patterns
        decorations = parts.decorations
        start = parts.start
        needsFrame = parts.needsFrame
    }
}
