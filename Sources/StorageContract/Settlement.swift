import Synchronization

/// The end of a prepared write: it runs once, when the write is durable or lost. A write that is dropped without a word counts as lost.
package final class Settlement: Sendable {
    private let isOpen = Atomic(true)
    private let end: @Sendable (Bool) -> Void

    /// Runs `end` once.
    package init(_ end: @escaping @Sendable (_ isCommitted: Bool) -> Void) { self.end = end }

    deinit {
        if isOpen.load(ordering: .acquiring) { end(false) }
    }

    /// Tells how the write ended; only the first word counts.
    package func settle(_ isCommitted: Bool) {
        if isOpen.exchange(false, ordering: .acquiringAndReleasing) { end(isCommitted) }
    }
}
