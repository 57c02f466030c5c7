import AWSWire
import JSONTree

/// `RemovePermission`.
struct RemovePermission: AWSWire.Operation {
    static let name = "RemovePermission"
    let policies: FunctionPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let arn = try policies.arn(input, in: context)
        try await policies.remove(input["StatementId"]?.stringValue ?? "", from: arn, input)
        return OperationOutput(status: 204)
    }
}
