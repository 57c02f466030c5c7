import Testing

@testable import JSONataLanguage

/// Instants read by pictures.
struct DateTimeParsingTests {
    /// 2024-02-29T15:04:05.067Z.
    private static let now: Int64 = 1_709_219_045_067

    @Test(arguments: [
        ("2024-02-29", "[Y]-[M]-[D]", "2024-02-29T00:00:00.000Z"), ("2024", "[Y]", "2024-01-01T00:00:00.000Z"),
        ("29. Feb 2024", "[D]. [MNn,3-3] [Y]", "2024-02-29T00:00:00.000Z"),
        ("12:30 am", "[h]:[m] [P]", "2024-02-29T00:30:00.000Z"),
        ("12:30 PM", "[h]:[m] [P]", "2024-02-29T12:30:00.000Z"), ("07:08", "[H]:[m]", "2024-02-29T07:08:00.000Z"),
        ("3-4", "[M]-[D]", "2024-03-04T00:00:00.000Z"), ("2023 366", "[Y] [d]", "2023-01-01T00:00:00.000Z"),
        ("2024 60", "[Y] [d]", "2024-02-29T00:00:00.000Z"),
        ("2024-02-29 10:00 -05:00", "[Y]-[M]-[D] [H]:[m] [Z]", "2024-02-29T15:00:00.000Z"),
        ("2024-02-29 10:00 GMT+02:00", "[Y]-[M]-[D] [H]:[m] [z]", "2024-02-29T08:00:00.000Z"),
        ("2024-02-29 10:00 -0530", "[Y]-[M]-[D] [H]:[m] [Z0001]", "2024-02-29T14:30:00.000Z"),
        ("2024-02-31", "[Y]-[M]-[D]", "2024-03-02T00:00:00.000Z"),
        ("MMXXIV-II-b", "[YI]-[MI]-[Da]", "2024-02-02T00:00:00.000Z"),
        ("second of May, two thousand and one", "[Dwo] of [MNn], [Yw]", "2001-05-02T00:00:00.000Z"),
        ("2024-02-29T01:02:03.9876", "[Y]-[M]-[D]T[H]:[m]:[s].[f]", "2024-02-29T01:02:03.987Z"),
        ("20240229", "[Y0001][M01][D01]", "2024-02-29T00:00:00.000Z"),
        ("Friday 1 May 2020", "[FNn] [D] [MNn] [Y]", "2020-05-01T00:00:00.000Z"),
        ("69-1-1", "[Y,2-2]-[M]-[D]", "1969-01-01T00:00:00.000Z"),
    ])
    func textsThatFitAreRead(text: String, picture: String, instant: String) throws {
        let milliseconds = try #require(try DateTimePicture.parse(text, picture: picture, now: Self.now))
        #expect(try DateTimePicture.format(milliseconds: milliseconds, picture: nil, timezone: nil) == instant)
    }

    @Test(arguments: [
        ("x", "[Y]"), ("2024", "2024"), ("", "[Y]"), ("2024-", "[Y]-[M]"), ("202", "[Y0001]"), ("9999999999", "[Y]"),
        ("2024 umpteenth", "[Y] [Dwo]"), ("", ""),
    ])
    func textsThatDoNotFitGiveNothing(text: String, picture: String) throws {
        #expect(try DateTimePicture.parse(text, picture: picture, now: Self.now) == nil)
    }

    @Test(arguments: [
        ("2024-5", "[Y]-[D]", "D3136"), ("5 30", "[M] [m]", "D3136"), ("2024-W01-1", "[X]-W[W]-[F1]", "D3136"),
        ("2024 60 10", "[Y] [d] [H]", "D3136"), ("x", "[YN]", "D3133"),
        ("x", "[C]", "D3133"), ("x", "[Y", "D3135"), ("x", "[q]", "D3132"), ("1", "[Y?]", "D3130"),
    ])
    func mistakesHaveCodes(text: String, picture: String, code: String) {
        #expect {
            try DateTimePicture.parse(text, picture: picture, now: Self.now)
        } throws: {
            ($0 as? JSONataError)?.code == code
        }
    }

    @Test(
        arguments: [
            ("1970", 0), ("1970-02", 2_678_400_000), ("1970-01-02", 86_400_000), ("1970-01-01T00:00:01Z", 1_000),
            ("1970-01-01T00:00:00", 0), ("1970-01-01T00:00:00.5Z", 500),
            ("1970-01-01T00:00:00.0019Z", 1), ("1970-01-01T01:00:00+01:00", 0), ("1970-01-01T01:30:00+0130", 0),
            ("1969-12-31T23:00:00-01:00", 0), ("1970-01-01T24:00:00Z", 86_400_000),
            ("1970-02-31", 5_270_400_000), ("1970-13-01", nil), ("1970-00-01", nil), ("1970-01-32", nil),
            ("1970-01-01T25:00:00Z", nil), ("1970-01-01T24:00:01Z", nil),
            ("1970-01-01+01:00", nil), ("1970-01-01Z", 0),
        ] as [(String, Int64?)])
    func timestampsAreReadWithoutAPicture(text: String, milliseconds: Int64?) throws {
        #expect(try DateTimePicture.parse(text, picture: nil, now: Self.now) == milliseconds)
    }

    @Test(arguments: [
        "", "70", "1970-1-1", "1970-01-01 00:00:00", "1970-01-01T00:00Z", "1970-01-01T00:60:00Z", "now",
        "1970-01-01T00:00:00.Z",
    ])
    func otherTextsAreNoTimestamps(text: String) {
        #expect {
            try DateTimePicture.parse(text, picture: nil, now: Self.now)
        } throws: {
            ($0 as? JSONataError)?.code == "D3110"
        }
    }

    @Test func picturesThatTakeTooLongAreGivenUp() {
        let picture = String(repeating: "[Yw]", count: 12)
        let text = String(repeating: "fourteen-seventeen-", count: 12) + "!"
        #expect {
            try DateTimePicture.parse(text, picture: picture, now: Self.now)
        } throws: {
            ($0 as? JSONataError)?.code == "U1001"
        }
    }
}
