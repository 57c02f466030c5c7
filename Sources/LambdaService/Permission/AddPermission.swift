import AWSWire
import JSONTree

/// `AddPermission`.
struct AddPermission: AWSWire.Operation {
    static let name = "AddPermission"
    let policies: FunctionPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let arn = try policies.arn(input, in: context)
        let statement = try PermissionStatement.statement(input, on: arn)
        try await policies.add(statement, to: arn, input)
        return OperationOutput(["Statement": .string(statement.text)], status: 201)
    }
}
