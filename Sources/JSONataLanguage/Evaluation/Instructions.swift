/// A compiled expression, ready to be evaluated any number of times at once.
final class Instructions: Sendable {
    /// What a name means where the expression itself does not bind it.
    struct Name: Sendable {
        /// The name.
        let text: String
        /// The caller's variable; -1 when the expression never asks for it.
        var reference: Int32 = -1
        /// The function of the language.
        let builtin: Builtin?
    }

    /// What is put together while compiling.
    struct Parts: Sendable {
        /// The parts, which all else names by number.
        var nodes: [Node] = []
        /// Values that are written.
        var literals: [Literal] = []
        /// Names of fields.
        var fields: [String] = []
        /// Names of variables.
        var names: [Name] = []
        /// Variables of the caller.
        var references: [VariableReference] = []
        /// The function of the language that each reference may name.
        var referenceBuiltins: [Builtin?] = []
        /// Paths.
        var paths: [Form.Path] = []
        /// Objects and groups.
        var groups: [Form.Group] = []
        /// Array constructors.
        var arrays: [Form.Array] = []
        /// Blocks.
        var blocks: [Form.Block] = []
        /// Calls.
        var calls: [Form.Call] = []
        /// Functions that are defined.
        var lambdas: [Form.Lambda] = []
        /// Orders.
        var sorts: [Form.Sort] = []
        /// Transforms.
        var transforms: [Form.Transform] = []
        /// Regular expressions.
        var patterns: [Form.Pattern] = []
        /// Predicates, groups and `[]` behind what is no step.
        var decorations: [Form.Decoration] = []
        /// The part that is the whole expression.
        var start: NodeID = -1
        /// Whether the whole expression binds a variable outside of blocks.
        var needsFrame = false
    }

    /// A value that is written in the expression.
    enum Literal: Sendable {
        case null
        case bool(Bool)
        case number(Double)
        case text(String)
    }

    /// The parts, which all else names by number.
    let nodes: [Node]
    /// Values that are written.
    let literals: [Literal]
    /// Names of fields.
    let fields: [String]
    /// Names of variables.
    let names: [Name]
    /// Variables of the caller.
    let references: [VariableReference]
    /// The function of the language that each reference names when the caller has no such variable.
    let referenceBuiltins: [Builtin?]
    /// Paths.
    let paths: [Form.Path]
    /// Objects and groups.
    let groups: [Form.Group]
    /// Array constructors.
    let arrays: [Form.Array]
    /// Blocks.
    let blocks: [Form.Block]
    /// Calls.
    let calls: [Form.Call]
    /// Functions that are defined.
    let lambdas: [Form.Lambda]
    /// Orders.
    let sorts: [Form.Sort]
    /// Transforms.
    let transforms: [Form.Transform]
    /// Regular expressions.
    let patterns: [Form.Pattern]
    /// Predicates, groups and `[]` behind what is no step.
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
