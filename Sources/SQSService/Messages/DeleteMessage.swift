import AWSWire
import JSONTree

/// `DeleteMessage`: ends a message's life by the handle of its last receive.
struct DeleteMessage: Operation {
    static let name = "DeleteMessage"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        let failures = try await queue.delete([try input.requiredText("ReceiptHandle")])
        if let error = failures.first.flatMap({ $0 }) { throw error }
        return OperationOutput()
    }
}
