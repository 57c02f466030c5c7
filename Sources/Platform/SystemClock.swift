import Dispatch
import Glibc
import ResourceNames

/// The machine's clocks and timers.
package struct SystemClock: TimerClock {
    /// There is only one.
    package init() {}

    package var now: Timestamp { Timestamp(milliseconds: Self.read(CLOCK_REALTIME)) }

    /// Milliseconds on a clock that neither jumps nor counts the machine's sleep.
    package var monotonicMilliseconds: Int64 { Self.read(CLOCK_MONOTONIC) }

    package func after(_ span: Duration, _ action: @escaping @Sendable () -> Void) {
        let parts = span.components
        let nanoseconds = max(0, parts.seconds) * 1_000_000_000 + max(0, parts.attoseconds / 1_000_000_000)
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds)), execute: action)
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
