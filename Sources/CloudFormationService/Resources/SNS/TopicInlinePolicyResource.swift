import AWSWire
import JSONTree

/// `AWS::SNS::TopicInlinePolicy`: the policy of one topic.
struct TopicInlinePolicyResource: ResourceType {
    let facts = ResourceFacts("AWS::SNS::TopicInlinePolicy", "PolicyDocument* TopicArn*!")

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        work.physicalID = work.text("TopicArn") ?? ""
        try await update(&work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await set(work.policy(work.properties["PolicyDocument"]), work)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.remove("sns", "SetTopicAttributes", Self.input("", work))
    }

    private func set(_ policy: JSON, _ work: ResourceWork) async throws(ServiceError) {
        try await work.call("sns", "SetTopicAttributes", Self.input(policy, work))
    }

    private static func input(_ policy: JSON, _ work: ResourceWork) -> JSONObject {
        ["TopicArn": .string(work.physicalID ?? ""), "AttributeName": "Policy", "AttributeValue": policy]
    }
}
