import AWSWire
import JSONTree
import ResourceNames

/// `ListPolicyVersions`, newest first.
struct ListPolicyVersions: Operation {
    static let name = "ListPolicyVersions"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let policy = try policies.get(ActionInput(input).requiredText("PolicyArn"), in: context.territory.account)
        let versions = policy.versions.reversed().map { policy.shape(of: $0, isWhole: false) }
        return OperationOutput(["Versions": .array(versions), "IsTruncated": false])
    }
}
