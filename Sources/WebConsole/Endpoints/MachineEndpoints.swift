import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// State machines: the list with their latest runs, one with all that is set of it, and its executions.
enum MachineEndpoints {
    /// Runs shown beside a machine.
    private static let ticksMax = 10
    private static let pageSize: Int64 = 50
    /// Pages looked through for one answer, of which the first may hold nothing that is looked for.
    private static let pagesMax = 10

    /// Its endpoints.
    static let routes: [ConsoleRoute] = [
        ConsoleRoute("GET", "machines", list),
        ConsoleRoute("POST", "machines", create),
        ConsoleRoute("GET", "machines/:name", describe),
        ConsoleRoute("PUT", "machines/:name", update),
        ConsoleRoute("GET", "machines/:name/executions", executions),
    ]

    private static func list(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        var machines: [JSON] = []
        let express = await request.services.engine.express(in: request.context.territory)
        for machine in try await request.all("states", "ListStateMachines", list: "stateMachines") {
            let arn = machine["stateMachineArn"] ?? .null
            var item = JSONObject([
                ("name", machine["name"] ?? .null), ("arn", arn),
                ("type", machine["type"] ?? .null), ("createdAt", machine["creationDate"]?.milliseconds ?? .null),
            ])
            if machine["type"]?.stringValue == "STANDARD" {
                let runs = try await request.call(
                    "states", "ListExecutions",
                    ["stateMachineArn": arn, "maxResults": .integer(Int64(ticksMax))])
                var shown: [JSON] = []
                for execution in runs["executions"]?.arrayValue ?? [] {
                    shown.append(.object(try await runWithPhase(execution, request)))
                }
                item["runs"] = .array(shown)
            } else {
                try request.admit("ListExecutions", ["stateMachineArn": arn])
                item["runs"] = .array(
                    express.filter { $0.machine == arn.stringValue }.prefix(ticksMax).map { .object(run($0)) })
            }
            machines.append(.object(item))
        }
        return ["machines": .array(machines)]
    }

    /// An EXPRESS execution of a list, of which AWS's actions tell nothing.
    static func run(_ express: ListedExpress) -> JSONObject {
        var item = run(.object(express.description.listed)).objectValue ?? [:]
        if let phase = RunningPhase(express) { item["phase"] = .string(phase.rawValue) }
        return item
    }

    /// An execution of a list.
    static func run(_ execution: JSON) -> JSON {
        var item = JSONObject([
            ("name", execution["name"] ?? .null), ("arn", execution["executionArn"] ?? .null),
            ("status", execution["status"] ?? .null), ("startDate", execution["startDate"]?.milliseconds ?? .null),
            ("stopDate", execution["stopDate"]?.milliseconds ?? .null),
        ])
        if let arn = execution["executionArn"]?.stringValue.flatMap({ ExecutionARN($0) }) {
            item["machine"] = .string(arn.stateMachine.name)
        }
        if let count = execution["redriveCount"]?.integerValue, count > 0 { item["redriveCount"] = .integer(count) }
        return .object(item)
    }

    /// An execution of a list, and what it is doing if it runs: of one that is over nothing is asked.
    private static func runWithPhase(
        _ execution: JSON, _ request: ConsoleRequest
    ) async throws(ServiceError) -> JSONObject {
        var item = run(execution).objectValue ?? [:]
        guard execution["status"]?.stringValue == "RUNNING",
            let phase = try await RunningPhase.of(execution, request)
        else { return item }
        item["phase"] = .string(phase.rawValue)
        if let state = phase.state { item["state"] = .string(state) }
        return item
    }

    private static func create(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let made = try await request.call("states", "CreateStateMachine", .object(try settings(request)))
        return [
            "arn": made["stateMachineArn"] ?? .null, "name": .string(try request.required("name")),
        ]
    }

    private static func update(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        var input = try settings(request)
        input["name"] = nil
        input["type"] = nil
        input["stateMachineArn"] = .string(request.machine(request.parameter("name")).text)
        let updated = try await request.call("states", "UpdateStateMachine", .object(input))
        return ["updatedAt": updated["updateDate"]?.milliseconds ?? .null]
    }

    /// The members of a machine as the action takes them; a role is made up where none is given, for roles that do not exist here may do everything.
    private static func settings(_ request: ConsoleRequest) throws(ServiceError) -> JSONObject {
        var input = request.body.objectValue ?? [:]
        if let definition = input["definition"], !definition.isString { input["definition"] = .string(definition.text) }
        if request.parameters["name"] == nil, input["roleArn"]?.stringValue ?? "" == "" {
            input["roleArn"] = .string("arn:aws:iam::\(request.context.territory.account):role/StepFunctions")
        }
        return input
    }

    private static func describe(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let arn = JSON.string(request.machine(request.parameter("name")).text)
        var machine =
            try await request.call("states", "DescribeStateMachine", ["stateMachineArn": arn]).objectValue ?? [:]
        machine["createdAt"] = machine["creationDate"]?.milliseconds
        machine["creationDate"] = nil
        let versions = try await request.all(
            "states", "ListStateMachineVersions", ["stateMachineArn": arn], list: "stateMachineVersions")
        machine["versions"] = .array(
            versions.map {
                [
                    "arn": $0["stateMachineVersionArn"] ?? .null,
                    "createdAt": $0["creationDate"]?.milliseconds ?? .null,
                ]
            })
        var aliases: [JSON] = []
        let listed = try await request.all(
            "states", "ListStateMachineAliases", ["stateMachineArn": arn], list: "stateMachineAliases")
        for alias in listed {
            let full = try await request.call(
                "states", "DescribeStateMachineAlias", ["stateMachineAliasArn": alias["stateMachineAliasArn"] ?? .null])
            aliases.append([
                "arn": full["stateMachineAliasArn"] ?? .null, "name": full["name"] ?? .null,
                "description": full["description"] ?? .null, "routes": full["routingConfiguration"] ?? .emptyArray,
            ])
        }
        machine["aliases"] = .array(aliases)
        machine["tags"] =
            try await request.call("states", "ListTagsForResource", ["resourceArn": arn])["tags"] ?? .emptyArray
        return .object(machine)
    }

    /// EXPRESS executions that run or ended lately: AWS lists none, the engine keeps some in memory.
    private static func express(of machine: StateMachineARN, _ request: ConsoleRequest) async throws(ServiceError)
        -> JSON
    {
        try request.admit("ListExecutions", ["stateMachineArn": .string(machine.text)])
        let text = request.query["q"]?.lowercased() ?? ""
        let kept = await request.services.engine.express(in: machine.territory).filter { execution in
            execution.machine == machine.text && execution.stands(as: request.query["status"] ?? "")
                && (text.isEmpty || execution.description.execution.pageName.lowercased().contains(text))
        }
        return ["executions": .array(kept.map { .object(run($0)) }), "cursor": .null]
    }

    /// `?status=&q=&cursor=`: the next executions, newest first; none and a cursor: further back there may be some. `WAITING` and `RETRYING` are told
    /// apart among those that run.
    private static func executions(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        var input: JSONObject = [
            "stateMachineArn": .string(request.machine(request.parameter("name")).text),
            "maxResults": .integer(pageSize),
        ]
        if let status = request.query["status"], !status.isEmpty {
            input["statusFilter"] = .string(["WAITING", "RETRYING"].contains(status) ? "RUNNING" : status)
        }
        if let cursor = request.query["cursor"], !cursor.isEmpty { input["nextToken"] = .string(cursor) }
        var (items, cursor) = ([JSON](), JSON.null)
        for _ in 0..<pagesMax {
            let page: JSON
            do throws(ServiceError) { page = try await request.call("states", "ListExecutions", .object(input)) } catch
            {
                guard error.code == "StateMachineTypeNotSupported" else { throw error }
                return try await express(of: request.machine(request.parameter("name")), request)
            }
            items = try await wanted(of: page["executions"]?.arrayValue ?? [], request)
            cursor = page["nextToken"] ?? .null
            guard items.isEmpty, let next = cursor.unlessNull else { break }
            input["nextToken"] = next
        }
        return ["executions": .array(items), "cursor": cursor]
    }

    /// Those of a list that fit `?status=&q=`, with what they are doing.
    private static func wanted(
        of executions: [JSON], _ request: ConsoleRequest
    ) async throws(ServiceError) -> [JSON] {
        let (status, text) = (request.query["status"] ?? "", request.query["q"]?.lowercased() ?? "")
        var items: [JSON] = []
        for execution in executions {
            guard text.isEmpty || execution["name"]?.stringValue?.lowercased().contains(text) == true else { continue }
            let item = try await runWithPhase(execution, request)
            if ["WAITING", "RETRYING"].contains(status), item["phase"]?.stringValue != status { continue }
            items.append(.object(item))
        }
        return items
    }
}
