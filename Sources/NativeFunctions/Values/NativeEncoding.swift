/// How bytes stand in JSON.
package enum NativeEncoding: String, Sendable {
    case base64, utf8

    /// Bytes as Base64 text with padding (RFC 4648, section 4).
    ///
    /// Of its own because workers do without `Digests`, which would have each of them load libcrypto.
    package static func encode(_ bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { output in
            var written = 0
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let count = min(3, bytes.count - start)
                var word = UInt32(bytes[start]) << 16
                if count > 1 { word |= UInt32(bytes[start + 1]) << 8 }
                if count > 2 { word |= UInt32(bytes[start + 2]) }
                for place in 0..<4 {
                    output[written] = place <= count ? digits[Int(word >> UInt32(18 - place * 6)) & 0x3F] : 0x3D
                    written += 1
                }
            }
            return written
        }
    }

    /// The bytes of a Base64 text with padding; `nil` when it is none.
    package static func decode(_ text: String) -> [UInt8]? {
        guard text.utf8.count % 4 == 0 else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count / 4 * 3)
        var (word, count, padding): (UInt32, Int, Int) = (0, 0, 0)
        for byte in text.utf8 {
            let value = values[Int(byte)]
            if byte == 0x3D { padding += 1 } else if value < 0 || padding > 0 { return nil }
            word = word << 6 | UInt32(max(value, 0))
            count += 1
            guard count == 4 else { continue }
            guard padding <= 2, padding == 0 || word & (padding == 1 ? 0xFF : 0xFFFF) == 0 else { return nil }
            output.append(UInt8(truncatingIfNeeded: word >> 16))
            if padding < 2 { output.append(UInt8(truncatingIfNeeded: word >> 8)) }
            if padding < 1 { output.append(UInt8(truncatingIfNeeded: word)) }
            (word, count) = (0, 0)
        }
        return output
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    /// By character; -1 for what is no digit.
    private static let values: [Int8] = {
        var values = [Int8](repeating: -1, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = Int8(value) }
        return values
    }()
}
