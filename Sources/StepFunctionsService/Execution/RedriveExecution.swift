import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `RedriveExecution`: lets an execution that ended badly go on where it ended.
struct RedriveExecution: AWSWire.Operation {
    static let name = "RedriveExecution"
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let execution = try action.execution()
        do throws(EngineFailure) {
            let redrivenAt = try await engine.redrive(execution, clientToken: action.text("clientToken"))
            return OperationOutput(["redriveDate": redrivenAt.json])
        } catch {
            throw ServiceError(error, execution: execution.text)
        }
    }
}
