/// An unevaluated sum of two doubles: about 106 significant bits.
///
/// Built from sums, products and fused products only, which are rounded alike everywhere.
struct DoubleDouble: Sendable {
    /// The sum, rounded.
    private(set) var high: Double
    /// What rounding took away.
    private(set) var low: Double

    /// ln 2.
    static let naturalLogOfTwo = DoubleDouble(high: 0x1.62e42fefa39efp-1, low: 0x1.abc9e3b39803fp-56)

    /// A double, exactly.
    init(_ value: Double) { (high, low) = (value, 0) }

    private init(high: Double, low: Double) { (self.high, self.low) = (high, low) }

    /// A sum whose first part is at least as large as the second.
    private init(large: Double, small: Double) {
        high = large + small
        low = small - (high - large)
    }

    /// The exact sum of two doubles.
    static func sum(_ one: Double, _ other: Double) -> DoubleDouble {
        let high = one + other
        let part = high - one
        return DoubleDouble(high: high, low: (one - (high - part)) + (other - part))
    }

    /// The exact product of two doubles.
    static func product(_ one: Double, _ other: Double) -> DoubleDouble {
        let high = one * other
        return DoubleDouble(high: high, low: (-high).addingProduct(one, other))
    }

    /// Adds.
    static func + (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble {
        let high = sum(one.high, other.high)
        let low = sum(one.low, other.low)
        let joined = DoubleDouble(large: high.high, small: high.low + low.high)
        return DoubleDouble(large: joined.high, small: joined.low + low.low)
    }

    /// Changes the sign.
    static prefix func - (value: DoubleDouble) -> DoubleDouble { DoubleDouble(high: -value.high, low: -value.low) }

    /// Multiplies.
    static func * (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble {
        let exact = product(one.high, other.high)
        return DoubleDouble(large: exact.high, small: exact.low + (one.high * other.low + one.low * other.high))
    }

    /// Divides.
    static func / (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble {
        let first = one.high / other.high
        let rest = one + -(other * DoubleDouble(first))
        let second = rest.high / other.high
        let remainder = rest + -(other * DoubleDouble(second))
        return sum(first, second) + DoubleDouble(remainder.high / other.high)
    }

    /// The number times a power of two, exactly, as long as it stays far from the bounds of a double.
    func scaled(by exponent: Int) -> DoubleDouble {
        let factor = Double(sign: .plus, exponent: exponent, significand: 1)
        return DoubleDouble(high: high * factor, low: low * factor)
    }

    /// The number, between ½ and 2, times any power of two, rounded once to the nearest double.
    func value(scaledBy exponent: Int) -> Double {
        guard exponent >= -1_022 else { return subnormal(scaledBy: max(exponent, -1_200)) }
        return Double(sign: .plus, exponent: min(exponent, 2_000), significand: high)
    }

    private func subnormal(scaledBy exponent: Int) -> Double {
        let unit = Double(sign: .plus, exponent: -1_074 - exponent, significand: 1)
        var rounded = (high / unit).rounded(.toNearestOrEven) * unit
        let error = (high - rounded) + low
        if error > unit / 2 { rounded += unit }
        if error < -unit / 2 { rounded -= unit }
        return Double(sign: .plus, exponent: exponent, significand: rounded)
    }
}
