import AWSWire
import JSONTree

/// `AWS::SSM::Parameter`.
struct ParameterResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::SSM::Parameter", "Name! Type* Value* AllowedPattern DataType! Description Policies Tags Tier",
        attributes: ["Type", "Value"],
        naming: .init(property: "Name", lengthMax: 500, prefix: "CFN-", beginsWithStack: false))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = input(work)
        // Tags can only be given to one that is new.
        input["Tags"] = work.tagList
        _ = try await work.make("ssm", "PutParameter", input)
        work.physicalID = work.name
        work.attributes = ["Type": work.properties["Type"] ?? "", "Value": work.properties["Value"] ?? ""]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = input(work)
        input["Name"] = .string(work.physicalID ?? "")
        input["Overwrite"] = true
        try await work.call("ssm", "PutParameter", input)
        let resource: JSONObject = ["ResourceType": "Parameter", "ResourceId": .string(work.physicalID ?? "")]
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            var input = resource
            input["TagKeys"] = .array(removed.map { .string($0) })
            try await work.call("ssm", "RemoveTagsFromResource", input)
        }
        if !set.isEmpty {
            var input = resource
            input["Tags"] = .array(set.map(\.shape))
            try await work.call("ssm", "AddTagsToResource", input)
        }
        work.attributes = ["Type": work.properties["Type"] ?? "", "Value": work.properties["Value"] ?? ""]
    }

    private func input(_ work: ResourceWork) -> JSONObject {
        var input = work.without("Tags")
        input["Name"] = .string(work.name)
        return input
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("ssm", "DeleteParameter", ["Name": .string(work.physicalID ?? "")])
    }
}
