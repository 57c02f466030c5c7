import AWSWire
import Digests
import JSONTree
import ResourceNames

/// The same once more: with another definition, from another state, with other data; and what the run's role would have needed.
enum RerunEndpoints {
    /// Its endpoints.
    static let routes: [ConsoleRoute] = [
        ConsoleRoute("POST", "executions/:machine/:execution/rerun", rerun),
        ConsoleRoute("POST", "executions/:machine/:execution/fork", fork),
        ConsoleRoute("GET", "executions/:machine/:execution/policy", policy),
    ]

    /// Starts an execution that shares the history of one up to the event that entered a state: `{"event", "input"?, "name"?}`.
    private static func fork(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let execution = request.execution
        guard let event = request.body["event"]?.integerValue else {
            throw ServiceError("BadRequest", "'event' is the id of the event that entered the state.")
        }
        try request.admit("GetExecutionHistory", ["executionArn": .string(execution.text)])
        try request.admit("StartExecution", ["stateMachineArn": .string(execution.stateMachine.unlabeled.text)])
        let name = request.body["name"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        let input = request.body["input"].map { $0.stringValue ?? $0.text }
        return place(of: try await request.services.fork(execution, event, input, name))
    }

    /// Where a new execution is found.
    private static func place(of execution: ExecutionARN) -> JSON {
        [
            "arn": .string(execution.text), "machine": .string(execution.stateMachine.name),
            "name": .string(execution.pageName),
        ]
    }

    /// Starts a new execution of what an execution ran: `{"from"?, "definition"?, "input"?, "name"?}`.
    ///
    /// What differs from the machine runs as a machine of its own, named after it, so that the machine stays as it is.
    private static func rerun(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let execution = request.execution
        let machine = try await request.machine(of: execution)
        let given = request.body["definition"].map { $0.stringValue ?? $0.text }
        var definition = given ?? machine["definition"]?.stringValue ?? "{}"
        var input = request.body["input"].map { $0.stringValue ?? $0.text }
        if let state = request.body["from"]?.stringValue {
            let visit = try await Visit(of: state, in: execution, request)
            definition = try start(definition, at: state, visit)
            input = input ?? visit.input
        }
        if input == nil {
            input = try await request.description(of: execution)["input"]?.stringValue
        }
        let target = try await machineRunning(definition, like: machine, of: execution, request)
        var start: JSONObject = ["stateMachineArn": target, "input": .string(input ?? "{}")]
        if let name = request.body["name"]?.stringValue, !name.isEmpty { start["name"] = .string(name) }
        let started = try await request.call("states", "StartExecution", .object(start))
        guard let new = started["executionArn"]?.stringValue.flatMap({ ExecutionARN($0) }) else { return started }
        return place(of: new)
    }

    /// A definition that begins at a state, with the variables that were set when it was entered.
    private static func start(_ text: String, at state: String, _ visit: Visit) throws(ServiceError) -> String {
        let definition: JSON
        do throws(JSONError) { definition = try JSON.parse(text) } catch {
            throw ServiceError("InvalidDefinition", "The definition is no JSON: \(error.message)")
        }
        guard var object = definition.objectValue, var states = object["States"]?.objectValue, states[state] != nil
        else {
            throw ServiceError(
                "NotFound",
                "'\(state)' is no state of the definition's top level; an execution can begin at those only.",
                status: 404)
        }
        object["StartAt"] = .string(state)
        states = reachable(from: state, in: states)
        if !visit.variables.isEmpty {
            // Before the first state nothing can set a variable but a state.
            var name = "Variables"
            while states[name] != nil { name += "_" }
            states[name] = [
                "Type": "Pass", "Assign": .object(visit.variables), "Next": .string(state),
            ]
            object["StartAt"] = .string(name)
        }
        object["States"] = .object(states)
        return JSON.object(object).prettyText
    }

    /// States that a run which begins at one may come to: a definition with others is refused.
    private static func reachable(from first: String, in states: JSONObject) -> JSONObject {
        var (found, open): (Set<String>, [String]) = ([first], [first])
        while let state = open.popLast().flatMap({ states[$0] }) {
            let branches = (state["Choices"]?.arrayValue ?? []) + (state["Catch"]?.arrayValue ?? [])
            let next = [state["Next"], state["Default"]] + branches.map { $0["Next"] }
            for name in next.compactMap({ $0?.stringValue }) where found.insert(name).inserted { open.append(name) }
        }
        return JSONObject(states.filter { found.contains($0.key) }.map { ($0.key, $0.value) })
    }

    /// The machine of the execution if it has this definition, else one that is made for it.
    private static func machineRunning(
        _ definition: String, like machine: JSON, of execution: ExecutionARN, _ request: ConsoleRequest
    ) async throws(ServiceError) -> JSON {
        let own = JSON.string(execution.stateMachine.text)
        do throws(ServiceError) {
            let now = try await request.call("states", "DescribeStateMachine", ["stateMachineArn": own])
            if now["definition"]?.stringValue == definition { return own }
        } catch {
            guard error.status < 500 else { throw error }
        }
        let mark = Digests.hex(Digests.sha256(Array(definition.utf8)).prefix(4))
        let name = "\(execution.stateMachine.name.prefix(66))-\(mark)"
        var input: JSONObject = [
            "name": .string(name), "definition": .string(definition), "roleArn": machine["roleArn"] ?? .null,
            "tags": [["key": "newel:rerun-of", "value": .string(execution.text)]],
        ]
        if execution.expressID != nil { input["type"] = "EXPRESS" }
        for member in ["loggingConfiguration", "tracingConfiguration", "encryptionConfiguration"] {
            if let value = machine[member]?.unlessNull { input[member] = value }
        }
        do throws(ServiceError) {
            return try await request.call("states", "CreateStateMachine", .object(input))["stateMachineArn"] ?? .null
        } catch {
            // The same rerun as before, of another execution: only the tag differs.
            guard error.code == "StateMachineAlreadyExists" else { throw error }
            return .string(request.machine(name).text)
        }
    }

    /// The permissions a run used, beside what its role grants.
    private static func policy(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let machine = try await request.machine(of: request.execution)
        let used = try await UsedPermissions(of: request.execution, request).list
        var items: [JSON] = []
        for permission in used {
            items.append([
                "action": .string(permission.action), "resource": .string(permission.resource),
                "decision": try await decision(permission, machine["roleArn"] ?? .null, request),
            ])
        }
        return [
            "roleArn": machine["roleArn"] ?? .null, "permissions": .array(items),
            "policy": .string(UsedPermissions.policy(used).prettyText),
        ]
    }

    /// What the role's policies say; `null` for a role that does not exist here, which may do everything.
    private static func decision(
        _ permission: Permission, _ role: JSON, _ request: ConsoleRequest
    ) async throws(ServiceError) -> JSON {
        do throws(ServiceError) {
            let result = try await request.call(
                "iam", "SimulatePrincipalPolicy",
                [
                    "PolicySourceArn": role, "ActionNames": [.string(permission.action)],
                    "ResourceArns": [.string(permission.resource)],
                ])
            return result["EvaluationResults"]?[0]?["EvalDecision"] ?? .null
        } catch {
            guard error.status < 500 else { throw error }
            return .null
        }
    }
}
