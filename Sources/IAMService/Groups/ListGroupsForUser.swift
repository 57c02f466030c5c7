import AWSWire
import JSONTree
import ResourceNames

/// `ListGroupsForUser`, by name.
struct ListGroupsForUser: Operation {
    static let name = "ListGroupsForUser"
    let users: Principals<UserKind>
    let groups: Principals<GroupKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let user = try users.get(request.requiredText("UserName"), in: context.territory.account)
        let found = groups.all(of: user.account).filter(user.isMember)
        return OperationOutput(
            try ListPage(found, request, list: Self.name, groups.pages) { $0.key }.shape("Groups") {
                $0.shape(isWhole: false)
            })
    }
}
