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
        do throws(PackageProblem) { (handlers, packages) = try await request.services.host.inventory() } catch {
            throw ServiceError("PluginsUnreadable", error.message, status: 500)
        }
        let notices = request.services.feed.notices(after: 0)
        // What a function said is in its log: whoever may not read that is told of no failure.
        let failures = request.services.feed.failures.filter { (_, line) in
            (try? request.admit(
                "FilterLogEvents", of: "logs", ["logGroupName": .string("/aws/lambda/" + line.handler)])) != nil
        }
        return [
            "functions": .array(functions.map { function($0, failures) }),
            "handlers": .array(handlers.map { handler($0, packages, notices) }),
            "notices": .array(notices.map(NoticeTopic.json)),
        ]
    }

    private static func function(_ function: JSON, _ failures: [String: ConsoleFeed.Line]) -> JSON {
        let failed = failures[function["FunctionArn"]?.stringValue ?? ""]
        return [
            "name": function["FunctionName"] ?? .null, "arn": function["FunctionArn"] ?? .null,
            "version": function["Version"] ?? .null, "runtime": function["Runtime"] ?? .null,
            "modified": function["LastModified"] ?? .null, "memory": function["MemorySize"] ?? .null,
            "timeout": function["Timeout"] ?? .null, "sha256": function["CodeSha256"] ?? .null,
            "package": function["PackageType"] ?? .null,
            "lastError": failed.map { ["at": .integer($0.at), "message": .string($0.failure ?? "")] } ?? .null,
        ]
    }

    private static func handler(
        _ handler: InstalledHandler, _ packages: [DroppedInPackage], _ notices: [(number: Int64, notice: PluginNotice)]
    ) -> JSON {
        let package = packages.first { $0.handlers.contains(handler.name) && $0.builds.path == handler.source }
        let said = notices.last { !handler.source.isEmpty && $0.notice.source == handler.source }
        return [
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
