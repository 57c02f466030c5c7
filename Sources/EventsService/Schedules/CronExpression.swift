import ResourceNames

/// The six fields of a cron expression: minutes, hours, day of the month, month, day of the week, year.
///
/// Source: EventBridge user guide, "Cron expressions reference".
struct CronExpression: Sendable {
    private let minutes: Set<Int>
    private let hours: Set<Int>
    private let months: Set<Int>
    private let years: Set<Int>
    private let day: CronDay

    private static let monthNames = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]

    /// Reads six fields; `nil` when they are none.
    init?(_ fields: [String]) {
        guard fields.count == 6, let minutes = CronField.values(fields[0], 0...59),
            let hours = CronField.values(fields[1], 0...23),
            let months = CronField.values(fields[3], 1...12, names: Self.monthNames),
            let years = CronField.values(fields[5], 1_970...2_199),
            let day = CronDay(ofMonth: fields[2], ofWeek: fields[4])
        else { return nil }
        (self.minutes, self.hours, self.months, self.years, self.day) = (minutes, hours, months, years, day)
    }

    /// The first instant after another; `nil` when there is none before 2200.
    func next(after instant: Timestamp) -> Timestamp? {
        let firstMinute = instant.milliseconds / 60_000 + 1
        let firstDay = firstMinute / 1_440
        guard let lastYear = years.max() else { return nil }
        let end = CivilDate.daysSinceEpoch(year: Int64(lastYear) + 1, month: 1, day: 1)
        var number = firstDay
        while number < end {
            let date = CivilDate.from(daysSinceEpoch: number)
            if years.contains(Int(date.year)), months.contains(Int(date.month)), day.contains(number) {
                let start = number == firstDay ? Int(firstMinute % 1_440) : 0
                let minute = (start..<1_440).first { hours.contains($0 / 60) && minutes.contains($0 % 60) }
                if let minute { return Timestamp(milliseconds: (number * 1_440 + Int64(minute)) * 60_000) }
            }
            number += 1
        }
        return nil
    }
}
