import AWSWire
import JSONTree

/// `DeleteFunctionUrlConfig`.
struct DeleteFunctionUrlConfig: AWSWire.Operation {
    static let name = "DeleteFunctionUrlConfig"
    let urls: FunctionURLConfigs

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let url = try urls.get(try urls.arn(input, in: context))
        try await urls.catalog.delete(url)
        return OperationOutput(status: 204)
    }
}
