import AccessPolicies
import JSONTree
import ResourceNames

/// Where requests become actions and outputs become replies: decode, identify, dispatch, encode. It knows nothing of sockets.
package struct AWSFrontDoor: Sendable {
    private let dispatcher: Dispatcher
    private let defaults: WireDefaults
    private let router: RequestRouter

    /// Opens the door to the actions of a dispatcher.
    package init(
        dispatcher: Dispatcher, defaults: WireDefaults = WireDefaults(), models: [ServiceModel] = ServiceModel.all
    ) {
        self.dispatcher = dispatcher
        self.defaults = defaults
        // S3 takes paths of any form: without it nothing may look like a bucket.
        router = RequestRouter(models.filter { $0.service != "s3" || dispatcher.serves("s3") })
    }

    /// Answers a request; a refusal is an answer too.
    package func answer(_ request: WireRequest) async -> WireReply {
        let requestID = defaults.makeRequestID()
        if request.body.count > bodyBytesMax(of: request) { return tooLarge(request, requestID) }
        let scope = CredentialScope(of: request)
        let call: RoutedCall
        do {
            call = try router.route(request, scope)
        } catch {
            return ReplyEncoder(model: error.model, kind: error.kind, requestID: requestID).failure(error.error)
        }
        let encoder = ReplyEncoder(model: call.model, kind: call.kind, requestID: requestID)
        do throws(ServiceError) {
            guard let operation = dispatcher.operation(call.action.name, of: call.model.service) else {
                throw ServiceError.unknownOperation("\(call.model.service):\(call.action.name)")
            }
            var context = try context(of: request, scope, requestID, call)
            context.traceHeader = Self.traceHeader(of: request)
            let input = try InputDecoder(call: call, request: try unpacked(request, call)).decode(into: &context)
            try dispatcher.gatekeeper?.admit(call.action.name, of: call.model.service, input, in: context)
            return encoder.success(try await operation.run(input, in: context), of: call.action)
        } catch {
            return encoder.failure(error)
        }
    }

    private static func traceHeader(of request: WireRequest) -> String? {
        guard let text = request.header("x-amzn-trace-id"), !text.isEmpty, text.utf8.count <= 256,
            text.utf8.allSatisfy({ $0 < 0x80 })
        else { return nil }
        return text
    }

    /// The largest body a request may have, in bytes, from its head alone; whoever listens need not read further.
    package func bodyBytesMax(of head: WireRequest) -> Int {
        if head.path.utf8.starts(with: "/2015-03-31/functions".utf8) { return defaults.codeBytesMax }
        return router.isS3(head, CredentialScope(of: head)) ? defaults.objectBytesMax : defaults.bodyBytesMax
    }

    /// Whether a request is S3's, whatever its path.
    package func isForS3(_ request: WireRequest) -> Bool { router.isS3(request, CredentialScope(of: request)) }

    /// The answer to a request whose body is too large; the body itself is not needed.
    package func tooLarge(_ request: WireRequest) -> WireReply { tooLarge(request, defaults.makeRequestID()) }

    private func tooLarge(_ request: WireRequest, _ requestID: String) -> WireReply {
        var head = request
        head.body = []
        let most = bodyBytesMax(of: request)
        let (model, kind): (ServiceModel?, ProtocolKind)
        do {
            let call = try router.route(head, CredentialScope(of: request))
            (model, kind) = (call.model, call.kind)
        } catch {
            (model, kind) = (error.model, error.kind)
        }
        if kind == .restXML {
            let message =
                "Your proposed upload exceeds the maximum allowed size of \(most) bytes a request; upload it in parts."
            return ReplyEncoder(model: model, kind: kind, requestID: requestID)
                .failure(ServiceError("EntityTooLarge", message))
        }
        return ReplyEncoder(model: model, kind: kind, requestID: requestID)
            .failure(
                ServiceError(
                    "RequestEntityTooLargeException", "Request must be smaller than \(most) bytes.", status: 413))
    }

    /// A request whose body is as its protocol has it.
    private func unpacked(_ request: WireRequest, _ call: RoutedCall) throws(ServiceError) -> WireRequest {
        guard call.kind != .restXML, GzipBody.isUsed(by: request) else { return request }
        guard let body = GzipBody.unpacked(request.body, bytesMax: bodyBytesMax(of: request)) else {
            throw .serialization("The request body is no gzip data, or is too long unpacked.")
        }
        var plain = request
        plain.body = body
        return plain
    }

    private func context(
        of request: WireRequest, _ scope: CredentialScope?, _ requestID: String, _ call: RoutedCall
    ) throws(ServiceError) -> RequestContext {
        var territory = defaults.territory
        if let scope {
            territory = Territory(
                account: scope.account ?? territory.account,
                region: scope.hasPlausibleRegion ? scope.region : territory.region)
        }
        var context = RequestContext(
            territory: territory, requestID: requestID,
            endpoint: request.header("host").map { "http://" + $0 } ?? defaults.endpoint)
        context.accessKeyID = scope?.accessKeyID
        do throws(ServiceError) {
            context.sender = try dispatcher.gatekeeper?.sender(of: request, scope, isS3: call.kind == .restXML)
        } catch {
            guard scope == nil, call.isForStrangers else { throw error }
            context.isStranger = true
        }
        if let account = context.sender?.caller.account {
            context.territory = Territory(account: account, region: territory.region)
        }
        return context
    }
}
