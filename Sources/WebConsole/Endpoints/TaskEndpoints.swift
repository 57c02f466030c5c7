import AWSWire
import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames
import StorageContract

/// Tasks that wait for a token, and answers to them.
enum TaskEndpoints {
    /// Tasks a list shows.
    private static let tasksMax = 1_000
    /// How far the state of a task is looked for: attempts lie between.
    private static let stepsMax = 400

    /// Its endpoints.
    static let routes: [ConsoleRoute] = [
        ConsoleRoute("GET", "tokens", list),
        ConsoleRoute("POST", "tokens/success") { request async throws(ServiceError) in
            let output = request.body["output"] ?? .emptyObject
            return try await request.call(
                "states", "SendTaskSuccess",
                [
                    "taskToken": .string(try request.required("token")),
                    "output": .string(output.stringValue ?? output.text),
                ])
        },
        ConsoleRoute("POST", "tokens/failure") { request async throws(ServiceError) in
            var input: JSONObject = ["taskToken": .string(try request.required("token"))]
            for name in ["error", "cause"] { if let text = request.body[name], text.isString { input[name] = text } }
            return try await request.call("states", "SendTaskFailure", .object(input))
        },
        ConsoleRoute("POST", "tokens/heartbeat") { request async throws(ServiceError) in
            try await request.call("states", "SendTaskHeartbeat", ["taskToken": .string(try request.required("token"))])
        },
    ]

    /// What waits in the account and region of the page, the oldest first; what may not be seen is left out.
    private static func list(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let tasks: [(execution: ExecutionDescription, key: ExecutionKey, task: Int64)]
        do throws(EngineFailure) { tasks = try await request.services.engine.openTasks(most: tasksMax) } catch {
            throw ServiceError("ServiceUnavailable", "The tasks that wait cannot be read: \(error)", status: 503)
        }
        var items: [(at: Int64, item: JSON)] = []
        for (description, key, task) in tasks {
            let execution = description.execution
            guard execution.stateMachine.territory == request.context.territory else { continue }
            do throws(ServiceError) {
                if let item = try await item(of: execution, key, task, request) { items.append(item) }
            } catch {
                // It has ended meanwhile, or is none of the caller's business.
                guard error.status < 500 else { throw error }
            }
        }
        return ["tokens": .array(items.sorted { $0.at < $1.at }.map(\.item))]
    }

    private static func item(
        of execution: ExecutionARN, _ key: ExecutionKey, _ task: Int64, _ request: ConsoleRequest
    ) async throws(ServiceError) -> (at: Int64, item: JSON)? {
        let reader = HistoryReader(request: request, execution: execution)
        let scheduled = try await reader.event(task)
        let members = scheduled.details?.members(includesData: true) ?? [:]
        // Others wait for the end of what they started: nobody is asked.
        guard
            scheduled.type.name == "ActivityScheduled"
                || members["resource"]?.stringValue?.hasSuffix(".waitForTaskToken") == true
        else { return nil }
        let at = scheduled.timestamp.milliseconds
        let token = request.services.engine.taskToken(of: execution, key: key, task: task)
        var item: JSONObject = [
            "token": .string(token), "machine": .string(execution.stateMachine.name), "run": .string(execution.name),
            "state": .string(try await state(before: scheduled, reader)), "since": .integer(at),
            "resource": members["resource"] ?? .null, "event": .integer(task),
        ]
        if let payload = members["parameters"] ?? members["input"], let text = payload.stringValue {
            item["payload"] = HistoryFold.shown(payload, task, members["parameters"] == nil ? "input" : "parameters")
            // What the payload says beside the token is what somebody decides on.
            item["size"] = .integer(Int64(text.utf8.count))
        }
        if let seconds = members["timeoutInSeconds"]?.integerValue {
            item["timeoutAt"] = .integer(at + seconds * 1_000)
        }
        if let seconds = members["heartbeatInSeconds"]?.integerValue {
            item["heartbeatSeconds"] = .integer(seconds)
            // A task of an activity owes none before a worker has taken it.
            let due = await request.services.engine.heartbeatDeadline(of: key, task: task)
            if let due { item["heartbeatAt"] = .integer(due.milliseconds) }
        }
        return (at, .object(item))
    }

    /// The state a task belongs to: whose entry lies before it, perhaps behind earlier attempts.
    private static func state(
        before scheduled: HistoryEvent, _ reader: HistoryReader
    ) async throws(ServiceError) -> String {
        var event = scheduled
        for _ in 0..<stepsMax where event.previousEventID > 0 {
            event = try await reader.event(event.previousEventID)
            if event.type.name == "ExecutionRedriven" { return try await HistoryFold.state(of: scheduled.id, reader) }
            if event.type.name.hasSuffix("StateEntered") {
                return event.details?.members(includesData: false)["name"]?.stringValue ?? ""
            }
        }
        return ""
    }
}
