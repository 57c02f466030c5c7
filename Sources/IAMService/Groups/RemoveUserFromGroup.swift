import AWSWire
import JSONTree
import ResourceNames

/// `RemoveUserFromGroup`; no error for one who is not in it.
struct RemoveUserFromGroup: Operation {
    static let name = "RemoveUserFromGroup"
    let groups: Principals<GroupKind>
    let users: Principals<UserKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let account = context.territory.account
        let group = try groups.get(request.requiredText("GroupName"), in: account)
        try await users.change(request.requiredText("UserName"), in: account) { user in
            user.groups.removeAll { $0.lowercased() == group.name.lowercased() }
        }
        return OperationOutput()
    }
}
