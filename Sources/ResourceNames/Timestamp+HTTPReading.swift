extension Timestamp {
    /// Reads a time as HTTP headers carry it, `Mon, 23 Nov 2026 23:04:00 GMT`; `nil` for anything else. Source: RFC 9110, 5.6.7.
    package init?(httpDate text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int64(words[1]), let year = Int64(words[3]),
            let month = Self.monthNames.firstIndex(of: String(words[2])).map({ Int64($0) + 1 }),
            (1_601...9_999).contains(year), day >= 1, day <= CivilDate.days(inMonth: month, year: year)
        else { return nil }
        let clock = words[4].split(separator: ":").map { Int64($0) }
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day)
        self.init(milliseconds: (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000)
    }

    private static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
