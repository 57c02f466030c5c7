import JSONTree

/// Reads the members of an action's input; a null member counts as absent.
package struct ActionInput: Sendable {
    /// How a service words what is wrong with an input.
    package struct Words: Sendable {
        /// A member that must be there is not.
        let missing: @Sendable (_ member: String) -> ServiceError
        /// A member has another type than the model says.
        let wrongType: @Sendable (_ member: String, _ expected: String) -> ServiceError

        /// The words of a service.
        package init(
            missing: @escaping @Sendable (_ member: String) -> ServiceError,
            wrongType: @escaping @Sendable (_ member: String, _ expected: String) -> ServiceError
        ) {
            self.missing = missing
            self.wrongType = wrongType
        }
    }

    /// The whole shape.
    package let shape: JSON
    private let words: Words

    /// Reads a shape; failures are a service's.
    package init(_ shape: JSON, words: Words) {
        self.shape = shape
        self.words = words
    }

    /// A member as it is.
    package func value(_ name: String) -> JSON? {
        guard let value = shape[name], !value.isNull else { return nil }
        return value
    }

    /// A member that is a text.
    package func text(_ name: String) throws(ServiceError) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.stringValue else { throw words.wrongType(name, "a string") }
        return text
    }

    /// A text that must be there; an empty one counts as absent, as in AWS.
    package func requiredText(_ name: String) throws(ServiceError) -> String {
        guard let text = try text(name), !text.isEmpty else { throw words.missing(name) }
        return text
    }

    /// An integer; digits in a string are taken too, as the query protocol carries them.
    package func integer(_ name: String) throws(ServiceError) -> Int? {
        guard let value = value(name) else { return nil }
        if let number = value.integerValue { return Int(number) }
        if let text = value.stringValue, let number = Int(text) { return number }
        throw words.wrongType(name, "an integer")
    }

    /// A boolean; `"true"` counts too, as the query protocol carries it.
    package func flag(_ name: String) throws(ServiceError) -> Bool {
        guard let value = value(name) else { return false }
        if let flag = value.boolValue { return flag }
        if let text = value.stringValue { return text == "true" }
        throw words.wrongType(name, "a boolean")
    }

    /// A member that is a list.
    package func list(_ name: String) throws(ServiceError) -> [JSON]? {
        guard let value = value(name) else { return nil }
        guard let list = value.arrayValue else { throw words.wrongType(name, "a list") }
        return list
    }

    /// A member that is a list of texts; empty when it is absent.
    package func texts(_ name: String) throws(ServiceError) -> [String] {
        var texts: [String] = []
        for item in try list(name) ?? [] {
            guard let text = item.stringValue else { throw words.wrongType(name, "a list of strings") }
            texts.append(text)
        }
        return texts
    }

    /// A map of strings, in the order given.
    package func textMap(_ name: String) throws(ServiceError) -> [(key: String, value: String)] {
        guard let value = value(name) else { return [] }
        guard let object = value.objectValue else { throw words.wrongType(name, "a map") }
        var pairs: [(key: String, value: String)] = []
        for (key, item) in object {
            guard let text = item.stringValue else { throw words.wrongType(name, "a map of strings") }
            pairs.append((key, text))
        }
        return pairs
    }
}
