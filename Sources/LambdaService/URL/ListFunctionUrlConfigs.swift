import AWSWire
import JSONTree
import ResourceNames

/// `ListFunctionUrlConfigs`: those of a function and its aliases.
struct ListFunctionUrlConfigs: AWSWire.Operation {
    static let name = "ListFunctionUrlConfigs"
    let urls: FunctionURLConfigs
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let record = try urls.catalog.get(try FunctionName(unqualified: input, in: context))
        let found = urls.catalog.urls(of: record.arn)
        return OperationOutput(
            try ListPage(found, input, list: "\(Self.name) \(record.arn)", pages, position: \.arn).output(
                "FunctionUrlConfigs"
            ) {
                $0.configuration(at: context.endpoint)
            })
    }
}
