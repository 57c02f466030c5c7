import AWSWire
import JSONTree

/// `AWS::IAM::ManagedPolicy`, attached to groups, roles and users.
struct ManagedPolicyResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::IAM::ManagedPolicy", "ManagedPolicyName! Description! Path! PolicyDocument* Groups Roles Users",
        attributes: [
            "PolicyArn", "PolicyId", "DefaultVersionId", "AttachmentCount", "CreateDate", "IsAttachable",
            "PermissionsBoundaryUsageCount", "UpdateDate",
        ], naming: .init(property: "ManagedPolicyName", lengthMax: 128))

    /// Versions a policy may have. Source: IAM user guide, "IAM and AWS STS quotas".
    private static let versionsMax = 5

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.only("Description", "Path")
        input["PolicyName"] = .string(work.name)
        input["PolicyDocument"] = work.policy(work.properties["PolicyDocument"])
        _ = try await work.make("iam", "CreatePolicy", input)
        work.physicalID = work.arn("iam", "policy\(work.text("Path") ?? "/")\(work.name)", isGlobal: true)
        try await attach(work)
        try await describe(&work)
    }

    private func describe(_ work: inout ResourceWork) async throws(ServiceError) {
        let policy = try await work.call("iam", "GetPolicy", ["PolicyArn": .string(work.physicalID ?? "")])["Policy"]
        var attributes: JSONObject = ["PolicyArn": .string(work.physicalID ?? "")]
        for name in facts.attributes where name != "PolicyArn" { attributes[name] = policy?[name] }
        work.attributes = attributes
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        if work.changes("PolicyDocument") {
            let versions = try await self.versions(work)
            if versions.count >= Self.versionsMax,
                let oldest = versions.last(where: { $0["IsDefaultVersion"]?.boolValue != true })
            {
                try await dropVersion(oldest, work)
            }
            try await work.call(
                "iam", "CreatePolicyVersion",
                [
                    "PolicyArn": .string(work.physicalID ?? ""),
                    "PolicyDocument": work.policy(work.properties["PolicyDocument"]), "SetAsDefault": true,
                ])
        }
        try await attach(work)
        try await describe(&work)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        for holder in Self.holders(work.properties) { try await detach(holder, work) }
        for version in try await versions(work) where version["IsDefaultVersion"]?.boolValue != true {
            try await dropVersion(version, work)
        }
        try await work.call("iam", "DeletePolicy", ["PolicyArn": .string(work.physicalID ?? "")])
    }

    private func versions(_ work: ResourceWork) async throws(ServiceError) -> [JSON] {
        try await work.call("iam", "ListPolicyVersions", ["PolicyArn": .string(work.physicalID ?? "")])["Versions"]?
            .arrayValue ?? []
    }

    private func dropVersion(_ version: JSON, _ work: ResourceWork) async throws(ServiceError) {
        try await work.remove(
            "iam", "DeletePolicyVersion",
            ["PolicyArn": .string(work.physicalID ?? ""), "VersionId": version["VersionId"] ?? ""])
    }

    private static func holders(_ properties: JSONObject) -> [(noun: String, name: JSON)] {
        [("Group", "Groups"), ("Role", "Roles"), ("User", "Users")].flatMap { noun, member in
            (properties[member]?.arrayValue ?? []).map { (noun, $0) }
        }
    }

    private func attach(_ work: ResourceWork) async throws(ServiceError) {
        let (wanted, had) = (Self.holders(work.properties), Self.holders(work.before))
        for (noun, name) in wanted {
            try await work.call(
                "iam", "Attach\(noun)Policy", ["\(noun)Name": name, "PolicyArn": .string(work.physicalID ?? "")])
        }
        for holder in had where !wanted.contains(where: { $0 == holder }) { try await detach(holder, work) }
    }

    private func detach(_ holder: (noun: String, name: JSON), _ work: ResourceWork) async throws(ServiceError) {
        try await work.remove(
            "iam", "Detach\(holder.noun)Policy",
            ["\(holder.noun)Name": holder.name, "PolicyArn": .string(work.physicalID ?? "")])
    }
}
