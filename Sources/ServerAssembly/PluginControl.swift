import AWSWire
import JSONTree
import PluginHost
import PluginRuntime
import ResourceNames

/// `/_newel/plugins`: what is installed, and the way back to an earlier build.
///
/// GET answers `{"handlers": […], "packages": […]}`; a package lists its builds, newest first. POST takes
/// `{"rollback": NAME}`, with `"to": SHA256` for a certain build, and answers the package as it is then.
struct PluginControl: Sendable {
    let host: PluginHost

    /// Answers a request.
    func answer(_ request: WireRequest) async -> WireReply {
        do throws(PackageProblem) {
            switch request.method {
            case "GET": return .json(200, try await list())
            case "POST": return try await rollBack(request)
            default: return .json(405, ["message": "GET or POST only."])
            }
        } catch {
            return .json(error.code == .noBuild ? 404 : 409, ["message": .string(error.message)])
        }
    }

    private func list() async throws(PackageProblem) -> JSON {
        let inventory = try await host.inventory()
        return [
            "handlers": .array(inventory.handlers.map(Self.json)),
            "packages": .array(inventory.packages.map(Self.json)),
        ]
    }

    private func rollBack(_ request: WireRequest) async throws(PackageProblem) -> WireReply {
        let body: JSON
        do throws(JSONError) { body = try JSON.parse(request.body) } catch {
            return .json(400, ["message": .string("The body is not JSON: \(error.message)")])
        }
        guard let name = body["rollback"]?.stringValue, body["to"].map({ $0.stringValue != nil }) ?? true else {
            return .json(400, ["message": "Give {\"rollback\": NAME} or {\"rollback\": NAME, \"to\": SHA256}."])
        }
        return .json(200, Self.json(try await host.rollBack(name, to: body["to"]?.stringValue)))
    }

    private static func json(_ handler: InstalledHandler) -> JSON {
        [
            "kind": .string(handler.kind == .function ? "function" : "integration"), "name": .string(handler.name),
            "package": .string(handler.package), "origin": .string(origin(handler.origin)),
            "source": .string(handler.source), "build": .string(handler.buildID),
        ]
    }

    private static func origin(_ origin: InstalledHandler.Origin) -> String {
        switch origin {
        case .stock: "stock"
        case .linkedIn: "built in"
        case .droppedIn: "dropped in"
        }
    }

    private static func json(_ package: DroppedInPackage) -> JSON {
        let builds = package.builds
        return [
            "source": .string(builds.path), "handlers": .array(package.handlers.map { .string($0) }),
            "active": .string(builds.active), "passedOver": builds.passedOver.map { .string($0) } ?? .null,
            "builds": .array(
                builds.builds.map { build in
                    [
                        "sha256": .string(build.sha256), "takenAt": .string(build.takenAt.iso8601),
                        "crash": build.crash.map { .string($0) } ?? .null,
                    ]
                }),
        ]
    }
}
