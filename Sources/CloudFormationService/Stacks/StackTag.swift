import JSONTree

/// A tag of a stack; its resources get it too.
struct StackTag: Sendable, Equatable {
    /// Unique in the stack.
    let key: String
    /// May be empty.
    let value: String

    /// As requests and answers hold it.
    var shape: JSON { ["Key": .string(key), "Value": .string(value)] }

    /// States both.
    init(key: String, value: String) { (self.key, self.value) = (key, value) }

    /// Reads the shape; `nil` when it is none.
    init?(_ shape: JSON) {
        guard let key = shape["Key"]?.stringValue, let value = shape["Value"].flatMap(Self.text) else { return nil }
        self.init(key: key, value: value)
    }

    private static func text(_ json: JSON) -> String? {
        json.stringValue ?? json.boolValue.map { $0 ? "true" : "false" } ?? json.numberText
    }
}
