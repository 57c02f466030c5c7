import AWSWire
import JSONTree

/// `AWS::IAM::Policy`: one policy within some groups, roles and users.
struct InlinePolicyResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::IAM::Policy", "PolicyName* PolicyDocument* Groups Roles Users", attributes: ["Id"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        guard !Self.holders(work.properties).isEmpty else {
            throw .validation("At least one of [Groups,Roles,Users] must be non-empty.")
        }
        work.physicalID = work.name
        work.attributes = ["Id": .string(work.name)]
        try await put(work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await put(work)
        let kept = Self.holders(work.properties)
        for holder in Self.holders(work.before)
        where work.changes("PolicyName") || !kept.contains(where: { $0 == holder }) {
            try await drop(work.before["PolicyName"] ?? "", holder, work)
        }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        for holder in Self.holders(work.properties) {
            try await drop(work.properties["PolicyName"] ?? "", holder, work)
        }
    }

    private static func holders(_ properties: JSONObject) -> [(noun: String, name: JSON)] {
        [("Group", "Groups"), ("Role", "Roles"), ("User", "Users")].flatMap { noun, member in
            (properties[member]?.arrayValue ?? []).map { (noun, $0) }
        }
    }

    private func put(_ work: ResourceWork) async throws(ServiceError) {
        for (noun, name) in Self.holders(work.properties) {
            try await work.call(
                "iam", "Put\(noun)Policy",
                [
                    "\(noun)Name": name, "PolicyName": work.properties["PolicyName"] ?? "",
                    "PolicyDocument": work.policy(work.properties["PolicyDocument"]),
                ])
        }
    }

    private func drop(_ policy: JSON, _ holder: (noun: String, name: JSON), _ work: ResourceWork)
        async throws(ServiceError)
    {
        try await work.remove(
            "iam", "Delete\(holder.noun)Policy", ["\(holder.noun)Name": holder.name, "PolicyName": policy])
    }
}
