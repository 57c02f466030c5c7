/// How records spell numbers and texts. Integers are written seven bits to a byte, low bits first.
extension [UInt8] {
    /// Appends a count, an index or an id.
    package mutating func appendCount(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends a count.
    package mutating func appendCount(_ value: Int) { appendCount(UInt64(value)) }

    /// Appends an event id.
    package mutating func appendID(_ value: Int64) { appendCount(UInt64(bitPattern: value)) }

    /// Appends an integer of either sign, small ones in few bytes.
    package mutating func appendSigned(_ value: Int64) { appendCount(UInt64(bitPattern: value << 1 ^ value >> 63)) }

    /// Appends an integer or its absence.
    package mutating func appendOptionalCount(_ value: Int?) {
        if let value { appendCount(UInt64(value) + 1) } else { append(0) }
    }

    /// Appends eight bytes.
    package mutating func appendWord(_ value: UInt64) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// Appends a text with its length.
    package mutating func appendText(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            appendCount(utf8.count)
            append(contentsOf: utf8)
        }
    }

    /// Appends a text or its absence.
    package mutating func appendOptionalText(_ text: String?) {
        guard var text else { return append(0) }
        text.withUTF8 { utf8 in
            appendCount(utf8.count + 1)
            append(contentsOf: utf8)
        }
    }
}
