import Digests

/// Strings whose characters are bytes, as JavaScript's `btoa` and `atob` take them.
enum BinaryText {
    /// The Base64 form of a text: of each code unit, its low byte.
    static func base64(_ text: String) -> String {
        Base64.encode(UTF16Text.units(text).map { UInt8(truncatingIfNeeded: $0) })
    }

    /// The text of a Base64 form: one character a byte. Characters that do not belong there are passed over; `=` ends it.
    static func text(base64 text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var (bits, count): (UInt32, UInt32) = (0, 0)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "=") { break }
            guard let digit = digit(byte) else { continue }
            bits = bits << 6 | digit
            count += 6
            if count >= 8 {
                count -= 8
                scalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: bits >> count)))
            }
        }
        return String(scalars)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61 + 26)
        case 0x30...0x39: UInt32(byte - 0x30 + 52)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
