import AWSWire
import JSONTree
import ResourceNames

/// `DeleteStateMachineVersion`: no error when there is none; executions it was started with go on.
struct DeleteStateMachineVersion: AWSWire.Operation {
    static let name = "DeleteStateMachineVersion"
    let catalog: StateMachineCatalog

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let (machine, number) = try StatesInput(input).version()
        try await catalog.change(machine) { value, mutations throws(ServiceError) in
            guard var entry = value else { return }
            let aliases = entry.aliases(to: number)
            guard aliases.isEmpty else {
                throw .conflict(
                    "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this "
                        + "version: [\(aliases.map(\.name).joined(separator: ", "))]")
            }
            entry.removeVersion(number, &mutations)
            value = entry
        }
        return OperationOutput()
    }
}
