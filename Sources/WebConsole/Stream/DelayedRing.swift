import ResourceNames
import Synchronization

/// A ring that is heard after a span. Rung again before that, it is heard once.
final class DelayedRing: Sendable {
    private let isSet = Atomic<Bool>(false)
    private let span: Duration
    private let clock: any TimerClock
    private let ring: @Sendable () -> Void

    /// A ring that has not been rung.
    init(after span: Duration, _ clock: any TimerClock, _ ring: @escaping @Sendable () -> Void) {
        (self.span, self.clock, self.ring) = (span, clock, ring)
    }

    /// Rings. [any thread]
    func callAsFunction() {
        guard isSet.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged else {
            return
        }
        clock.after(span) { [self] in
            isSet.store(false, ordering: .releasing)
            ring()
        }
    }
}
