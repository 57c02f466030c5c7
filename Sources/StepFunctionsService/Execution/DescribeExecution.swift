import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `DescribeExecution`.
struct DescribeExecution: AWSWire.Operation {
    static let name = "DescribeExecution"
    let engine: ExecutionEngine
    let redrivability: Redrivability

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let execution = try action.describedExecution()
        let description: ExecutionDescription
        do throws(EngineFailure) {
            description = try await engine.describe(execution, includingSealed: action.wantsData)
        } catch {
            throw ServiceError(error, execution: execution.text)
        }
        var output = JSONObject([
            ("executionArn", .string(execution.text)), ("stateMachineArn", .string(execution.stateMachine.text)),
            ("name", .string(execution.name)),
            ("status", .string(description.status.text)), ("startDate", description.startedAt.json),
        ])
        if let stoppedAt = description.stoppedAt { output["stopDate"] = stoppedAt.json }
        description.details.appendOutcome(to: &output, includesData: action.wantsData)
        if let version = description.details.stateMachineVersionARN {
            output["stateMachineVersionArn"] = .string(version)
        }
        if let alias = description.details.stateMachineAliasARN { output["stateMachineAliasArn"] = .string(alias) }
        if let run = description.details.mapRun { output["mapRunArn"] = .string(run.mapRunARN) }
        output["redriveCount"] = .integer(Int64(description.details.redriveCount))
        if let redrivenAt = description.details.redriveDate { output["redriveDate"] = redrivenAt.json }
        if description.details.mapRun != nil, [.failed, .timedOut, .aborted].contains(description.status) {
            output["redriveStatus"] = "REDRIVABLE_BY_MAP_RUN"
            return OperationOutput(.object(output))
        }
        if let obstacle = try await redrivability.obstacle(to: description) {
            output["redriveStatus"] = "NOT_REDRIVABLE"
            output["redriveStatusReason"] = .string(obstacle)
        } else {
            output["redriveStatus"] = "REDRIVABLE"
        }
        return OperationOutput(.object(output))
    }
}
