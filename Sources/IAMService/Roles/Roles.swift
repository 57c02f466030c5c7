import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `CreateRole`.
struct CreateRole: Operation {
    static let name = "CreateRole"
    let roles: Principals<RoleKind>
    let policies: ManagedPolicies
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        var role = Principal<RoleKind>(
            account: context.territory.account, name: try request.requiredText("RoleName"), path: try request.path(),
            createdAt: clock.now)
        role.trust = try TrustPolicy.checked(request.requiredText("AssumeRolePolicyDocument"))
        role.description = try request.text("Description") ?? ""
        role.sessionSecondsMax = try request.integer("MaxSessionDuration") ?? 3_600
        try IAMTags.add(request.list("Tags") ?? [], to: &role.tags)
        if let boundary = try request.text("PermissionsBoundary") {
            role.boundary = try policies.attachable(boundary, in: role.account)
        }
        try await roles.create(role)
        return OperationOutput(["Role": role.shape(isWhole: true)])
    }
}

/// `UpdateRole`: description and the longest session; what the request leaves out stays.
struct UpdateRole: Operation {
    static let name = "UpdateRole"
    let roles: Principals<RoleKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let (description, seconds) = (try request.text("Description"), try request.integer("MaxSessionDuration"))
        try await roles.change(request.requiredText("RoleName"), in: context.territory.account) { role in
            if let description { role.description = description }
            if let seconds { role.sessionSecondsMax = seconds }
        }
        return OperationOutput()
    }
}

/// `UpdateRoleDescription`: the older way.
struct UpdateRoleDescription: Operation {
    static let name = "UpdateRoleDescription"
    let roles: Principals<RoleKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let (name, description) = (try request.requiredText("RoleName"), try request.text("Description") ?? "")
        try await roles.change(name, in: context.territory.account) { $0.description = description }
        return OperationOutput(["Role": try roles.get(name, in: context.territory.account).shape(isWhole: true)])
    }
}

/// `UpdateAssumeRolePolicy`: who may assume the role.
struct UpdateAssumeRolePolicy: Operation {
    static let name = "UpdateAssumeRolePolicy"
    let roles: Principals<RoleKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let trust = try TrustPolicy.checked(request.requiredText("PolicyDocument"))
        try await roles.change(request.requiredText("RoleName"), in: context.territory.account) { $0.trust = trust }
        return OperationOutput()
    }
}

/// `DeleteRole`.
struct DeleteRole: Operation {
    static let name = "DeleteRole"
    let roles: Principals<RoleKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await roles.delete(ActionInput(input).requiredText("RoleName"), in: context.territory.account)
        return OperationOutput()
    }
}

/// `ListInstanceProfilesForRole`: there are no instances here. Tools ask before they delete a role.
struct ListInstanceProfilesForRole: Operation {
    static let name = "ListInstanceProfilesForRole"
    let roles: Principals<RoleKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        _ = try roles.get(ActionInput(input).requiredText("RoleName"), in: context.territory.account)
        return OperationOutput(["InstanceProfiles": [], "IsTruncated": false])
    }
}

/// The rules of trust policies.
enum TrustPolicy {
    /// A trust policy that may be kept.
    static func checked(_ text: String) throws(ServiceError) -> String {
        try PolicyChecks.check(text, .trust)
        guard PolicyChecks.byteCount(text) <= Limits.trustPolicyBytesMax else {
            throw .limitExceeded("Cannot exceed quota for ACLSizePerRole: \(Limits.trustPolicyBytesMax)")
        }
        return text
    }
}
