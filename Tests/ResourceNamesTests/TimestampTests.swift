import ResourceNames
import Testing

/// Instants, their text and their sums.
@Suite struct TimestampTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00.000Z", 0), ("1969-12-31T23:59:59.999Z", -1),
            ("2000-02-29T12:30:45.006Z", 951_827_445_006),
            ("2026-11-23T23:04:00.123Z", 1_795_475_040_123), ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
            ("0001-01-01T00:00:00.000Z", -62_135_596_800_000),
        ] as [(String, Int64)])
    func textAndInstantAgree(text: String, milliseconds: Int64) {
        #expect(Timestamp(milliseconds: milliseconds).iso8601 == text)
        #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        ("2016-03-14T01:59:00Z", "2016-03-14T01:59:00.000Z"), ("2016-03-14T01:59:00.5Z", "2016-03-14T01:59:00.500Z"),
        ("2016-03-14T01:59:00.123999999Z", "2016-03-14T01:59:00.123Z"),
        ("2016-03-14T01:59:00+02:30", "2016-03-13T23:29:00.000Z"),
        ("2016-03-14T01:59:00-01:00", "2016-03-14T02:59:00.000Z"),
    ])
    func offsetsAndFractionsAreRead(text: String, form: String) {
        #expect(Timestamp(iso8601: text)?.iso8601 == form)
    }

    @Test(arguments: [
        "", "2016-03-14", "2016-03-14t01:59:00Z", "2016-03-14T01:59:00z", "2016-03-14 01:59:00Z", "2016-03-14T01:59:00",
        "2016-03-14T01:59Z",
        "2016-13-14T01:59:00Z", "2016-00-14T01:59:00Z", "2015-02-29T01:59:00Z", "1900-02-29T01:59:00Z",
        "2016-04-31T01:59:00Z", "2016-03-14T24:00:00Z",
        "2016-03-14T01:60:00Z", "2016-03-14T01:59:61Z", "2016-03-14T01:59:00.Z", "2016-03-14T01:59:00Zx",
        "2016-03-14T01:59:00+0100",
        "2016-03-14T01:59:00+24:00", "16-03-14T01:59:00Z", "٢٠١٦-03-14T01:59:00Z",
    ])
    func otherTextIsNoTime(text: String) {
        #expect(Timestamp(iso8601: text) == nil)
    }

    @Test func everyDayOfFourCenturiesRoundTrips() {
        for day in Int64(-75_000)..<75_000 {
            let instant = Timestamp(milliseconds: day * 86_400_000 + 45_296_789)
            guard Timestamp(iso8601: instant.iso8601) == instant else {
                Issue.record("day \(day): \(instant.iso8601)")
                return
            }
        }
    }

    @Test(
        arguments: [
            (.seconds(2), 12_000), (.milliseconds(-1), 9_999), (.microseconds(1_500), 10_001),
            (.microseconds(-1), 9_999), (.nanoseconds(1), 10_000),
            (.seconds(Int64.max), .max), (.seconds(Int64.min), .min), (.seconds(Int64.max / 1_000), .max),
        ] as [(Duration, Int64)])
    func sumsAreRoundedDownAndStayInRange(span: Duration, milliseconds: Int64) {
        #expect((Timestamp(milliseconds: 10_000) + span).milliseconds == milliseconds)
    }

    @Test func textStopsAtTheYearsOfFourDigits() {
        #expect(Timestamp(milliseconds: .max).iso8601 == "9999-12-31T23:59:59.999Z")
        #expect(Timestamp(milliseconds: .min).iso8601 == "0000-01-01T00:00:00.000Z")
    }

    @Test func differencesAreSpans() {
        #expect(Timestamp(milliseconds: 1_500) - Timestamp(milliseconds: 2_000) == .milliseconds(-500))
        #expect(Timestamp(milliseconds: .max) - Timestamp(milliseconds: .min) > .seconds(1))
        #expect(Timestamp(milliseconds: 1) < Timestamp(milliseconds: 2))
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (1_795_475_040_999, "Mon, 23 Nov 2026 23:04:00 GMT"),
        (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 GMT"), (-1_000, "Wed, 31 Dec 1969 23:59:59 GMT"),
    ])
    func timesAreWrittenAsHTTPWantsThem(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).httpDate == text)
    }
}
