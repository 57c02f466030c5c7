import AWSWire
import JSONTree

/// `UpdateFunctionUrlConfig`.
struct UpdateFunctionUrlConfig: AWSWire.Operation {
    static let name = "UpdateFunctionUrlConfig"
    let urls: FunctionURLConfigs

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let url = try await urls.update(input, in: context)
        return OperationOutput(url.configuration(at: context.endpoint))
    }
}
