import AWSWire
import JSONTree

/// `DeleteResourcePolicy`.
struct DeleteResourcePolicy: Operation {
    static let name = "DeleteResourcePolicy"
    let policies: ResourcePolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await policies.delete(try ActionInput(input).requiredText("policyName"), in: context.territory)
        return OperationOutput()
    }
}
