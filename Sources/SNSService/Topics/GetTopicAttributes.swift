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
            ("Policy", .string(Self.defaultPolicy(key))),
            ("EffectiveDeliveryPolicy", .string(Self.defaultDeliveryPolicy)),
            ("DisplayName", ""),
            ("SubscriptionsConfirmed", .string(String(subscriptions.count))),
            ("SubscriptionsPending", "0"),
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

    /// What AWS gives a topic that has no policy: its owner may do everything.
    private static func defaultPolicy(_ key: TopicKey) -> String {
        let actions = [
            "GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe",
            "ListSubscriptionsByTopic", "Publish",
        ]
        let policy: JSON = [
            "Version": "2008-10-17", "Id": "__default_policy_ID",
            "Statement": [
                [
                    "Sid": "__default_statement_ID", "Effect": "Allow", "Principal": ["AWS": "*"],
                    "Action": .array(actions.map { .string("SNS:\($0)") }), "Resource": .string(key.arn),
                    "Condition": ["StringEquals": ["AWS:SourceOwner": .string(key.account)]],
                ]
            ],
        ]
        return policy.text
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
