import AWSWire
import JSONTree
import Logging
import ResourceNames
import StorageContract

/// What becomes of messages that cannot be delivered: they go to the dead-letter queue of their subscription, if it has one.
///
/// Source: Amazon SNS developer guide, "Amazon SNS dead-letter queues".
struct Undelivered: Sendable {
    /// The way to the queues.
    let surroundings: Surroundings
    /// Told of each.
    let logger: Logger

    /// Tells that a letter was not taken this time.
    func note(_ letter: Letter, _ reason: String) {
        logger.notice(
            "an endpoint did not take a message",
            metadata: [
                "subscription.arn": "\(letter.subscription)", "url": "\(letter.url)", "reason": "\(reason)",
                "attempt": "\(letter.failures + 1)",
            ])
    }

    /// The writes instead of a letter that is given up.
    func writes(_ letter: Letter, to subscription: Subscription) async -> [PreparedWrite] {
        guard letter.kind == .notification else {
            logger.warning(
                "an endpoint could not be asked to confirm",
                metadata: ["subscription.arn": "\(letter.subscription)", "url": "\(letter.url)"])
            return []
        }
        return await writes(["MessageBody": .string(letter.body)], of: subscription, "the endpoint did not take it")
    }

    /// The writes instead of a delivery to a queue or a function.
    ///
    /// - Parameter message: What `SendMessage` takes, its queue aside.
    func writes(_ message: JSONObject, of subscription: Subscription, _ reason: String) async -> [PreparedWrite] {
        logger.warning(
            "a message could not be delivered",
            metadata: ["subscription.arn": "\(subscription.arn)", "reason": "\(reason)"])
        guard let queue = subscription.deadLetters else { return [] }
        var input = message
        input["QueueUrl"] = .string("https://sqs.\(queue.region).amazonaws.com/\(queue.account)/\(queue.resource)")
        if subscription.topic.isFIFO, input["MessageGroupId"] == nil { input["MessageGroupId"] = "undelivered" }
        var context = RequestContext(
            territory: Territory(account: queue.account, region: queue.region), requestID: surroundings.uuid(),
            endpoint: "")
        context.depth = 1
        context.sender = subscription.topic.asService
        do throws(ServiceError) {
            return try await surroundings.prepare("sqs", "SendMessage", .object(input), context)
                .compactMap { $0 as? PreparedWrite }
        } catch {
            logger.error(
                "a message that could not be delivered could not be kept either",
                metadata: ["queue.arn": "\(queue.text)", "reason": "\(error.code): \(error.message)"])
            return []
        }
    }
}
