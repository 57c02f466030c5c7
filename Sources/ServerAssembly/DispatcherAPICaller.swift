import AWSWire
import Digests
import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames
import Synchronization
import WebConsole

/// Lets plugins call actions through the one dispatcher, as their role.
///
/// The dispatcher is given after the services exist, and they need the host that needs this: the only knot in the object graph.
final class DispatcherAPICaller: APICaller {
    private let dispatcher = Mutex<Dispatcher?>(nil)
    private let entropy: Entropy
    private let endpoint: Mutex<String>
    private let isListening = Atomic<Bool>(false)
    private let forwarder: Forwarder
    private let feed: ConsoleFeed

    /// - Parameters:
    ///   - forwarder: Takes the calls of services that are elsewhere.
    ///   - feed: Told which invocation belongs to which task.
    init(entropy: Entropy, endpoint: String, forwarder: Forwarder, feed: ConsoleFeed) {
        self.feed = feed
        self.entropy = entropy
        self.forwarder = forwarder
        self.endpoint = Mutex(endpoint)
    }

    /// Ties the knot; before this, calls are refused.
    func connect(_ dispatcher: Dispatcher) { self.dispatcher.withLock { $0 = dispatcher } }

    /// What URLs in answers begin with, once the port is known.
    func setEndpoint(_ text: String) {
        endpoint.withLock { $0 = text }
        isListening.store(true, ordering: .releasing)
    }

    /// Where the server listens; empty until that is known.
    var listeningEndpoint: String { isListening.load(ordering: .acquiring) ? currentEndpoint : "" }

    /// What URLs in answers begin with.
    var currentEndpoint: String { endpoint.withLock { $0 } }

    /// Runs an action for a service that may not import the one that serves it.
    func run(service: String, action: String, input: JSON, context: RequestContext) async throws(ServiceError)
        -> OperationOutput
    {
        var context = context
        if context.endpoint.isEmpty { context.endpoint = currentEndpoint }
        return try await connected().run(action, of: service, input, in: context)
    }

    /// Works an action out for a service that may not import the one that serves it, and hands back its writes.
    func prepare(service: String, action: String, input: JSON, context: RequestContext) async throws(ServiceError)
        -> [any PreparedEffect]
    {
        var context = context
        if context.endpoint.isEmpty { context.endpoint = currentEndpoint }
        return try await connected().prepare(action, of: service, input, in: context).effects
    }

    /// Lets an action pass that is not run through the dispatcher, if that is connected.
    func admit(_ action: String, of service: String, _ input: JSON, in context: RequestContext) throws(ServiceError) {
        try connected().gatekeeper?.admit(action, of: service, input, in: context)
    }

    private func connected() throws(ServiceError) -> Dispatcher {
        guard let dispatcher = dispatcher.withLock({ $0 }) else {
            throw ServiceError("ServiceUnavailable", "The host is still starting.", status: 503)
        }
        return dispatcher
    }

    func call(
        service: String, action: String, input: JSON, as caller: APICallerIdentity, preparing: Bool
    ) async -> APICallOutcome {
        var context = RequestContext(territory: caller.territory, requestID: entropy.uuid(), endpoint: currentEndpoint)
        context.roleARN = caller.roleARN
        context.sessionName = caller.sessionName
        context.depth = caller.depth
        context.idempotencyKey = caller.idempotencyKey
        context.awaitedBy = caller.awaitedBy
        context.traceHeader = caller.traceHeader.isEmpty ? nil : caller.traceHeader
        if action == "Invoke", service == "lambda" { feed.passedOn(call: context.requestID, by: caller.idempotencyKey) }
        do throws(ServiceError) {
            let dispatcher = try connected()
            if let forwarded = forwarder.service(service) {
                try dispatcher.gatekeeper?.admit(action, of: service, input, in: context)
                return await forwarder.call(action, of: forwarded, input, region: caller.territory.region)
            }
            if preparing {
                let (output, effects) = try await dispatcher.prepare(action, of: service, input, in: context)
                return .success(
                    Self.body(of: output), effects: effects, metadata: Self.metadata(output, context, service))
            }
            let output = try await dispatcher.run(action, of: service, input, in: context)
            return .success(Self.body(of: output), effects: [], metadata: Self.metadata(output, context, service))
        } catch {
            return .failure(
                code: error.code, message: error.message, status: error.status, requestID: context.requestID)
        }
    }

    /// The output shape; a blob payload is its member `Payload`, in base64 as everywhere in JSON form, an object's content the text `Body`.
    private static func body(of output: OperationOutput) -> JSON {
        if let file = output.file, var object = output.body.objectValue {
            object["Body"] = .string(file.text)
            return .object(object)
        }
        guard let bytes = output.rawBody, var object = output.body.objectValue else { return output.body }
        object["Payload"] = .string(Base64.encode(bytes))
        return .object(object)
    }

    private static func metadata(_ output: OperationOutput, _ context: RequestContext, _ service: String)
        -> APICallMetadata
    {
        let headers: [(name: String, value: String)] =
            [(name: "x-amzn-RequestId", value: context.requestID)] + output.headers
        return APICallMetadata(requestID: context.requestID, status: output.status, headers: headers)
    }
}
