import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `UpdateAssumeRolePolicy`: who may assume the role.
struct UpdateAssumeRolePolicy: Operation {
    static let name = "UpdateAssumeRolePolicy"
    let roles: Principals<RoleKind>
    let rules: TrustPolicy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let trust = try rules.checked(request.requiredText("PolicyDocument"), in: context.territory.account)
        try await roles.change(request.requiredText("RoleName"), in: context.territory.account) { $0.trust = trust }
        return OperationOutput()
    }
}
