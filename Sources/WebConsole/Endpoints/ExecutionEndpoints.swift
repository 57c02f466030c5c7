import AWSWire
import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames

/// One execution: what it is, its large texts, and what may be done with it.
enum ExecutionEndpoints {
    /// Its endpoints.
    static let routes: [ConsoleRoute] = [
        ConsoleRoute("POST", "executions", start),
        ConsoleRoute("GET", "executions/:machine/:execution", describe),
        ConsoleRoute("GET", "executions/:machine/:execution/payload", answering: payload),
        ConsoleRoute("POST", "executions/:machine/:execution/stop", stop),
        ConsoleRoute("POST", "executions/:machine/:execution/redrive", redrive),
    ]

    /// Starts an execution of a machine: its name, or the ARN of a version or alias.
    private static func start(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let machine = try request.required("machine")
        let arn = machine.hasPrefix("arn:") ? machine : request.machine(machine).text
        var input: JSONObject = ["stateMachineArn": .string(arn)]
        if let name = request.body["name"]?.stringValue, !name.isEmpty { input["name"] = .string(name) }
        switch request.body["input"] {
        case .string(let text): input["input"] = .string(text)
        case .none, .null: break
        case .some(let tree): input["input"] = .string(tree.text)
        }
        let started = try await request.call("states", "StartExecution", .object(input))
        let text = started["executionArn"]?.stringValue ?? ""
        guard let execution = ExecutionARN(text) else { return ["arn": .string(text)] }
        return [
            "arn": .string(text), "machine": .string(execution.stateMachine.name), "name": .string(execution.pageName),
            "startDate": started["startDate"]?.milliseconds ?? .null,
        ]
    }

    /// The execution with the definition it runs.
    private static func describe(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let execution = request.execution
        let found = try await request.description(of: execution)
        let machine = try await request.machine(of: execution)
        var answer = JSONObject([
            ("arn", .string(execution.text)), ("name", .string(execution.pageName)),
            ("status", found["status"] ?? .null),
            ("startDate", found["startDate"]?.milliseconds ?? .null),
            ("stopDate", found["stopDate"]?.milliseconds ?? .null),
            (
                "machine",
                [
                    "name": .string(execution.stateMachine.name), "arn": .string(execution.stateMachine.text),
                    "roleArn": machine["roleArn"] ?? .null, "label": machine["label"] ?? .null,
                ]
            ),
            ("definition", machine["definition"] ?? .null),
            ("definitionIsCurrent", try await isCurrent(machine["definition"], execution, request)),
        ])
        for name in ["input", "output"] {
            guard let text = found[name]?.stringValue else { continue }
            let isLarge = text.utf8.count > HistoryFold.payloadBytesMax
            answer[name] =
                isLarge ? ["ref": .string("0/\(name)"), "size": .integer(Int64(text.utf8.count))] : .string(text)
        }
        if execution.expressID != nil { answer["isExpress"] = true }
        let others = [
            "error", "cause", "redriveCount", "redriveStatus", "redriveStatusReason", "mapRunArn",
            "stateMachineVersionArn", "stateMachineAliasArn",
        ]
        for name in others {
            if let value = found[name] { answer[name] = value }
        }
        do throws(EngineFailure) {
            answer["forkedFrom"] = try await request.services.engine.origin(of: execution).map { .string($0) }
        } catch {
            throw HistoryReader.refusal(error, execution)
        }
        return .object(answer)
    }

    /// Whether the machine still has the definition an execution runs; `null` when there is no such machine any more, or it may not be seen.
    private static func isCurrent(
        _ definition: JSON?, _ execution: ExecutionARN, _ request: ConsoleRequest
    ) async throws(ServiceError) -> JSON {
        do throws(ServiceError) {
            let now = try await request.call(
                "states", "DescribeStateMachine", ["stateMachineArn": .string(execution.stateMachine.text)])
            return .bool(now["definition"] == definition)
        } catch {
            guard error.status < 500 else { throw error }
            return .null
        }
    }

    /// A text that was too large for its message: `?event=12&member=input`; event 0 is the execution itself.
    private static func payload(_ request: ConsoleRequest) async throws(ServiceError) -> ConsoleAnswer {
        let member = request.query["member"] ?? ""
        let id = request.query["event"].flatMap { Int64($0) } ?? 0
        let value: JSON?
        if id == 0 {
            value = try await request.description(of: request.execution)[member]
        } else {
            let event = try await HistoryReader(request: request, execution: request.execution).event(id)
            value = event.details?.members(includesData: true)[member]
        }
        guard let value else {
            throw ServiceError("NotFound", "Event \(id) has no '\(member)'.", status: 404)
        }
        return .text(Array((value.stringValue ?? value.text).utf8))
    }

    private static func stop(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        var input: JSONObject = ["executionArn": .string(request.execution.text)]
        for name in ["error", "cause"] { if let text = request.body[name], text.isString { input[name] = text } }
        let stopped = try await request.call("states", "StopExecution", .object(input))
        return ["stopDate": stopped["stopDate"]?.milliseconds ?? .null]
    }

    private static func redrive(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let redriven = try await request.call(
            "states", "RedriveExecution", ["executionArn": .string(request.execution.text)])
        return ["redriveDate": redriven["redriveDate"]?.milliseconds ?? .null]
    }
}
