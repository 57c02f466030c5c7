/// What a loop that has nothing to do waits for, in milliseconds of the wall clock.
package struct Rest: Sendable, Equatable {
    /// The next deadline of any kind.
    package var deadline: Int64?
    /// The next end of a Wait state or of a pause before a retry.
    package var waitDeadline: Int64?

    /// Takes a deadline in.
    mutating func note(_ instant: Int64, isWait: Bool) {
        deadline = min(deadline ?? instant, instant)
        if isWait { waitDeadline = min(waitDeadline ?? instant, instant) }
    }
}
