/// Percent encoding as JavaScript's `encodeURI` and its kin do it.
///
/// Source: ECMAScript, "URI Handling Functions".
enum PercentCoding {
    /// Characters that are never encoded.
    static let unreserved = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()".utf8)
    /// Characters that mean something in an address.
    static let reserved = Array(";/?:@&=+$,#".utf8)

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// A text with all but some characters encoded; `nil` when it holds half a surrogate pair.
    static func encoded(_ text: String, keeping kept: [UInt8]) -> String? {
        guard !LoneSurrogate.isIn(text) else { return nil }
        var output: [UInt8] = []
        for byte in text.utf8 {
            if kept.contains(byte) {
                output.append(byte)
            } else {
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// A text with all but some characters decoded; `nil` when what is encoded is no UTF-8.
    static func decoded(_ text: String, keeping kept: [UInt8]) -> String? {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var position = 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "%") else {
                output.append(bytes[position])
                position += 1
                continue
            }
            guard let first = byte(bytes, position) else { return nil }
            let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var encoded: [UInt8] = []
            for index in 0..<count {
                guard let byte = byte(bytes, position + 3 * index) else { return nil }
                encoded.append(byte)
            }
            guard String(validating: encoded, as: UTF8.self) != nil else { return nil }
            if kept.contains(first) {
                output += bytes[position..<position + 3]
            } else {
                output += encoded
            }
            position += 3 * count
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The byte that `%` and two digits stand for.
    private static func byte(_ bytes: [UInt8], _ position: Int) -> UInt8? {
        guard position + 2 < bytes.count, bytes[position] == UInt8(ascii: "%") else { return nil }
        guard let high = digit(bytes[position + 1]), let low = digit(bytes[position + 2]) else { return nil }
        return high << 4 | low
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
