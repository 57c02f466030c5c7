import AWSWire
import JSONTree
import ResourceNames

/// `UpdateGroup`: another path. Another name would change what users and policies refer to, and is refused.
struct UpdateGroup: Operation {
    static let name = "UpdateGroup"
    let groups: Principals<GroupKind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try request.requiredText("GroupName")
        if let other = try request.text("NewGroupName"), other != name {
            throw .validation(
                "A group cannot be renamed here: create '\(other)' and delete '\(name)'. NewPath can be changed.")
        }
        let path = try request.text("NewPath")
        try await groups.change(name, in: context.territory.account) { group in
            if let path { group.path = path }
        }
        return OperationOutput()
    }
}
