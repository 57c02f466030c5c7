import AWSWire
import JSONTree

/// `AWS::SQS::QueuePolicy`: one policy for some queues.
struct QueuePolicyResource: ResourceType {
    let facts = ResourceFacts("AWS::SQS::QueuePolicy", "PolicyDocument* Queues*", attributes: ["Id"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        try await put(work)
        work.physicalID = work.name
        work.attributes = ["Id": .string(work.name)]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await put(work)
        let kept = Self.queues(work.properties)
        for queue in Self.queues(work.before) where !kept.contains(queue) { try await clear(queue, work) }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        for queue in Self.queues(work.properties) { try await clear(queue, work) }
    }

    private static func queues(_ properties: JSONObject) -> [JSON] { properties["Queues"]?.arrayValue ?? [] }

    private func put(_ work: ResourceWork) async throws(ServiceError) {
        let policy = work.policy(work.properties["PolicyDocument"])
        for queue in Self.queues(work.properties) {
            try await work.call(
                "sqs", "SetQueueAttributes", ["QueueUrl": queue, "Attributes": ["Policy": policy]])
        }
    }

    private func clear(_ queue: JSON, _ work: ResourceWork) async throws(ServiceError) {
        try await work.remove("sqs", "SetQueueAttributes", ["QueueUrl": queue, "Attributes": ["Policy": ""]])
    }
}
