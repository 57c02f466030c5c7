import AWSWire
import JSONTree
import ResourceNames

/// `DeleteUser`.
struct DeleteUser: Operation {
    static let name = "DeleteUser"
    let users: Principals<UserKind>
    let keys: AccessKeys

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try ActionInput(input).requiredText("UserName")
        try await users.delete(name, in: context.territory.account) { user throws(ServiceError) in
            guard user.groups.isEmpty else {
                throw .deleteConflict("Cannot delete entity, must remove user from group first.")
            }
            guard keys.all(of: user).isEmpty else {
                throw .deleteConflict("Cannot delete entity, must delete access keys first.")
            }
        }
        return OperationOutput()
    }
}
