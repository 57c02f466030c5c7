import AWSWire
import JSONTree

/// `ChangeMessageVisibilityBatch`: changes up to ten messages in one write.
struct ChangeMessageVisibilityBatch: Operation {
    static let name = "ChangeMessageVisibilityBatch"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queue = try catalogue.queue(input, in: context)
        var batch = try Batch(input, entryType: "ChangeMessageVisibilityBatchRequestEntry")
        var changes: [(id: String, handle: String, seconds: Int)] = []
        for entry in batch.entries {
            do throws(ServiceError) {
                let handle = try entry.input.requiredText("ReceiptHandle")
                changes.append((entry.id, handle, try ChangeMessageVisibility.timeout(entry.input)))
            } catch {
                batch.fail(entry.id, error)
            }
        }
        let failures = try await queue.changeVisibility(changes.map { ($0.handle, $0.seconds) })
        for (change, failure) in zip(changes, failures) {
            if let failure { batch.fail(change.id, failure) } else { batch.succeed(change.id) }
        }
        return batch.output
    }
}
