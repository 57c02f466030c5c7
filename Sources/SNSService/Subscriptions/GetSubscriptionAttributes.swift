import AWSWire
import JSONTree
import ResourceNames

/// `GetSubscriptionAttributes`: the settings of a subscription.
struct GetSubscriptionAttributes: Operation {
    static let name = "GetSubscriptionAttributes"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let subscription = try catalogue.subscription(try ActionInput(input).requiredText("SubscriptionArn"))
        let isConfirmed = subscription.consent.phase == .given
        let isAuthenticated = isConfirmed && !subscription.isHTTP || subscription.consent.needsSignature
        var attributes = JSONObject([
            ("SubscriptionArn", .string(subscription.arn)),
            ("TopicArn", .string(subscription.topic.arn)),
            ("Owner", .string(subscription.topic.account)),
            ("Protocol", .string(subscription.protocolName)),
            ("Endpoint", .string(subscription.endpoint)),
            ("ConfirmationWasAuthenticated", .string(isAuthenticated ? "true" : "false")),
            ("PendingConfirmation", .string(subscription.consent.phase == .pending ? "true" : "false")),
            ("RawMessageDelivery", "false"),
            ("SubscriptionPrincipal", .string("arn:aws:iam::\(subscription.topic.account):root")),
        ])
        for (name, value) in subscription.attributes { attributes[name] = .string(value) }
        if subscription.filter != nil, attributes["FilterPolicyScope"] == nil {
            attributes["FilterPolicyScope"] = "MessageAttributes"
        }
        if subscription.isHTTP {
            let policy: JSON = ["healthyRetryPolicy": catalogue.deliveryPolicy(of: subscription).shape]
            attributes["EffectiveDeliveryPolicy"] = .string(policy.text)
        }
        return OperationOutput(.object(JSONObject([("Attributes", .object(attributes))])))
    }
}
