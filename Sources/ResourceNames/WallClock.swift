/// Where services take the time from: the machine's clock, or one that a test moves by hand.
package protocol WallClock: Sendable {
    /// The instant it is.
    var now: Timestamp { get }
}

/// A wall clock that also sets timers.
package protocol TimerClock: WallClock {
    /// Runs an action once, after a span of the monotonic clock, on any thread. The action does not block.
    func after(_ span: Duration, _ action: @escaping @Sendable () -> Void)
}
