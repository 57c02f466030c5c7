import Glibc

/// The two clocks handlers read.
package enum Clocks {
    /// Nanoseconds of a clock that never jumps; the same in all processes of the machine.
    package static var monotonicNanoseconds: Int64 { read(CLOCK_MONOTONIC) }
    /// Nanoseconds since 1970.
    package static var unixNanoseconds: Int64 { read(CLOCK_REALTIME) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
