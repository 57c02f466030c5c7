import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames

/// The log group an execution writes its events to, as its machine's `loggingConfiguration` says.
///
/// Source: AWS Step Functions developer guide, "Using CloudWatch Logs to log execution history"; messages as observed.
package struct ExecutionLog: ExecutionEventLog {
    /// Adds messages to a stream of a group, unless there is no such group. Must not wait.
    package typealias Append =
        @Sendable (
            _ group: String, _ stream: String, _ messages: [(at: Timestamp, text: String)], _ territory: Territory
        ) -> Void

    /// `level`.
    private enum Level: String {
        case all = "ALL", error = "ERROR", fatal = "FATAL"
    }

    private let group: String
    private let level: Level
    private let includesData: Bool
    private let add: Append

    /// Reads the settings an execution is pinned to; `nil` when they name no log.
    package init?(settings: [UInt8], append: @escaping Append) {
        // Settings that cannot be read are damage that the execution itself reports.
        guard let settings = (try? JSON.parse(settings)).flatMap({ MachineSettings(json: $0) }),
            let level = settings.loggingConfiguration["level"]?.stringValue.flatMap(Level.init),
            let parts = settings.logGroupARN.flatMap({ ARN($0) })?.resourceParts, parts.count >= 2,
            parts[0] == "log-group"
        else { return nil }
        group = String(parts[1])
        self.level = level
        includesData = settings.loggingConfiguration["includeExecutionData"]?.boolValue ?? false
        add = append
    }

    package func append(_ records: [[UInt8]], of execution: LoggedExecution) {
        var messages: [(at: Timestamp, text: String)] = []
        for record in records {
            // What has just been written is readable; a fault of ours shows in GetExecutionHistory.
            for event in (try? RecordReader(record).events()) ?? [] where isLogged(event.type) {
                messages.append((event.timestamp, message(event, execution)))
            }
        }
        guard !messages.isEmpty else { return }
        add(group, Self.stream(of: execution), messages, execution.arn.stateMachine.territory)
    }

    private func isLogged(_ type: HistoryEventType) -> Bool {
        switch level {
        case .all: true
        case .error: type == .failStateEntered || Self.failures.contains { type.name.hasSuffix($0) }
        case .fatal: type.name.hasPrefix("Execution") && Self.failures.contains { type.name.hasSuffix($0) }
        }
    }

    private static let failures = ["Failed", "Aborted", "TimedOut"]

    private func message(_ event: HistoryEvent, _ execution: LoggedExecution) -> String {
        let message: JSON = [
            "id": .string("\(event.id)"), "type": .string(event.type.name),
            "details": .object(event.details?.members(includesData: includesData) ?? [:]),
            "previous_event_id": .string("\(event.previousEventID)"),
            "event_timestamp": .string("\(event.timestamp.milliseconds)"),
            "execution_arn": .string(execution.arn.text), "redrive_count": .string("\(execution.redriveCount)"),
        ]
        return message.text
    }

    /// `states/MACHINE/YYYY-MM-DD-HH-MM/HASH`: all of one execution in one stream, executions that begin in the same minute share it.
    private static func stream(of execution: LoggedExecution) -> String {
        let machine = execution.arn.stateMachine
        let minute = execution.startedAt.iso8601.prefix(16).map { $0 == "T" || $0 == ":" ? "-" : $0 }
        let sum = Array(machine.text.utf8).withUnsafeBytes { Checksum.of($0) }
        let hash = String(sum, radix: 16)
        return "states/\(machine.name)/\(String(minute))/\(String(repeating: "0", count: 8 - hash.count))\(hash)"
    }
}
