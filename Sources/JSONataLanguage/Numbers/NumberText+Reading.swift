extension NumberText {
    /// What `$number` makes of a text: a JSON number, leading zeros allowed, or digits after `0x`, `0o`, `0b`.
    ///
    /// - Returns: `nil` for any other text, and when the number is too large.
    static func value(of text: String) -> Double? {
        let bytes = Array(text.utf8)
        let value = bits(bytes).map(value(ofBits:)) ?? (isDecimal(bytes) ? Double(text) : nil)
        return value?.isFinite == true ? value : nil
    }

    /// Whether a text is `-?digits(.digits)?([eE][+-]?digits)?`.
    private static func isDecimal(_ text: [UInt8]) -> Bool {
        var rest = text[...]
        func digits() -> Bool {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest.removeFirst(count)
            return count > 0
        }
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        guard digits() else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard digits() else { return false }
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
            guard digits() else { return false }
        }
        return rest.isEmpty
    }

    /// The bits of a number with a prefix, highest first; `nil` when the text is none.
    private static func bits(_ text: [UInt8]) -> [Bool]? {
        guard text.count > 2, text[0] == UInt8(ascii: "0") else { return nil }
        let width: Int
        switch text[1] | 0x20 {
        case UInt8(ascii: "x"): width = 4
        case UInt8(ascii: "o"): width = 3
        case UInt8(ascii: "b"): width = 1
        default: return nil
        }
        var bits: [Bool] = []
        for byte in text[2...] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < 1 << width else { return nil }
            for bit in (0..<width).reversed() { bits.append(digit >> bit & 1 == 1) }
        }
        return bits
    }

    private static func value(ofBits bits: [Bool]) -> Double {
        let significant = bits.drop { !$0 }
        var top = significant.prefix(64).reduce(UInt64(0)) { $0 << 1 | ($1 ? 1 : 0) }
        let rest = significant.dropFirst(64)
        // Far behind the digits of a double, one bit stands for all that follow when it is rounded.
        if rest.contains(true) { top |= 1 }
        return Double(sign: .plus, exponent: min(rest.count, 2_000), significand: Double(top))
    }
}
