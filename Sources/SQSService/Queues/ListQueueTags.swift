import AWSWire
import JSONTree

/// `ListQueueTags`: the tags of a queue.
struct ListQueueTags: Operation {
    static let name = "ListQueueTags"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let tags = try catalogue.queue(ActionInput(input), in: context).record.tags
        guard !tags.isEmpty else { return OperationOutput() }
        return OperationOutput(
            .object(JSONObject([("Tags", .object(JSONObject(tags.map { ($0.key, .string($0.value)) })))])))
    }
}
