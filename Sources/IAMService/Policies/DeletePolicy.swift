import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `DeletePolicy`: one that nobody has, of one version.
struct DeletePolicy: Operation {
    static let name = "DeletePolicy"
    let policies: ManagedPolicies
    let usage: Usage

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let account = context.territory.account
        try await policies.delete(ActionInput(input).requiredText("PolicyArn"), in: account) {
            policy throws(ServiceError) in
            guard usage.attachments(of: policy, in: account) + usage.boundaries(of: policy, in: account) == 0 else {
                throw .deleteConflict("Cannot delete a policy attached to entities.")
            }
            guard policy.versions.count == 1 else {
                throw .deleteConflict(
                    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy."
                )
            }
        }
        return OperationOutput()
    }
}
