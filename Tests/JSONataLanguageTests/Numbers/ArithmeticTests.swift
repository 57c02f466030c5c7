import Testing

@testable import JSONataLanguage

/// Powers and rounding.
struct ArithmeticTests {
    @Test(
        arguments: [
            (2, 10, 1_024), (10, 22, 1e22), (10, -2, 0.01), (10, 308, 1e308), (10, 309, .infinity), (-2, 3, -8),
            (-2, 2, 4), (9, 0.5, 3),
            (27, 1.0 / 3, 3), (2, -1_074, .leastNonzeroMagnitude), (2, -1_075, 0), (0.5, 1_074, .leastNonzeroMagnitude),
            (.leastNonzeroMagnitude, 0.5, 2.2227587494850775e-162),
            (1.0000000000000002, 4_503_599_627_370_496, 2.718281828459045), (3, 34, 16_677_181_699_666_568),
            (2, 0.5, 1.4142135623730951),
            (10, 0.1, 1.2589254117941673), (1.5, 2.5, 2.7556759606310752), (7.25, -3.5, 0.0009745788382739201),
            (54, 42, 5.761531127488374e72),
            (1e300, 1.1, .infinity), (1e-300, 1.1, 0),
        ] as [(Double, Double, Double)])
    func powersAreTheNearestDoubles(base: Double, exponent: Double, power: Double) {
        #expect(Arithmetic.power(base, exponent) == power)
    }

    @Test(
        arguments: [
            (.nan, 0, 1), (0, 0, 1), (-0.0, 3, -0.0), (-0.0, -3, -.infinity), (0, -2, .infinity),
            (-.infinity, 3, -.infinity),
            (-.infinity, 2, .infinity), (-.infinity, -3, -0.0), (.infinity, -1, 0), (2, .infinity, .infinity),
            (0.5, .infinity, 0),
            (2, -.infinity, 0), (1, 1e300, 1), (-1, 1e300, 1), (-1, 9_007_199_254_740_991, -1),
        ] as [(Double, Double, Double)])
    func extremesHavePowersAsInJavaScript(base: Double, exponent: Double, power: Double) {
        let result = Arithmetic.power(base, exponent)
        #expect(result == power && result.sign == power.sign)
    }

    @Test(
        arguments: [(1, Double.infinity), (-1, -.infinity), (-8, 1.0 / 3), (2, .nan), (.nan, 2)] as [(Double, Double)])
    func somePowersAreNoNumbers(base: Double, exponent: Double) { #expect(Arithmetic.power(base, exponent).isNaN) }

    @Test(
        arguments: [
            (0.5, 0, 0), (1.5, 0, 2), (-2.5, 0, -2), (1.005, 2, 1), (1.015, 2, 1.02), (-0.4, 0, 0), (25, -1, 20),
            (35, -1, 40),
            (1e21, 2, 1e21), (1.23e-7, 8, 1.2e-7), (123.456, -5, 0), (0.1, 300, 0.1),
            (9_007_199_254_740_992, 0, 9_007_199_254_740_992),
        ] as [(Double, Int, Double)])
    func halvesRoundToEven(value: Double, digits: Int, rounded: Double) {
        let result = Arithmetic.round(value, digits: digits)
        #expect(result == rounded && (result != 0 || result.sign == .plus))
    }

    @Test func aPointMovedBeyondAllNumbersLeavesNone() { #expect(Arithmetic.round(1.5, digits: 400).isNaN) }
}
