import HandlerContract
import JSONTree
import PluginRuntime
import ResourceNames

/// Carries a handler's `api_call` to the dispatcher and its answer back as bytes.
struct APIBridge: Sendable {
    let caller: any APICaller

    /// Starts an action.
    ///
    /// - Parameter done: Runs once, on a thread that must not be blocked.
    func start(
        _ request: APIRequest, of call: HandlerCall, done: @escaping @Sendable (APIAnswer) -> Void
    ) {
        let service = String(decoding: request.service, as: UTF8.self)
        let action = String(decoding: request.action, as: UTF8.self)
        guard var input = try? JSON.parse(request.json.bindMemory(to: UInt8.self)), input.isObject else {
            // The parser's words matter less than that the action was never asked.
            return done(
                .failure(
                    code: "SerializationException", message: "the input is not a JSON object", status: 400,
                    requestID: ""))
        }
        let wantsMetadata = input["$metadata"]?.boolValue == true
        if var members = input.objectValue, members["$metadata"] != nil {
            members["$metadata"] = nil
            input = .object(members)
        }
        var identity = call.facts.caller
        identity.depth = call.request.depth + 1
        identity.awaitedBy = call.request.awaitedBy
        identity.traceHeader = call.request.traceHeader
        if !call.request.idempotencyKey.isEmpty {
            identity.idempotencyKey = "\(call.request.idempotencyKey)#\(request.ordinal)"
        }
        let (preparing, sent, caller, who) = (request.isPreparing, input, self.caller, identity)
        // The border between C and structured concurrency: the call it belongs to is no task that could own this one.
        Task {
            let outcome = await caller.call(
                service: service, action: action, input: sent, as: who, preparing: preparing)
            done(APIAnswer(outcome, wantsMetadata: wantsMetadata))
        }
    }
}

/// What an action came to, ready for a handler.
enum APIAnswer: Sendable {
    case success(json: [UInt8], effects: [any PreparedEffect])
    case failure(code: String, message: String, status: Int, requestID: String)

    init(_ outcome: APICallOutcome, wantsMetadata: Bool) {
        switch outcome {
        case .success(var output, let effects, let metadata):
            if wantsMetadata, var members = output.objectValue {
                members["$metadata"] = metadata.json
                output = .object(members)
            }
            self = .success(json: output.bytes, effects: effects)
        case .failure(let code, let message, let status, let requestID):
            self = .failure(code: code, message: message, status: status, requestID: requestID)
        }
    }

    /// The facts an error carries in `stack_json`.
    static func facts(status: Int, requestID: String) -> String {
        let facts: JSON = ["statusCode": .integer(Int64(status)), "requestId": .string(requestID)]
        return facts.text
    }
}

extension APICallMetadata {
    /// `{"requestId":…,"status":…,"headers":[[name,value]…]}`
    fileprivate var json: JSON {
        [
            "requestId": .string(requestID), "status": .integer(Int64(status)),
            "headers": .array(headers.map { .array([.string($0.name), .string($0.value)]) }),
        ]
    }
}

extension APIBridge {
    /// Tells Step Functions that a task with a token is alive; what comes of it is the task's affair.
    func heartbeat(of call: HandlerCall) {
        guard !call.request.taskToken.isEmpty else { return }
        let input: JSON = ["taskToken": .string(call.request.taskToken)]
        let (caller, who) = (self.caller, call.facts.caller)
        Task {
            _ = await caller.call(
                service: "states", action: "SendTaskHeartbeat", input: input, as: who, preparing: false)
        }
    }
}
