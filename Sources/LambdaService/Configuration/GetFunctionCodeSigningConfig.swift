import AWSWire
import JSONTree

/// `GetFunctionCodeSigningConfig`: no function has one; `--require-signed` asks all packages for a signature.
struct GetFunctionCodeSigningConfig: AWSWire.Operation {
    static let name = "GetFunctionCodeSigningConfig"
    let functions: FunctionLookup

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let record = try functions.get(input, in: context)
        return OperationOutput(["CodeSigningConfigArn": "", "FunctionName": .string(record.name)])
    }
}
