import Testing

@testable import JSONataLanguage

/// Instants by pictures.
struct DateTimePictureTests {
    /// 2024-02-29T15:04:05.067Z, a Thursday.
    private static let leapDay: Int64 = 1_709_219_045_067

    @Test(
        arguments: [
            (nil, "2024-02-29T15:04:05.067Z"), ("[Y]-[M]-[D]", "2024-2-29"), ("[Y0001]/[M01]/[D01]", "2024/02/29"),
            ("[Y,2-2]", "24"), ("[Y##01]", "2024"),
            ("[MNn] [MN,3-3] [Mn]", "February FEB february"), ("[FNn] [F] [F1] [FN,*-2]", "Thursday thursday 4 TH"),
            ("[H]:[m]:[s].[f001]", "15:04:05.067"),
            ("[h] [P] [PN]", "3 pm pm"), ("[d] [W] [w] [X] [xNn]", "60 9 5 2024 February"),
            ("[D1o] [Dwo] [DW]", "29th twenty-ninth TWENTY-NINE"),
            ("[YI] [Da] [Mi]", "MMXXIV ac ii"), ("[C] [E]", "ISO ISO"),
            ("[Z] [z] [Z0] [Z0101t]", "+00:00 GMT+00:00 +0 Z"), ("[[x]] [ Y 0 0 0 1 ]", "[x] 2024"),
            ("[D,4-4] [D٠١]", "0029 ٢٩"), ("", ""), ("[f]", "67"), ("[M01,*-1]", "2"),
        ] as [(String?, String)])
    func picturesShowInstants(picture: String?, text: String) throws {
        #expect(try DateTimePicture.format(milliseconds: Self.leapDay, picture: picture, timezone: nil) == text)
    }

    @Test(arguments: [
        ("+0530", "20:34 +05:30"), ("-0800", "07:04 -08:00"), ("+1300", "04:04 +13:00"), ("0000", "15:04 +00:00"),
        // jsonata's own mistake west of Greenwich: hours are rounded down before minutes are subtracted.
        ("-0330", "10:34 -04:30"),
    ])
    func timezonesShiftTheClock(timezone: String, text: String) throws {
        let picture = "[H01]:[m01] [Z]"
        #expect(try DateTimePicture.format(milliseconds: Self.leapDay, picture: picture, timezone: timezone) == text)
    }

    @Test(
        arguments: [
            (1_104_537_600_000, "2004-W53-6"), (1_483_228_800_000, "2016-W52-7"), (1_546_214_400_000, "2019-W01-1"),
            (-1, "1970-W01-3"),

        ] as [(Int64, String)])
    func weeksBelongToTheYearOfTheirThursday(milliseconds: Int64, text: String) throws {
        #expect(
            try DateTimePicture.format(milliseconds: milliseconds, picture: "[X0001]-W[W01]-[F1]", timezone: nil)
                == text)
    }

    @Test(arguments: [
        ("[q]", "D3132"), ("[]", "D3132"), ("[YN]", "D3133"), ("[fN]", "D3133"), ("[Z010101]", "D3134"),
        ("[ZN]", "D3134"), ("[Y", "D3135"), ("[D0٠]", "D3131"),
        ("[Dx]", "D3130"),
    ])
    func wrongPicturesAreRefused(picture: String, code: String) {
        #expect {
            try DateTimePicture.format(milliseconds: 0, picture: picture, timezone: nil)
        } throws: {
            ($0 as? JSONataError)?.code == code
        }
    }

    @Test(arguments: [8_640_000_000_000_001, -8_640_000_000_000_001, Int64.max, Int64.min])
    func instantsBeyondJavaScriptsAreRefused(milliseconds: Int64) {
        #expect(throws: JSONataError.self) {
            try DateTimePicture.format(milliseconds: milliseconds, picture: nil, timezone: nil)
        }
    }

    @Test(
        arguments: [
            (8_640_000_000_000_000, "275760-09-13"), (-8_640_000_000_000_000, "-271821-04-20"),
            (-62_167_219_200_000, "0-01-01"), (951_782_400_000, "2000-02-29"),
            (-2_203_891_200_001, "1900-02-28"),
        ] as [(Int64, String)])
    func theCalendarReachesFar(milliseconds: Int64, text: String) throws {
        #expect(
            try DateTimePicture.format(milliseconds: milliseconds, picture: "[Y]-[M01]-[D01]", timezone: nil) == text)
    }

    @Test func timezonesThatAreNoNumbersAreRefused() {
        #expect(throws: JSONataError.self) {
            try DateTimePicture.format(milliseconds: 0, picture: nil, timezone: "Europe/Berlin")
        }
    }

    @Test func widthsHaveABound() throws {
        let text = try DateTimePicture.format(milliseconds: 0, picture: "[m1,999999999999]", timezone: nil)
        #expect(text.utf8.count == PictureLimits.widthMax)
    }
}
