import AWSWire
import JSONTree
import ResourceNames

/// `SendMessageBatch`: sends up to ten messages in one write.
struct SendMessageBatch: Operation {
    static let name = "SendMessageBatch"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        var batch = try Batch(input, entryType: "SendMessageBatchRequestEntry")
        let attributes = queue.attributes
        var drafts: [(id: String, draft: MessageDraft)] = []
        for entry in batch.entries {
            do throws(ServiceError) {
                drafts.append((entry.id, try MessageDraft(entry.input, for: attributes)))
            } catch {
                batch.fail(entry.id, error)
            }
        }
        let size = drafts.reduce(0) { $0 + $1.draft.size }
        guard size <= Limits.messageBytesMax else {
            throw .sqs(
                "BatchRequestTooLong",
                "Batch requests cannot be longer than \(Limits.messageBytesMax) bytes. You have sent \(size) bytes.")
        }
        let key = context.idempotencyKey
        let send = try await queue.prepareSend(
            drafts.map(\.draft), senderID: context.territory.account,
            idempotencyKeys: key.isEmpty ? [] : drafts.map { "\(key)/\($0.id)" })
        try await queue.commit(send.write)
        for (place, receipt) in send.receipts.enumerated() { batch.succeed(drafts[place].id, receipt.members) }
        return batch.output
    }
}
