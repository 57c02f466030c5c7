/// A text in which `*` stands for any run of characters; `\*` and `\\` stand for themselves.
struct WildcardText: Sendable {
    /// What stands between the stars.
    private let parts: [[UInt8]]

    /// Reads a text.
    init(_ text: String) throws(ContentPatternError) {
        var parts: [[UInt8]] = [[]]
        var bytes = Array(text.utf8)[...]
        var wasStar = false
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "*"):
                guard !wasStar else {
                    throw ContentPatternError("Consecutive wildcard characters at pos \(text.utf8.count - bytes.count)")
                }
                parts.append([])
                wasStar = true
                continue
            case UInt8(ascii: "\\"):
                guard let next = bytes.popFirst(), next == UInt8(ascii: "*") || next == UInt8(ascii: "\\") else {
                    throw ContentPatternError("Invalid escape character at pos \(text.utf8.count - bytes.count)")
                }
                parts[parts.count - 1].append(next)
            default: parts[parts.count - 1].append(byte)
            }
            wasStar = false
        }
        self.parts = parts
    }

    /// Whether a whole text is like this. Each part is taken at its first place, so there is no way back to try.
    func matches(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        guard let first = parts.first, let last = parts.last, rest.starts(with: first) else { return false }
        rest = rest.dropFirst(first.count)
        guard parts.count > 1 else { return rest.isEmpty }
        guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else { return false }
        rest = rest.dropLast(last.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let place = Self.place(of: part, in: rest) else { return false }
            rest = rest[(place + part.count)...]
        }
        return true
    }

    private static func place(of part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        guard text.count >= part.count else { return nil }
        return (text.startIndex...(text.endIndex - part.count)).first { text[$0...].starts(with: part) }
    }
}
