import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `CreateAlias`.
struct CreateAlias: AWSWire.Operation {
    static let name = "CreateAlias"
    let catalog: FunctionCatalog
    let entropy: Entropy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let function = try FunctionName(unqualified: input, in: context)
        let alias = try await catalog.changing { catalog throws(ServiceError) in
            let record = try catalog.get(function)
            var alias = FunctionAlias(
                function: record.arn, name: input["Name"]?.stringValue ?? "", version: "$LATEST",
                description: input["Description"]?.stringValue ?? "", revisionID: entropy.uuid())
            try alias.route(input, in: catalog)
            guard catalog.alias(alias.name, of: record.arn) == nil else {
                throw ServiceError(
                    "ResourceConflictException", "Alias already exists: \(alias.arn)", status: 409,
                    members: [("Type", "User")])
            }
            try await catalog.put(alias)
            return alias
        }
        return OperationOutput(alias.configuration, status: 201)
    }
}
