import AWSWire
import JSONTree
import ResourceNames

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
