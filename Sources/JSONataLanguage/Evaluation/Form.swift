/// What the larger parts of a compiled expression consist of.
enum Form {
    /// A path.
    struct Path: Sendable {
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
        var node: NodeID = -1
        /// The order it makes, if it is no expression.
        var sort: Int32 = -1
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
        var pairs: [(key: NodeID, value: NodeID)] = []
        var position: Int32 = 0
        /// The keys, when all are written strings and no two are the same.
        var literalKeys: [String]?
    }

    /// An array constructor.
    struct Array: Sendable {
        var items: [(node: NodeID, isArray: Bool)] = []
        var isConstructed = false
    }

    /// A block.
    struct Block: Sendable {
        var parts: [NodeID] = []
        /// Whether a part binds a variable.
        var hasFrame = false
    }

    /// A call, whole or partial.
    struct Call: Sendable {
        var function: NodeID = -1
        /// The arguments; -1 for one left open.
        var arguments: [NodeID] = []
        /// The function's name, for errors.
        var name: String?
        /// The reference, when a variable nobody here binds is called.
        var reference: Int32 = -1
        /// The number of the name, when a field is called.
        var field: Int32 = -1
        var position: Int32 = 0
    }

    /// The definition of a function.
    struct Lambda: Sendable {
        var parameters: [Int32] = []
        var signature: Signature?
        var body: NodeID = -1
    }

    /// An order.
    struct Sort: Sendable {
        var terms: [(node: NodeID, isDescending: Bool)] = []
        var position: Int32 = 0
    }

    /// A transform.
    struct Transform: Sendable {
        var pattern: NodeID = -1
        var update: NodeID = -1
        var delete: NodeID = -1
        var position: Int32 = 0
        var updatePosition: Int32 = 0
        var deletePosition: Int32 = 0
    }

    /// A regular expression.
    struct Pattern: Sendable {
        var pattern: JSPattern
        var source: String
        var position: Int32
    }

    /// What is attached to a part that is no step.
    struct Decoration: Sendable {
        var node: NodeID = -1
        var predicates: [NodeID] = []
        var group: Int32 = -1
        var keepsArray = false
    }
}
