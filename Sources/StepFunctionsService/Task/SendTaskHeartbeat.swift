import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StatesInterpreter

/// `SendTaskHeartbeat`: restarts the task's heartbeat clock.
struct SendTaskHeartbeat: AWSWire.Operation {
    static let name = "SendTaskHeartbeat"
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let token = try StatesInput(input).required("taskToken")
        do throws(EngineFailure) { try await engine.heartbeat(token: token, account: context.territory.account) } catch
        { throw ServiceError(error) }
        return OperationOutput()
    }
}
