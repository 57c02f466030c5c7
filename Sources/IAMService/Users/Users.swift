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
        try IAMTags.add(request.list("Tags") ?? [], to: &user.tags)
        if let boundary = try request.text("PermissionsBoundary") {
            user.boundary = try policies.attachable(boundary, in: user.account)
        }
        try await users.create(user)
        return OperationOutput(["User": user.shape(isWhole: true)])
    }
}

/// `UpdateUser`: another path. Another name would change what policies and keys refer to, and is refused.
struct UpdateUser: Operation {
    static let name = "UpdateUser"
    let users: Principals<UserKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try request.requiredText("UserName")
        if let other = try request.text("NewUserName"), other != name {
            throw .validation(
                "A user cannot be renamed here: create '\(other)' and delete '\(name)'. NewPath can be changed.")
        }
        let path = try request.text("NewPath")
        try await users.change(name, in: context.territory.account) { user in
            if let path { user.path = path }
        }
        return OperationOutput()
    }
}

/// `DeleteUser`.
struct DeleteUser: Operation {
    static let name = "DeleteUser"
    let users: Principals<UserKind>
    let keys: AccessKeys

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try ActionInput(input).requiredText("UserName")
        try await users.delete(name, in: context.territory.account) { user throws(ServiceError) in
            guard keys.all(of: user).isEmpty else {
                throw .deleteConflict("Cannot delete entity, must delete access keys first.")
            }
        }
        return OperationOutput()
    }
}

/// `ListGroupsForUser`: there are no groups here.
struct ListGroupsForUser: Operation {
    static let name = "ListGroupsForUser"
    let users: Principals<UserKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        _ = try users.get(ActionInput(input).requiredText("UserName"), in: context.territory.account)
        return OperationOutput(["Groups": [], "IsTruncated": false])
    }
}
