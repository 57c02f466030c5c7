import AWSWire
import AccessPolicies
import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames

/// Answers requests to the URLs of functions, which are told by their host: `ID.lambda-url.REGION.localhost`.
package struct FunctionURLs: Sendable {
    /// Where URLs are kept.
    let catalog: FunctionCatalog
    /// Calls functions.
    let invoker: any HandlerInvoker
    /// When a request came.
    let clock: any WallClock
    /// Draws request ids.
    let entropy: Entropy

    /// Source: Lambda quotas.
    private static let bodyBytesMax = 6 * 1_024 * 1_024
    private static let mark = ".lambda-url."
    private static let hostBytesMin = 32 + 12

    /// Whether a request is for a function's URL, whether that is there or not.
    package func takes(_ request: WireRequest) -> Bool {
        // Asked of every request: other hosts are shorter than an id and the mark.
        guard let host = request.header("host"), host.utf8.count > Self.hostBytesMin else { return false }
        return host.contains(Self.mark)
    }

    /// Answers a request.
    ///
    /// - Parameter gatekeeper: Finds out who asks, and whether they may.
    package func answer(_ request: WireRequest, gatekeeper: (any Gatekeeper)?) async -> WireReply {
        let id = (request.header("host") ?? "").split(separator: ".").first.map { $0.lowercased() } ?? ""
        guard let url = catalog.url(id: id), let name = FunctionName(url.arn) else {
            return FunctionURLReply.failure(404, "There is no function URL \(id).")
        }
        let cors = request.header("origin").flatMap { origin in url.cors.map { (origin, $0) } }
        if let (origin, rules) = cors, request.method == "OPTIONS",
            request.header("access-control-request-method") != nil
        {
            return WireReply(status: 200, headers: rules.headers(for: origin, isPreflight: true))
        }
        var reply = await called(url, name, request, gatekeeper)
        if let (origin, rules) = cors {
            let headers = rules.headers(for: origin, isPreflight: false)
            reply.headers.removeAll { header in headers.contains { $0.name.lowercased() == header.name.lowercased() } }
            reply.headers += headers
        }
        return reply
    }

    private func called(
        _ url: FunctionURL, _ name: FunctionName, _ request: WireRequest, _ gatekeeper: (any Gatekeeper)?
    ) async -> WireReply {
        guard request.body.count <= Self.bodyBytesMax else {
            return FunctionURLReply.failure(413, "Request must be smaller than \(Self.bodyBytesMax) bytes.")
        }
        let requestID = entropy.uuid()
        let sender: Sender?
        do throws(ServiceError) { sender = try admitted(url, name, request, requestID, gatekeeper) } catch {
            return FunctionURLReply.failure(403, "Forbidden. \(error.message)")
        }
        let isSigned = url.authType == "AWS_IAM"
        let event = FunctionURLEvent.event(
            request, to: url, id: requestID,
            sender: isSigned ? sender ?? Sender(caller: .root(account: name.territory.account)) : nil, now: clock.now)
        var call = InvocationRequest(
            resource: url.arn, payload: Payload(event), requestID: requestID, territory: name.territory)
        call.traceHeader = request.header("x-amzn-trace-id") ?? ""
        var reply =
            if url.invokeMode == "RESPONSE_STREAM" {
                await FunctionURLStream.reply(invoker.stream(call))
            } else {
                FunctionURLReply.reply(await invoker.invoke(call))
            }
        reply.headers.append(("x-amzn-RequestId", requestID))
        return reply
    }

    /// Who asks, if they may. Where nobody has to sign, the function's policy must let everybody in, as on AWS.
    private func admitted(
        _ url: FunctionURL, _ name: FunctionName, _ request: WireRequest, _ requestID: String,
        _ gatekeeper: (any Gatekeeper)?
    ) throws(ServiceError) -> Sender? {
        var context = RequestContext(territory: name.territory, requestID: requestID, endpoint: "")
        if url.authType == "NONE" {
            context.sender = Sender(caller: .anonymous)
        } else {
            let scope = CredentialScope(of: request)
            guard let scope, scope.service == "lambda" else {
                throw ServiceError("AccessDeniedException", "The request must be signed for lambda.", status: 403)
            }
            context.sender = try gatekeeper?.sender(of: request, scope, isS3: false)
        }
        try gatekeeper?.admit(
            "InvokeFunctionUrl", of: "lambda",
            ["FunctionName": .string(url.arn), "FunctionUrlAuthType": .string(url.authType)], in: context)
        return context.sender
    }
}
