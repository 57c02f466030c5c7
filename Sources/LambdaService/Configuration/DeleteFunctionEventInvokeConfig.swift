import AWSWire
import JSONTree

/// `DeleteFunctionEventInvokeConfig`.
struct DeleteFunctionEventInvokeConfig: AWSWire.Operation {
    static let name = "DeleteFunctionEventInvokeConfig"
    let configs: EventInvokeConfigs

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let config = try configs.get(try configs.arn(input, in: context))
        try await configs.functions.catalog.deleteEventInvokeConfig(of: config.arn)
        return OperationOutput(status: 204)
    }
}
