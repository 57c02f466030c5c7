import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

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
