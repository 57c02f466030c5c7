import AWSWire
import Digests
import JSONTree

/// `InvokeWithResponseStream`: a stream of events, which begins when the function has ended and all of its answer is there.
struct InvokeWithResponseStream: AWSWire.Operation {
    static let name = "InvokeWithResponseStream"
    let invoke: Invoke

    /// The longest piece of an answer in one event.
    private static let pieceBytesMax = 64 * 1_024

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let called = try await invoke.run(input, in: context)
        guard called.status == 200 else { return called }
        var output = OperationOutput()
        output.headers = called.headers.filter { $0.name == "X-Amz-Executed-Version" }
        output.headers.append(("Content-Type", "application/vnd.amazon.eventstream"))
        let answer = called.rawBody ?? []
        var end = JSONObject()
        if let error = called.body["FunctionError"] {
            end["ErrorCode"] = error
            end["ErrorDetails"] = .string(String(decoding: answer, as: UTF8.self))
        }
        end["LogResult"] = called.body["LogResult"]
        var stream: [UInt8] = []
        var rest = called.body["FunctionError"] == nil ? answer[...] : []
        while !rest.isEmpty {
            stream +=
                EventStreamMessage(
                    event: "PayloadChunk", contentType: "application/octet-stream",
                    payload: Array(rest.prefix(Self.pieceBytesMax))
                ).bytes
            rest = rest.dropFirst(Self.pieceBytesMax)
        }
        stream +=
            EventStreamMessage(
                event: "InvokeComplete", contentType: "application/json", payload: JSON.object(end).bytes
            ).bytes
        output.rawBody = stream
        return output
    }
}
