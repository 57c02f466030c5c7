import AWSWire
import Digests
import HandlerContract
import JSONTree

/// `InvokeWithResponseStream`: what a function writes goes out as it is written, as a stream of events.
struct InvokeWithResponseStream: AWSWire.Operation {
    static let name = "InvokeWithResponseStream"
    let invoke: Invoke

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        switch Invoke.type(input, context) {
        case "RequestResponse": break
        case "DryRun": return try await invoke.run(input, in: context)
        case let other:
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '\(other)' at 'invocationType' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [RequestResponse, DryRun]")
        }
        let request = try invoke.request(input, context)
        let reader = ResponseReader(invoke.invoker.stream(request))
        // What is refused is refused in the head of the reply; all else goes into the stream.
        if case .end(let outcome) = await reader.peek(), case .refused(let refusal) = outcome.result {
            throw Invoke.refused(refusal)
        }
        var output = OperationOutput()
        output.headers = [
            ("X-Amz-Executed-Version", reader.version), ("Content-Type", EventStreamMessage.contentType),
        ]
        let (id, hasLogTail) = (request.requestID, request.wantsLogTail)
        output.pieces = AsyncStream(
            unfolding: {
                switch await reader.next() {
                case .piece(let bytes): Self.chunks(bytes)
                case .end(let outcome): Self.end(outcome, requestID: id, hasLogTail: hasLogTail)
                case nil: nil
                }
            })
        return output
    }

    /// The longest piece of an answer in one event.
    private static let pieceBytesMax = 64 * 1_024

    /// A piece of the answer, as one event or several.
    private static func chunks(_ bytes: [UInt8]) -> [UInt8] {
        var (stream, rest) = ([UInt8](), bytes[...])
        while !rest.isEmpty {
            stream += EventStreamMessage.event("PayloadChunk", bytes: Array(rest.prefix(pieceBytesMax))).bytes
            rest = rest.dropFirst(pieceBytesMax)
        }
        return stream
    }

    /// What follows the pieces: all of an answer that had none, and how the call ended.
    private static func end(_ outcome: InvocationOutcome, requestID: String, hasLogTail: Bool) -> [UInt8] {
        var (stream, end) = ([UInt8](), JSONObject())
        switch outcome.result {
        case .success(let answer): if !outcome.isStreamed { stream = chunks(answer.bytes) }
        case .functionError(let failure):
            end["ErrorCode"] = "Unhandled"
            end["ErrorDetails"] = .string(failure.document(requestID: requestID).text)
        case .refused(let refusal):
            end["ErrorCode"] = .string(refusal.code)
            end["ErrorDetails"] = .string(refusal.message)
        }
        if hasLogTail { end["LogResult"] = .string(Base64.encode(outcome.logTail)) }
        return stream + EventStreamMessage.event("InvokeComplete", .object(end)).bytes
    }
}
