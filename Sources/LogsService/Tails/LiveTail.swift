import JSONTree
import ResourceNames
import Synchronization

/// Somebody who watches events as they come: what matches waits until it is told, at most a second.
final class LiveTail: Sendable {
    private struct State {
        var events: [JSON] = []
        /// There were more than are told.
        var isSampled = false
    }

    /// The groups that are watched.
    let groups: Set<GroupKey>
    private let streams: Set<String>
    private let prefixes: [String]
    private let pattern: FilterPattern
    private let state = Mutex(State())

    /// - Parameters:
    ///   - streams: Names of streams; empty: all.
    ///   - prefixes: Beginnings of their names; empty: all.
    init(groups: Set<GroupKey>, streams: Set<String>, prefixes: [String], pattern: FilterPattern) {
        (self.groups, self.streams, self.prefixes, self.pattern) = (groups, streams, prefixes, pattern)
    }

    /// Notes events that are durable.
    func note(_ lines: [LogLine], of stream: String, in group: GroupKey, at now: Timestamp) {
        guard streams.isEmpty || streams.contains(stream),
            prefixes.isEmpty || prefixes.contains(where: { stream.utf8.starts(with: $0.utf8) })
        else { return }
        for line in lines where pattern.matches(line.message) {
            state.withLock { state in
                guard state.events.count < Limits.tailEventsMax else {
                    state.isSampled = true
                    return
                }
                state.events.append([
                    "logStreamName": .string(stream),
                    "logGroupIdentifier": .string("\(group.territory.account):\(group.name)"),
                    "message": .string(line.message), "timestamp": .integer(line.timestamp.milliseconds),
                    "ingestionTime": .integer(now.milliseconds),
                ])
            }
        }
    }

    /// What came since this was asked last: a `sessionUpdate`.
    func update() -> JSON {
        let taken = state.withLock { state in
            defer { state = State() }
            return state
        }
        return ["sessionMetadata": ["sampled": .bool(taken.isSampled)], "sessionResults": .array(taken.events)]
    }
}
