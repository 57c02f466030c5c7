import Dispatch
import Glibc
import ResourceNames

/// Where the service takes its time from; tests move it by hand.
package struct QueueClock: Sendable {
    /// The wall clock.
    package var now: @Sendable () -> Timestamp
    /// Runs an action once, after a span of the monotonic clock, on any thread. The action does not block.
    package var after: @Sendable (Duration, @escaping @Sendable () -> Void) -> Void

    /// Makes a clock of its two hands.
    package init(
        now: @escaping @Sendable () -> Timestamp,
        after: @escaping @Sendable (Duration, @escaping @Sendable () -> Void) -> Void
    ) {
        self.now = now
        self.after = after
    }

    /// The machine's clock and timers.
    package static let system = QueueClock(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
        },
        after: { span, action in
            let parts = span.components
            let nanoseconds = max(0, parts.seconds) * 1_000_000_000 + max(0, parts.attoseconds / 1_000_000_000)
            DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds)), execute: action)
        })
}
