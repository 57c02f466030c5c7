/// The number of a part in an expression's `Instructions`; -1 for none.
typealias NodeID = Int32

/// One part of a compiled expression. Everything it refers to is named by number, so that reading one counts no
/// references.
enum Node: Sendable {
    /// A number, string, truth value or null.
    case literal(Int32)
    /// A field of the context.
    case name(Int32)
    /// `$`
    case context
    /// `$$`
    case root
    /// A variable that the expression binds somewhere, by the number of its name.
    case variable(Int32)
    /// A variable that only the caller or the language can bind, by the number of its reference.
    case external(Int32)
    /// `*`
    case wildcard
    /// `**`
    case descendants
    /// `%`, by the number of its label.
    case parent(Int32)
    /// A path.
    case path(Int32)
    /// An operator and its operands.
    case binary(Symbol, NodeID, NodeID, position: Int32)
    /// `-a`
    case negation(NodeID, position: Int32)
    /// An array constructor.
    case array(Int32)
    /// An object constructor.
    case object(Int32)
    /// A block.
    case block(Int32)
    /// `a ? b : c`
    case condition(NodeID, NodeID, NodeID)
    /// `$a := b`, by the number of the name.
    case bind(Int32, NodeID)
    /// A regular expression.
    case pattern(Int32)
    /// A call of a function.
    case call(Int32)
    /// A call with arguments left open.
    case partial(Int32)
    /// The definition of a function.
    case lambda(Int32)
    /// `a ~> b`
    case apply(NodeID, NodeID, position: Int32)
    /// A transform.
    case transform(Int32)
    /// A part with predicates, a group or `[]`.
    case decorated(Int32)
}
