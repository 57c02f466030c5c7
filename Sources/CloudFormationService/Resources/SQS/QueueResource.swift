import AWSWire
import JSONTree

/// `AWS::SQS::Queue`.
struct QueueResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::SQS::Queue",
        "QueueName! FifoQueue! ContentBasedDeduplication DeduplicationScope DelaySeconds FifoThroughputLimit KmsDataKeyReusePeriodSeconds KmsMasterKeyId MaximumMessageSize MessageRetentionPeriod ReceiveMessageWaitTimeSeconds RedriveAllowPolicy RedrivePolicy SqsManagedSseEnabled Tags VisibilityTimeout",
        attributes: ["Arn", "QueueName", "QueueUrl"],
        naming: .init(property: "QueueName", lengthMax: 75))

    /// What attributes are when nothing is said of them. Source: API reference, `SetQueueAttributes`.
    private static let defaults = [
        "DelaySeconds": "0", "MessageRetentionPeriod": "345600", "ReceiveMessageWaitTimeSeconds": "0",
        "VisibilityTimeout": "30", "RedrivePolicy": "", "RedriveAllowPolicy": "", "KmsMasterKeyId": "",
        "ContentBasedDeduplication": "false", "KmsDataKeyReusePeriodSeconds": "300", "SqsManagedSseEnabled": "true",
        "DeduplicationScope": "queue", "FifoThroughputLimit": "perQueue", "MaximumMessageSize": "262144",
    ]

    private func name(_ work: ResourceWork) -> String {
        let isFIFO = work.text("FifoQueue") == "true"
        return isFIFO && !work.name.hasSuffix(".fifo") ? work.name + ".fifo" : work.name
    }

    func isTaken(_ work: ResourceWork) async throws(ServiceError) -> Bool {
        try await work.isThere("sqs", "GetQueueUrl", ["QueueName": .string(name(work))])
    }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        let name = name(work)
        var attributes = work.without("QueueName", "Tags")
        // SQS knows queues that are no FIFO queues by the absence of the attribute.
        if work.text("FifoQueue") != "true" { attributes["FifoQueue"] = nil }
        var input: JSONObject = ["QueueName": .string(name), "Attributes": .object(attributes)]
        input["tags"] = work.tagMap
        let made = try await work.call("sqs", "CreateQueue", input)
        work.physicalID = made["QueueUrl"]?.stringValue
        work.attributes = [
            "Arn": .string(work.arn("sqs", name)), "QueueName": .string(name), "QueueUrl": made["QueueUrl"] ?? "",
        ]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        let url = JSON.string(work.physicalID ?? "")
        var changed = JSONObject()
        for (name, standard) in Self.defaults.sorted(by: { $0.key < $1.key })
        where work.properties[name] != work.before[name] {
            changed[name] = work.properties[name] ?? .string(standard)
        }
        if !changed.isEmpty {
            try await work.call("sqs", "SetQueueAttributes", ["QueueUrl": url, "Attributes": .object(changed)])
        }
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            try await work.call(
                "sqs", "UntagQueue", ["QueueUrl": url, "TagKeys": .array(removed.map { .string($0) })])
        }
        if !set.isEmpty {
            let tags = JSON.object(JSONObject(set.map { ($0.key, .string($0.value)) }))
            try await work.call("sqs", "TagQueue", ["QueueUrl": url, "Tags": tags])
        }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("sqs", "DeleteQueue", ["QueueUrl": .string(work.physicalID ?? "")])
    }
}
