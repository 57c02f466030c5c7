import ResourceNames
import Synchronization

/// Names of content files: time-ordered, never given twice, safe in any file system.
final class ContentIDs: Sendable {
    /// Names of earlier processes are smaller.
    let first: String
    private let clock: any WallClock
    private let random: @Sendable () -> UInt64
    private let startedAt: Timestamp

    /// Starts at this instant.
    init(clock: any WallClock, random: @escaping @Sendable () -> UInt64) {
        (self.clock, self.random, startedAt) = (clock, random, clock.now)
        let words = UUIDText.version7Words(at: startedAt, high: 0, low: 0)
        first = UUIDText.text(high: words.high, low: 0)
    }

    /// A name nobody has.
    func next() -> String {
        // Not before the start, should the clock go back: the sweep takes older names for leftovers.
        let words = UUIDText.version7Words(at: max(clock.now, startedAt), high: random(), low: random())
        return UUIDText.text(high: words.high, low: words.low)
    }
}
