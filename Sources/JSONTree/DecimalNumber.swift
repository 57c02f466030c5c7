/// A JSON number's exact value: a sign, its digits without zeros at either end, and the power of ten of the last digit.
///
/// Two numbers are equal when these are; zero has no digits, no sign and the exponent 0.
@usableFromInline package struct DecimalNumber: Equatable, Sendable {
    /// Whether the number is below zero.
    package let isNegative: Bool
    /// ASCII digits; neither the first nor the last is `0`.
    package let digits: [UInt8]
    /// The power of ten the last digit counts.
    package let exponent: Int

    /// Takes a valid JSON number apart. Exponents beyond what `Int` holds stop at ±2⁶⁰.
    @usableFromInline package init(_ text: String) {
        var digits: [UInt8] = []
        var isNegative = false
        var exponent = 0
        var written = 0
        var hasNegativeExponent = false
        var place = Place.whole
        for byte in text.utf8 {
            switch (byte, place) {
            case (0x2D, .exponent): hasNegativeExponent = true
            case (0x2D, _): isNegative = true
            case (0x2E, _): place = .fraction
            case (0x45, _), (0x65, _): place = .exponent
            case (0x30...0x39, .exponent): if written < 1 << 56 { written = written * 10 + Int(byte & 0xF) }
            case (0x30...0x39, _):
                if place == .fraction { exponent -= 1 }
                if byte != 0x30 || !digits.isEmpty { digits.append(byte) }
            default: break
            }
        }
        exponent += hasNegativeExponent ? -written : written
        while digits.last == 0x30 {
            digits.removeLast()
            exponent += 1
        }
        self.digits = digits
        self.isNegative = isNegative && !digits.isEmpty
        self.exponent = digits.isEmpty ? 0 : exponent
    }

    private enum Place {
        case whole, fraction, exponent
    }

    /// The number as an integer, if it is one within `Int64`.
    @usableFromInline package var int64: Int64? {
        guard exponent >= 0, digits.count + exponent <= 19 else { return digits.isEmpty ? 0 : nil }
        var value: Int64 = 0
        for position in 0..<digits.count + exponent {
            let digit = position < digits.count ? Int64(digits[position] & 0xF) : 0
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, overflowToo) =
                isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
            guard !overflow, !overflowToo else { return nil }
            value = next
        }
        return value
    }
}
