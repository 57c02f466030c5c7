import AWSWire
import JSONTree

/// `GetFunctionUrlConfig`.
struct GetFunctionUrlConfig: AWSWire.Operation {
    static let name = "GetFunctionUrlConfig"
    let urls: FunctionURLConfigs

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(try urls.get(try urls.arn(input, in: context)).configuration(at: context.endpoint))
    }
}
