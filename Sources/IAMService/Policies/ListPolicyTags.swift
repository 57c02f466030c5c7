import AWSWire
import JSONTree
import ResourceNames

/// `ListPolicyTags`.
struct ListPolicyTags: Operation {
    static let name = "ListPolicyTags"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let policy = try policies.get(request.requiredText("PolicyArn"), in: context.territory.account)
        let tags = policy.tags.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return OperationOutput(
            try ListPage(tags, request, list: Self.name, policies.pages) { $0.key }.shape("Tags", IAMTags.shape))
    }
}
