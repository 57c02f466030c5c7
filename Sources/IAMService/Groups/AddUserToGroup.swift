import AWSWire
import JSONTree
import ResourceNames

/// `AddUserToGroup`; one who is in it already stays so.
struct AddUserToGroup: Operation {
    static let name = "AddUserToGroup"
    let groups: Principals<GroupKind>
    let users: Principals<UserKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let account = context.territory.account
        let group = try groups.get(request.requiredText("GroupName"), in: account)
        try await users.change(request.requiredText("UserName"), in: account) { user throws(ServiceError) in
            guard !user.isMember(of: group) else { return }
            guard user.groups.count < Limits.groupsMax else {
                throw .limitExceeded("Cannot exceed quota for GroupsPerUser: \(Limits.groupsMax)")
            }
            user.groups.append(group.name)
        }
        return OperationOutput()
    }
}
