import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `DeleteRole`.
struct DeleteRole: Operation {
    static let name = "DeleteRole"
    let roles: Principals<RoleKind>
    let deleted: DeletedRoles

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await roles.delete(ActionInput(input).requiredText("RoleName"), in: context.territory.account) {
            role throws(ServiceError) in
            try await deleted.add(role)
        }
        return OperationOutput()
    }
}
