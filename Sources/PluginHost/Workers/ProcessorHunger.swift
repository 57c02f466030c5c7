/// How a worker's call may have the processor, by how much it has had: first soon, then for long, then less and less of it where others want it.
///
/// A function that fails as often as it is called takes much in another way: each time a process comes up for it.
/// A call that spins takes a core for as long as its function may run. It can have that, but what answers in microseconds shall not wait for it.
struct ProcessorHunger {
    /// The call that is looked at, and what its process had had when it was first seen; 0 while it comes up.
    private var call: UInt64 = 0
    private var before: Int64 = 0
    /// What its process had had when it was looked at last.
    private var last: Int64 = 0
    private var share: ProcessorShare
    /// It has answered no call yet, and the one before it failed.
    private var isOnTrial: Bool

    /// A worker's, from its start on.
    ///
    /// - Parameter isOnTrial: It gives way until it has answered its first call.
    init(isOnTrial: Bool = false) {
        share = isOnTrial ? .spare : .soon
        self.isOnTrial = isOnTrial
    }

    /// Notes what the process has had by now, in nanoseconds.
    ///
    /// - Returns: How it may have the processor from now on; `nil` when nothing changes.
    mutating func note(_ processor: Int64, in phase: Worker.Phase) -> ProcessorShare? {
        defer { last = processor }
        switch phase {
        case .idle:
            isOnTrial = false
            return change(to: .soon)
        case .starting: return processor > Self.startMax ? change(to: .spare) : nil
        case .busy(let assignment) where assignment.number != call:
            // What was had since the last look is the new call's: the one before had ended by then, or nearly.
            (call, before) = (assignment.number, last)
            if assignment.number > 1 { isOnTrial = false }
            return isOnTrial ? nil : change(to: share(of: processor - before))
        case .busy, .over:
            let due = share(of: processor - before)
            return due > share ? change(to: due) : nil
        }
    }

    private func share(of had: Int64) -> ProcessorShare {
        switch had {
        case ...Self.soonMax: .soon
        case ...Self.longMax: .long
        case ...Self.spareMax: .spare
        default: .last
        }
    }

    private mutating func change(to new: ProcessorShare) -> ProcessorShare? {
        defer { share = new }
        return share == new ? nil : new
    }

    /// What a call may take and still have the processor at once: 3 ms.
    private static let soonMax: Int64 = 3_000_000

    /// And as much as others: 20 ms. Beside as many that want it a thread has its part in pieces of up to 4 ms, and each of them somebody waits.
    private static let longMax: Int64 = 20_000_000
    /// And a tenth: 100 ms.
    private static let spareMax: Int64 = 100_000_000
    /// The same for coming up, for which Lambda gives more, too.
    private static let startMax: Int64 = 1_000_000_000
}
