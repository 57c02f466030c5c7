/// How much one evaluation may take. All are counts, so that an expression ends the same way on every machine.
package struct JSONataLimits: Sendable, Hashable {
    /// Parts of an expression that may be evaluated, and elements that may be visited.
    package var steps: Int
    /// Evaluations that may enclose each other; a call of a function that calls itself takes about three.
    package var depth: Int
    /// What one array or string, with the strings it is made from, may weigh: 24 bytes an element, 2 bytes a character.
    package var valueBytes: Int
    /// What all arrays and strings made on the way may weigh together.
    package var totalBytes: Int

    /// Limits.
    package init(steps: Int, depth: Int, valueBytes: Int, totalBytes: Int) {
        self.steps = steps
        self.depth = depth
        self.valueBytes = valueBytes
        self.totalBytes = totalBytes
    }

    /// What AWS Step Functions allows. Observed, not documented: functions may call themselves about 100 times,
    /// `[1..873782] ~> $count()` succeeds and one more fails, a string may be doubled up to 4,194,304 characters.
    package static let stepFunctions = JSONataLimits(
        steps: 10_000_000, depth: 302, valueBytes: 873_782 * 24, totalBytes: 256 << 20)

    /// Room for anything that ends within some seconds.
    package static let generous = JSONataLimits(
        steps: 200_000_000, depth: 3_000, valueBytes: 512 << 20, totalBytes: 2 << 30)
}
