import ResourceNames

/// How many calls of a function that print nothing have their START, END and REPORT lines in its log group: a row of the store for each line is
/// more than a function costs that answers in microseconds.
///
/// Whoever tries a function out sees the lines of each call; under load some are left out, and the function's file has all of them.
struct QuietCallAllowance: Sendable, Equatable {
    /// Calls at once.
    static let burst: Int64 = 1_000
    /// Calls a second, for as long as one likes.
    static let perSecond: Int64 = 10

    /// Thousandths of calls that are left.
    private var left = burst * 1_000
    /// As of this instant; `nil` before the first call.
    private var countedAt: Timestamp?

    /// Takes a call, if there is one left.
    mutating func take(at now: Timestamp) -> Bool {
        if let before = countedAt, now > before {
            left = min(Self.burst * 1_000, left + min(now.milliseconds - before.milliseconds, 1 << 32) * Self.perSecond)
        }
        countedAt = max(now, countedAt ?? now)
        guard left >= 1_000 else { return false }
        left -= 1_000
        return true
    }
}
