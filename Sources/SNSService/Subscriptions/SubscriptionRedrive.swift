import AWSWire
import JSONTree
import ResourceNames

/// The rules of a subscription's `RedrivePolicy`.
///
/// Source: the words were observed on AWS, those about another account aside. Whether the queue is there is not asked: SNS may not look at queues,
/// and finds out when it has something to put there.
enum SubscriptionRedrive {
    /// Refuses what is no such policy of a subscription.
    static func check(_ text: String, of subscription: Subscription) throws(ServiceError) {
        guard let members = (try? JSON.parse(text))?.objectValue else { throw refusal("failed to parse JSON.") }
        if let other = members.keys.first(where: { $0 != "deadLetterTargetArn" }) {
            throw refusal("invalid JSON. Attribute \(other) is unknown.")
        }
        guard let target = members["deadLetterTargetArn"]?.stringValue else {
            throw refusal("Missing deadLetterTargetArn attribute")
        }
        guard let queue = ARN(target) else { throw refusal("deadLetterTargetArn is an invalid arn") }
        guard queue.service == "sqs" else { throw refusal("deadLetterTargetArn must be a SQS queue") }
        let topic = subscription.topic
        guard queue.region == topic.region else {
            throw refusal("deadLetterTargetArn must be in the same region as the subscription")
        }
        guard queue.account == topic.account else {
            throw refusal("deadLetterTargetArn must be in the same account as the subscription")
        }
        let isFIFO = queue.resource.hasSuffix(".fifo")
        guard isFIFO || !(topic.isFIFO && subscription.endpoint.hasSuffix(".fifo")) else {
            throw refusal("must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.")
        }
        guard topic.isFIFO || !isFIFO else { throw refusal("can not use a FIFO queue as DLQ for a standard topic") }
    }

    private static func refusal(_ what: String) -> ServiceError { .invalid("RedrivePolicy: \(what)") }
}
