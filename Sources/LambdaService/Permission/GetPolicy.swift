import AWSWire
import JSONTree

/// `GetPolicy`.
struct GetPolicy: AWSWire.Operation {
    static let name = "GetPolicy"
    let policies: FunctionPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        guard let policy = policies[try policies.arn(input, in: context)] else {
            throw .notFound("The resource you requested does not exist.")
        }
        return OperationOutput(["Policy": .string(policy.text), "RevisionId": .string(policy.revisionID)])
    }
}
