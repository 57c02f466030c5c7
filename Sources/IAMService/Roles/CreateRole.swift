import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `CreateRole`.
struct CreateRole: Operation {
    static let name = "CreateRole"
    let roles: Principals<RoleKind>
    let policies: ManagedPolicies
    let trust: TrustPolicy
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        var role = Principal<RoleKind>(
            account: context.territory.account, name: try request.requiredText("RoleName"), path: try request.path(),
            createdAt: clock.now)
        role.trust = try trust.checked(request.requiredText("AssumeRolePolicyDocument"), in: role.account)
        role.description = try request.text("Description") ?? ""
        role.sessionSecondsMax = try request.integer("MaxSessionDuration") ?? 3_600
        try IAMTags.add(request.list("Tags") ?? [], to: &role.tags, in: context)
        if let boundary = try request.text("PermissionsBoundary") {
            role.boundary = try policies.attachable(boundary, in: role.account)
        }
        try await roles.create(role)
        return OperationOutput(["Role": role.shape(isWhole: true)])
    }
}
