import AWSWire
import JSONTree

/// `DeleteStateMachine`: no error when there is none. Executions under way go on to their end with the definition they are pinned to.
struct DeleteStateMachine: AWSWire.Operation {
    static let name = "DeleteStateMachine"
    let catalog: StateMachineCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let arn = try StatesInput(input).stateMachine()
        if catalog.find(arn) != nil { try await catalog.delete(arn) }
        return OperationOutput()
    }
}
