import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `DescribeStateMachineForExecution`: the revision the execution is pinned to, whatever the machine has become.
struct DescribeStateMachineForExecution: AWSWire.Operation {
    static let name = "DescribeStateMachineForExecution"
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let execution = try action.describedExecution()
        let description: ExecutionDescription
        do throws(EngineFailure) { description = try await engine.describe(execution, includingSealed: false) } catch {
            throw ServiceError(error, execution: execution.text)
        }
        var output = JSONObject([
            ("stateMachineArn", .string(execution.stateMachine.text)), ("name", .string(execution.stateMachine.name)),
        ])
        try await engine.append(definition: description.definitionSHA256, isShown: action.wantsData, to: &output)
        if let run = description.details.mapRun {
            output["mapRunArn"] = .string(run.mapRunARN)
            output["label"] = .string(MapRunARN(run.mapRunARN)?.label ?? "")
        }
        let settings = settings(of: description)
        output["roleArn"] = .string(description.details.roleARN)
        output["updateDate"] = settings.updatedAt.json
        settings.append(to: &output)
        return OperationOutput(.object(output))
    }

    /// What was pinned, or a first revision without configuration.
    private func settings(of description: ExecutionDescription) -> MachineSettings {
        // Damage would only hide the configuration; the row it lies in has been read.
        if let bytes = description.details.settings, let json = try? JSON.parse(bytes),
            let settings = MachineSettings(json: json)
        {
            return settings
        }
        return MachineSettings(
            roleARN: description.details.roleARN, definitionSHA256: description.definitionSHA256,
            updatedAt: catalog.find(description.execution.stateMachine)?.createdAt ?? description.startedAt)
    }
}
