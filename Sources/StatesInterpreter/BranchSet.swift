import JSONTree

/// The branches of an entered Parallel state, or the iterations of a Map state.
struct BranchSet: Sendable {
    /// The frames that run now, in the order of their positions.
    var running: [Int] = []
    /// Outputs by position; `nil` while a branch runs or has not begun.
    var outputs: [Payload?]
    /// Bytes of all outputs. Beyond the limit of a payload the state can only fail, and outputs are not kept.
    var outputBytes = 0
    /// How many have no output yet.
    var missing: Int
    /// The items of a Map that are still to begin: from this position on.
    var nextItem: Int
    /// The items of a Map; empty for Parallel.
    var items: [JSON]
    /// The effective input of the state: what `ItemSelector` reads.
    var input: Payload

    /// Notes the output of a branch that has ended.
    mutating func finish(_ branch: Int, at position: Int, output: Payload) {
        running.removeAll { $0 == branch }
        outputBytes += output.byteCount + 1
        outputs[position] = outputBytes > Limits.payloadBytes ? .emptyObject : output
        missing -= 1
    }
}
