/// Base64 with the standard alphabet and padding (RFC 4648, section 4).
package enum Base64 {
    /// How exactly a text must keep to the form.
    package enum Mode: Sendable {
        /// Padding must be there and the unused bits of the last digit must be zero.
        case strict
        /// Padding may be absent; the unused bits of the last digit are ignored.
        case lenient
    }

    /// Bytes as Base64 text.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        if let text = bytes.withContiguousStorageIfAvailable(encoded) { return text }
        return Array(bytes).withUnsafeBufferPointer(encoded)
    }

    /// The bytes of a Base64 text; `nil` when it is not one. White space is refused.
    package static func decode(_ text: some StringProtocol, _ mode: Mode = .strict) -> [UInt8]? {
        var digits: [UInt8] = []
        digits.reserveCapacity(text.utf8.count)
        var padding = 0
        for byte in text.utf8 {
            if byte == 0x3D {
                padding += 1
            } else {
                guard padding == 0, let digit = digit(of: byte) else { return nil }
                digits.append(digit)
            }
        }
        let rest = digits.count % 4
        let isPadded = padding == (4 - rest) % 4
        guard rest != 1, isPadded || (mode == .lenient && padding == 0) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(digits.count * 3 / 4)
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        for digit in digits {
            bits = bits << 6 | UInt32(digit)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            }
        }
        if mode == .strict, bits & (1 << bitCount - 1) != 0 { return nil }
        return output
    }

    private static func encoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { output in
            var written = 0
            var position = 0
            while position < bytes.count {
                let count = min(3, bytes.count - position)
                var word = UInt32(bytes[position]) << 16
                if count > 1 { word |= UInt32(bytes[position + 1]) << 8 }
                if count > 2 { word |= UInt32(bytes[position + 2]) }
                for place in 0..<4 {
                    output[written] =
                        place <= count ? letter(UInt8(truncatingIfNeeded: word >> UInt32(18 - place * 6)) & 0x3F) : 0x3D
                    written += 1
                }
                position += 3
            }
            return written
        }
    }

    private static func letter(_ digit: UInt8) -> UInt8 {
        switch digit {
        case 0..<26: 0x41 + digit
        case 26..<52: 0x61 + digit - 26
        case 52..<62: 0x30 + digit - 52
        case 62: 0x2B
        default: 0x2F
        }
    }

    private static func digit(of byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
