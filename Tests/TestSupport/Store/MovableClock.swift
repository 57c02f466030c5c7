import ResourceNames
import Synchronization

/// A clock that moves only when told.
package final class MovableClock: WallClock {
    private let instant: Mutex<Timestamp>

    /// Stands at an instant, in milliseconds since 1970.
    package init(at milliseconds: Int64 = 1_800_000_000_000) {
        instant = Mutex(Timestamp(milliseconds: milliseconds))
    }

    /// Where it stands.
    package var now: Timestamp { instant.withLock { $0 } }

    /// Moves it on.
    package func move(by span: Duration) { instant.withLock { $0 = $0 + span } }
}
