/// The components read from a text, made into an instant.
///
/// Source: the rules documented with jsonata's `$toMillis`: what is left of the most significant component that was
/// read comes from the clock, what is right of the least significant is zero, and nothing may be missing in between.
struct DateTimeReading {
    private var values: [(component: DateTimeComponent, value: Double)] = []
    private let now: DateTimeFields

    /// Nothing read yet.
    init(now: Int64) { self.now = DateTimeFields(milliseconds: now) }

    /// Notes a component; the last reading of one counts.
    mutating func note(_ component: DateTimeComponent, _ value: Double) {
        values.removeAll { $0.component == component }
        values.append((component, value))
    }

    private func value(_ component: DateTimeComponent) -> Double? {
        values.first { $0.component == component }?.value
    }

    /// Whether what was read (zeros aside) includes one of these, and none of the others.
    private func isGiven(_ components: [DateTimeComponent], without others: [DateTimeComponent]) -> Bool {
        let isRead = { (component: DateTimeComponent) in
            let value = self.value(component) ?? 0
            return value != 0 && !value.isNaN
        }
        return components.contains(where: isRead) && !others.contains(where: isRead)
    }

    /// The instant in milliseconds since 1970; `nil` when it is beyond JavaScript's dates.
    func milliseconds() throws(JSONataError) -> Int64? {
        let isYearAndDay =
            !isGiven([.year, .month, .day], without: [.weekYear, .weekMonth, .weekInYear, .weekInMonth, .dayInYear])
            && isGiven([.year, .dayInYear], without: [.weekYear, .month, .weekMonth, .weekInYear, .weekInMonth, .day])
        let isWeekOfMonth = isGiven(
            [.weekYear, .weekMonth, .weekInMonth], without: [.year, .month, .weekInYear, .dayInYear, .day])
        let isWeekOfYear = isGiven(
            [.weekYear, .weekInYear], without: [.year, .month, .weekMonth, .weekInMonth, .dayInYear, .day])
        // jsonata writes week dates and does not read them.
        if isWeekOfMonth || isWeekOfYear { throw JSONataError("D3136") }
        let isHalfDay =
            !isGiven([.hour, .minute, .second, .fraction], without: [.halfDay, .hourInHalfDay])
            && isGiven([.halfDay, .hourInHalfDay, .minute, .second, .fraction], without: [.hour])
        var filled = try filled(
            (isYearAndDay ? [.year, .day] : [.year, .month, .day])
                + (isHalfDay ? [.halfDay, .hourInHalfDay] : [.hour]) + [.minute, .second, .fraction])
        if isHalfDay {
            let hour = filled.value(.hourInHalfDay) ?? 0
            filled.note(.hour, (hour == 12 ? 0 : hour) + (filled.value(.halfDay) == 1 ? 12 : 0))
        }
        if isYearAndDay, !filled.takeDateFromDayInYear() { return nil }
        return filled.instant
    }

    /// With what is missing of these, the most significant first.
    private func filled(_ components: [DateTimeComponent]) throws(JSONataError) -> DateTimeReading {
        var filled = self
        var (hasBegun, hasEnded) = (false, false)
        for component in components {
            if value(component) != nil {
                hasBegun = true
                if hasEnded { throw JSONataError("D3136") }
            } else if hasBegun {
                filled.note(component, component == .month || component == .day ? 1 : 0)
                hasEnded = true
            } else {
                // Half a day's halves have names in jsonata's clock, which it then takes for the first.
                filled.note(component, component == .halfDay ? 0 : Double(now[component]))
            }
        }
        return filled
    }

    /// Turns the day in the year into month and day; `false` when it is beyond JavaScript's dates.
    private mutating func takeDateFromDayInYear() -> Bool {
        guard let year = whole(.year), let dayInYear = whole(.dayInYear), dayInYear.magnitude < 100_000_000 else {
            return false
        }
        // A day beyond the year's end comes round to its beginning, as in jsonata.
        let date = CivilCalendar.date(ofDay: CivilCalendar.dayOfUTC(year: year, month: 0) + dayInYear - 1)
        note(.month, Double(date.month + 1))
        note(.day, Double(date.day))
        return true
    }

    /// A component as a whole number; `nil` when it is none or leads far beyond JavaScript's dates.
    private func whole(_ component: DateTimeComponent) -> Int? {
        let value = value(component) ?? 0
        return value.magnitude < (component == .year || component == .month ? 1e7 : 1e14) ? Int(value) : nil
    }

    private var instant: Int64? {
        guard let year = whole(.year), let month = whole(.month), let day = whole(.day), let hour = whole(.hour),
            let minute = whole(.minute), let second = whole(.second), let fraction = whole(.fraction)
        else { return nil }
        let days = CivilCalendar.dayOfUTC(year: year, month: max(month - 1, 0)) + day - 1
        var milliseconds = Double(days) * Double(CivilCalendar.dayMilliseconds)
        milliseconds += Double(hour) * 3_600_000 + Double(minute) * 60_000 + Double(second) * 1_000 + Double(fraction)
        guard milliseconds.magnitude <= Double(CivilCalendar.millisecondsMax) else { return nil }
        let zones = [DateTimeComponent.zone, .zoneWithGMT].compactMap { value($0) }
        milliseconds -= (zones.first { $0 != 0 } ?? 0) * 60_000
        return Int64(exactly: milliseconds)
    }
}
