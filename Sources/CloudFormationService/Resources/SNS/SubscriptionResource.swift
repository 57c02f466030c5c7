import AWSWire
import JSONTree

/// `AWS::SNS::Subscription`.
struct SubscriptionResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::SNS::Subscription",
        "TopicArn*! Protocol*! Endpoint! DeliveryPolicy FilterPolicy FilterPolicyScope RawMessageDelivery RedrivePolicy Region! ReplayPolicy SubscriptionRoleArn",
        attributes: ["Arn"])

    /// What attributes are when nothing is said of them.
    private static let defaults = [
        "DeliveryPolicy": "", "FilterPolicy": "{}", "FilterPolicyScope": "MessageAttributes",
        "RawMessageDelivery": "false", "RedrivePolicy": "", "ReplayPolicy": "", "SubscriptionRoleArn": "",
    ]

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.only("TopicArn", "Protocol", "Endpoint")
        var attributes = JSONObject()
        for name in Self.defaults.keys.sorted() { attributes[name] = work.properties[name] }
        if !attributes.isEmpty { input["Attributes"] = .object(attributes) }
        input["ReturnSubscriptionArn"] = true
        let arn = try await work.call("sns", "Subscribe", input)["SubscriptionArn"] ?? ""
        work.physicalID = arn.stringValue
        work.attributes = ["Arn": arn]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        for (name, standard) in Self.defaults.sorted(by: { $0.key < $1.key })
        where work.properties[name] != work.before[name] {
            try await work.call(
                "sns", "SetSubscriptionAttributes",
                [
                    "SubscriptionArn": .string(work.physicalID ?? ""), "AttributeName": .string(name),
                    "AttributeValue": work.properties[name] ?? .string(standard),
                ])
        }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("sns", "Unsubscribe", ["SubscriptionArn": .string(work.physicalID ?? "")])
    }
}
