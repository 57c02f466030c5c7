import AWSWire
import ResourceNames
import StorageContract

/// Amazon SNS: topics, subscriptions, and messages to queues and functions.
package struct SNSService: Sendable {
    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    private let deliveries: FunctionDeliveries

    /// Reads the topics and subscriptions that exist.
    ///
    /// - Parameters:
    ///   - now: The wall clock.
    ///   - random: 64 random bits, for message ids.
    ///   - deliver: Reaches `sqs:SendMessage` (preparing) and `lambda:Invoke`; see `Dispatcher.deliver`.
    ///   - later: Runs work outside the request at hand: deliveries to functions after their commit.
    package init(
        store: any Store, now: @escaping @Sendable () -> Timestamp = SystemSurroundings.now,
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) },
        deliver: @escaping DeliverAction, later: @escaping RunLater = SystemSurroundings.later
    ) throws(StoreError) {
        let surroundings = Surroundings(now: now, random: random, deliver: deliver, later: later)
        let catalogue = try TopicCatalogue(store: store, surroundings: surroundings)
        let deliveries = FunctionDeliveries(store: store, surroundings: surroundings)
        let publisher = Publisher(catalogue: catalogue, deliveries: deliveries, signingKey: try store.tokenKey)
        self.deliveries = deliveries
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

    /// Hands over what an earlier process owed to functions; called once, when the dispatcher serves.
    package func resumeDeliveries() throws(StoreError) { try deliveries.resume() }
}
