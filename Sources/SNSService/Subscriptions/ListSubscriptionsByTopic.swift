import AWSWire
import JSONTree

/// `ListSubscriptionsByTopic`: the subscriptions of a topic.
struct ListSubscriptionsByTopic: Operation {
    static let name = "ListSubscriptionsByTopic"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let all = try catalogue.audience(TopicKey(arn: try input.requiredText("TopicArn"))).subscriptions
        let sorted = all.sorted { $0.arn.utf8.lexicographicallyPrecedes($1.arn.utf8) }
        return OperationOutput(
            try ListPage.shape(sorted, member: "Subscriptions", id: \.arn, input, catalogue.surroundings.clock) {
                $0.listShape
            })
    }
}
