import JSONTree

extension JSON {
    /// The value as a message quotes it, cut short.
    var quoted: String {
        let text = self.text
        return text.utf8.count <= NativeLimits.quotedMax ? text : "\(text.prefix(NativeLimits.quotedMax))…"
    }

    /// What kind of value it is, for messages.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .integer, .double, .decimal: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// The failure of a value that should be something else.
    func mismatch(_ place: String, _ wanted: String) -> NativeFailure {
        .input("\(place) must be \(wanted), not \(kind)")
    }
}
