import AWSWire
import JSONTree

/// `AWS::IAM::Role`, `AWS::IAM::User` and `AWS::IAM::Group`, with the policies declared in them.
struct PrincipalResource: ResourceType {
    let facts: ResourceFacts
    /// `Role`, `User` or `Group`.
    private let noun: String

    /// Roles.
    static let role = PrincipalResource(
        noun: "Role",
        facts: ResourceFacts(
            "AWS::IAM::Role",
            "RoleName! AssumeRolePolicyDocument* Description ManagedPolicyArns MaxSessionDuration Path! PermissionsBoundary Policies Tags",
            attributes: ["Arn", "RoleId"], naming: .init(property: "RoleName", lengthMax: 64)))
    /// Users.
    static let user = PrincipalResource(
        noun: "User",
        facts: ResourceFacts(
            "AWS::IAM::User",
            "UserName! Groups LoginProfile ManagedPolicyArns Path PermissionsBoundary Policies Tags",
            attributes: ["Arn"], naming: .init(property: "UserName", lengthMax: 64)))

    /// Groups.
    static let group = PrincipalResource(
        noun: "Group",
        facts: ResourceFacts(
            "AWS::IAM::Group", "GroupName! ManagedPolicyArns Path Policies", attributes: ["Arn"],
            naming: .init(property: "GroupName", lengthMax: 128)))

    private init(noun: String, facts: ResourceFacts) { (self.noun, self.facts) = (noun, facts) }

    private func named(_ work: ResourceWork, _ more: JSONObject = [:]) -> JSONObject {
        var input: JSONObject = ["\(noun)Name": .string(work.physicalID ?? work.name)]
        for (name, value) in more { input[name] = value }
        return input
    }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        guard work.properties["LoginProfile"] == nil else {
            throw .validation("LoginProfile of users is not served here.")
        }
        var input = work.only("Path", "Description", "MaxSessionDuration", "PermissionsBoundary")
        input["\(noun)Name"] = .string(work.name)
        if noun == "Role" {
            input["AssumeRolePolicyDocument"] = work.policy(work.properties["AssumeRolePolicyDocument"])
        }
        if noun != "Group" { input["Tags"] = work.tagList }
        _ = try await work.make("iam", "Create\(noun)", input)
        work.physicalID = work.name
        let found = try await work.call("iam", "Get\(noun)", named(work))[noun]
        work.attributes = ["Arn": found?["Arn"] ?? ""]
        if noun == "Role" { work.attributes["RoleId"] = found?["RoleId"] }
        try await grant(work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        if work.changes("AssumeRolePolicyDocument") {
            try await work.call(
                "iam", "UpdateAssumeRolePolicy",
                named(work, ["PolicyDocument": work.policy(work.properties["AssumeRolePolicyDocument"])]))
        }
        if noun == "Role", work.changes("Description", "MaxSessionDuration") {
            try await work.call(
                "iam", "UpdateRole",
                named(
                    work,
                    [
                        "Description": work.properties["Description"] ?? "",
                        "MaxSessionDuration": work.properties["MaxSessionDuration"] ?? 3_600,
                    ]))
        }
        if work.changes("PermissionsBoundary") {
            if let boundary = work.properties["PermissionsBoundary"] {
                try await work.call(
                    "iam", "Put\(noun)PermissionsBoundary", named(work, ["PermissionsBoundary": boundary]))
            } else {
                try await work.remove("iam", "Delete\(noun)PermissionsBoundary", named(work))
            }
        }
        if noun != "Role", work.changes("Path"), let path = work.properties["Path"] {
            try await work.call("iam", "Update\(noun)", named(work, ["NewPath": path]))
        }
        try await grant(work)
        if noun != "Group" { try await retag(work) }
    }

    private func retag(_ work: ResourceWork) async throws(ServiceError) {
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            try await work.call(
                "iam", "Untag\(noun)", named(work, ["TagKeys": .array(removed.map { .string($0) })]))
        }
        if !set.isEmpty {
            try await work.call("iam", "Tag\(noun)", named(work, ["Tags": .array(set.map(\.shape))]))
        }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        for arn in Self.attached(work.properties) {
            try await work.remove("iam", "Detach\(noun)Policy", named(work, ["PolicyArn": arn]))
        }
        for name in Self.inline(work.properties).compactMap({ $0["PolicyName"] }) {
            try await work.remove("iam", "Delete\(noun)Policy", named(work, ["PolicyName": name]))
        }
        try await leave(Self.groups(work.properties), work)
        try await work.call("iam", "Delete\(noun)", named(work))
    }

    /// The groups a user is in by its own properties.
    private static func groups(_ properties: JSONObject) -> [JSON] { properties["Groups"]?.arrayValue ?? [] }

    private func leave(_ groups: [JSON], _ work: ResourceWork) async throws(ServiceError) {
        for group in groups { try await work.remove("iam", "RemoveUserFromGroup", named(work, ["GroupName": group])) }
    }

    private static func attached(_ properties: JSONObject) -> [JSON] {
        properties["ManagedPolicyArns"]?.arrayValue ?? []
    }

    private static func inline(_ properties: JSONObject) -> [JSON] { properties["Policies"]?.arrayValue ?? [] }

    /// Gives it the policies and groups it is to have, and takes those it had and is not to have.
    private func grant(_ work: ResourceWork) async throws(ServiceError) {
        let (wanted, had) = (Self.attached(work.properties), Self.attached(work.before))
        for arn in wanted where !had.contains(arn) {
            try await work.call("iam", "Attach\(noun)Policy", named(work, ["PolicyArn": arn]))
        }
        for arn in had where !wanted.contains(arn) {
            try await work.remove("iam", "Detach\(noun)Policy", named(work, ["PolicyArn": arn]))
        }
        let (groups, left) = (Self.groups(work.properties), Self.groups(work.before))
        for group in groups where !left.contains(group) {
            try await work.call("iam", "AddUserToGroup", named(work, ["GroupName": group]))
        }
        try await leave(left.filter { !groups.contains($0) }, work)
        let (policies, before) = (Self.inline(work.properties), Self.inline(work.before))
        for policy in policies where !before.contains(policy) {
            try await work.call(
                "iam", "Put\(noun)Policy",
                named(
                    work,
                    [
                        "PolicyName": policy["PolicyName"] ?? "",
                        "PolicyDocument": work.policy(policy["PolicyDocument"]),
                    ]))
        }
        let names = policies.compactMap { $0["PolicyName"] }
        for name in before.compactMap({ $0["PolicyName"] }) where !names.contains(name) {
            try await work.remove("iam", "Delete\(noun)Policy", named(work, ["PolicyName": name]))
        }
    }
}
