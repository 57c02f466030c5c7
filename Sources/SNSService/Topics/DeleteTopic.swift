import AWSWire
import JSONTree

/// `DeleteTopic`: deletes a topic with its subscriptions.
struct DeleteTopic: Operation {
    static let name = "DeleteTopic"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await catalogue.delete(try TopicKey(arn: try ActionInput(input).requiredText("TopicArn")))
        return OperationOutput()
    }
}
