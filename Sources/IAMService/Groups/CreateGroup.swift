import AWSWire
import JSONTree
import ResourceNames

/// `CreateGroup`.
struct CreateGroup: Operation {
    static let name = "CreateGroup"
    let groups: Principals<GroupKind>
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let group = Principal<GroupKind>(
            account: context.territory.account, name: try request.requiredText("GroupName"), path: try request.path(),
            createdAt: clock.now)
        try await groups.create(group)
        return OperationOutput(["Group": group.shape(isWhole: true)])
    }
}
