import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `StopExecution`: ends a running execution early, as `ABORTED`.
struct StopExecution: AWSWire.Operation {
    static let name = "StopExecution"
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let execution = try action.execution()
        do throws(EngineFailure) {
            let stoppedAt = try await engine.stop(execution, error: action.text("error"), cause: action.text("cause"))
            return OperationOutput(["stopDate": stoppedAt.json])
        } catch {
            throw ServiceError(error, execution: execution.text)
        }
    }
}
