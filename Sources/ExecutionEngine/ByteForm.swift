/// Appends values to the engine's own stored forms: integers as little-endian base-128, byte strings with their length before them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(_ value: some Collection<UInt8>) {
        append(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    mutating func append(_ text: String) { append(text.utf8) }

    mutating func append(_ text: String?) {
        append(text == nil ? 0 : 1)
        if let text { append(text) }
    }
}

/// Reads what `ByteWriter` wrote; a `nil` means the bytes are not of that form.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func integer() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    mutating func byteString() -> [UInt8]? {
        guard let count = integer(), count <= UInt64(bytes.count - position) else { return nil }
        defer { position += Int(count) }
        return Array(bytes[position..<position + Int(count)])
    }

    mutating func text() -> String? { byteString().flatMap { String(validating: $0, as: UTF8.self) } }

    /// An optional text; the outer `nil` means a wrong form.
    mutating func optionalText() -> String?? {
        switch integer() {
        case 0: .some(nil)
        case 1: text().map { .some($0) }
        default: nil
        }
    }
}
