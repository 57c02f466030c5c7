import AWSWire
import JSONTree
import PluginHost
import PluginRuntime
import ResourceNames

/// Handlers: the functions that were made and what is installed, with the builds behind them.
enum HandlerEndpoints {
    /// Its endpoints.
    static let routes: [ConsoleRoute] = [
        ConsoleRoute("GET", "handlers", list),
        ConsoleRoute("POST", "handlers/:name/invoke", invoke),
    ]

    private static func list(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        let functions = try await request.all("lambda", "ListFunctions", list: "Functions")
        let packages: [DroppedInPackage]
        let handlers: [InstalledHandler]
        let standings: (handlers: [HandlerStanding], functions: [HandlerStanding])
        do throws(PackageProblem) {
            let host = request.services.host
            (handlers, packages) = try await host.inventory()
            standings = try await host.standings(
                of: handlers, packages, functions: functions.map { $0["FunctionArn"]?.stringValue ?? "" })
        } catch {
            throw ServiceError("PluginsUnreadable", error.message, status: 500)
        }
        let notices = request.services.feed.notices(after: 0)
        // What a function said is in its log: whoever may not read that is told of no failure.
        let failures = request.services.feed.failures.filter { (_, line) in
            (try? request.admit(
                "FilterLogEvents", of: "logs", ["logGroupName": .string("/aws/lambda/" + line.handler)])) != nil
        }
        return [
            "functions": .array(zip(functions, standings.functions).map { function($0, $1, failures) }),
            "handlers": .array(zip(handlers, standings.handlers).map { handler($0, $1, packages, notices) }),
            "notices": .array(notices.filter { $0.notice.kind != .loading }.map(NoticeTopic.json)),
            "builds": .array(request.services.feed.builds.map(\.json)),
        ]
    }

    private static func function(
        _ function: JSON, _ standing: HandlerStanding, _ failures: [String: ConsoleFeed.Line]
    ) -> JSON {
        let failed = failures[function["FunctionArn"]?.stringValue ?? ""]
        let made = function["LastModified"]?.milliseconds.integerValue
        var shown: JSONObject = [
            "name": function["FunctionName"] ?? .null, "arn": function["FunctionArn"] ?? .null,
            "version": function["Version"] ?? .null, "runtime": function["Runtime"] ?? .null,
            "modified": function["LastModified"] ?? .null, "memory": function["MemorySize"] ?? .null,
            "timeout": function["Timeout"] ?? .null, "sha256": function["CodeSha256"] ?? .null,
            "package": function["PackageType"] ?? .null,
            // What is installed is listed as a function that nobody has ever changed.
            "isMade": .bool(function["RevisionId"]?.stringValue != "00000000-0000-0000-0000-000000000000"),
            "lastError": failed.map { ["at": .integer($0.at), "message": .string($0.failure ?? "")] } ?? .null,
        ]
        shown["installed"] = standing.installed.map { .string($0) } ?? .null
        add(standing, since: made, to: &shown)
        return .object(shown)
    }

    private static func handler(
        _ handler: InstalledHandler, _ standing: HandlerStanding, _ packages: [DroppedInPackage],
        _ notices: [(number: Int64, notice: PluginNotice)]
    ) -> JSON {
        let package = packages.first { $0.handlers.contains(handler.name) && $0.builds.path == handler.source }
        let said = notices.last { !handler.source.isEmpty && $0.notice.source == handler.source }
        var shown: JSONObject = [
            "name": .string(handler.name), "kind": handler.kind == .function ? "function" : "integration",
            "package": .string(handler.package), "source": .string(handler.source), "build": .string(handler.buildID),
            "origin": handler.origin == .stock ? "stock" : handler.origin == .linkedIn ? "built in" : "dropped in",
            "builds": .array(
                package?.builds.builds.map { build in
                    [
                        "sha256": .string(build.sha256), "takenAt": .integer(build.takenAt.milliseconds),
                        "crash": build.crash.map { .string($0) } ?? .null,
                    ]
                } ?? []),
            "notice": said.map(NoticeTopic.json) ?? .null,
        ]
        add(standing, since: nil, to: &shown)
        return .object(shown)
    }

    /// - Parameter made: When the function was given its code.
    private static func add(_ standing: HandlerStanding, since made: Int64?, to shown: inout JSONObject) {
        shown["language"] = standing.language.map { .string($0.rawValue) } ?? .null
        let times = [standing.loadedAt?.milliseconds, made].compactMap(\.self)
        shown["loadedAt"] = times.max().map { .integer($0) } ?? .null
        shown["inFlight"] = .integer(Int64(standing.inFlight))
        shown["starting"] = .integer(Int64(standing.starting))
        shown["draining"] = .integer(Int64(standing.draining))
    }

    /// Calls a function with `{"payload": …}`.
    private static func invoke(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        var context = request.context
        let payload = request.body["payload"] ?? .emptyObject
        context.rawBody = Array((payload.stringValue ?? payload.text).utf8)
        context.headers = ["x-amz-log-type": "Tail"]
        let output = try await request.services.dispatcher.run(
            "Invoke", of: "lambda", ["FunctionName": .string(request.parameter("name")), "LogType": "Tail"], in: context
        )
        var answer: JSONObject = [
            "status": .integer(Int64(output.status)),
            "payload": .string(String(decoding: output.rawBody ?? [], as: UTF8.self)),
        ]
        for header in output.headers {
            switch header.name.lowercased() {
            case "x-amz-function-error": answer["error"] = .string(header.value)
            case "x-amz-log-result": answer["log"] = .string(header.value)
            case "x-amz-executed-version": answer["version"] = .string(header.value)
            default: break
            }
        }
        return .object(answer)
    }
}
