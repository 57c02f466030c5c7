/// Percent-encoding as RFC 3986 has it: of query strings, forms and signatures. [any thread]
package enum PercentEncoding {
    /// Encodes all bytes but letters, digits and `-._~`, with capital hex digits.
    ///
    /// - Parameter keeping: Further characters that stay as they are: `/` in a path.
    package static func encode(_ text: String, keeping: String = "") -> String {
        encode(Array(text.utf8), keeping: Array(keeping.utf8))
    }

    private static func encode(_ bytes: [UInt8], keeping: [UInt8]) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes {
            if isUnreserved(byte) || keeping.contains(byte) {
                output.append(byte)
            } else {
                output += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
