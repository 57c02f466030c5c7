import AWSWire
import Digests
import JSONTree
import ResourceNames

/// An event on its way to a function: an obligation, stored with the publish and deleted when the function's service has accepted it.
struct FunctionDelivery: Sendable {
    /// A UUID; the key of the row.
    let id: String
    /// The function's ARN.
    let function: String
    /// What the function gets.
    let event: JSON
    /// What URLs in the event started with.
    let endpoint: String

    /// A delivery not stored yet.
    init(id: String, function: String, event: JSON, endpoint: String) {
        self.id = id
        self.function = function
        self.event = event
        self.endpoint = endpoint
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(id: String, bytes: [UInt8]) {
        guard let shape = try? JSON.parse(bytes), let function = shape["function"]?.stringValue,
            let event = shape["event"],
            let endpoint = shape["endpoint"]?.stringValue
        else { return nil }
        self.init(id: id, function: function, event: event, endpoint: endpoint)
    }

    /// The stored form.
    var bytes: [UInt8] {
        JSON.object(JSONObject([("function", .string(function)), ("event", event), ("endpoint", .string(endpoint))]))
            .bytes
    }

    /// The call that hands the event over.
    func call() -> DeliveryCall {
        let arn = ARN(function)
        var context = RequestContext(
            territory: Territory(account: arn?.account ?? "", region: arn?.region ?? ""), requestID: id,
            endpoint: endpoint)
        context.idempotencyKey = id
        let input = JSONObject([
            ("FunctionName", .string(function)), ("InvocationType", "Event"),
            ("Payload", .string(Base64.encode(event.bytes))),
        ])
        return DeliveryCall(
            service: "lambda", action: "Invoke", input: .object(input), context: context, preparing: false)
    }
}
