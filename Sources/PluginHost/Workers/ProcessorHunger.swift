/// Whether a worker's call has had so much of the processor that others go first.
///
/// A function that crashes as often as it is called takes much in another way: each time a process comes up for it.
/// A call that spins takes a core for as long as its function may run. It can have that, but what answers in microseconds shall not wait for it.
struct ProcessorHunger {
    /// The call that is looked at, and what its process had had when it was first seen; 0 while it comes up.
    private var call: UInt64 = 0
    private var before: Int64 = 0
    private var isLow: Bool
    /// It has answered no call yet, and the one before it ended by itself.
    private var isOnTrial: Bool

    /// A worker's, from its start on.
    ///
    /// - Parameter isOnTrial: It gives way until it has answered its first call.
    init(isOnTrial: Bool = false) { (isLow, self.isOnTrial) = (isOnTrial, isOnTrial) }

    /// Notes what the process has had by now, in nanoseconds.
    ///
    /// - Returns: Whether it is to give way from now on; `nil` when nothing changes.
    mutating func note(_ processor: Int64, in phase: Worker.Phase) -> Bool? {
        switch phase {
        case .idle:
            isOnTrial = false
            return change(to: false)
        case .starting: return processor > Self.startMax ? change(to: true) : nil
        case .busy(let assignment) where assignment.number != call:
            (call, before) = (assignment.number, processor)
            if assignment.number > 1 { isOnTrial = false }
            return isOnTrial ? nil : change(to: false)
        case .busy, .over: return processor - before > Self.callMax ? change(to: true) : nil
        }
    }

    private mutating func change(to low: Bool) -> Bool? {
        defer { isLow = low }
        return isLow == low ? nil : low
    }

    /// What a call may take before: 100 ms.
    private static let callMax: Int64 = 100_000_000
    /// The same for coming up, for which Lambda gives more, too.
    private static let startMax: Int64 = 1_000_000_000
}
