import AWSWire
import JSONTree

/// `AWS::IAM::RolePolicy`, `AWS::IAM::UserPolicy`, `AWS::IAM::GroupPolicy`: one policy within one role, user or group.
struct HolderPolicyResource: ResourceType {
    let facts: ResourceFacts
    /// `Role`, `User` or `Group`: whose it is.
    private let noun: String

    /// A role's.
    static let role = HolderPolicyResource(noun: "Role")
    /// A user's.
    static let user = HolderPolicyResource(noun: "User")
    /// A group's.
    static let group = HolderPolicyResource(noun: "Group")

    private init(noun: String) {
        self.noun = noun
        facts = ResourceFacts("AWS::IAM::\(noun)Policy", "PolicyName*! \(noun)Name*! PolicyDocument")
    }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        let holder = try work.required("\(noun)Name")
        work.physicalID = "\(try work.required("PolicyName"))|\(holder)"
        try await update(&work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        // Nothing says what it is to allow: a policy that is empty would not be one.
        guard let document = work.properties["PolicyDocument"] else {
            guard work.before["PolicyDocument"] != nil else { return }
            return try await delete(work)
        }
        var input = work.only("PolicyName", "\(noun)Name")
        input["PolicyDocument"] = work.policy(document)
        try await work.call("iam", "Put\(noun)Policy", input)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.remove("iam", "Delete\(noun)Policy", work.only("PolicyName", "\(noun)Name"))
    }
}
