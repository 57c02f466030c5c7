import AWSWire
import JSONTree

/// `AWS::SNS::Topic`, with the subscriptions declared in it.
struct TopicResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::SNS::Topic",
        "TopicName! FifoTopic! ArchivePolicy ContentBasedDeduplication DataProtectionPolicy DeliveryStatusLogging DisplayName FifoThroughputScope KmsMasterKeyId SignatureVersion Subscription Tags TracingConfig",
        attributes: ["TopicArn", "TopicName"], naming: .init(property: "TopicName", lengthMax: 251))

    private static let attributes = [
        "ArchivePolicy", "ContentBasedDeduplication", "DisplayName", "FifoThroughputScope", "KmsMasterKeyId",
        "SignatureVersion", "TracingConfig",
    ]

    private func name(_ work: ResourceWork) -> String {
        let isFIFO = work.text("FifoTopic") == "true"
        return isFIFO && !work.name.hasSuffix(".fifo") ? work.name + ".fifo" : work.name
    }

    func isTaken(_ work: ResourceWork) async throws(ServiceError) -> Bool {
        try await work.isThere("sns", "GetTopicAttributes", ["TopicArn": .string(work.arn("sns", name(work)))])
    }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        guard work.properties["DeliveryStatusLogging"] == nil, work.properties["DataProtectionPolicy"] == nil else {
            throw .validation("DeliveryStatusLogging and DataProtectionPolicy of topics are not served here.")
        }
        let name = name(work)
        var attributes = JSONObject()
        for attribute in Self.attributes { attributes[attribute] = work.properties[attribute] }
        if work.text("FifoTopic") == "true" { attributes["FifoTopic"] = "true" }
        var input: JSONObject = ["Name": .string(name), "Attributes": .object(attributes)]
        input["Tags"] = work.tagList
        let arn = try await work.call("sns", "CreateTopic", input)["TopicArn"] ?? ""
        work.physicalID = arn.stringValue
        work.attributes = ["TopicArn": arn, "TopicName": .string(name)]
        for subscription in Self.subscriptions(work.properties) { try await subscribe(subscription, work) }
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        let arn = JSON.string(work.physicalID ?? "")
        for name in Self.attributes where work.properties[name] != work.before[name] {
            try await work.call(
                "sns", "SetTopicAttributes",
                ["TopicArn": arn, "AttributeName": .string(name), "AttributeValue": work.properties[name] ?? ""])
        }
        let (old, new) = (Self.subscriptions(work.before), Self.subscriptions(work.properties))
        for subscription in new where !old.contains(subscription) { try await subscribe(subscription, work) }
        let gone = old.filter { !new.contains($0) }
        if !gone.isEmpty { try await unsubscribe(gone, work) }
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            try await work.call(
                "sns", "UntagResource", ["ResourceArn": arn, "TagKeys": .array(removed.map { .string($0) })])
        }
        if !set.isEmpty {
            try await work.call("sns", "TagResource", ["ResourceArn": arn, "Tags": .array(set.map(\.shape))])
        }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("sns", "DeleteTopic", ["TopicArn": .string(work.physicalID ?? "")])
    }

    private static func subscriptions(_ properties: JSONObject) -> [JSON] {
        properties["Subscription"]?.arrayValue ?? []
    }

    private func subscribe(_ subscription: JSON, _ work: ResourceWork) async throws(ServiceError) {
        try await work.call(
            "sns", "Subscribe",
            [
                "TopicArn": .string(work.physicalID ?? ""), "Protocol": subscription["Protocol"] ?? "",
                "Endpoint": subscription["Endpoint"] ?? "",
            ])
    }

    private func unsubscribe(_ gone: [JSON], _ work: ResourceWork) async throws(ServiceError) {
        var token: JSON?
        repeat {
            var input: JSONObject = ["TopicArn": .string(work.physicalID ?? "")]
            input["NextToken"] = token
            let page = try await work.call("sns", "ListSubscriptionsByTopic", input)
            for found in page["Subscriptions"]?.arrayValue ?? []
            where gone.contains(where: { $0["Endpoint"] == found["Endpoint"] && $0["Protocol"] == found["Protocol"] }) {
                try await work.remove("sns", "Unsubscribe", ["SubscriptionArn": found["SubscriptionArn"] ?? ""])
            }
            token = page["NextToken"]
        } while token != nil
    }
}
