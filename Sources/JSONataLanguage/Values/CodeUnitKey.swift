import JSONTree

/// A string that is told from others by its code units, not by Unicode equivalence.
struct CodeUnitKey: Hashable {
    private let text: String

    /// The key of a string.
    init(_ text: String) { self.text = text }

    /// Compares code units.
    static func == (one: CodeUnitKey, other: CodeUnitKey) -> Bool { one.text.hasSameCodeUnits(as: other.text) }

    /// Hashes code units.
    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
