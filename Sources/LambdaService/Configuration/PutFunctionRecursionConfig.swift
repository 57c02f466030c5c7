import AWSWire
import JSONTree
import ResourceNames

/// `PutFunctionRecursionConfig`. It is kept and shown; calls nested more than 16 deep are refused whatever it says.
struct PutFunctionRecursionConfig: AWSWire.Operation {
    static let name = "PutFunctionRecursionConfig"
    let catalog: FunctionCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try FunctionName(unqualified: input, in: context)
        let wanted = input["RecursiveLoop"]?.stringValue ?? "Terminate"
        try await catalog.changing { catalog throws(ServiceError) in
            var record = try catalog.get(name)
            record.recursiveLoop = wanted
            try await catalog.replace(record)
        }
        return OperationOutput(["RecursiveLoop": .string(wanted)])
    }
}
