/// A pattern of fields that spaces divide: `[ip, user, ..., status = 4*, bytes > 1000]`.
///
/// Source: CloudWatch Logs user guide, "Filter pattern syntax for metric filters", "Using filter patterns to match terms in space-delimited log events".
struct FieldPattern: Sendable {
    /// One place of the pattern.
    struct Field: Sendable {
        /// What the field is called; empty for one without a name.
        let name: String
        /// What must hold for it; `nil`: anything.
        let condition: FieldCondition?
    }

    /// Fields from the first on.
    let head: [Field]
    /// Whether any number of fields may follow before `tail`.
    let isOpen: Bool
    /// Fields up to the last.
    let tail: [Field]

    /// Whether a message has such fields.
    func matches(_ message: String) -> Bool { fields(of: message) != nil }

    /// The fields of a message that matches, with their names; `nil` when it does not.
    func fields(of message: String) -> [(name: String, value: String)]? {
        let words = Self.words(of: message)
        guard isOpen ? words.count >= head.count + tail.count : words.count == head.count else { return nil }
        let pairs = Array(zip(head + tail, words.prefix(head.count) + words.suffix(tail.count)))
        guard pairs.allSatisfy({ $0.condition?.holds($1) ?? true }) else { return nil }
        return pairs.map { ($0.name, $1) }
    }

    /// The words of a message; what stands in quotation marks or square brackets is one.
    private static func words(of message: String) -> [String] {
        var words: [String] = []
        var rest = message.utf8[...]
        while true {
            rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
            guard let first = rest.first else { return words }
            let end: UInt8? =
                first == UInt8(ascii: "\"") ? first : first == UInt8(ascii: "[") ? UInt8(ascii: "]") : nil
            if let end, let close = rest.dropFirst().firstIndex(of: end) {
                words.append(String(Substring(rest[rest.index(after: rest.startIndex)..<close])))
                rest = rest[rest.index(after: close)...]
            } else {
                let word = rest.prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) }
                words.append(String(Substring(word)))
                rest = rest[word.endIndex...]
            }
        }
    }
}
