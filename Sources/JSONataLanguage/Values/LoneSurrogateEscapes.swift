/// JSON texts with `\ud800` and the like, half surrogate pairs that the strict reader refuses: they are read and written
/// as the stand-ins that strings carry here.
package enum LoneSurrogateEscapes {
    /// A JSON text with every half pair's escape replaced by the escapes of its stand-in.
    package static func replaced(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var position = 0
        while position < text.count {
            guard text[position] == UInt8(ascii: "\\") else {
                output.append(text[position])
                position += 1
                continue
            }
            let count = escapeCount(text, position)
            if count == 6, let unit = unit(text, position), unit & 0xF800 == 0xD800 {
                for unit in UTF16.encode(LoneSurrogate.scalar(unit)).map({ Array($0) }) ?? [] {
                    output += "\\u\(String(unit, radix: 16))".utf8
                }
            } else {
                output += text[position..<min(position + count, text.count)]
            }
            position += count
        }
        return output
    }

    /// A JSON text with every stand-in replaced by the escape of its half pair.
    package static func restored(_ text: String) -> String {
        guard LoneSurrogate.isIn(text) else { return text }
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let unit = LoneSurrogate.unit(scalar) {
                output.append(contentsOf: "\\u\(String(unit, radix: 16))".unicodeScalars)
            } else {
                output.append(scalar)
            }
        }
        return String(output)
    }

    /// How many bytes the escape at a place takes; a whole pair counts as one.
    private static func escapeCount(_ text: [UInt8], _ position: Int) -> Int {
        guard let unit = unit(text, position) else { return 2 }
        guard unit & 0xFC00 == 0xD800, let low = self.unit(text, position + 6), low & 0xFC00 == 0xDC00 else { return 6 }
        return 12
    }

    private static func unit(_ text: [UInt8], _ position: Int) -> UInt16? {
        guard position + 6 <= text.count, text[position] == UInt8(ascii: "\\"), text[position + 1] == UInt8(ascii: "u")
        else { return nil }
        return UInt16(String(decoding: text[position + 2..<position + 6], as: UTF8.self), radix: 16)
    }
}
