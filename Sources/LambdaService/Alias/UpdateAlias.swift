import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `UpdateAlias`: calls that begin afterwards go where it leads then.
struct UpdateAlias: AWSWire.Operation {
    static let name = "UpdateAlias"
    let catalog: FunctionCatalog
    let entropy: Entropy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let function = try FunctionName(unqualified: input, in: context)
        let alias = try await catalog.changing { catalog throws(ServiceError) in
            let record = try catalog.get(function)
            let name = input["Name"]?.stringValue ?? ""
            guard var alias = catalog.alias(name, of: record.arn) else {
                throw .aliasNotFound("Alias not found: \(record.arn):\(name)")
            }
            try input.checkRevision(alias.revisionID)
            try alias.route(input, in: catalog)
            if let description = input["Description"]?.stringValue { alias.description = description }
            alias.revisionID = entropy.uuid()
            try await catalog.put(alias)
            return alias
        }
        return OperationOutput(alias.configuration)
    }
}
