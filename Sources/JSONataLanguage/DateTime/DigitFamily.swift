/// The decimal digits of one script.
enum DigitFamily {
    /// The families' zeros that jsonata knows, all within the basic multilingual plane.
    private static let zeros: [UInt32] = [
        0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
        0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
        0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ]

    /// The zero of the family a character is a digit of, if it is one.
    static func zero(of digit: Unicode.Scalar) -> UInt16? {
        zeros.first { digit.value >= $0 && digit.value - $0 < 10 }.map { UInt16($0) }
    }
}
