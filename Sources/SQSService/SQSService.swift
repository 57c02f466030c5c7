import AWSWire
import StorageContract

/// Amazon SQS: queues and their messages, kept in the store.
package struct SQSService: Sendable {
    /// All actions, for the dispatcher.
    package let actions: ServiceActions

    /// Reads the queues that exist.
    ///
    /// - Parameters:
    ///   - clock: The time; timers wake receivers that wait.
    ///   - random: 64 random bits, for message ids.
    package init(
        store: any Store, clock: QueueClock = .system,
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) }
    ) throws(StoreError) {
        let catalogue = try QueueCatalogue(store: store, surroundings: Surroundings(clock: clock, random: random))
        actions = ServiceActions(
            service: "sqs",
            [
                CreateQueue(catalogue: catalogue), DeleteQueue(catalogue: catalogue), GetQueueUrl(catalogue: catalogue),
                ListQueues(catalogue: catalogue), ListDeadLetterSourceQueues(catalogue: catalogue),
                GetQueueAttributes(catalogue: catalogue), SetQueueAttributes(catalogue: catalogue),
                PurgeQueue(catalogue: catalogue),
                TagQueue(catalogue: catalogue), UntagQueue(catalogue: catalogue), ListQueueTags(catalogue: catalogue),
                SendMessage(catalogue: catalogue), SendMessageBatch(catalogue: catalogue),
                ReceiveMessage(catalogue: catalogue),
                DeleteMessage(catalogue: catalogue), DeleteMessageBatch(catalogue: catalogue),
                ChangeMessageVisibility(catalogue: catalogue), ChangeMessageVisibilityBatch(catalogue: catalogue),
            ])
    }
}
