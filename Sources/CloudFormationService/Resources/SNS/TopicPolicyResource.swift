import AWSWire
import JSONTree

/// `AWS::SNS::TopicPolicy`: one policy for some topics.
struct TopicPolicyResource: ResourceType {
    let facts = ResourceFacts("AWS::SNS::TopicPolicy", "PolicyDocument* Topics*", attributes: ["Id"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        try await put(work)
        work.physicalID = work.name
        work.attributes = ["Id": .string(work.name)]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await put(work)
        let kept = Self.topics(work.properties)
        for topic in Self.topics(work.before) where !kept.contains(topic) { try await clear(topic, work) }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        for topic in Self.topics(work.properties) { try await clear(topic, work) }
    }

    private static func topics(_ properties: JSONObject) -> [JSON] { properties["Topics"]?.arrayValue ?? [] }

    private func put(_ work: ResourceWork) async throws(ServiceError) {
        let policy = work.policy(work.properties["PolicyDocument"])
        for topic in Self.topics(work.properties) {
            try await work.call(
                "sns", "SetTopicAttributes",
                ["TopicArn": topic, "AttributeName": "Policy", "AttributeValue": policy])
        }
    }

    private func clear(_ topic: JSON, _ work: ResourceWork) async throws(ServiceError) {
        try await work.remove(
            "sns", "SetTopicAttributes", ["TopicArn": topic, "AttributeName": "Policy", "AttributeValue": ""])
    }
}
