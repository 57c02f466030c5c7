import AWSWire
import JSONTree

/// `Unsubscribe`: ends a subscription.
struct Unsubscribe: Operation {
    static let name = "Unsubscribe"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await catalogue.unsubscribe(try ActionInput(input).requiredText("SubscriptionArn"))
        return OperationOutput()
    }
}
