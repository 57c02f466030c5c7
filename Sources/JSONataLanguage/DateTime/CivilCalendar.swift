/// The proleptic Gregorian calendar, in days and milliseconds since 1970.
enum CivilCalendar {
    /// Milliseconds of a day.
    static let dayMilliseconds: Int64 = 86_400_000
    /// The furthest instant from 1970 that JavaScript's dates reach.
    static let millisecondsMax: Int64 = 8_640_000_000_000_000

    /// The day on which a month begins. The month counts from 0 and may be outside of the year.
    static func day(year: Int, month: Int) -> Int {
        let years = year + (month >= 0 ? month / 12 : (month - 11) / 12)
        let monthInYear = month - (years - year) * 12
        // Years are counted from March, so that a leap day ends one.
        let shifted = monthInYear < 2 ? years - 1 : years
        let monthFromMarch = (monthInYear + 10) % 12
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * monthFromMarch + 2) / 5
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The same as JavaScript's `Date.UTC` counts: the years 0 to 99 mean those of the 20th century.
    static func dayOfUTC(year: Int, month: Int) -> Int {
        day(year: (0...99).contains(year) ? year + 1_900 : year, month: month)
    }

    /// Year, month from 0 and day from 1 of a day.
    static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        // A first guess from the mean length of a year is right or one off.
        var year = 1970 + Int((Double(day) / 365.2425).rounded(.down))
        while Self.day(year: year, month: 0) > day { year -= 1 }
        while Self.day(year: year + 1, month: 0) <= day { year += 1 }
        var month = 0
        while month < 11, Self.day(year: year, month: month + 1) <= day { month += 1 }
        return (year, month, day - Self.day(year: year, month: month) + 1)
    }

    /// The day of the week: 1 for Monday to 7 for Sunday.
    static func weekday(ofDay day: Int) -> Int { ((day + 3) % 7 + 7) % 7 + 1 }

    /// The Monday of a month's first week, which is the one with the month's first Thursday.
    static func firstWeek(year: Int, month: Int) -> Int {
        let first = dayOfUTC(year: year, month: month)
        let weekday = weekday(ofDay: first)
        return weekday > 4 ? first + 8 - weekday : first - weekday + 1
    }
}
