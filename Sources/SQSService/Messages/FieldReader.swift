/// Reads what `FieldWriter` wrote.
struct FieldReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Reads from the first byte on.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next byte; `nil` at the end.
    mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// The next text; `nil` at the end, or when it is cut off.
    mutating func text() -> String? {
        guard position + 4 <= bytes.count else { return nil }
        var count = 0
        for byte in bytes[position..<position + 4] { count = count << 8 | Int(byte) }
        guard position + 4 + count <= bytes.count else { return nil }
        defer { position += 4 + count }
        return String(decoding: bytes[position + 4..<position + 4 + count], as: UTF8.self)
    }
}
