import AWSWire
import JSONTree

/// `AWS::Logs::LogGroup`.
struct LogGroupResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Logs::LogGroup",
        "LogGroupName! BearerTokenAuthenticationEnabled DataProtectionPolicy DeletionProtectionEnabled FieldIndexPolicies KmsKeyId LogGroupClass! ResourcePolicyDocument RetentionInDays Tags",
        attributes: ["Arn"], naming: .init(property: "LogGroupName", lengthMax: 512))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.only("DeletionProtectionEnabled", "KmsKeyId", "LogGroupClass")
        input["logGroupName"] = .string(work.name)
        input["tags"] = work.tagMap
        _ = try await work.make("logs", "CreateLogGroup", input)
        work.physicalID = work.name
        work.attributes = ["Arn": .string(work.arn("logs", "log-group:\(work.name):*"))]
        try await setRetention(work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        if work.changes("RetentionInDays") { try await setRetention(work) }
        if work.changes("KmsKeyId") { try await setKey(work) }
        if work.changes("DeletionProtectionEnabled") {
            try await work.call(
                "logs", "PutLogGroupDeletionProtection",
                [
                    "logGroupIdentifier": .string(work.physicalID ?? ""),
                    "deletionProtectionEnabled": work.properties["DeletionProtectionEnabled"] ?? false,
                ])
        }
        let arn = JSON.string(work.arn("logs", "log-group:\(work.physicalID ?? "")"))
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            try await work.call(
                "logs", "UntagResource", ["resourceArn": arn, "tagKeys": .array(removed.map { .string($0) })])
        }
        if !set.isEmpty {
            let tags = JSON.object(JSONObject(set.map { ($0.key, .string($0.value)) }))
            try await work.call("logs", "TagResource", ["resourceArn": arn, "tags": tags])
        }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("logs", "DeleteLogGroup", ["logGroupName": .string(work.physicalID ?? "")])
    }

    private func setKey(_ work: ResourceWork) async throws(ServiceError) {
        let name = JSON.string(work.physicalID ?? "")
        if let key = work.properties["KmsKeyId"] {
            try await work.call("logs", "AssociateKmsKey", ["logGroupName": name, "kmsKeyId": key])
        } else {
            try await work.call("logs", "DisassociateKmsKey", ["logGroupName": name])
        }
    }

    private func setRetention(_ work: ResourceWork) async throws(ServiceError) {
        let name = JSON.string(work.physicalID ?? "")
        if let days = work.properties["RetentionInDays"] {
            try await work.call("logs", "PutRetentionPolicy", ["logGroupName": name, "retentionInDays": days])
        } else if work.before["RetentionInDays"] != nil {
            try await work.call("logs", "DeleteRetentionPolicy", ["logGroupName": name])
        }
    }
}
