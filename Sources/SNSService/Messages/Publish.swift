import AWSWire
import HandlerContract
import JSONTree

/// `Publish`: sends a message to all subscriptions of a topic.
struct Publish: PreparableOperation {
    static let name = "Publish"
    let publisher: Publisher

    /// A repeated idempotency key publishes nothing and is answered with the first receipt.
    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let prepared = try await prepare(ActionInput(input), context, idempotencyKey: context.idempotencyKey)
        try await publisher.commit(prepared.writes)
        return OperationOutput(.object(prepared.receipt.members))
    }

    /// The idempotency key plays no part here: what is prepared happens with the transition it belongs to, or not at all.
    func prepare(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> (
        output: OperationOutput, effects: [any PreparedEffect]
    ) {
        let prepared = try await prepare(ActionInput(input), context, idempotencyKey: "")
        return (OperationOutput(.object(prepared.receipt.members)), prepared.writes)
    }

    private func prepare(_ input: ActionInput, _ context: RequestContext, idempotencyKey: String)
        async throws(ServiceError) -> Publisher.Prepared
    {
        guard input.value("PhoneNumber") == nil else {
            throw .invalid("PhoneNumber Reason: text messages are not served here")
        }
        let (topicARN, targetARN) = (try input.text("TopicArn"), try input.text("TargetArn"))
        guard let arn = topicARN ?? targetARN, !arn.isEmpty else {
            throw .invalid("TopicArn or TargetArn Reason: no value for required parameter")
        }
        let key = try TopicKey(arn: arn, parameter: topicARN == nil ? "TargetArn" : "TopicArn")
        let publication = try Publication(input, for: try publisher.catalogue.topic(key))
        return try await publisher.prepare(publication, to: key, in: context, idempotencyKey: idempotencyKey)
    }
}
