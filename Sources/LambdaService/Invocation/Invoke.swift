import AWSWire
import Digests
import HandlerContract
import JSONTree
import ResourceNames
import StorageContract

/// `Invoke`: RequestResponse, Event or DryRun.
struct Invoke: PreparableOperation {
    static let name = "Invoke"
    /// Source: Lambda developer guide, "Lambda quotas".
    private static let payloadBytesMax = 6 * 1_024 * 1_024
    private static let eventBytesMax = 1_024 * 1_024
    let functions: FunctionLookup
    let invoker: any HandlerInvoker
    let events: EventInvocations
    let store: any Store

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let (output, effects) = try await prepare(input, in: context)
        do throws(StoreError) { try await store.commit(effects.compactMap { $0 as? PreparedWrite }) } catch {
            throw .unavailable(error.message)
        }
        return output
    }

    func prepare(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> (
        output: OperationOutput, effects: [any PreparedEffect]
    ) {
        let type = Self.type(input, context)
        let request = try request(input, context, type: type)
        switch type {
        case "RequestResponse":
            return (
                try Self.output(
                    await invoker.invoke(request), requestID: request.requestID, hasLogTail: request.wantsLogTail), []
            )
        case "Event":
            _ = try functions.get(["FunctionName": .string(request.resource)], in: context)
            return (OperationOutput(["StatusCode": 202], status: 202), [events.prepare(request)])
        case "DryRun":
            _ = try functions.get(["FunctionName": .string(request.resource)], in: context)
            return (OperationOutput(["StatusCode": 204], status: 204), [])
        default:
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '\(type)' at 'invocationType' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [Event, RequestResponse, DryRun]")
        }
    }

    /// `RequestResponse` unless another type was asked for.
    static func type(_ input: JSON, _ context: RequestContext) -> String {
        input["InvocationType"]?.stringValue ?? context.headers["x-amz-invocation-type"] ?? "RequestResponse"
    }

    /// The call that a request asks for.
    func request(
        _ input: JSON, _ context: RequestContext, type: String = "RequestResponse"
    ) throws(ServiceError) -> InvocationRequest {
        let name = try FunctionName(qualified: input, in: context)
        var request = InvocationRequest(
            resource: name.fullARN, payload: try payload(input, context, type: type),
            requestID: context.requestID, territory: name.territory)
        request.depth = context.depth
        request.idempotencyKey = context.idempotencyKey
        let clientContext = input["ClientContext"]?.stringValue ?? context.headers["x-amz-client-context"]
        request.clientContext = clientContext.flatMap { Base64.decode($0) } ?? []
        request.traceHeader = context.traceHeader ?? ""
        request.wantsLogTail = (input["LogType"]?.stringValue ?? context.headers["x-amz-log-type"]) == "Tail"
        return request
    }

    private func payload(_ input: JSON, _ context: RequestContext, type: String) throws(ServiceError) -> Payload {
        let bytes = input["Payload"]?.stringValue.flatMap { Base64.decode($0) } ?? context.rawBody
        guard !bytes.isEmpty else { return .emptyObject }
        let bytesMax = type == "Event" ? Self.eventBytesMax : Self.payloadBytesMax
        guard bytes.count <= bytesMax else {
            // Observed on AWS; its model knows RequestTooLargeException alone.
            throw ServiceError(
                "RequestEntityTooLargeException",
                "\(bytes.count) byte payload is too large for the \(type) invocation type (limit \(bytesMax) bytes)",
                status: 413, members: [("Type", "User")])
        }
        do throws(JSONError) { return try Payload(parsing: bytes) } catch {
            throw .invalidRequestContent("Could not parse request body into json: \(error.message)")
        }
    }

    /// The error that a call which was turned away is answered with.
    static func refused(_ refusal: HandlerRefusal) -> ServiceError {
        let members = refusal.reason.map { [("Reason", .string($0)), ("Type", "User")] } ?? [(String, JSON)]()
        return ServiceError(refusal.code, refusal.message, status: refusal.status, members: members)
    }

    private static func output(_ outcome: InvocationOutcome, requestID: String, hasLogTail: Bool) throws(ServiceError)
        -> OperationOutput
    {
        var members = JSONObject([("StatusCode", 200)])
        var headers: [(name: String, value: String)] = []
        let body: [UInt8]
        switch outcome.result {
        case .success(let payload): body = payload.bytes
        case .functionError(let failure):
            body = failure.document(requestID: requestID).bytes
            headers.append(("X-Amz-Function-Error", "Unhandled"))
            members["FunctionError"] = "Unhandled"
        case .refused(let refusal): throw refused(refusal)
        }
        if hasLogTail {
            headers.append(("X-Amz-Log-Result", Base64.encode(outcome.logTail)))
            members["LogResult"] = .string(Base64.encode(outcome.logTail))
        }
        headers.append(("X-Amz-Executed-Version", outcome.executedVersion))
        members["ExecutedVersion"] = .string(outcome.executedVersion)
        var output = OperationOutput(.object(members))
        output.headers = headers
        output.rawBody = body
        return output
    }
}
