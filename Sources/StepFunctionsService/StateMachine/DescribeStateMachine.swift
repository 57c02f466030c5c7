import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `DescribeStateMachine`.
struct DescribeStateMachine: AWSWire.Operation {
    static let name = "DescribeStateMachine"
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let record = try catalog.get(try action.stateMachine())
        var output = JSONObject([
            ("stateMachineArn", .string(record.arn.text)), ("name", .string(record.arn.name)), ("status", "ACTIVE"),
        ])
        if action.text("includedData") != "METADATA_ONLY" {
            output["definition"] = .string(try await engine.definitionText(record.definitionSHA256))
        }
        output["roleArn"] = .string(record.roleARN)
        output["type"] = .string(record.type)
        output["creationDate"] = record.createdAt.json
        output["loggingConfiguration"] = record.loggingConfiguration
        output["tracingConfiguration"] = record.tracingConfiguration
        if let revision = record.revisionID { output["revisionId"] = .string(revision) }
        return OperationOutput(.object(output))
    }
}

extension ExecutionEngine {
    /// A stored definition as text.
    func definitionText(_ sha256: [UInt8]) async throws(ServiceError) -> String {
        do throws(EngineFailure) {
            guard let bytes = try await definition(sha256: sha256) else {
                throw .unavailable("the definition is not in the store")
            }
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw ServiceError(error)
        }
    }
}
