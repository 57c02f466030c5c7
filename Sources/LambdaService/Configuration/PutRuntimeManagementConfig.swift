import AWSWire
import JSONTree
import ResourceNames

/// `PutRuntimeManagementConfig`: kept and shown; runtimes are the machine's own, so that none can be held back.
struct PutRuntimeManagementConfig: AWSWire.Operation {
    static let name = "PutRuntimeManagementConfig"
    let catalog: FunctionCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let name = try FunctionName(unqualified: input, in: context)
        let qualifier = input["Qualifier"]?.stringValue ?? "$LATEST"
        guard qualifier == "$LATEST" else {
            throw .invalidParameter(
                "Qualifier \(qualifier) is not supported here: a version keeps what its function had. Use $LATEST.")
        }
        let wanted = input["UpdateRuntimeOn"]?.stringValue ?? "Auto"
        guard wanted != "Manual" else {
            throw .invalidParameter(
                "UpdateRuntimeOn Manual is not supported here: runtimes are this machine's. Use Auto or FunctionUpdate."
            )
        }
        let arn = try await catalog.changing { catalog throws(ServiceError) in
            var record = try catalog.get(name)
            record.runtimeUpdates = wanted
            try await catalog.replace(record)
            return record.arn
        }
        return OperationOutput(["UpdateRuntimeOn": .string(wanted), "FunctionArn": .string("\(arn):$LATEST")])
    }
}
