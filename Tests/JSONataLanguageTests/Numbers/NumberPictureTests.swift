import JSONTree
import Testing

@testable import JSONataLanguage

/// Numbers by pictures, and in other bases.
struct NumberPictureTests {
    @Test(
        arguments: [
            (1_234_567.891, "#,##0.00", "1,234,567.89"), (0.5, "#.0", ".5"), (0.5, "0%", "50%"),
            (0.0125, "0.0‰", "12.5‰"),
            (-3, "0;(0)", "(3)"), (-3, "0", "-3"), (0, "#", "0"), (0, "#.#", ".0"), (12, "000", "012"), (1.5, "0", "2"),
            (2.5, "0", "2"),
            (1_234, "0.0e0", "1.2e3"), (0.000_12, "00.0e00", "12.0e-05"), (0, "0.0e0", "0.0e0"),
            (-42, "0.0e0", "-4.2e1"),
            (1_234.5, "$#,##0.00 pts", "$1,234.50 pts"), (7, "x0y", "x7y"), (1e15, "#,####", "1000,0000,0000,0000"),
            (-0.0, "0;(0)", "0"), (123_456, "0,00,00", "12,34,56"), (1.234_5, "0.0,0,0", "1.2,34"),
        ] as [(Double, String, String)])
    func picturesShowNumbers(value: Double, picture: String, text: String) throws {
        #expect(try NumberPicture.format(value, picture: picture, options: nil) == text)
    }

    @Test func optionsExchangeCharacters() throws {
        let german: JSON = ["decimal-separator": ",", "grouping-separator": "."]
        #expect(try NumberPicture.format(1_234.5, picture: "#.##0,00", options: german) == "1.234,50")
        #expect(try NumberPicture.format(20, picture: "٠٠٠", options: ["zero-digit": "٠"]) == "٠٢٠")
        #expect(try NumberPicture.format(-1, picture: "0", options: ["minus-sign": "minus "]) == "minus 1")
    }

    @Test(arguments: [
        ("0;0;0", "D3080"), ("0.0.0", "D3081"), ("0%%", "D3082"), ("0‰‰", "D3083"), ("%0‰", "D3084"), (".", "D3085"),
        ("", "D3085"),
        ("0 0", "D3086"), ("0,.0", "D3087"), ("0.,0", "D3087"), ("0,", "D3088"), ("0,,0", "D3089"), ("0#", "D3090"),
        ("0.#0", "D3091"),
        ("0e0%", "D3092"), ("0e#0", "D3093"), ("abc", "D3086"),
    ])
    func wrongPicturesAreRefused(picture: String, code: String) {
        #expect { try NumberPicture.format(1, picture: picture, options: nil) } throws: {
            ($0 as? JSONataError)?.code == code
        }
    }

    @Test(
        arguments: [
            (255, 16, "ff"), (-255, 2, "-11111111"), (35.5, 36, "10"), (0, 8, "0"), (1e21, 10, "1e+21"),
            (0x1p60, 16, "1000000000000000"),
            (100, 2.4, "1100100"),
        ] as [(Double, Double, String)])
    func basesHaveTheirDigits(value: Double, radix: Double, text: String) throws {
        #expect(try NumberPicture.base(value, radix: radix) == text)
    }

    @Test(arguments: [1.4, 36.6, 0, -2, .nan])
    func basesBeyondTheirDigitsAreRefused(radix: Double) {
        #expect { try NumberPicture.base(1, radix: radix) } throws: { ($0 as? JSONataError)?.code == "D3100" }
    }
}
