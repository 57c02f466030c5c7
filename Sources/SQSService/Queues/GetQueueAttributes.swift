import AWSWire
import JSONTree
import ResourceNames

/// `GetQueueAttributes`: settings of a queue and how many messages it holds.
struct GetQueueAttributes: Operation {
    static let name = "GetQueueAttributes"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        let names = try input.texts("AttributeNames")
        for name in names
        where name != "All" && !Self.countNames.contains(name) && !QueueAttributes.settableNames.contains(name) {
            throw .unknownAttribute(name)
        }
        guard !names.isEmpty else { return OperationOutput() }
        let counts = try await queue.counts()
        let record = queue.record
        let values: [String: String] = [
            "QueueArn": queue.key.arn,
            "ApproximateNumberOfMessages": String(counts.available),
            "ApproximateNumberOfMessagesNotVisible": String(counts.inFlight),
            "ApproximateNumberOfMessagesDelayed": String(counts.delayed),
            "CreatedTimestamp": String(record.createdAt.milliseconds / 1_000),
            "LastModifiedTimestamp": String(record.modifiedAt.milliseconds / 1_000),
        ]
        var attributes = JSONObject()
        for name in Self.countNames + QueueAttributes.settableNames where names.contains("All") || names.contains(name)
        {
            if let value = values[name] ?? record.attributes.get(name) { attributes[name] = .string(value) }
        }
        return OperationOutput(
            attributes.isEmpty ? .emptyObject : .object(JSONObject([("Attributes", .object(attributes))])))
    }

    private static let countNames = [
        "QueueArn", "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed",
        "CreatedTimestamp", "LastModifiedTimestamp",
    ]
}
