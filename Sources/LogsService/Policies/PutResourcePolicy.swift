import AWSWire
import JSONTree

/// `PutResourcePolicy`: which services may write to groups of the account.
struct PutResourcePolicy: Operation {
    static let name = "PutResourcePolicy"
    let policies: ResourcePolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        guard try request.text("resourceArn") == nil else {
            throw .invalid("Policies of one resource are not served here: give policyName and no resourceArn.")
        }
        let policy = try await policies.put(
            try request.requiredText("policyName"), try request.requiredText("policyDocument"),
            in: context.territory)
        return OperationOutput(["resourcePolicy": policy.shape])
    }
}
