/// What the larger parts of a compiled expression consist of.
enum Form {
    /// A path.
    struct Path: Sendable {
        /// The steps, in order.
        var steps: [Step] = []
        /// The fields behind the first step, when there is nothing else to the path.
        var names: [Int32]?
        /// Whether a single result stays an array.
        var keepsSingleton = false
        /// Whether its results keep what was bound on the way, for the steps around it.
        var isTuple = false
        /// The group its results are put into.
        var group: Int32 = -1
    }

    /// A step of a path.
    struct Step: Sendable {
        /// The expression.
        var node: NodeID = -1
        /// The order it makes, if it is no expression.
        var sort: Int32 = -1
        /// What happens to its results, in order.
        var stages: [Stage] = []
        /// Whether it binds anything.
        var isTuple = false
        /// The name that holds each result.
        var focus: Int32 = -1
        /// The name that holds each result's index.
        var index: Int32 = -1
        /// The label that holds each result's parent.
        var ancestor: Int32 = -1
        /// Whether it makes an array that is not flattened.
        var isConstructed = false
        /// Whether it is a variable, whose value does not depend on the context.
        var isVariable = false
    }

    /// What happens to the results of a step.
    enum Stage: Sendable {
        case filter(NodeID)
        case index(Int32)
    }

    /// Keys and values of an object or a group.
    struct Group: Sendable {
        /// Keys with their values.
        var pairs: [(key: NodeID, value: NodeID)] = []
        /// Where it ends in the text.
        var position: Int32 = 0
        /// The keys, when all are written strings and no two are the same.
        var literalKeys: [String]?
    }

    /// An array constructor.
    struct Array: Sendable {
        /// The elements, and which of them are arrays themselves.
        var items: [(node: NodeID, isArray: Bool)] = []
        /// Whether it is not flattened in its path.
        var isConstructed = false
    }

    /// A block.
    struct Block: Sendable {
        /// The expressions, in order.
        var parts: [NodeID] = []
        /// Whether a part binds a variable.
        var hasFrame = false
    }

    /// A call, whole or partial.
    struct Call: Sendable {
        /// What is called.
        var function: NodeID = -1
        /// The arguments; -1 for one left open.
        var arguments: [NodeID] = []
        /// The function's name, for errors.
        var name: String?
        /// The reference, when a variable nobody here binds is called.
        var reference: Int32 = -1
        /// The number of the name, when a field is called.
        var field: Int32 = -1
        /// Where it ends in the text.
        var position: Int32 = 0
    }

    /// The definition of a function.
    struct Lambda: Sendable {
        /// The numbers of the names.
        var parameters: [Int32] = []
        /// The types of the arguments.
        var signature: Signature?
        /// What it computes.
        var body: NodeID = -1
    }

    /// An order.
    struct Sort: Sendable {
        /// What is compared, the first deciding before the others.
        var terms: [(node: NodeID, isDescending: Bool)] = []
        /// Where it ends in the text.
        var position: Int32 = 0
    }

    /// A transform.
    struct Transform: Sendable {
        /// What is changed.
        var pattern: NodeID = -1
        /// What is put into it.
        var update: NodeID = -1
        /// What is taken from it; -1 for nothing.
        var delete: NodeID = -1
        /// Where it ends in the text.
        var position: Int32 = 0
        /// Where the update ends in the text.
        var updatePosition: Int32 = 0
        /// Where the deletion ends in the text.
        var deletePosition: Int32 = 0
    }

    /// A regular expression.
    struct Pattern: Sendable {
        /// The compiled pattern.
        var pattern: JSPattern
        /// As it was written.
        var source: String
        /// Where it ends in the text.
        var position: Int32
    }

    /// What is attached to a part that is no step.
    struct Decoration: Sendable {
        /// The expression.
        var node: NodeID = -1
        /// Predicates, in order.
        var predicates: [NodeID] = []
        /// The group; -1 for none.
        var group: Int32 = -1
        /// Whether a single result stays an array.
        var keepsArray = false
    }
}
