import AWSWire
import Platform
import ResourceNames
import StorageContract

/// Amazon SNS: topics, subscriptions, and messages to queues and functions.
package struct SNSService: Sendable {
    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// The policy that was given to a topic, by its ARN; `nil` when none was.
    package let policies: @Sendable (_ arn: String) -> String?

    /// Reads the topics and subscriptions that exist.
    ///
    /// - Parameters:
    ///   - random: 64 random bits, for message ids.
    ///   - prepare: Works out `sqs:SendMessage` and `lambda:Invoke`; see `Dispatcher.prepare`.
    package init(
        store: any Store, clock: any WallClock = SystemClock(),
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) },
        prepare: @escaping PrepareAction
    ) throws(StoreError) {
        let surroundings = Surroundings(clock: clock, random: random, prepare: prepare)
        let catalogue = try TopicCatalogue(store: store, surroundings: surroundings)
        policies = { arn in
            // A text that names no topic has no policy, whatever is wrong with it.
            guard let key = try? TopicKey(arn: arn), let topic = try? catalogue.topic(key) else { return nil }
            return topic.get("Policy")
        }
        let publisher = Publisher(catalogue: catalogue, signingKey: try store.tokenKey)
        actions = ServiceActions(
            service: "sns",
            [
                CreateTopic(catalogue: catalogue), DeleteTopic(catalogue: catalogue), ListTopics(catalogue: catalogue),
                GetTopicAttributes(catalogue: catalogue), SetTopicAttributes(catalogue: catalogue),
                TagResource(catalogue: catalogue), UntagResource(catalogue: catalogue),
                ListTagsForResource(catalogue: catalogue),
                Subscribe(catalogue: catalogue), Unsubscribe(catalogue: catalogue),
                ListSubscriptions(catalogue: catalogue),
                ListSubscriptionsByTopic(catalogue: catalogue), GetSubscriptionAttributes(catalogue: catalogue),
                SetSubscriptionAttributes(catalogue: catalogue), Publish(publisher: publisher),
                PublishBatch(publisher: publisher),
            ])
    }
}
