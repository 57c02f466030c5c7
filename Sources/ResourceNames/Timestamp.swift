/// An instant on the wall clock, to the millisecond: what AWS keeps of a time.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    package let milliseconds: Int64

    /// Makes the instant that many milliseconds after 1970-01-01T00:00:00Z.
    @inlinable package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Orders instants by time.
    @inlinable package static func < (one: Timestamp, other: Timestamp) -> Bool {
        one.milliseconds < other.milliseconds
    }

    /// The instant a span later, rounded down to the millisecond; the first or last there is when the sum goes beyond.
    package static func + (instant: Timestamp, span: Duration) -> Timestamp {
        let (seconds, attoseconds) = span.components
        let rest = attoseconds.flooredDivision(by: 1_000_000_000_000_000)
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        let (length, overflowToo) = whole.addingReportingOverflow(rest)
        let (sum, overflowLast) = instant.milliseconds.addingReportingOverflow(length)
        guard !overflow, !overflowToo, !overflowLast else { return Timestamp(milliseconds: seconds < 0 ? .min : .max) }
        return Timestamp(milliseconds: sum)
    }

    /// The span from one instant to another.
    package static func - (later: Timestamp, earlier: Timestamp) -> Duration {
        .milliseconds(later.milliseconds) - .milliseconds(earlier.milliseconds)
    }

    /// `2026-11-23T23:04:00.123Z`: the form AWS puts in the context object. Meant for the years 0 to 9999.
    package var iso8601: String {
        let days = milliseconds.flooredDivision(by: 86_400_000)
        let rest = milliseconds - days * 86_400_000
        let (year, month, day) = CivilDate.from(daysSinceEpoch: days)
        func pad(_ n: Int64, _ width: Int) -> String {
            let text = String(n)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let seconds = rest / 1_000
        return
            "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))T\(pad(seconds / 3_600, 2)):\(pad(seconds / 60 % 60, 2)):"
            + "\(pad(seconds % 60, 2)).\(pad(rest % 1_000, 3))Z"
    }

    /// Reads an RFC 3339 time as the States Language demands it (upper-case `T` and `Z`, or an offset); `nil` for anything else.
    package init?(iso8601 text: some StringProtocol) {
        guard let milliseconds = RFC3339.milliseconds(of: Array(text.utf8)) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}
