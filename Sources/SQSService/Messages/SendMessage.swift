import AWSWire
import HandlerContract
import JSONTree
import ResourceNames

/// `SendMessage`: puts a message into a queue.
struct SendMessage: PreparableOperation {
    static let name = "SendMessage"
    let catalogue: QueueCatalogue

    /// A repeated idempotency key sends nothing and is answered with the first receipt.
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let (queue, draft) = try draft(ActionInput(input), context)
        let send = try await queue.prepareSend(
            [draft], senderID: context.territory.account,
            idempotencyKeys: context.idempotencyKey.isEmpty ? [] : [context.idempotencyKey])
        try await queue.commit(send.write)
        return output(send)
    }

    /// The idempotency key plays no part here: what is prepared happens with the transition it belongs to, or not at all.
    func prepare(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> (
        output: OperationOutput, effects: [any PreparedEffect]
    ) {
        let (queue, draft) = try draft(ActionInput(input), context)
        let send = try await queue.prepareSend([draft], senderID: context.territory.account)
        return (output(send), [send.write])
    }

    private func draft(_ input: ActionInput, _ context: RequestContext) throws(ServiceError) -> (Queue, MessageDraft) {
        let queue = try catalogue.queue(input, in: context)
        return (queue, try MessageDraft(input, for: queue.attributes))
    }

    private func output(_ send: Queue.PreparedSend) -> OperationOutput {
        OperationOutput(send.receipts.first.map { .object($0.members) } ?? .emptyObject)
    }
}
