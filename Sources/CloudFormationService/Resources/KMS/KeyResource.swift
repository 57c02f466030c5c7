import AWSWire
import JSONTree

/// `AWS::KMS::Key`: goes after its waiting period when the stack goes.
struct KeyResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::KMS::Key",
        "BypassPolicyLockoutSafetyCheck Description Enabled EnableKeyRotation KeyPolicy KeySpec! KeyUsage! MultiRegion! Origin! PendingWindowInDays RotationPeriodInDays Tags",
        attributes: ["Arn", "KeyId"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        guard work.text("EnableKeyRotation") != "true" else {
            throw .validation("EnableKeyRotation is not served here: keys keep their material.")
        }
        var input = work.only("Description", "KeySpec", "KeyUsage", "MultiRegion", "Origin")
        if let policy = work.properties["KeyPolicy"] { input["Policy"] = work.policy(policy) }
        input["Tags"] = .array(
            (work.tagList.arrayValue ?? []).map { ["TagKey": $0["Key"] ?? "", "TagValue": $0["Value"] ?? ""] })
        let key = try await work.makeOnce("kms", "CreateKey", input)["KeyMetadata"]
        work.physicalID = key?["KeyId"]?.stringValue
        work.attributes = ["Arn": key?["Arn"] ?? "", "KeyId": key?["KeyId"] ?? ""]
        if work.text("Enabled") == "false" { try await setEnabled(work) }
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        let id = JSON.string(work.physicalID ?? "")
        guard work.text("EnableKeyRotation") != "true" else {
            throw .validation("EnableKeyRotation is not served here: keys keep their material.")
        }
        if work.changes("Description") {
            try await work.call(
                "kms", "UpdateKeyDescription",
                ["KeyId": id, "Description": work.properties["Description"] ?? ""])
        }
        if work.changes("KeyPolicy"), let policy = work.properties["KeyPolicy"] {
            try await work.call(
                "kms", "PutKeyPolicy", ["KeyId": id, "PolicyName": "default", "Policy": work.policy(policy)])
        }
        if work.changes("Enabled") { try await setEnabled(work) }
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            try await work.call(
                "kms", "UntagResource", ["KeyId": id, "TagKeys": .array(removed.map { .string($0) })])
        }
        if !set.isEmpty {
            let tags: [JSON] = set.map { ["TagKey": .string($0.key), "TagValue": .string($0.value)] }
            try await work.call("kms", "TagResource", ["KeyId": id, "Tags": .array(tags)])
        }
    }

    private func setEnabled(_ work: ResourceWork) async throws(ServiceError) {
        let action = work.text("Enabled") == "false" ? "DisableKey" : "EnableKey"
        try await work.call("kms", action, ["KeyId": .string(work.physicalID ?? "")])
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call(
            "kms", "ScheduleKeyDeletion",
            [
                "KeyId": .string(work.physicalID ?? ""),
                "PendingWindowInDays": work.properties["PendingWindowInDays"] ?? 30,
            ])
    }
}
