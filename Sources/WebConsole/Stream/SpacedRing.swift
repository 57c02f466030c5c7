import ResourceNames
import Synchronization

/// A ring that is heard at once, and then once in a span at most, however often it is rung; the last one always is.
final class SpacedRing: Sendable {
    private enum Phase: UInt8, AtomicRepresentable {
        case idle
        /// It was heard within the span.
        case resting
        /// It was rung since: it is heard when the span is over.
        case owed
    }

    private let phase = Atomic<Phase>(.idle)
    private let span: Duration
    private let clock: any TimerClock
    private let ring: @Sendable () -> Void

    /// A ring that has not been rung.
    init(every span: Duration, _ clock: any TimerClock, _ ring: @escaping @Sendable () -> Void) {
        (self.span, self.clock, self.ring) = (span, clock, ring)
    }

    /// Rings. [any thread]
    func callAsFunction() {
        while true {
            if exchange(.idle, .resting) { return hear() }
            // Else the span has ended between the two.
            if exchange(.resting, .owed) || phase.load(ordering: .acquiring) == .owed { return }
        }
    }

    private func hear() {
        ring()
        clock.after(span) { [self] in
            if exchange(.resting, .idle) { return }
            phase.store(.resting, ordering: .releasing)
            hear()
        }
    }

    private func exchange(_ old: Phase, _ new: Phase) -> Bool {
        phase.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing).exchanged
    }
}
