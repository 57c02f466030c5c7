/// Rounding as jsonata does it, and what is needed besides.
enum Arithmetic {
    /// Rounds to so many places behind the decimal point, or before it when negative: a half goes to the even neighbour.
    ///
    /// jsonata moves the decimal point in the number's text, so 4.525 lies in the middle of two hundredths although the
    /// binary number does not.
    static func round(_ value: Double, digits: Int = 0) -> Double {
        let shifted = digits == 0 ? value : movingPoint(of: value, by: digits)
        let whole = roundedHalfToEven(shifted)
        let result = digits == 0 ? whole : movingPoint(of: whole, by: -digits)
        return result == 0 ? 0 : result
    }

    /// Ten to a whole power.
    static func powerOfTen(_ exponent: Int) -> Double { power(10, Double(exponent)) }

    private static func roundedHalfToEven(_ value: Double) -> Double {
        let below = value.rounded(.down)
        let part = value - below
        if part < 0.5 { return below }
        if part > 0.5 { return below + 1 }
        return below.truncatingRemainder(dividingBy: 2) == 0 ? below : below + 1
    }

    /// The number times ten to a power, rounded once; not a number when there is no text of digits to move a point in.
    private static func movingPoint(of value: Double, by places: Int) -> Double {
        guard value.isFinite else { return .nan }
        let digits = DecimalDigits(shortest: value)
        let exponent = digits.point.addingReportingOverflow(places).partialValue
        let text = "0." + digits.digits.map { String($0) }.joined() + "0e\(max(-10_000, min(exponent, 10_000)))"
        let magnitude = Double(text) ?? (exponent > 0 ? .infinity : 0)
        return value < 0 ? -magnitude : magnitude
    }
}
