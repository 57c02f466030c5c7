import AWSWire
import JSONTree

/// `CreateFunctionUrlConfig`.
struct CreateFunctionUrlConfig: AWSWire.Operation {
    static let name = "CreateFunctionUrlConfig"
    let urls: FunctionURLConfigs

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let url = try await urls.create(input, in: context)
        return OperationOutput(url.configuration(at: context.endpoint), status: 201)
    }
}
