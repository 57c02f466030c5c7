import Digests
import HandlerContract
import JSONTree
import ResourceNames

/// An asynchronous invocation that has been accepted and is not over.
struct EventInvocation: Sendable {
    /// What is called, with what.
    let request: InvocationRequest
    /// When it was accepted: its age counts from here.
    let acceptedAt: Timestamp
    /// How often the function was called already.
    var tries = 0

    /// One that was just accepted.
    init(request: InvocationRequest, acceptedAt: Timestamp) { (self.request, self.acceptedAt) = (request, acceptedAt) }

    /// The stored form.
    var json: JSON {
        [
            "function": .string(request.resource), "payload": .string(Base64.encode(request.payload.bytes)),
            "account": .string(request.territory.account), "region": .string(request.territory.region),
            "context": .string(Base64.encode(request.clientContext)), "trace": .string(request.traceHeader),
            "depth": .integer(Int64(request.depth)), "accepted": .integer(acceptedAt.milliseconds),
            "tries": .integer(Int64(tries)),
        ]
    }

    /// Reads the stored form.
    init?(id: String, _ json: JSON) {
        guard let function = json["function"]?.stringValue,
            let bytes = json["payload"]?.stringValue.flatMap({ Base64.decode($0) }),
            let payload = try? Payload(parsing: bytes), let account = json["account"]?.stringValue,
            let region = json["region"]?.stringValue
        else { return nil }
        var request = InvocationRequest(
            resource: function, payload: payload, requestID: id, territory: Territory(account: account, region: region))
        request.clientContext = json["context"]?.stringValue.flatMap { Base64.decode($0) } ?? []
        request.traceHeader = json["trace"]?.stringValue ?? ""
        request.depth = Int(json["depth"]?.integerValue ?? 0)
        self.init(request: request, acceptedAt: Timestamp(milliseconds: json["accepted"]?.integerValue ?? 0))
        tries = Int(json["tries"]?.integerValue ?? 0)
    }
}
