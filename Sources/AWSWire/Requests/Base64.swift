/// Base64 with padding (RFC 4648), the form of blobs in every protocol here.
package enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Writes bytes as text.
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var (word, count): (UInt32, Int) = (0, 0)
        for byte in bytes {
            word = word << 8 | UInt32(byte)
            count += 1
            if count == 3 {
                for shift in [18, 12, 6, 0] { text.append(digits[Int(word >> UInt32(shift)) & 63]) }
                (word, count) = (0, 0)
            }
        }
        if count > 0 {
            word <<= UInt32(8 * (3 - count))
            for place in 0...count { text.append(digits[Int(word >> UInt32(18 - 6 * place)) & 63]) }
            text.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - count))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads text; `nil` when it is not base64. Missing padding is forgiven, white space is not.
    package static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var (word, count, padding): (UInt32, Int, Int) = (0, 0, 0)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            guard padding == 0, let value = value(of: byte) else { return nil }
            word = word << 6 | value
            count += 1
            if count == 4 {
                bytes += [
                    UInt8(truncatingIfNeeded: word >> 16), UInt8(truncatingIfNeeded: word >> 8),
                    UInt8(truncatingIfNeeded: word),
                ]
                (word, count) = (0, 0)
            }
        }
        switch count {
        case 0: return padding == 0 ? bytes : nil
        case 2 where padding == 0 || padding == 2: return bytes + [UInt8(truncatingIfNeeded: word >> 4)]
        case 3 where padding <= 1:
            return bytes + [UInt8(truncatingIfNeeded: word >> 10), UInt8(truncatingIfNeeded: word >> 2)]
        default: return nil
        }
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x47
        case 0x30...0x39: UInt32(byte) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
