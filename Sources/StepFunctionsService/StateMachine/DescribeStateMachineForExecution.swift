import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `DescribeStateMachineForExecution`: the definition and role the execution is pinned to, whatever the machine has become.
struct DescribeStateMachineForExecution: AWSWire.Operation {
    static let name = "DescribeStateMachineForExecution"
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let execution = try action.execution()
        let description: ExecutionDescription
        do throws(EngineFailure) { description = try await engine.describe(execution) } catch {
            throw ServiceError(error, execution: execution.text)
        }
        let record = catalog.find(execution.stateMachine)
        var output = JSONObject([
            ("stateMachineArn", .string(execution.stateMachine.text)), ("name", .string(execution.stateMachine.name)),
        ])
        if action.text("includedData") != "METADATA_ONLY" {
            output["definition"] = .string(try await engine.definitionText(description.definitionSHA256))
        }
        output["roleArn"] = .string(description.details.roleARN)
        output["updateDate"] = (record?.updatedAt ?? description.startedAt).json
        output["loggingConfiguration"] = record?.loggingConfiguration ?? StateMachineRecord.loggingDefault
        output["tracingConfiguration"] = record?.tracingConfiguration ?? StateMachineRecord.tracingDefault
        if let revision = record?.revisionID { output["revisionId"] = .string(revision) }
        return OperationOutput(.object(output))
    }
}
