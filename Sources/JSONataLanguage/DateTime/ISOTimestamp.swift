import JSONTree

/// Timestamps without a picture: `2018-02-01T09:42:13.123+0000` and its beginnings.
///
/// Source: jsonata's `$toMillis`, which checks the look and leaves the rest to `Date.parse`. A timestamp without zone
/// is in UTC here, also with a time, since an execution has no zone of its own.
enum ISOTimestamp {
    /// Milliseconds since 1970; `nil` for a time that looks right and is none.
    static func milliseconds(_ text: String) throws(JSONataError) -> Int64? {
        let units = Array(text.utf16)
        var steps = PictureLimits.parseSteps
        let match = try? shape?.firstMatch(in: units, from: 0, steps: &steps)  // no text can have too many steps to it
        guard let match else { throw JSONataError("D3110", value: .string(text)) }
        func number(_ group: Int) -> Int? {
            guard let range = match.groups[group - 1] else { return nil }
            let value = LeadingInteger.value(of: Array(units[range].filter { $0 != 0x3A }))
            return value.magnitude < 1e15 ? Int(value) : nil
        }
        let (month, day) = (number(2) ?? 1, number(3) ?? 1)
        let (hour, minute, second) = (number(4) ?? 0, number(5) ?? 0, number(6) ?? 0)
        let fraction = match.groups[6].map { Array((units[$0] + [0x30, 0x30, 0x30]).prefix(3)) } ?? []
        let thousandths = fraction.isEmpty ? 0 : Int(LeadingInteger.value(of: fraction))
        let zone = match.groups[7].map { Array(units[$0]) } ?? []
        // An offset, `Z` aside, goes with a time only.
        if zone.count > 1, match.groups[3] == nil { return nil }
        let offset = zone.count > 1 ? number(8) ?? 0 : 0
        guard (1...12).contains(month), (1...31).contains(day), offset.magnitude % 100 < 60,
            offset.magnitude / 100 < 24, hour < 24 || hour == 24 && minute + second + thousandths == 0
        else { return nil }
        let days = CivilCalendar.day(year: number(1) ?? 0, month: month - 1) + day - 1
        let minutes = days * 1_440 + hour * 60 + minute - offset / 100 * 60 - offset % 100
        return Int64((minutes * 60 + second) * 1_000 + thousandths)
    }

    private static let shape = try? JSPattern(  // an expression of ours, and tested
        "^(\\d{4})(?:-([01]\\d)(?:-([0-3]\\d)(?:T([0-2]\\d):([0-5]\\d):([0-5]\\d)(?:\\.(\\d+))?)?)?)?"
            + "([+-][0-2]\\d:?[0-5]\\d|Z)?$", flags: "")
}
