import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StorageContract

/// `DeleteActivity`: no error when there is none. Workers that wait for a task of it are sent away.
struct DeleteActivity: AWSWire.Operation {
    static let name = "DeleteActivity"
    let activities: Activities
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let arn = try StatesInput(input).activity()
        try await activities.change(arn) { value, mutations throws(ServiceError) in
            guard let record = value else { return }
            mutations.append(.deleteResource(kind: ActivityRecord.kind, key: record.key))
            value = nil
        }
        engine.dismissWorkers(of: arn.text)
        return OperationOutput()
    }
}
