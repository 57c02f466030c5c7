/// An instant on the wall clock, to the millisecond: what AWS keeps of a time.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    package let milliseconds: Int64

    /// Makes the instant that many milliseconds after 1970-01-01T00:00:00Z.
    @inlinable package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Orders instants by time.
    @inlinable package static func < (one: Timestamp, other: Timestamp) -> Bool { one.milliseconds < other.milliseconds }

    /// The instant a span later, rounded down to the millisecond.
    package static func + (instant: Timestamp, span: Duration) -> Timestamp {
        let parts = span.components
        return Timestamp(milliseconds: instant.milliseconds + parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000)
    }

    /// The span from one instant to another.
    package static func - (later: Timestamp, earlier: Timestamp) -> Duration {
        .milliseconds(later.milliseconds - earlier.milliseconds)
    }

    /// `2026-11-23T23:04:00.123Z`: the form AWS puts in the context object.
    package var iso8601: String {
        let days = milliseconds.flooredDivision(by: 86_400_000)
        let rest = milliseconds - days * 86_400_000
        let (year, month, day) = CivilDate.from(daysSinceEpoch: days)
        func pad(_ n: Int64, _ width: Int) -> String {
            let text = String(n)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let seconds = rest / 1_000
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))T\(pad(seconds / 3_600, 2)):\(pad(seconds / 60 % 60, 2)):"
            + "\(pad(seconds % 60, 2)).\(pad(rest % 1_000, 3))Z"
    }

    /// Reads an RFC 3339 time as the States Language demands it (upper-case `T` and `Z`, or an offset); `nil` for anything else.
    package init?(iso8601 text: some StringProtocol) {
        guard let milliseconds = RFC3339.milliseconds(of: Array(text.utf8)) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

extension Int64 {
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

/// The proleptic Gregorian calendar, without a library: results never depend on the system.
enum CivilDate {
    static func from(daysSinceEpoch: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = daysSinceEpoch + 719_468
        let era = shifted.flooredDivision(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredDivision(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func days(inMonth month: Int64, year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Reads RFC 3339 times.
enum RFC3339 {
    static func milliseconds(of text: [UInt8]) -> Int64? {
        var position = 0
        func number(_ digits: Int) -> Int64? {
            guard position + digits <= text.count else { return nil }
            var value: Int64 = 0
            for byte in text[position..<position + digits] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int64(byte - 0x30)
            }
            position += digits
            return value
        }
        func take(_ character: Character) -> Bool {
            guard position < text.count, text[position] == character.asciiValue else { return false }
            position += 1
            return true
        }
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2), take("T"),
            let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2),
            (1...12).contains(month), day >= 1, day <= CivilDate.days(inMonth: month, year: year),
            hour <= 23, minute <= 59, second <= 60
        else { return nil }
        var fraction: Int64 = 0
        if take(".") {
            var digits = 0
            while position < text.count, text[position] >= 0x30, text[position] <= 0x39 {
                if digits < 3 { fraction = fraction * 10 + Int64(text[position] - 0x30) }
                digits += 1
                position += 1
            }
            guard digits > 0 else { return nil }
            while digits < 3 { (fraction, digits) = (fraction * 10, digits + 1) }
        }
        var offset: Int64 = 0
        if !take("Z") {
            let isNegative: Bool
            if take("+") { isNegative = false } else if take("-") { isNegative = true } else { return nil }
            guard let hours = number(2), take(":"), let minutes = number(2), hours <= 23, minutes <= 59 else { return nil }
            offset = (hours * 60 + minutes) * (isNegative ? -1 : 1)
        }
        guard position == text.count else { return nil }
        let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day)
        return ((days * 24 + hour) * 60 + minute - offset) * 60_000 + second * 1_000 + fraction
    }
}
