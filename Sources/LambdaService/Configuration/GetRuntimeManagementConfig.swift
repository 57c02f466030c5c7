import AWSWire
import JSONTree

/// `GetRuntimeManagementConfig`: runtimes are the machine's own, and follow it.
struct GetRuntimeManagementConfig: AWSWire.Operation {
    static let name = "GetRuntimeManagementConfig"
    let functions: FunctionLookup

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let record = try functions.get(input, in: context)
        return OperationOutput([
            "UpdateRuntimeOn": .string(record.runtimeUpdates),
            "FunctionArn": .string("\(record.arn):\(record.qualifier ?? "$LATEST")"),
        ])
    }
}
