import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StatesInterpreter

/// `SendTaskFailure`: error and cause meet the state's Retry and Catch.
struct SendTaskFailure: AWSWire.Operation {
    static let name = "SendTaskFailure"
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let failure = StatesError(action.text("error"), cause: action.text("cause"))
        let token = try action.required("taskToken")
        do throws(EngineFailure) {
            try await engine.answerTask(token: token, account: context.territory.account, .failure(failure))
        } catch {
            throw ServiceError(error)
        }
        return OperationOutput()
    }
}
