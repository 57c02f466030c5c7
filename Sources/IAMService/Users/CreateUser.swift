import AWSWire
import JSONTree
import ResourceNames

/// `CreateUser`.
struct CreateUser: Operation {
    static let name = "CreateUser"
    let users: Principals<UserKind>
    let policies: ManagedPolicies
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        var user = Principal<UserKind>(
            account: context.territory.account, name: try request.requiredText("UserName"), path: try request.path(),
            createdAt: clock.now)
        try IAMTags.add(request.list("Tags") ?? [], to: &user.tags, in: context)
        if let boundary = try request.text("PermissionsBoundary") {
            user.boundary = try policies.attachable(boundary, in: user.account)
        }
        try await users.create(user)
        return OperationOutput(["User": user.shape(isWhole: true)])
    }
}
