import ResourceNames

/// A timer that is set.
package struct PendingTimer: Sendable, Equatable {
    /// Which one.
    package let id: TimerID
    /// When it is due.
    package var deadline: Timestamp
    /// Whether it runs on the monotonic clock while the process lives.
    package let isMonotonic: Bool
}
