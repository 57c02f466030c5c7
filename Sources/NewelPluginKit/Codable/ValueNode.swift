import JSONTree

/// A JSON value while types put it together; containers that were handed out write into it until it is asked for.
final class ValueNode {
    private enum Content {
        case nothing
        case value(JSON)
        case object(JSONObject)
        case array([JSON])
    }
    private var content = Content.nothing
    /// Parts whose containers may still be written to; each has its place already.
    private var members: [(key: String, node: ValueNode)] = []
    private var elements: [(index: Int, node: ValueNode)] = []

    /// The whole value. What encoded nothing is an object without members, as a type without properties is.
    var value: JSON {
        switch content {
        case .nothing: return .emptyObject
        case .value(let value): return value
        case .object(var object):
            for (key, node) in members { object[key] = node.value }
            return .object(object)
        case .array(var array):
            for (index, node) in elements { array[index] = node.value }
            return .array(array)
        }
    }

    /// How many elements the array has.
    var count: Int { if case .array(let array) = content { array.count } else { 0 } }

    /// Becomes a value that has no parts.
    func set(_ value: JSON) { content = .value(value) }

    /// Becomes an object, unless it is one.
    func becomeObject() { if case .object = content { return } else { content = .object(JSONObject()) } }

    /// Becomes an array, unless it is one.
    func becomeArray() { if case .array = content { return } else { content = .array([]) } }

    /// Sets a member of the object.
    func set(_ value: JSON, for key: String) {
        guard case .object(var object) = content else { return }
        content = .nothing
        object[key] = value
        content = .object(object)
    }

    /// Adds an element to the array.
    func append(_ value: JSON) {
        guard case .array(var array) = content else { return }
        content = .nothing
        array.append(value)
        content = .array(array)
    }

    /// A member that is put together later.
    func child(for key: String) -> ValueNode {
        let node = ValueNode()
        set(.null, for: key)
        members.append((key, node))
        return node
    }

    /// An element that is put together later.
    func child() -> ValueNode {
        let node = ValueNode()
        elements.append((count, node))
        append(.null)
        return node
    }
}
