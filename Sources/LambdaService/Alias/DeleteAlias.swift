import AWSWire
import JSONTree
import ResourceNames

/// `DeleteAlias`. One that is not there is deleted already.
struct DeleteAlias: AWSWire.Operation {
    static let name = "DeleteAlias"
    let catalog: FunctionCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let function = try FunctionName(unqualified: input, in: context)
        try await catalog.changing { catalog throws(ServiceError) in
            let record = try catalog.get(function)
            try await catalog.deleteAlias(input["Name"]?.stringValue ?? "", of: record.arn)
        }
        return OperationOutput(status: 204)
    }
}
