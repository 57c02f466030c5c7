/// JavaScript's `parseInt`: the whole number a text begins with.
enum LeadingInteger {
    /// The number, hexadecimal after `0x`; not a number when the text begins with none.
    static func value(of text: [UInt16]) -> Double {
        var rest = text.drop(while: UnitSet.blanks.contains)
        let isNegative = rest.first == 0x2D
        if isNegative || rest.first == 0x2B { rest.removeFirst() }
        let isHex = rest.starts(with: [0x30, 0x78]) || rest.starts(with: [0x30, 0x58])
        let digits = isHex ? rest.dropFirst(2).prefix(while: isHexDigit) : rest.prefix(while: UnitSet.digits.contains)
        guard !digits.isEmpty else { return .nan }
        let value = Double((isHex ? "0x" : "") + String(decoding: digits, as: UTF16.self)) ?? .nan
        return isNegative ? -value : value
    }

    private static func isHexDigit(_ unit: UInt16) -> Bool {
        UnitSet.digits.contains(unit) || (0x61...0x66).contains(unit | 0x20)
    }
}
