extension Arithmetic {
    /// JavaScript's `Math.pow`, rounded to the nearest double.
    ///
    /// Source: ECMAScript, `Number::exponentiate`. It leaves the last digit to the implementation; ours is the right one,
    /// and no platform's mathematical library has a say.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        if exponent == 0 { return 1 }
        if base.isNaN || exponent.isNaN { return .nan }
        let magnitude = base.magnitude
        if exponent.isInfinite {
            if magnitude == 1 { return .nan }
            return (magnitude > 1) == (exponent > 0) ? .infinity : 0
        }
        let isWhole = exponent.rounded(.down) == exponent
        let isOdd = isWhole && exponent.truncatingRemainder(dividingBy: 2) != 0
        let isNegative = base.sign == .minus && isOdd
        if magnitude == 0 || magnitude.isInfinite {
            let result: Double = (magnitude == 0) == (exponent > 0) ? 0 : .infinity
            return isNegative ? -result : result
        }
        if base < 0, !isWhole { return .nan }
        let result = positivePower(magnitude, exponent, isWhole: isWhole)
        return isNegative ? -result : result
    }

    private static func positivePower(_ base: Double, _ exponent: Double, isWhole: Bool) -> Double {
        if base == 1 { return 1 }
        if exponent == 1 { return base }
        if exponent == 0.5 { return base.squareRoot() }
        return isWhole && exponent.magnitude <= 1_024
            ? wholePower(base, Int(exponent)) : exponential(exponent, timesLogOf: base)
    }

    /// By repeated squaring: exact as long as 106 bits are enough, so halves round as they should.
    private static func wholePower(_ base: Double, _ exponent: Int) -> Double {
        var square = DoubleDouble(base.significand)
        var squareExponent = Int(base.exponent)
        var result = DoubleDouble(1)
        var scale = 0
        var rest = exponent.magnitude
        while true {
            if rest & 1 == 1 {
                (result, scale) = normalized(result * square, scale + squareExponent)
            }
            rest >>= 1
            if rest == 0 { break }
            (square, squareExponent) = normalized(square * square, 2 * squareExponent)
        }
        guard exponent < 0 else { return result.value(scaledBy: scale) }
        let (inverse, inverseScale) = normalized(DoubleDouble(1) / result, -scale)
        return inverse.value(scaledBy: inverseScale)
    }

    /// The same number with its first part between 1 and 2.
    private static func normalized(_ value: DoubleDouble, _ scale: Int) -> (DoubleDouble, Int) {
        let shift = Int(value.high.exponent)
        return (value.scaled(by: -shift), scale + shift)
    }

    private static func exponential(_ factor: Double, timesLogOf base: Double) -> Double {
        let logarithm = naturalLog(base)
        let estimate = factor * logarithm.high
        if estimate > 720 { return .infinity }
        if estimate < -760 { return 0 }
        let argument = DoubleDouble(factor) * logarithm
        let twos = (estimate / DoubleDouble.naturalLogOfTwo.high).rounded()
        let rest = argument + -(DoubleDouble.naturalLogOfTwo * DoubleDouble(twos))
        // The series of e^x, from its last term that matters for |x| ≤ 0.35 back.
        var sum = DoubleDouble(1)
        for term in (1...28).reversed() { sum = DoubleDouble(1) + sum * rest / DoubleDouble(Double(term)) }
        let (result, scale) = normalized(sum, Int(twos))
        return result.value(scaledBy: scale)
    }

    /// The series of the inverse hyperbolic tangent of (x − 1) / (x + 1), after powers of two are taken out of x.
    private static func naturalLog(_ value: Double) -> DoubleDouble {
        var significand = value.significand
        var twos = Double(value.exponent)
        if significand > 1.414_213_562_373_095 {
            significand /= 2
            twos += 1
        }
        let ratio = DoubleDouble.sum(significand, -1) / DoubleDouble.sum(significand, 1)
        let square = ratio * ratio
        var sum = DoubleDouble(0)
        for term in (0...24).reversed() { sum = sum * square + DoubleDouble(1) / DoubleDouble(Double(2 * term + 1)) }
        return DoubleDouble.naturalLogOfTwo * DoubleDouble(twos) + ratio.scaled(by: 1) * sum
    }
}
