import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

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
