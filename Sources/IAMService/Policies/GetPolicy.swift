import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `GetPolicy`: everything but the document.
struct GetPolicy: Operation {
    static let name = "GetPolicy"
    let policies: ManagedPolicies
    let usage: Usage

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let account = context.territory.account
        let policy = try policies.get(ActionInput(input).requiredText("PolicyArn"), in: account)
        return OperationOutput([
            "Policy": policy.shape(
                attachments: usage.attachments(of: policy, in: account),
                boundaries: usage.boundaries(of: policy, in: account), isWhole: true)
        ])
    }
}
