import AWSWire
import JSONTree
import ResourceNames

/// `GetFunctionRecursionConfig`.
struct GetFunctionRecursionConfig: AWSWire.Operation {
    static let name = "GetFunctionRecursionConfig"
    let functions: FunctionLookup

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(["RecursiveLoop": .string(try functions.get(input, in: context).recursiveLoop)])
    }
}
