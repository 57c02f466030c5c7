import AWSWire
import JSONTree

/// `PurgeQueue`: deletes all messages of a queue.
struct PurgeQueue: Operation {
    static let name = "PurgeQueue"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let queue = try catalogue.queue(ActionInput(input), in: context)
        try await queue.purge()
        // Afterwards: one that was cut short may be asked for again.
        try await catalogue.keep(queue)
        return OperationOutput()
    }
}
