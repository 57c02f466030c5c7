import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `DeleteStateMachine`: marks the machine; it goes, with versions and aliases, once none of its executions runs. No error when there is none.
struct DeleteStateMachine: AWSWire.Operation {
    static let name = "DeleteStateMachine"
    let catalog: StateMachineCatalog
    let deletion: StateMachineDeletion

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let arn = try StatesInput(input).stateMachine()
        let isThere = try await catalog.change(arn) { value, mutations throws(ServiceError) in
            guard var entry = value else { return false }
            if !entry.record.isDeleting {
                var record = entry.record
                record.isDeleting = true
                entry.put(record, &mutations)
                value = entry
            }
            return true
        }
        if isThere { await deletion.begin(arn) }
        return OperationOutput()
    }
}
