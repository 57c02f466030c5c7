import AWSWire
import JSONTree

/// `DeleteQueue`: deletes a queue with all its messages.
struct DeleteQueue: Operation {
    static let name = "DeleteQueue"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await catalogue.delete(try catalogue.queue(ActionInput(input), in: context))
        return OperationOutput()
    }
}
