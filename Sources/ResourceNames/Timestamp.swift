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

    /// `2026-11-23T23:04:00.123Z`: the form AWS puts in the context object. Years beyond 0 to 9999 stop there.
    package var iso8601: String {
        let shown = min(max(milliseconds, Self.firstShown), Self.lastShown)
        let days = shown.flooredDivision(by: 86_400_000)
        let rest = shown - days * 86_400_000
        let (year, month, day) = CivilDate.from(daysSinceEpoch: days)
        return String(unsafeUninitializedCapacity: 24) { buffer in
            var position = 0
            func put(_ number: Int64, digits: Int, then separator: Unicode.Scalar) {
                var left = number
                for place in (position..<position + digits).reversed() {
                    buffer[place] = 0x30 | UInt8(truncatingIfNeeded: left % 10)
                    left /= 10
                }
                buffer[position + digits] = UInt8(ascii: separator)
                position += digits + 1
            }
            put(year, digits: 4, then: "-")
            put(month, digits: 2, then: "-")
            put(day, digits: 2, then: "T")
            put(rest / 3_600_000, digits: 2, then: ":")
            put(rest / 60_000 % 60, digits: 2, then: ":")
            put(rest / 1_000 % 60, digits: 2, then: ".")
            put(rest % 1_000, digits: 3, then: "Z")
            return position
        }
    }

    /// 0000-01-01T00:00:00.000Z.
    private static let firstShown: Int64 = -62_167_219_200_000
    /// 9999-12-31T23:59:59.999Z.
    private static let lastShown: Int64 = 253_402_300_799_999

    /// Reads an RFC 3339 time as the States Language demands it (upper-case `T` and `Z`, or an offset); `nil` for
    /// anything else.
    package init?(iso8601 text: some StringProtocol) {
        guard let milliseconds = RFC3339.milliseconds(of: Array(text.utf8)) else { return nil }
        self.init(milliseconds: milliseconds)
    }
}
