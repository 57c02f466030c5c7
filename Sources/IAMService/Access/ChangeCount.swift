import Synchronization

/// Grows with every change of users, roles and policies, so that what was worked out from them is known to be old.
final class ChangeCount: Sendable {
    private let count = Atomic<Int>(0)

    /// The number of changes so far.
    var value: Int { count.load(ordering: .acquiring) }

    /// Something has changed.
    func grow() { count.add(1, ordering: .acquiringAndReleasing) }
}
