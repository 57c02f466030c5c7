import AWSWire
import JSONTree
import ResourceNames

/// `ListSubscriptions`: the subscriptions of an account in a region.
struct ListSubscriptions: Operation {
    static let name = "ListSubscriptions"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let all = catalogue.subscriptions(of: context.territory)
        return OperationOutput(try ListPage.shape(all, member: "Subscriptions", id: \.arn, ActionInput(input)) { $0.listShape })
    }
}

/// `ListSubscriptionsByTopic`: the subscriptions of a topic.
struct ListSubscriptionsByTopic: Operation {
    static let name = "ListSubscriptionsByTopic"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let all = try catalogue.audience(TopicKey(arn: try input.requiredText("TopicArn"))).subscriptions
        let sorted = all.sorted { $0.arn.utf8.lexicographicallyPrecedes($1.arn.utf8) }
        return OperationOutput(try ListPage.shape(sorted, member: "Subscriptions", id: \.arn, input) { $0.listShape })
    }
}

extension Subscription {
    /// An element of a list.
    var listShape: JSON {
        .object(
            JSONObject([
                ("SubscriptionArn", .string(arn)), ("Owner", .string(topic.account)), ("Protocol", .string(protocolName)),
                ("Endpoint", .string(endpoint)), ("TopicArn", .string(topic.arn)),
            ]))
    }
}
