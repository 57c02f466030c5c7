import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// What an execution that runs is doing, as the events tell that nothing has followed yet.
struct RunningPhase: Sendable {
    /// Events read at once, and read at all: what waits longer than these last is taken to run.
    private static let (pageSize, eventsMax) = (200, 2_000)
    /// `WAITING` for an answer or a time, or `RETRYING` after a failure.
    let rawValue: String
    /// The state in question, if those events name it.
    let state: String?

    /// What an event means when nothing follows it.
    private enum Standing {
        case waits, retries, works
        /// The beginning, which the first state does not follow, and branches and items that are over: others decide.
        case isOver
    }

    /// What holds an EXPRESS execution up that runs; `nil` when nothing does.
    init?(_ express: ListedExpress) {
        guard let pause = express.pause else { return nil }
        self.init(rawValue: pause == .waiting ? "WAITING" : "RETRYING", state: nil)
    }

    private init(rawValue: String, state: String?) { (self.rawValue, self.state) = (rawValue, state) }

    /// Reads a history from its end; `nil` for an execution that simply runs.
    static func of(_ execution: JSON, _ request: ConsoleRequest) async throws(ServiceError) -> RunningPhase? {
        var input = JSONObject([
            ("executionArn", execution["executionArn"] ?? .null), ("reverseOrder", true),
            ("maxResults", .integer(Int64(pageSize))), ("includeExecutionData", false),
        ])
        // Of every event the ones that nothing follows: in reverse order, whatever follows has been seen.
        var (known, followed): ([Int64: JSON], Set<Int64>) = ([:], [])
        var (retrying, works): (JSON?, Bool) = (nil, false)
        while known.count < eventsMax {
            let page = try await request.call("states", "GetExecutionHistory", .object(input))
            for event in page["events"]?.arrayValue ?? [] {
                let (id, previous) = (event["id"]?.integerValue ?? 0, event["previousEventId"]?.integerValue ?? 0)
                known[id] = event
                followed.insert(previous)
                guard !followed.contains(id) else { continue }
                switch standing(event) {
                case .waits:
                    return RunningPhase(rawValue: "WAITING", state: try await state(of: event, known, input, request))
                case .retries: retrying = retrying ?? event
                case .works: works = true
                case .isOver: break
                }
            }
            guard let next = page["nextToken"]?.unlessNull else { break }
            input["nextToken"] = next
        }
        guard let retrying, !works else { return nil }
        return RunningPhase(rawValue: "RETRYING", state: try await state(of: retrying, known, input, request))
    }

    private static func standing(_ event: JSON) -> Standing {
        switch event["type"]?.stringValue ?? "" {
        case "WaitStateEntered", "ActivityScheduled", "ActivityStarted": .waits
        case "TaskSubmitted":
            event["taskSubmittedEventDetails"]?["resource"]?.stringValue?.hasSuffix(".waitForTaskToken") == true
                ? .waits : .works
        case "ExecutionStarted", "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted": .isOver
        case let type
        where type.hasSuffix("StateExited") || type.hasSuffix("StateAborted")
            || type.hasPrefix("MapIteration") && !type.hasSuffix("Started"):
            .isOver
        case let type where type.hasSuffix("Failed") || type.hasSuffix("TimedOut"): .retries
        default: .works
        }
    }

    /// The state that was entered last before an event; further pages are read until it is found.
    private static func state(
        of event: JSON, _ known: [Int64: JSON], _ input: JSONObject, _ request: ConsoleRequest
    ) async throws(ServiceError) -> String? {
        var (at, known, input): (JSON?, [Int64: JSON], JSONObject) = (event, known, input)
        while let now = at {
            if let name = now["stateEnteredEventDetails"]?["name"]?.stringValue { return name }
            let previous = now["previousEventId"]?.integerValue ?? 0
            guard previous > 0 else { return nil }
            while known[previous] == nil {
                guard known.count < eventsMax else { return nil }
                let page = try await request.call("states", "GetExecutionHistory", .object(input))
                for event in page["events"]?.arrayValue ?? [] { known[event["id"]?.integerValue ?? 0] = event }
                guard let next = page["nextToken"]?.unlessNull else { break }
                input["nextToken"] = next
            }
            at = known[previous]
        }
        return nil
    }
}

extension ListedExpress {
    /// The ARN of its machine.
    var machine: String { description.execution.stateMachine.text }

    /// Whether it stands as somebody wants it: a status, `WAITING` or `RETRYING`, or anything.
    func stands(as wanted: String) -> Bool {
        switch wanted {
        case "": true
        case "WAITING", "RETRYING": RunningPhase(self)?.rawValue == wanted
        default: description.status.text == wanted
        }
    }
}
