import AWSWire
import JSONTree
import ResourceNames

/// `GetAlias`.
struct GetAlias: AWSWire.Operation {
    static let name = "GetAlias"
    let catalog: FunctionCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let record = try catalog.get(try FunctionName(unqualified: input, in: context))
        let name = input["Name"]?.stringValue ?? ""
        guard let alias = catalog.alias(name, of: record.arn) else {
            throw .aliasNotFound("Cannot find alias arn: \(record.arn):\(name)")
        }
        return OperationOutput(alias.configuration)
    }
}
