import AWSWire
import JSONTree
import ResourceNames

/// `GetTopicAttributes`: the settings of a topic and how many subscriptions it has.
struct GetTopicAttributes: Operation {
    static let name = "GetTopicAttributes"
    let catalogue: TopicCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let key = try TopicKey(arn: try ActionInput(input).requiredText("TopicArn"))
        let (topic, subscriptions) = try catalogue.audience(key)
        var attributes = JSONObject([
            ("TopicArn", .string(key.arn)),
            ("Owner", .string(key.account)),
            ("Policy", .string(TopicPolicy(of: topic).text)),
            ("EffectiveDeliveryPolicy", .string(Self.defaultDeliveryPolicy)),
            ("DisplayName", ""),
            ("SubscriptionsConfirmed", .string(String(subscriptions.count { $0.consent.phase == .given }))),
            ("SubscriptionsPending", .string(String(subscriptions.count { $0.consent.phase == .pending }))),
            ("SubscriptionsDeleted", "0"),
        ])
        if key.isFIFO {
            attributes["FifoTopic"] = "true"
            attributes["ContentBasedDeduplication"] = "false"
        }
        for (name, value) in topic.attributes {
            attributes[name] = .string(value)
            if name == "DeliveryPolicy" { attributes["EffectiveDeliveryPolicy"] = .string(value) }
        }
        return OperationOutput(.object(JSONObject([("Attributes", .object(attributes))])))
    }

    private static let defaultDeliveryPolicy: String = {
        let policy: JSON = [
            "http": [
                "defaultHealthyRetryPolicy": [
                    "minDelayTarget": 20, "maxDelayTarget": 20, "numRetries": 3, "numMaxDelayRetries": 0,
                    "numNoDelayRetries": 0,
                    "numMinDelayRetries": 0, "backoffFunction": "linear",
                ],
                "disableSubscriptionOverrides": false,
                "defaultRequestPolicy": ["headerContentType": "text/plain; charset=UTF-8"],
            ]
        ]
        return policy.text
    }()
}
