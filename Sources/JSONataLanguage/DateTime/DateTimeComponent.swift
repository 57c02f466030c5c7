/// A part of a date or time, by its letter in pictures.
///
/// Source: XPath and XQuery Functions and Operators 3.1, 9.8.4.1 "The picture string"; X and x are jsonata's.
enum DateTimeComponent: Character, Sendable {
    case year = "Y"
    case month = "M"
    case day = "D"
    case dayInYear = "d"
    case dayOfWeek = "F"
    case weekInYear = "W"
    case weekInMonth = "w"
    /// The year the week in year counts in.
    case weekYear = "X"
    /// The month the week in month counts in.
    case weekMonth = "x"
    case hour = "H"
    case hourInHalfDay = "h"
    case halfDay = "P"
    case minute = "m"
    case second = "s"
    case fraction = "f"
    case zone = "Z"
    case zoneWithGMT = "z"
    case calendar = "C"
    case era = "E"

    /// How it is written when the picture does not say.
    var usualFormat: String {
        switch self {
        case .dayOfWeek, .halfDay, .calendar, .era: "n"
        case .minute, .second: "01"
        case .zone, .zoneWithGMT: "01:01"
        default: "1"
        }
    }

    /// Whether it is a number.
    var isNumber: Bool {
        switch self {
        case .halfDay, .zone, .zoneWithGMT, .calendar, .era: false
        default: true
        }
    }

    /// Whether it is the offset from UTC.
    var isZone: Bool { self == .zone || self == .zoneWithGMT }

    /// Its names, in title case and from the number 1 on, if it has names.
    var names: [String]? {
        switch self {
        case .month, .weekMonth:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        case .dayOfWeek: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        default: nil
        }
    }
}
