import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `ListInstanceProfilesForRole`: there are no instances here. Tools ask before they delete a role.
struct ListInstanceProfilesForRole: Operation {
    static let name = "ListInstanceProfilesForRole"
    let roles: Principals<RoleKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        _ = try roles.get(ActionInput(input).requiredText("RoleName"), in: context.territory.account)
        return OperationOutput(["InstanceProfiles": [], "IsTruncated": false])
    }
}
