/// Reads RFC 3339 times.
enum RFC3339 {
    /// Milliseconds since 1970-01-01T00:00:00Z, further digits cut off; `nil` when the text is no such time.
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
            guard let hours = number(2), take(":"), let minutes = number(2), hours <= 23, minutes <= 59 else {
                return nil
            }
            offset = (hours * 60 + minutes) * (isNegative ? -1 : 1)
        }
        guard position == text.count else { return nil }
        let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day)
        return ((days * 24 + hour) * 60 + minute - offset) * 60_000 + second * 1_000 + fraction
    }
}
