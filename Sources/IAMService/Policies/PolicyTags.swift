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
            policy throws(ServiceError) in try IAMTags.add(tags, to: &policy.tags)
        }
        return OperationOutput()
    }
}

/// `UntagPolicy`.
struct UntagPolicy: Operation {
    static let name = "UntagPolicy"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let keys = try request.texts("TagKeys")
        try await policies.change(request.requiredText("PolicyArn"), in: context.territory.account) { policy in
            IAMTags.remove(keys, from: &policy.tags)
        }
        return OperationOutput()
    }
}

/// `ListPolicyTags`.
struct ListPolicyTags: Operation {
    static let name = "ListPolicyTags"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let policy = try policies.get(request.requiredText("PolicyArn"), in: context.territory.account)
        let tags = policy.tags.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return OperationOutput(try ListPage(tags, request) { $0.key }.shape("Tags", IAMTags.shape))
    }
}
