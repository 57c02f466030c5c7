import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

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
