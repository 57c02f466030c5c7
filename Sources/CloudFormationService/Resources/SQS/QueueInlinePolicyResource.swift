import AWSWire
import JSONTree

/// `AWS::SQS::QueueInlinePolicy`: the policy of one queue.
struct QueueInlinePolicyResource: ResourceType {
    let facts = ResourceFacts("AWS::SQS::QueueInlinePolicy", "PolicyDocument* Queue*!")

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        work.physicalID = work.text("Queue") ?? ""
        try await update(&work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        let policy = work.policy(work.properties["PolicyDocument"])
        try await work.call(
            "sqs", "SetQueueAttributes",
            ["QueueUrl": .string(work.physicalID ?? ""), "Attributes": ["Policy": policy]])
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.remove(
            "sqs", "SetQueueAttributes", ["QueueUrl": .string(work.physicalID ?? ""), "Attributes": ["Policy": ""]])
    }
}
