import AWSWire
import JSONTree
import ResourceNames

/// `DeletePolicyVersion`: one that is not the default.
struct DeletePolicyVersion: Operation {
    static let name = "DeletePolicyVersion"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let id = try request.requiredText("VersionId")
        try await policies.change(request.requiredText("PolicyArn"), in: context.territory.account) {
            policy throws(ServiceError) in
            guard try policy.version(id).id != policy.defaultVersion else {
                throw .deleteConflict("Cannot delete the default version of a policy.")
            }
            policy.versions.removeAll { $0.id == id }
        }
        return OperationOutput()
    }
}
