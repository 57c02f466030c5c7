import AWSWire
import JSONTree

/// What an execution that runs is doing, as its last events tell.
struct RunningPhase: Sendable {
    /// `WAITING` for an answer or a time, or `RETRYING` after a failure.
    let rawValue: String
    /// The state in question, if the last events name it.
    let state: String?

    /// Reads the end of a history; `nil` for an execution that simply runs.
    static func of(_ execution: JSON, _ request: ConsoleRequest) async throws(ServiceError) -> RunningPhase? {
        let page = try await request.call(
            "states", "GetExecutionHistory",
            [
                "executionArn": execution["executionArn"] ?? .null, "reverseOrder": true, "maxResults": 12,
                "includeExecutionData": false,
            ])
        let events = page["events"]?.arrayValue ?? []
        let entered = events.first { $0["stateEnteredEventDetails"] != nil }
        let state = entered?["stateEnteredEventDetails"]?["name"]?.stringValue
        guard let last = events.first?["type"]?.stringValue else { return nil }
        switch last {
        case "WaitStateEntered", "ActivityScheduled", "ActivityStarted":
            return RunningPhase(rawValue: "WAITING", state: state)
        case let type where type.hasSuffix("Failed") || type.hasSuffix("TimedOut"):
            return RunningPhase(rawValue: "RETRYING", state: state)
        default:
            return events.contains { isOpen($0, events) }
                ? RunningPhase(rawValue: "WAITING", state: state) : nil
        }
    }

    /// Whether an event hands a token out that nobody has answered.
    private static func isOpen(_ submitted: JSON, _ events: [JSON]) -> Bool {
        submitted["taskSubmittedEventDetails"]?["resource"]?.stringValue?.hasSuffix(".waitForTaskToken") == true
            && !events.contains { $0["previousEventId"] == submitted["id"] }
    }
}
