/// Walks over a text from colon to colon, by bytes: names of resources are read on every request.
struct ColonCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// Begins in front of the text.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// What stands before the next colon, which is passed; `nil` when there is none.
    mutating func next() -> UnsafeBufferPointer<UInt8>? {
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        defer { position = end + 1 }
        return UnsafeBufferPointer(rebasing: bytes[position..<end])
    }

    /// The same, unless it is empty.
    mutating func nextText() -> String? {
        guard let field = next(), !field.isEmpty else { return nil }
        return String(decoding: field, as: UTF8.self)
    }

    /// Passes a field that must read so.
    mutating func skip(_ expected: StaticString) -> Bool {
        guard let field = next() else { return false }
        return field.elementsEqual(UnsafeBufferPointer(start: expected.utf8Start, count: expected.utf8CodeUnitCount))
    }

    /// All that is left, colons included.
    var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

    /// Whether what is left is one field that is not empty.
    var isAtLastField: Bool { position < bytes.count && !bytes[position...].contains(UInt8(ascii: ":")) }
}
