import AWSWire
import Gateway
import JSONTree

/// The console: pages for a browser, and the endpoints those pages ask. What they do, they do through the dispatcher, as whoever is signed in.
package struct WebConsole: GatewaySite {
    /// What endpoints and assets begin with: no bucket is called like that.
    static let root = "/_newel/console/"
    let services: ConsoleServices
    private let routes: [ConsoleRoute]

    /// A console over the services of a server.
    package init(_ services: ConsoleServices) {
        self.services = services
        routes =
            ExecutionEndpoints.routes + MachineEndpoints.routes + TaskEndpoints.routes + HandlerEndpoints.routes
            + ActionEndpoints.routes + PlaceEndpoints.routes + SearchEndpoints.routes + MessageEndpoints.routes
            + RerunEndpoints.routes + DeploymentEndpoints.routes
    }

    package func takes(_ request: WireRequest) -> Bool {
        if request.path.utf8.starts(with: Self.root.utf8) { return true }
        return request.method == "GET" && PagePath.isPage(request)
    }

    package func answer(_ request: WireRequest) async -> SiteReply {
        guard HostCheck.isOwnName(request.header("host"), configured: services.address) else {
            return .whole(Self.refusal(Self.foreignHost))
        }
        guard request.path.utf8.starts(with: Self.root.utf8) else { return .whole(ConsoleAssets.page(request)) }
        let rest = request.path.utf8.dropFirst(Self.root.utf8.count)
        if rest.starts(with: "assets/".utf8) { return .whole(ConsoleAssets.asset(Substring(rest), request)) }
        do throws(ServiceError) {
            try HostCheck.checkOrigin(of: request)
            let segments = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                .map { PercentCoding.decode($0, plusIsSpace: false) ?? "" }
            if segments == ["session"] {
                if request.method != "GET" { return .whole(try session(request)) }
                // A page that asks who is signed in is told that nobody is; that is no failure.
                if isNobody(request) { return .whole(Self.reply(.json(["mustSignIn": true]))) }
            }
            let sender = try services.identify(request)
            if segments == ["stream"] { return try await stream(request, sender) }
            guard let (route, parameters) = routes.firstMatch(request.method, segments) else {
                throw ServiceError(
                    "NotFound", "There is nothing at \(request.method) \(request.path).", status: 404)
            }
            let asked = try ConsoleRequest(request, parameters: parameters, sender: sender, services: services)
            return .whole(Self.reply(try await route.answer(asked)))
        } catch {
            return .whole(Self.refusal(error))
        }
    }

    /// Whether somebody must sign in first.
    private func isNobody(_ request: WireRequest) -> Bool {
        do throws(ServiceError) { _ = try services.identify(request) } catch { return error.status == 401 }
        return false
    }

    /// POST `{"accessKeyId", "secretAccessKey"}` signs in, DELETE out.
    private func session(_ request: WireRequest) throws(ServiceError) -> WireReply {
        var reply = Self.reply(.json(.emptyObject))
        if request.method == "DELETE" {
            reply.headers.append(("Set-Cookie", services.signOut))
            return reply
        }
        let asked = try ConsoleRequest(request, parameters: [:], sender: nil, services: services)
        let (id, secret) = (try asked.required("accessKeyId"), try asked.required("secretAccessKey"))
        guard let cookie = services.signIn(id, secret) else {
            throw ServiceError("SignInRefused", "There is no such access key, or this is not its secret.", status: 403)
        }
        reply.headers.append(("Set-Cookie", cookie))
        return reply
    }

    private func stream(_ request: WireRequest, _ sender: Sender?) async throws(ServiceError) -> SiteReply {
        guard request.method == "GET" else { throw ServiceError("MethodNotAllowed", "GET only.", status: 405) }
        let asked = try ConsoleRequest(request, parameters: [:], sender: sender, services: services)
        let session = try await StreamSession(asked)
        let head = WireReply(
            status: 200,
            headers: [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")] + ConsoleAssets.guards)
        return .streamed(head, AsyncStream { await session.next() })
    }

    private static func reply(_ answer: ConsoleAnswer) -> WireReply {
        switch answer {
        case .json(let body):
            WireReply(
                status: 200,
                headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")]
                    + ConsoleAssets.guards, body: body.bytes)
        case .text(let bytes):
            WireReply(
                status: 200,
                headers: [
                    ("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store"),
                ] + ConsoleAssets.guards, body: bytes)
        }
    }

    private static func refusal(_ error: ServiceError) -> WireReply {
        var body = JSONObject([("error", .string(error.code)), ("message", .string(error.message))])
        for (name, value) in error.members { body[name] = value }
        return WireReply(
            status: error.status,
            headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")]
                + ConsoleAssets.guards, body: JSON.object(body).bytes)
    }

    private static let foreignHost = ServiceError(
        "ForeignHost",
        "The console answers under this machine's own names only (localhost, 127.0.0.1, its addresses), so that no page elsewhere can reach it by a name of its own.",
        status: 403)
}
