/// How a worker may have the processor where others want it, too.
enum ProcessorShare: Int, Comparable {
    /// At once and for a short turn, as the host itself.
    case soon
    /// As much of it, in long turns that others may interrupt.
    case long
    /// A tenth of it.
    case spare
    /// A thirtieth of it.
    case last

    /// As `nice` counts, beside the host's own.
    var niceness: Int32 {
        switch self {
        case .soon, .long: 0
        case .spare: 10
        case .last: 15
        }
    }

    /// Who has it sooner is less.
    static func < (one: ProcessorShare, other: ProcessorShare) -> Bool { one.rawValue < other.rawValue }
}
