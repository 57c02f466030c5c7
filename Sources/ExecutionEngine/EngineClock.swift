import Glibc
import ResourceNames

/// Where the engine's time comes from: the machine's clocks, or a test's hand.
package protocol EngineClock: Sendable {
    /// The wall clock.
    var now: Timestamp { get }
    /// Milliseconds on a clock that neither jumps nor counts the machine's sleep.
    var monotonicMilliseconds: Int64 { get }
    /// Whether time passes by itself. A clock moved by hand calls what `onMove` gave it after each move.
    var runsByItself: Bool { get }
    /// Asks to be told when a clock moved by hand has moved.
    func onMove(_ body: @escaping @Sendable () -> Void)
}

/// The machine's clocks.
package struct SystemClock: EngineClock {
    package init() {}

    package var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    package var monotonicMilliseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    package var runsByItself: Bool { true }

    package func onMove(_ body: @escaping @Sendable () -> Void) {}
}
