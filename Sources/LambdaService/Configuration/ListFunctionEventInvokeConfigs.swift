import AWSWire
import JSONTree

/// `ListFunctionEventInvokeConfigs`.
struct ListFunctionEventInvokeConfigs: AWSWire.Operation {
    static let name = "ListFunctionEventInvokeConfigs"
    let configs: EventInvokeConfigs
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let function = try configs.functions.get(input, in: context).arn
        let found = configs.functions.catalog.eventInvokeConfigs(of: function)
        return OperationOutput(
            try ListPage(found, input, list: "\(Self.name) \(function)", pages, position: \.arn).output(
                "FunctionEventInvokeConfigs"
            ) { $0.configuration })
    }
}
