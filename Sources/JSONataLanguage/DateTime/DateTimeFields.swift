/// An instant taken apart.
struct DateTimeFields: Sendable {
    private let dayNumber: Int
    private let millisecondOfDay: Int
    private let year: Int
    private let month: Int
    private let day: Int

    /// Takes milliseconds since 1970 apart, as UTC.
    init(milliseconds: Int64) {
        let length = CivilCalendar.dayMilliseconds
        let rest = (milliseconds % length + length) % length
        millisecondOfDay = Int(rest)
        dayNumber = Int((milliseconds - rest) / length)
        (year, month, day) = CivilCalendar.date(ofDay: dayNumber)
    }

    /// The number of a component; for the half of the day 1 after noon and 0 before. Zero for those without numbers.
    subscript(component: DateTimeComponent) -> Int {
        switch component {
        case .year: year
        case .month: month + 1
        case .day: day
        case .dayInYear: today - CivilCalendar.dayOfUTC(year: year, month: 0) + 1
        case .dayOfWeek: CivilCalendar.weekday(ofDay: dayNumber)
        case .weekInYear: weekInYear
        case .weekInMonth: weekInMonth
        case .weekYear: weekYear
        case .weekMonth: weekMonth
        case .hour: millisecondOfDay / 3_600_000
        case .hourInHalfDay: (self[.hour] + 11) % 12 + 1
        case .halfDay: self[.hour] >= 12 ? 1 : 0
        case .minute: millisecondOfDay / 60_000 % 60
        case .second: millisecondOfDay / 1_000 % 60
        case .fraction: millisecondOfDay % 1_000
        case .zone, .zoneWithGMT, .calendar, .era: 0
        }
    }

    /// The day as JavaScript's `Date.UTC` counts it.
    private var today: Int { CivilCalendar.dayOfUTC(year: year, month: month) + day - 1 }

    private var weekInYear: Int {
        let start = CivilCalendar.firstWeek(year: year, month: 0)
        if today < start { return (today - CivilCalendar.firstWeek(year: year - 1, month: 0)) / 7 + 1 }
        if today >= CivilCalendar.firstWeek(year: year + 1, month: 0), today - start > 357 { return 1 }
        return (today - start) / 7 + 1
    }

    private var weekInMonth: Int {
        let start = CivilCalendar.firstWeek(year: year, month: month)
        let (before, after) = (
            month == 0 ? (year - 1, 11) : (year, month - 1), month == 11 ? (year + 1, 0) : (year, month + 1)
        )
        if today < start { return (today - CivilCalendar.firstWeek(year: before.0, month: before.1)) / 7 + 1 }
        if today >= CivilCalendar.firstWeek(year: after.0, month: after.1), today - start > 21 { return 1 }
        return (today - start) / 7 + 1
    }

    private var weekYear: Int {
        if dayNumber < CivilCalendar.firstWeek(year: year, month: 0) { return year - 1 }
        return dayNumber >= CivilCalendar.firstWeek(year: year + 1, month: 0) ? year + 1 : year
    }

    private var weekMonth: Int {
        let (nextYear, nextMonth) = month == 11 ? (year + 1, 0) : (year, month + 1)
        if dayNumber < CivilCalendar.firstWeek(year: year, month: month) { return (month + 11) % 12 + 1 }
        return dayNumber >= CivilCalendar.firstWeek(year: nextYear, month: nextMonth) ? nextMonth + 1 : month + 1
    }
}
