import AWSWire
import JSONTree
import ResourceNames

/// `DeleteStateMachineAlias`: no error when there is none (observed).
struct DeleteStateMachineAlias: AWSWire.Operation {
    static let name = "DeleteStateMachineAlias"
    let catalog: StateMachineCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let (machine, name) = try StatesInput(input).alias()
        try await catalog.change(machine) { value, mutations throws(ServiceError) in
            value?.removeAlias(name, &mutations)
        }
        return OperationOutput()
    }
}
