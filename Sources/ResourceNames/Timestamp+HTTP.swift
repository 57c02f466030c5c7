extension Timestamp {
    /// `Mon, 23 Nov 2026 23:04:00 GMT`: the form of a time in HTTP headers. Source: RFC 9110, 5.6.7.
    package var httpDate: String {
        let seconds = milliseconds.flooredDivision(by: 1_000)
        let day = seconds.flooredDivision(by: 86_400)
        let rest = seconds - day * 86_400
        let date = CivilDate.from(daysSinceEpoch: day)
        let weekday = Self.weekdays[Int(day - day.flooredDivision(by: 7) * 7)]
        let time = [rest / 3_600, rest / 60 % 60, rest % 60].map(Self.twoDigits).joined(separator: ":")
        return "\(weekday), \(Self.twoDigits(date.day)) \(Self.months[Int(date.month - 1)]) \(date.year) \(time) GMT"
    }

    private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// From the day of 1970-01-01 on.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
