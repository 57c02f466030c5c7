import AWSWire
import JSONTree

/// `UpdateFunctionEventInvokeConfig`.
struct UpdateFunctionEventInvokeConfig: AWSWire.Operation {
    static let name = "UpdateFunctionEventInvokeConfig"
    let configs: EventInvokeConfigs

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(try await configs.put(input, in: context, isNew: false).configuration)
    }
}
