import JSONTree

/// The branches of an entered Parallel state, or the iterations of a Map state.
struct BranchSet: Sendable {
    /// The frames that run now, in the order of their positions.
    var running: [Int] = []
    /// Outputs by position; `nil` while a branch runs or has not begun.
    var outputs: [Payload?]
    /// How many have no output yet.
    var missing: Int
    /// The items of a Map that are still to begin: from this position on.
    var nextItem: Int
    /// The items of a Map; empty for Parallel.
    var items: [JSON]
    /// The effective input of the state: what `ItemSelector` reads.
    var input: Payload
}
