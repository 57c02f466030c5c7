/// How many of a Map Run's items, or of its children, stand how. Source: API reference, MapRunItemCounts.
package struct MapRunCounts: Sendable, Equatable {
    /// By raw value of `MapRunChildOutcome`.
    private var counts = [Int](repeating: 0, count: MapRunChildOutcome.allCases.count)

    /// Nothing at all.
    package init() {}

    /// The number of one kind.
    package subscript(outcome: MapRunChildOutcome) -> Int {
        get { counts[Int(outcome.rawValue)] }
        set { counts[Int(outcome.rawValue)] = newValue }
    }

    /// Of every kind.
    package var total: Int { counts.reduce(0, +) }
    /// All that count against a tolerance.
    package var bad: Int { self[.failed] + self[.timedOut] + self[.aborted] }

    /// Moves some from one kind to another.
    mutating func move(_ count: Int, from old: MapRunChildOutcome, to new: MapRunChildOutcome) {
        self[old] -= count
        self[new] += count
    }
}
