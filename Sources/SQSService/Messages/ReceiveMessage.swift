import AWSWire
import JSONTree

/// `ReceiveMessage`: hands out up to ten messages and hides them from others for a while; waits for one if asked to.
struct ReceiveMessage: Operation {
    static let name = "ReceiveMessage"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        let attributes = queue.attributes
        let limit = try input.integer("MaxNumberOfMessages") ?? 1
        guard (1...Limits.receiveMax).contains(limit) else {
            throw .invalidValue(
                String(limit), of: "MaxNumberOfMessages", reason: "Must be between 1 and 10, if provided.")
        }
        let wait = try input.integer("WaitTimeSeconds") ?? attributes.waitSeconds
        guard (0...Limits.waitMax).contains(wait) else {
            throw .invalidValue(String(wait), of: "WaitTimeSeconds", reason: "Must be >= 0 and <= 20, if provided.")
        }
        let visibility = try input.integer("VisibilityTimeout") ?? attributes.visibilityTimeout
        guard (0...Limits.visibilityTimeoutMax).contains(visibility) else {
            throw .invalidValue(
                String(visibility), of: "VisibilityTimeout", reason: "Must be between 0 and 43200 seconds.")
        }
        let names = try input.texts("AttributeNames") + input.texts("MessageSystemAttributeNames")
        for name in names where !Self.attributeNames.contains(name) { throw .unknownAttribute(name) }
        let deliveries = try await queue.receive(
            Queue.ReceiveRequest(
                limit: limit, visibility: .seconds(visibility), wait: .seconds(wait),
                deadLetters: catalogue.deadLetters(of: queue)))
        guard !deliveries.isEmpty else { return OperationOutput() }
        let messageNames = try input.texts("MessageAttributeNames")
        let shapes = deliveries.map { $0.shape(attributeNames: names, messageAttributeNames: messageNames) }
        return OperationOutput(.object(JSONObject([("Messages", .array(shapes))])))
    }

    private static let attributeNames: Set<String> = [
        "All", "SenderId", "SentTimestamp", "ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp",
        "SequenceNumber",
        "MessageDeduplicationId", "MessageGroupId", "AWSTraceHeader", "DeadLetterQueueSourceArn",
    ]
}
