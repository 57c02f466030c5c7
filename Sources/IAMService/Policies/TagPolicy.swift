import AWSWire
import JSONTree
import ResourceNames

/// `TagPolicy`.
struct TagPolicy: Operation {
    static let name = "TagPolicy"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let tags = try request.list("Tags") ?? []
        try await policies.change(request.requiredText("PolicyArn"), in: context.territory.account) {
            policy throws(ServiceError) in try IAMTags.add(tags, to: &policy.tags, in: context)
        }
        return OperationOutput()
    }
}
