import NewelPluginKit

/// What a customer wants.
private struct Order: Codable {
    /// Some of one thing.
    struct Item: Codable {
        var sku: String
        var quantity: Int
    }
    var id: String
    var items: [Item]
}

/// What it comes to.
private struct Bill: Encodable {
    var order: String
    var cents: Int
    var isGift: Bool
}

/// What SQS takes; members of actions are named as AWS names them.
private struct Message: Encodable {
    var queueURL: String
    var body: String
    enum CodingKeys: String, CodingKey {
        case queueURL = "QueueUrl"
        case body = "MessageBody"
    }
}

/// What of SQS's answer matters.
private struct Sent: Codable {
    var id: String
    enum CodingKeys: String, CodingKey { case id = "MessageId" }
}

private let prices = ["lamp": 4_950, "bulb": 395, "cable": 120]

/// What an order comes to. Thrown errors have names that a `Catch` matches: `UnknownSKU`.
private func price(_ order: Order, _ call: Invocation) throws -> Bill {
    let cents = try order.items.reduce(0) { sum, item in
        guard let price = prices[item.sku] else { throw PluginError("UnknownSKU", "there is no \(item.sku)") }
        return sum + price * item.quantity
    }
    call.log(.info, "priced", ["order": order.id, "cents": cents])
    return Bill(order: order.id, cents: cents, isGift: cents == 0)
}

/// Sends an order on to the queue of its setting QUEUE_URL, without holding a thread while SQS answers.
private func forward(_ order: Order, _ call: Invocation) async throws -> Sent {
    guard let queue = call.setting("QUEUE_URL") else { throw PluginError("NotConfigured", "QUEUE_URL is not set") }
    return try await call.api("sqs", "SendMessage", Message(queueURL: queue, body: order.id), as: Sent.self)
}

/// Writes the numbers of the items one by one.
private func list(_ call: Invocation, _ stream: ResultStream) throws {
    let order: Order = try call.event()
    try stream.write("[")
    for (index, item) in order.items.enumerated() {
        try call.checkCancellation()
        try stream.write(index == 0 ? "" : ",")
        try stream.write(json: item.sku)
    }
    try stream.write("]")
}

private let plugin = Plugin(
    "Orders", version: "1.0.0",
    [
        Handler(.function("PriceOrder"), [.concurrent, .idempotent], price),
        Handler(.function("ForwardOrder"), awaiting: forward),
        Handler(.function("ListOrder"), [.concurrent], streaming: list),
    ])

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
