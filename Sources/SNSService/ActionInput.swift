import AWSWire
import JSONTree

/// Reads the members of an action's input; a null member counts as absent.
struct ActionInput {
    /// The whole shape.
    let shape: JSON

    /// Reads a shape.
    init(_ shape: JSON) { self.shape = shape }

    /// A member as it is.
    func value(_ name: String) -> JSON? {
        guard let value = shape[name], !value.isNull else { return nil }
        return value
    }

    /// A member that is a text.
    func text(_ name: String) throws(ServiceError) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.stringValue else { throw .wrongType(name, expected: "a string") }
        return text
    }

    /// A text that must be there; an empty one counts as absent, as in AWS.
    func requiredText(_ name: String) throws(ServiceError) -> String {
        guard let text = try text(name), !text.isEmpty else {
            throw .invalid("\(name) Reason: no value for required parameter")
        }
        return text
    }

    /// A boolean; `"true"` counts too, as the query protocol carries it.
    func flag(_ name: String) throws(ServiceError) -> Bool {
        guard let value = value(name) else { return false }
        if let flag = value.boolValue { return flag }
        if let text = value.stringValue { return text == "true" }
        throw .wrongType(name, expected: "a boolean")
    }

    /// A member that is a list.
    func list(_ name: String) throws(ServiceError) -> [JSON]? {
        guard let value = value(name) else { return nil }
        guard let list = value.arrayValue else { throw .wrongType(name, expected: "a list") }
        return list
    }

    /// A member that is a list of texts; empty when it is absent.
    func texts(_ name: String) throws(ServiceError) -> [String] {
        var texts: [String] = []
        for item in try list(name) ?? [] {
            guard let text = item.stringValue else { throw .wrongType(name, expected: "a list of strings") }
            texts.append(text)
        }
        return texts
    }

    /// A map of strings, in the order given.
    func textMap(_ name: String) throws(ServiceError) -> [(key: String, value: String)] {
        guard let value = value(name) else { return [] }
        guard let object = value.objectValue else { throw .wrongType(name, expected: "a map") }
        var pairs: [(key: String, value: String)] = []
        for (key, item) in object {
            guard let text = item.stringValue else { throw .wrongType(name, expected: "a map of strings") }
            pairs.append((key, text))
        }
        return pairs
    }
}
