import AWSWire
import JSONTree
import ResourceNames

/// `ListGroupsForUser`: there are no groups here.
struct ListGroupsForUser: Operation {
    static let name = "ListGroupsForUser"
    let users: Principals<UserKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        _ = try users.get(ActionInput(input).requiredText("UserName"), in: context.territory.account)
        return OperationOutput(["Groups": [], "IsTruncated": false])
    }
}
