import Synchronization
import TestSupport
import Testing

@testable import WebConsole

/// How often a list is told that it may have changed.
struct SpacedRingTests {
    private final class Count: Sendable {
        let heard = Atomic<Int>(0)
        var value: Int { heard.load(ordering: .relaxed) }
    }

    private let clock = ManualClock()
    private let count = Count()
    private let ring: SpacedRing

    init() {
        let count = count
        ring = SpacedRing(every: .milliseconds(200), clock) { count.heard.add(1, ordering: .relaxed) }
    }

    @Test func theFirstIsHeardAtOnce() {
        ring()
        #expect(count.value == 1)
        clock.advance(by: .seconds(1))
        #expect(count.value == 1)
        ring()
        #expect(count.value == 2)
    }

    @Test func allWithinTheSpanAreHeardOnceAtItsEnd() {
        for _ in 0..<10 { ring() }
        #expect(count.value == 1)
        clock.advance(by: .milliseconds(199))
        #expect(count.value == 1)
        clock.advance(by: .milliseconds(1))
        #expect(count.value == 2)
        // That one was heard within a span, too.
        ring()
        #expect(count.value == 2)
        clock.advance(by: .milliseconds(200))
        #expect(count.value == 3)
    }
}
