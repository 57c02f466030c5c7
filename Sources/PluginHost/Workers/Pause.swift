import Glibc

/// The one place of this module where a thread sleeps.
enum Pause {
    /// Blocks the calling thread.
    static func milliseconds(_ count: Int) { usleep(UInt32(count) * 1_000) }
}
