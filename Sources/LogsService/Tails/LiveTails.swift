import ResourceNames
import Synchronization

/// All who watch events as they come.
final class LiveTails: Sendable {
    private let tails = Mutex<[ObjectIdentifier: LiveTail]>([:])

    /// Nobody watches.
    init() {}

    /// Lets somebody watch; `false` when too many do.
    func add(_ tail: LiveTail) -> Bool {
        tails.withLock { tails in
            guard tails.count < Limits.tailsMax else { return false }
            tails[ObjectIdentifier(tail)] = tail
            return true
        }
    }

    /// Ends that.
    func remove(_ tail: LiveTail) { tails.withLock { $0[ObjectIdentifier(tail)] = nil } }

    /// Tells of events that are durable.
    func note(_ lines: [LogLine], of stream: String, in group: GroupKey, at now: Timestamp) {
        let watching = tails.withLock { $0.isEmpty ? [] : $0.values.filter { $0.groups.contains(group) } }
        for tail in watching { tail.note(lines, of: stream, in: group, at: now) }
    }
}
