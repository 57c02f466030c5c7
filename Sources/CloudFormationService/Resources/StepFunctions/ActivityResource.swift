import AWSWire
import JSONTree

/// `AWS::StepFunctions::Activity`.
struct ActivityResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::StepFunctions::Activity", "Name*! EncryptionConfiguration! Tags", attributes: ["Arn", "Name"],
        naming: .init(property: "Name", lengthMax: 80))

    func isTaken(_ work: ResourceWork) async throws(ServiceError) -> Bool {
        try await work.isThere(
            "states", "DescribeActivity", ["activityArn": .string(work.arn("states", "activity:\(work.name)"))])
    }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.only("EncryptionConfiguration")
        input["name"] = .string(work.name)
        input["tags"] = work.tagList
        let arn = try await work.call("states", "CreateActivity", input)["activityArn"] ?? ""
        work.physicalID = arn.stringValue
        work.attributes = ["Arn": arn, "Name": .string(work.name)]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        let arn = JSON.string(work.physicalID ?? "")
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            try await work.call(
                "states", "UntagResource", ["resourceArn": arn, "tagKeys": .array(removed.map { .string($0) })])
        }
        if !set.isEmpty {
            try await work.call("states", "TagResource", ["resourceArn": arn, "tags": .array(set.map(\.shape))])
        }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("states", "DeleteActivity", ["activityArn": .string(work.physicalID ?? "")])
    }
}
