import AWSWire
import JSONTree
import ResourceNames

/// `GetQueueUrl`: the URL of a queue by its name.
struct GetQueueUrl: Operation {
    static let name = "GetQueueUrl"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = QueueKey(
            account: try input.text("QueueOwnerAWSAccountId") ?? context.territory.account,
            region: context.territory.region,
            name: try input.requiredText("QueueName"))
        guard let queue = catalogue.find(key) else { throw .queueDoesNotExist }
        return OperationOutput(.object(JSONObject([("QueueUrl", .string(queue.key.url(in: context)))])))
    }
}
