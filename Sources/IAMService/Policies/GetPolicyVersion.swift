import AWSWire
import JSONTree
import ResourceNames

/// `GetPolicyVersion`: with the document.
struct GetPolicyVersion: Operation {
    static let name = "GetPolicyVersion"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let policy = try policies.get(request.requiredText("PolicyArn"), in: context.territory.account)
        let version = try policy.version(request.requiredText("VersionId"))
        return OperationOutput(["PolicyVersion": policy.shape(of: version, isWhole: true)])
    }
}
