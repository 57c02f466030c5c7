import ResourceNames

/// A file of finished histories: the records of executions that ended on one day (UTC).
struct Segment: Hashable, Comparable {
    /// Days since 1970-01-01.
    let day: Int64

    private static let millisecondsPerDay: Int64 = 86_400_000
    private static let suffix = ".sqlite"

    init(day: Int64) { self.day = day }

    /// The segment of what ended at an instant.
    init(of instant: Timestamp) {
        let (quotient, rest) = instant.milliseconds.quotientAndRemainder(dividingBy: Self.millisecondsPerDay)
        day = rest < 0 ? quotient - 1 : quotient
    }

    /// The segment whose file has this name; `nil` for any other file.
    init?(fileName name: String) {
        guard name.hasSuffix(Self.suffix), name.utf8.count == 8 + Self.suffix.utf8.count else { return nil }
        let digits = name.prefix(8)
        let date = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))T00:00:00Z"
        guard let start = Timestamp(iso8601: date) else { return nil }
        self.init(of: start)
    }

    /// `20261126.sqlite`.
    var fileName: String { start.iso8601.prefix(10).filter { $0 != "-" } + Self.suffix }

    /// When its day begins.
    var start: Timestamp { Timestamp(milliseconds: day * Self.millisecondsPerDay) }
    /// When its day is over.
    var end: Timestamp { Timestamp(milliseconds: (day + 1) * Self.millisecondsPerDay) }

    static func < (one: Segment, other: Segment) -> Bool { one.day < other.day }
}
