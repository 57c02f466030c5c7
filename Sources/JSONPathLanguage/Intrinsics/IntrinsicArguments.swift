import JSONTree

/// The evaluated arguments of a call, whose number has been checked when the call was read.
struct IntrinsicArguments: Sendable {
    /// In the order of the call.
    let values: [JSON]

    /// Takes the values in the order of the call.
    init(_ values: [JSON]) { self.values = values }

    /// The value at a position.
    subscript(position: Int) -> JSON { position < values.count ? values[position] : .null }

    /// The array at a position.
    func array(_ position: Int) throws(IntrinsicFailure) -> [JSON] {
        guard case .array(let elements) = self[position] else { throw wrongType(position, "an array") }
        return elements
    }

    /// The string at a position.
    func string(_ position: Int) throws(IntrinsicFailure) -> String {
        guard case .string(let text) = self[position] else { throw wrongType(position, "a string") }
        return text
    }

    /// The object at a position.
    func object(_ position: Int) throws(IntrinsicFailure) -> JSONObject {
        guard case .object(let object) = self[position] else { throw wrongType(position, "an object") }
        return object
    }

    /// The number at a position, rounded to the nearest integer, halves up, as the developer guide demands of arithmetic functions.
    func integer(_ position: Int) throws(IntrinsicFailure) -> Int64 {
        if case .integer(let value) = self[position] { return value }
        guard let number = self[position].doubleValue else { throw wrongType(position, "a number") }
        guard let value = Int64(exactly: (number + 0.5).rounded(.down)) else {
            throw IntrinsicFailure("The number \(self[position].text) is out of range")
        }
        return value
    }

    /// A string at a position of at most so many characters.
    func string(_ position: Int, lengthMax: Int) throws(IntrinsicFailure) -> String {
        let text = try string(position)
        guard text.utf8.count <= lengthMax || text.utf16.count <= lengthMax else {
            throw IntrinsicFailure("The string is longer than \(lengthMax) characters")
        }
        return text
    }

    private func wrongType(_ position: Int, _ expected: String) -> IntrinsicFailure {
        IntrinsicFailure("The argument at position \(position + 1) must be \(expected)")
    }
}
