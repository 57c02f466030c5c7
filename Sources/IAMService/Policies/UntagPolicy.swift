import AWSWire
import JSONTree
import ResourceNames

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
