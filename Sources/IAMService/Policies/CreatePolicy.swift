import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `CreatePolicy`.
struct CreatePolicy: Operation {
    static let name = "CreatePolicy"
    let policies: ManagedPolicies
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let document = try ManagedPolicyText.checked(request.requiredText("PolicyDocument"))
        var policy = ManagedPolicy(
            account: context.territory.account, name: try request.requiredText("PolicyName"),
            path: try request.path(), description: try request.text("Description") ?? "", document: document,
            createdAt: clock.now)
        try IAMTags.add(request.list("Tags") ?? [], to: &policy.tags, in: context)
        try await policies.create(policy)
        return OperationOutput(["Policy": policy.shape(attachments: 0, boundaries: 0, isWhole: true)])
    }
}
