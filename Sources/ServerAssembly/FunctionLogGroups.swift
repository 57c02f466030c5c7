import LogsService
import PluginHost
import ResourceNames
import Synchronization

/// Puts what functions write into log groups as Lambda does: the group it is told, or `/aws/lambda/NAME`, a stream for each process, an event for each line.
///
/// Nothing waits for it: lines are written later, in batches, by `LogSink`. Calls that print nothing have an allowance.
final class FunctionLogGroups: Sendable {
    /// A function's group.
    private struct Group {
        let name: String
        /// The same, if the function was told it.
        let given: String?
        let territory: Territory
        let author: LogAuthor?
        var allowance = QuietCallAllowance()
    }

    /// A line whose end has not come.
    private struct OpenLine {
        let requestID: String
        var bytes: [UInt8]
    }

    private struct State {
        /// By ARN; `nil` for what is no function.
        var groups: [String: Group?] = [:]
        /// By stream.
        var open: [String: OpenLine] = [:]
    }

    /// Bytes of one event, as Lambda cuts lines.
    private static let lineBytesMax = 256 << 10
    /// Functions and streams that are remembered.
    private static let entriesMax = 4_096
    private let sink: LogSink
    private let state = Mutex(State())

    /// Groups behind a sink.
    init(sink: LogSink) { self.sink = sink }

    /// Adds what a function wrote. [any thread]
    func append(_ output: FunctionOutput, at now: Timestamp) {
        guard !output.logStream.isEmpty else { return }
        let taken = state.withLock { state -> (Group, [LogLine])? in
            guard var group = Self.group(of: output, in: &state) else { return nil }
            if output.isQuiet {
                let isAllowed = group.allowance.take(at: now)
                state.groups[output.function] = group
                guard isAllowed else { return nil }
            }
            return (group, Self.events(output, at: now, &state.open))
        }
        guard let (group, events) = taken, !events.isEmpty else { return }
        sink.append(
            group: group.name, stream: output.logStream, events: events, in: group.territory, author: group.author)
    }

    private static func group(of output: FunctionOutput, in state: inout State) -> Group? {
        if let known = state.groups[output.function],
            known == nil
                || known?.author?.roleARN == output.roleARN && known?.given == output.logGroup
        {
            return known
        }
        if state.groups.count >= entriesMax { state.groups.removeAll() }
        let group = FunctionName(output.function).map { function in
            Group(
                name: output.logGroup ?? "/aws/lambda/\(function.name)", given: output.logGroup,
                territory: function.territory,
                author: output.roleARN.map { LogAuthor(roleARN: $0, sessionName: function.name) })
        }
        state.groups[output.function] = .some(group)
        return group
    }

    /// The lines that are whole now.
    private static func events(
        _ output: FunctionOutput, at now: Timestamp, _ open: inout [String: OpenLine]
    ) -> [LogLine] {
        var events: [LogLine] = []
        func add(_ bytes: some Collection<UInt8>) {
            events.append(LogLine(timestamp: now, message: String(decoding: bytes, as: UTF8.self)))
        }
        var rest = output.lines[...]
        if let before = open.removeValue(forKey: output.logStream) {
            // What another call left without an end is a line of its own.
            if before.requestID == output.requestID { rest = before.bytes + rest } else { add(before.bytes) }
        }
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            // Events of AWS keep the ends of their lines; empty ones are none.
            if end > rest.startIndex { add(rest[...end]) }
            rest = rest[(end + 1)...]
        }
        if rest.count >= lineBytesMax || open.count >= entriesMax {
            add(rest)
        } else if !rest.isEmpty {
            open[output.logStream] = OpenLine(requestID: output.requestID, bytes: Array(rest))
        }
        return events
    }
}
