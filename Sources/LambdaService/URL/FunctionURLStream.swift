import AWSWire
import HandlerContract
import JSONTree
import Synchronization

/// What a client of a URL with `InvokeMode RESPONSE_STREAM` gets: pieces as the function writes them.
///
/// Source: Lambda developer guide, "Response streaming for Lambda functions"; aws/aws-lambda-nodejs-runtime-interface-client for the prelude.
enum FunctionURLStream {
    /// The reply, once the function has written what tells its status and headers, or has ended.
    static func reply(_ stream: ResponseStream) async -> WireReply {
        let reader = ResponseReader(stream)
        var head = StreamPrelude()
        while true {
            switch await reader.next() {
            case .piece(let bytes):
                guard let (prelude, rest) = head.take(bytes) else { continue }
                return streamed(prelude, rest, reader)
            case .end(let outcome):
                let written = head.rest
                if case .success(let answer) = outcome.result {
                    // A function that streams nothing: what it returned, as it is.
                    let body = outcome.isStreamed ? written : answer.bytes
                    let type = outcome.isStreamed ? "application/octet-stream" : "application/json"
                    return WireReply(status: 200, headers: [("Content-Type", type)], body: body)
                }
                return FunctionURLReply.reply(outcome)
            case nil: return FunctionURLReply.failure(502, "Internal Server Error")
            }
        }
    }

    private static func streamed(_ prelude: JSON?, _ first: [UInt8], _ reader: ResponseReader) -> WireReply {
        guard var reply = FunctionURLReply.head(prelude ?? .emptyObject, contentType: "application/octet-stream") else {
            return FunctionURLReply.failure(502, "Internal Server Error")
        }
        let unsent = Mutex(first)
        let wasCut = Flag()
        reply.wasCut = { wasCut.isSet }
        reply.pieces = AsyncStream(
            unfolding: {
                let first = unsent.withLock { bytes in
                    defer { bytes = [] }
                    return bytes
                }
                if !first.isEmpty { return first }
                switch await reader.next() {
                case .piece(let bytes): return bytes
                case .end(let outcome):
                    // There is no other way to tell a client that has a status already.
                    if case .success = outcome.result {} else { wasCut.set() }
                    return nil
                case nil: return nil
                }
            })
        return reply
    }
}

/// Something that has happened.
private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    /// Whether it has.
    var isSet: Bool { value.load(ordering: .acquiring) }

    /// It has.
    func set() { value.store(true, ordering: .releasing) }
}
