import AWSWire
import JSONTree
import ResourceNames

/// `GetGroup`: a group and the users in it, by name.
struct GetGroup: Operation {
    static let name = "GetGroup"
    let groups: Principals<GroupKind>
    let users: Principals<UserKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let group = try groups.get(request.requiredText("GroupName"), in: context.territory.account)
        let page = try ListPage(users.members(of: group), request, list: Self.name, users.pages) { $0.key }
            .shape("Users") { $0.shape(isWhole: false) }
        var output = page.objectValue ?? JSONObject()
        output["Group"] = group.shape(isWhole: true)
        return OperationOutput(.object(output))
    }
}
