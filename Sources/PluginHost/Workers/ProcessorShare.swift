/// How a worker may have the processor where others want it, too.
enum ProcessorShare: Int, Comparable {
    /// At once and for a short turn, as the host itself.
    case soon
    /// As much of it, in long turns that others may interrupt.
    case long
    /// When everything else has had its own.
    case spare

    /// Who has it sooner is less.
    static func < (one: ProcessorShare, other: ProcessorShare) -> Bool { one.rawValue < other.rawValue }
}
