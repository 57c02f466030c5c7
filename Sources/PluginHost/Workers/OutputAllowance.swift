/// How much a worker may print before it has to wait: who floods its log takes the processor from those that read it, and from the lines of others.
///
/// Nothing is lost: what has not been read stays in the pipe, and the worker waits in `write` when that is full.
struct OutputAllowance {
    private var left: Int64 = Self.burst
    private var at: Int64

    /// The whole burst, at a time of the monotonic clock in nanoseconds.
    init(at now: Int64) { at = now }

    /// Takes what was printed.
    ///
    /// - Returns: When to read on; `nil` at once.
    mutating func take(_ count: Int, at now: Int64) -> Int64? {
        left = min(Self.burst, left + max(0, now - at) / Self.nanosecondsPerByte) - Int64(count)
        at = now
        return left > 0 ? nil : now + Self.pause
    }

    /// 4 MiB at once: a page of stack traces or a dump of a large event.
    static let burst: Int64 = 4 << 20
    /// About 2 MB a second: 25,000 lines.
    static let nanosecondsPerByte: Int64 = 477
    /// 10 ms, in which room for 21 KB comes: what is read at once keeps nobody waiting.
    static let pause: Int64 = 10_000_000
}
