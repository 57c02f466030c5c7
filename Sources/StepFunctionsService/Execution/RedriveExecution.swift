import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `RedriveExecution`: lets an execution that ended badly go on where it ended.
struct RedriveExecution: AWSWire.Operation {
    static let name = "RedriveExecution"
    let engine: ExecutionEngine
    let redrivability: Redrivability

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let execution = try action.execution()
        try await checkObstacles(to: execution)
        do throws(EngineFailure) {
            let redrivenAt = try await engine.redrive(execution, clientToken: action.text("clientToken"))
            return OperationOutput(["redriveDate": redrivenAt.json])
        } catch {
            throw ServiceError(error, execution: execution.text)
        }
    }

    /// What DescribeExecution names as an obstacle is one. What runs or has succeeded is the engine's to refuse: it knows repeated requests.
    private func checkObstacles(to execution: ExecutionARN) async throws(ServiceError) {
        let description: ExecutionDescription
        do throws(EngineFailure) { description = try await engine.describe(execution, includingSealed: false) } catch {
            throw ServiceError(error, execution: execution.text)
        }
        switch description.status {
        case .running, .succeeded, .pendingRedrive: return
        case .failed, .timedOut, .aborted:
            guard let obstacle = try await redrivability.obstacle(to: description) else { return }
            throw .executionNotRedrivable(execution.text, obstacle)
        }
    }
}
