import AWSWire
import JSONTree

/// `SetSubscriptionAttributes`: changes one setting of a subscription; an empty value clears it.
struct SetSubscriptionAttributes: Operation {
    static let name = "SetSubscriptionAttributes"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let arn = try input.requiredText("SubscriptionArn")
        let name = try input.requiredText("AttributeName")
        let value = try input.text("AttributeValue") ?? ""
        try await catalogue.change(subscription: arn) { subscription throws(ServiceError) in
            try subscription.set([(name, value)])
        }
        return OperationOutput()
    }
}
