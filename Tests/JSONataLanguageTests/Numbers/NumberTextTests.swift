import Testing

@testable import JSONataLanguage

/// Numbers as texts and back.
struct NumberTextTests {
    @Test(
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (123_456_789_012_345_683_968, "123456789012345680000"),
            (1e21, "1e+21"), (1.25e-7, "1.25e-7"), (0.000001, "0.000001"), (.leastNonzeroMagnitude, "5e-324"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1.7976931348623157e308, "1.7976931348623157e+308"), (100, "100"), (.infinity, "Infinity"), (.nan, "NaN"),
        ] as [(Double, String)])
    func numbersReadAsInJavaScript(value: Double, text: String) { #expect(NumberText.text(value) == text) }

    @Test(
        arguments: [
            (0.1 + 0.2, "0.3"), (10.0 / 3, "3.33333333333333"), (1e20 / 3, "33333333333333300000"),
            (-2.0 / 3, "-0.666666666666667"),
            (9.999999999999999e22, "1e+23"), (4_503_599_627_370_497.5, "4503599627370500"),
            (1e-9 / 3, "3.33333333333333e-10"),
        ] as [(Double, String)])
    func stringsOfNumbersHave15Digits(value: Double, text: String) { #expect(NumberText.jsonataText(value) == text) }

    @Test(
        arguments: [
            (1.005, 2, "1.00"), (0.5, 0, "1"), (2.5, 0, "3"), (1e20, 2, "100000000000000000000.00"), (0, 3, "0.000"),
            (0.000_04, 3, "0.000"), (0.1, 20, "0.10000000000000000555"), (1e21, 2, "1e+21"), (999.999, 2, "1000.00"),
        ] as [(Double, Int, String)])
    func fixedPlacesAreRoundedFromTheExactValue(value: Double, places: Int, text: String) {
        #expect(NumberText.fixed(value, places: places) == text)
    }

    @Test(
        arguments: [
            ("12", 12), ("-0.5e2", -50), ("007", 7), ("0xfF", 255), ("0O17", 15), ("0b11", 3), ("1e400", nil),
            ("", nil), ("+1", nil),
            (" 1", nil), (".5", nil), ("5.", nil), ("1e", nil), ("0x", nil), ("0xg", nil), ("0b2", nil), ("-0x1", nil),
            ("1_0", nil),
            ("0x20000000000001", 9_007_199_254_740_992), ("0x20000000000003", 9_007_199_254_740_996), ("infinity", nil),
            ("0x8000000000000400000000000001", 0x1.0000000000001p111), ("٣", nil),
        ] as [(String, Double?)])
    func textsAreReadAsNumbers(text: String, value: Double?) { #expect(NumberText.value(of: text) == value) }
}
