/// A part of an expression while it is compiled: first as it was written, then with paths made of steps.
///
/// All nodes of an expression live as long as its `SyntaxTree`, which takes them apart in the end: chains of any length
/// are freed without recursion.
final class SyntaxNode {
    /// What the part is.
    enum Kind {
        /// What ends an expression where a part was expected.
        case end
        /// A field.
        case name(String)
        /// A variable; the empty name is `$`, the name `$` is `$$`.
        case variable(String)
        /// A string, which in a path names a field.
        case string(String)
        /// A number.
        case number(Double)
        /// `true` or `false`.
        case bool(Bool)
        /// `null`.
        case null
        /// A regular expression.
        case pattern(String, flags: String)
        /// `and`, `or` or `in` where a part was expected: a field of that name.
        case word(Symbol)
        /// `?` among arguments.
        case placeholder
        /// `*`
        case wildcard
        /// `**`
        case descendants
        /// `%`, with what it names once that is known.
        case parent(AncestorSlot)
        /// `a.b`; becomes a path.
        case map(SyntaxNode, SyntaxNode)
        /// `a[b]`; becomes a predicate.
        case filter(SyntaxNode, SyntaxNode)
        /// `a{b: c}`; becomes a group.
        case group(SyntaxNode, [Pair])
        /// `a^(b)`; becomes a step.
        case order(SyntaxNode, [SortTerm])
        /// `a@$b`; becomes a mark of a step.
        case focus(SyntaxNode, String)
        /// `a#$b`; becomes a mark of a step.
        case index(SyntaxNode, String)
        /// Steps, each over the results of the one before.
        case path([SyntaxNode])
        /// The step that orders.
        case sort([SortTerm])
        /// An operator between two operands.
        case binary(Symbol, SyntaxNode, SyntaxNode)
        /// `$a := b`
        case bind(String, SyntaxNode)
        /// `a ~> b`
        case apply(SyntaxNode, SyntaxNode)
        /// `-a`
        case negation(SyntaxNode)
        /// `[a, b]`
        case array([SyntaxNode])
        /// `{a: b}`
        case object([Pair])
        /// `(a; b)`
        case block([SyntaxNode])
        /// `a(b)`, with arguments missing when it is partial.
        case call(SyntaxNode, [SyntaxNode], isPartial: Bool)
        /// `function($a)<n>{b}`
        case lambda([String], signature: Signature?, body: SyntaxNode)
        /// `a ? b : c`
        case condition(SyntaxNode, then: SyntaxNode, otherwise: SyntaxNode?)
        /// `|a|b,c|`
        case transform(SyntaxNode, update: SyntaxNode, delete: SyntaxNode?)
    }

    /// A key and its value in an object or a group.
    struct Pair {
        /// The key.
        let key: SyntaxNode
        /// The value.
        let value: SyntaxNode
    }

    /// One of the expressions results are ordered by.
    struct SortTerm {
        /// What is compared.
        let expression: SyntaxNode
        /// Whether the greatest comes first.
        let isDescending: Bool
    }

    /// What happens to the results of a step, in order.
    enum Stage {
        case filter(SyntaxNode)
        case index(String)
    }

    /// What the part is.
    var kind: Kind
    /// Where it ends in the text, in UTF-16 units.
    let position: Int
    /// The longest way down from here.
    let height: Int

    /// Predicates of a part that is no step of a path.
    var predicates: [SyntaxNode] = []
    /// Predicates and indexes of a step.
    var stages: [Stage] = []
    /// The group its results are put into.
    var group: [Pair]?
    /// Where the group ends in the text.
    var groupPosition = 0
    /// Whether a single result stays an array (`[]`).
    var keepsArray = false
    /// Whether a single result of the whole path stays an array.
    var keepsSingletonArray = false
    /// Whether it makes an array that is not flattened in a path.
    var isConstructed = false
    /// Whether it is computed with the bindings of the steps before.
    var isTuple = false
    /// The variable that holds each result.
    var focus: String?
    /// The variable that holds each result's index.
    var index: String?
    /// By what name later steps know the parent of its results.
    var ancestor: AncestorSlot?
    /// Parents that are asked for and not found below.
    var seeking: [AncestorSlot] = []

    /// A part.
    init(_ kind: Kind, position: Int, height: Int) {
        self.kind = kind
        self.position = position
        self.height = height
    }

    /// Whether predicates or stages have been attached.
    var isFiltered: Bool { !predicates.isEmpty || !stages.isEmpty }

    /// Whether it is a path.
    var isPath: Bool { if case .path = kind { true } else { false } }

    /// The steps, if it is a path.
    var steps: [SyntaxNode] { if case .path(let steps) = kind { steps } else { [] } }

    /// The parent that is meant, if it is `%`.
    var parentSlot: AncestorSlot? { if case .parent(let slot) = kind { slot } else { nil } }

    /// The part as messages show it.
    var token: String? {
        switch kind {
        case .name(let text), .variable(let text), .string(let text): text
        case .number(let value): NumberText.text(value)
        case .bool(let value): value ? "true" : "false"
        case .null: "null"
        case .word(let symbol), .binary(let symbol, _, _): symbol.rawValue
        case .wildcard: "*"
        case .descendants: "**"
        case .parent: "%"
        case .end: "(end)"
        case .array, .filter: "["
        case .object, .group: "{"
        case .block, .call: "("
        case .negation: "-"
        case .map: "."
        case .bind: ":="
        case .apply: "~>"
        case .condition: "?"
        case .transform: "|"
        default: nil
        }
    }
}
