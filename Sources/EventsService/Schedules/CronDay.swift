import ResourceNames

/// Which days a cron expression means: one of its two fields for days is `?`.
enum CronDay: Sendable {
    /// Days of the month.
    case ofMonth(Set<Int>)
    /// The last day of the month, or so many days before.
    case last(before: Int)
    /// The weekday next to a day of the month, within the month; `nil`: to its last day.
    case weekdayNear(Int?)
    /// Days of the week, 1 is Sunday.
    case ofWeek(Set<Int>)
    /// The last such day of the week in the month.
    case lastOfWeek(Int)
    /// The nth such day of the week in the month.
    case nthOfWeek(Int, Int)

    private static let names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]

    /// Reads the fields; `nil` when they cannot be read, or when both or none of them say something.
    init?(ofMonth month: String, ofWeek week: String) {
        switch (month, week) {
        case ("?", "?"): return nil
        case ("?", _):
            guard let day = Self.week(week) else { return nil }
            self = day
        case (_, "?"):
            guard let day = Self.month(month) else { return nil }
            self = day
        default: return nil
        }
    }

    /// Whether a day, counted from 1970-01-01, is one.
    func contains(_ number: Int64) -> Bool {
        let date = CivilDate.from(daysSinceEpoch: number)
        let (day, length) = (Int(date.day), Int(CivilDate.days(inMonth: date.month, year: date.year)))
        // 1970-01-01 was a Thursday.
        let weekday = Int(((number + 4) % 7 + 7) % 7) + 1
        switch self {
        case .ofMonth(let days): return days.contains(day)
        case .last(let before): return day == length - before
        case .ofWeek(let days): return days.contains(weekday)
        case .lastOfWeek(let wanted): return weekday == wanted && day + 7 > length
        case .nthOfWeek(let wanted, let count): return weekday == wanted && (day - 1) / 7 + 1 == count
        case .weekdayNear(let wanted):
            let target = min(wanted ?? length, length)
            let first = (weekday - 1 - (day - target)) % 7
            let targetWeekday = (first + 7) % 7 + 1
            let shift =
                switch targetWeekday {
                case 7: target == 1 ? 2 : -1
                case 1: target == length ? -2 : 1
                default: 0
                }
            return day == target + shift
        }
    }

    private static func month(_ text: String) -> CronDay? {
        if text == "L" { return .last(before: 0) }
        if text == "LW" { return .weekdayNear(nil) }
        if text.hasPrefix("L-"), let before = Int(text.dropFirst(2)), (1...30).contains(before) {
            return .last(before: before)
        }
        if text.hasSuffix("W"), let day = Int(text.dropLast()), (1...31).contains(day) { return .weekdayNear(day) }
        return CronField.values(text, 1...31).map { .ofMonth($0) }
    }

    private static func week(_ text: String) -> CronDay? {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let day = CronField.number(parts[0], names: names), let count = Int(parts[1]), (1...7).contains(day),
                (1...5).contains(count)
            else { return nil }
            return .nthOfWeek(day, count)
        }
        if text == "L" { return .ofWeek([7]) }
        if text.hasSuffix("L"), let day = CronField.number(text.dropLast(), names: names), (1...7).contains(day) {
            return .lastOfWeek(day)
        }
        return CronField.values(text, 1...7, names: names).map { .ofWeek($0) }
    }
}
