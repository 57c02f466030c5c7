import AWSWire
import JSONTree

/// `DeleteMessageBatch`: deletes up to ten messages in one write.
struct DeleteMessageBatch: Operation {
    static let name = "DeleteMessageBatch"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        var batch = try Batch(input, entryType: "DeleteMessageBatchRequestEntry")
        var handles: [String] = []
        for entry in batch.entries { handles.append(try entry.input.requiredText("ReceiptHandle")) }
        for (entry, failure) in zip(batch.entries, try await queue.delete(handles)) {
            if let failure { batch.fail(entry.id, failure) } else { batch.succeed(entry.id) }
        }
        return batch.output
    }
}
