import AWSWire
import JSONTree
import ResourceNames

/// `DeleteGroup`: one that nobody is in.
struct DeleteGroup: Operation {
    static let name = "DeleteGroup"
    let groups: Principals<GroupKind>
    let users: Principals<UserKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try ActionInput(input).requiredText("GroupName")
        try await groups.delete(name, in: context.territory.account) { group throws(ServiceError) in
            guard users.members(of: group).isEmpty else {
                throw .deleteConflict("Cannot delete entity, must remove users from group first.")
            }
        }
        return OperationOutput()
    }
}
