import Testing

@testable import JSONataLanguage

/// Whole numbers by pictures, and back.
struct IntegerPictureTests {
    @Test(
        arguments: [
            (42, "0", "42"), (42.9, "0", "42"), (-42.1, "0", "-43"), (7, "000", "007"), (-7, "000", "-007"),
            (1_234_567, "#,##0", "1,234,567"),
            (1_234_567, "#-##-##0", "12-34-567"), (1_234_567, "#'###,##0", "1'234,567"), (2_024, "٠٠٠٠٠", "٠٢٠٢٤"),
            (0, "A", ""), (28, "A", "AB"),
            (703, "a", "aaa"), (1_999, "I", "MCMXCIX"), (2_024, "i", "mmxxiv"), (-4, "I", "-IV"), (5, "０", "５"),
            (1e21, "0", "1e+21"),
        ] as [(Double, String, String)])
    func digitsAndLettersFollowThePicture(value: Double, picture: String, text: String) throws {
        #expect(try IntegerPicture.format(value, picture: picture) == text)
    }

    @Test(
        arguments: [
            (0, "w", "zero"), (21, "W", "TWENTY-ONE"), (101, "Ww", "One Hundred and One"),
            (1_001, "w", "one thousand and one"),
            (1_100, "w", "one thousand, one hundred"), (2_000_015, "w", "two million and fifteen"), (-3, "w", "-three"),
            (3e24, "w", "three trillion trillion"), (0, "w;o", "zeroth"), (20, "w;o", "twentieth"),
            (42, "Ww;o", "Forty-Second"),
            (1_000_003, "w;o", "one million and third"), (400, "w;o", "four hundredth"), (5e6, "w;o", "five millionth"),
        ] as [(Double, String, String)])
    func numbersAreWords(value: Double, picture: String, text: String) throws {
        #expect(try IntegerPicture.format(value, picture: picture) == text)
    }

    @Test(
        arguments: [
            (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
            (112, "112th"), (1_002, "1002nd"),
        ] as [(Double, String)])
    func ordinalsHaveSuffixes(value: Double, text: String) throws {
        #expect(try IntegerPicture.format(value, picture: "0;o") == text)
    }

    @Test(arguments: [("0٠", "D3131"), ("x", "D3130"), ("", "D3130"), ("#", "D3130"), ("B;o", "D3130")])
    func wrongPicturesAreRefused(picture: String, code: String) {
        #expect { try IntegerPicture.format(1, picture: picture) } throws: { ($0 as? JSONataError)?.code == code }
        #expect { try IntegerPicture.parse("1", picture: picture) } throws: { ($0 as? JSONataError)?.code == code }
    }

    @Test func numbersBeyondRomanNumeralsAreRefused() {
        #expect(throws: JSONataError.self) { try IntegerPicture.format(1e15, picture: "I") }
    }

    @Test(arguments: [1e300, 1.7976931348623157e308, 123_456_789e200])
    func hugeNumbersHaveAnEndInAnyForm(value: Double) throws {
        for picture in ["w", "w;o", "A", "0", "#,##0"] {
            #expect(try IntegerPicture.format(value, picture: picture).utf8.count < 200_000)
        }
    }

    @Test(
        arguments: [
            ("1,234", "#,##0", 1_234), ("12 monkeys", "0", 12), ("٢٠", "٠", 20), ("1.234.567", "#.###.#00", 1),
            ("3rd", "0;o", 3), ("-5", "0", -5),
            ("0x10", "0", 16), ("XIV", "I", 14), ("IIX", "I", 8), ("ab", "a", 28), ("", "A", 0),
            ("Two Thousand and Five", "Ww", 2_005),
            ("one hundred million, six", "w", 100_000_006), ("forty-second", "w;o", 42), ("x", "0", nil),
            ("XIA", "I", nil), ("umpteen", "w", nil),
        ] as [(String, String, Double?)])
    func textsAreReadByPictures(text: String, picture: String, value: Double?) throws {
        #expect(try IntegerPicture.parse(text, picture: picture) == value)
    }
}
