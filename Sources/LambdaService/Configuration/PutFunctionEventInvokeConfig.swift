import AWSWire
import JSONTree

/// `PutFunctionEventInvokeConfig`.
struct PutFunctionEventInvokeConfig: AWSWire.Operation {
    static let name = "PutFunctionEventInvokeConfig"
    let configs: EventInvokeConfigs

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(try await configs.put(input, in: context, isNew: true).configuration)
    }
}
