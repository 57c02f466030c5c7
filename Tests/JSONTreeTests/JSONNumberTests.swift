import JSONTree
import Testing

/// How numbers are kept, converted, compared and written.
@Suite struct JSONNumberTests {
    @Test(arguments: [
        "0", "1", "-1", "42", "9223372036854775807", "-9223372036854775808", "999999999999999999",
        "1000000000000000000",
    ])
    func integersWithinInt64AreIntegers(text: String) throws {
        guard case .integer(let value) = try JSON.parse(text) else {
            Issue.record("\(text) is no integer")
            return
        }
        #expect(String(value) == text)
    }

    @Test(arguments: [
        "-0", "1.0", "1e3", "1E+3", "0.1", "-0.10", "9223372036854775808", "-9223372036854775809",
        "12345678901234567890", "1e400",
        "18446744073709551616", "99999999999999999999999999", "0.000", "-0e-7",
    ])
    func otherNumbersKeepTheirText(text: String) throws {
        guard case .decimal(text) = try JSON.parse(text) else {
            Issue.record("\(text) is no decimal")
            return
        }
        #expect(try JSON.parse("[\(text)]").text == "[\(text)]")
        #expect(try JSON.parse(text).numberText == text)
    }

    @Test(
        arguments: [
            (45, "45.0"), (0, "0.0"), (0.1, "0.1"), (-2.5, "-2.5"), (1e14, "100000000000000.0"), (1e21, "1e+21"),
            (.leastNonzeroMagnitude, "5e-324"),
            (.infinity, "null"), (.nan, "null"), (0.1 + 0.2, "0.30000000000000004"),
        ] as [(Double, String)])
    func computedNumbersAreWrittenShortest(value: Double, text: String) {
        #expect(JSON.double(value).text == text)
    }

    @Test(arguments: [
        ("1", "1.0"), ("1000", "1e3"), ("0", "-0"), ("0.0", "0e9"), ("12345678901234567890", "1.234567890123456789e19"),
        ("1e-2", "0.01"),
        ("-5", "-50e-1"), ("1e400", "10e399"),
    ])
    func numbersAreEqualByValue(one: String, other: String) throws {
        #expect(try JSON.parse(one) == JSON.parse(other))
        #expect(try JSON.parse(other) == JSON.parse(one))
    }

    @Test(arguments: [
        ("1", "-1"), ("1", "1.0000000000000000001"), ("9007199254740993", "9007199254740992.0"), ("1e400", "1e401"),
        ("1", "true"), ("1", "\"1\""),
    ])
    func otherNumbersDiffer(one: String, other: String) throws {
        #expect(try JSON.parse(one) != JSON.parse(other))
    }

    @Test func computedNumbersEqualTheirText() throws {
        #expect(try JSON.parse("0.1") == 0.1)
        #expect(try JSON.parse("45") == .double(45))
        #expect(JSON.double(1e300) == .decimal("1e300"))
        #expect(JSON.double(.nan) != .double(.nan))
    }

    @Test(
        arguments: [
            ("7", 7), ("7.0", 7), ("-70e-1", -7), ("1e3", 1_000), ("-0", 0), ("9223372036854775807.0", Int64.max),
            ("-9223372036854775808.0", Int64.min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("1e19", nil), ("0.5", nil), ("1e-1", nil),
            ("1e999999999999999999999", nil),
            ("0e999999999999999999999", 0), ("\"7\"", nil), ("null", nil),
        ] as [(String, Int64?)])
    func integerValueIsExact(text: String, value: Int64?) throws {
        #expect(try JSON.parse(text).integerValue == value)
    }

    @Test func doubleValueIsTheNearestDouble() throws {
        #expect(try JSON.parse("0.1").doubleValue == 0.1)
        #expect(try JSON.parse("9007199254740993").doubleValue == 9_007_199_254_740_992)
        #expect(try JSON.parse("1e400").doubleValue == .infinity)
        #expect(JSON.double(2.5).doubleValue == 2.5)
        #expect(JSON.double(3).integerValue == 3)
        #expect(JSON.double(3.5).integerValue == nil)
        #expect(JSON.string("1").doubleValue == nil)
    }
}
