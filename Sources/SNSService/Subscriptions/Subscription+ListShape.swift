import JSONTree

extension Subscription {
    /// An element of a list.
    var listShape: JSON {
        .object(
            JSONObject([
                ("SubscriptionArn", .string(consent.phase == .pending ? "PendingConfirmation" : arn)),
                ("Owner", .string(topic.account)),
                ("Protocol", .string(protocolName)),
                ("Endpoint", .string(endpoint)), ("TopicArn", .string(topic.arn)),
            ]))
    }
}
