import AWSWire
import JSONTree

/// `GetFunctionEventInvokeConfig`.
struct GetFunctionEventInvokeConfig: AWSWire.Operation {
    static let name = "GetFunctionEventInvokeConfig"
    let configs: EventInvokeConfigs

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(try configs.get(try configs.arn(input, in: context)).configuration)
    }
}
