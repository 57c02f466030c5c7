import AWSWire
import JSONTree

/// `PurgeQueue`: deletes all messages of a queue.
struct PurgeQueue: Operation {
    static let name = "PurgeQueue"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await catalogue.queue(ActionInput(input), in: context).purge()
        return OperationOutput()
    }
}
