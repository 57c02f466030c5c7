/// Whether grouping separators repeat.
enum GroupSize {
    /// The size of groups when separators stand at every multiple of it, as in `#,###,##0`; `nil` when they do not.
    ///
    /// - Parameter places: How many digits are to the right of each separator.
    static func regular(_ places: [Int]) -> Int? {
        guard let first = places.first else { return nil }
        let size = places.dropFirst().reduce(first) { greatestCommonDivisor($0, $1) }
        guard size > 0, (1...places.count).allSatisfy({ places.contains($0 * size) }) else { return nil }
        return size
    }

    private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
        var (large, small) = (one, other)
        while small != 0 { (large, small) = (small, large % small) }
        return large
    }
}
