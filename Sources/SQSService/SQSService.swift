import AWSWire
import JSONTree
import Platform
import ResourceNames
import StorageContract

/// Amazon SQS: queues and their messages, kept in the store.
package struct SQSService: Sendable {
    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// The policy of a queue, by its ARN; `nil` when it has none.
    package let policies: @Sendable (_ arn: String) -> String?
    /// The tags of a queue, by its ARN; `nil` for none that is there.
    package let tags: @Sendable (_ arn: String) -> [(key: String, value: String)]?
    /// The oldest messages of a queue, by its ARN, so many at most, without receiving them; `nil` when there is no such queue.
    package let messages: @Sendable (_ arn: String, _ limit: Int) async throws(StoreError) -> [JSON]?
    private let moves: MessageMoves

    /// Reads the queues that exist.
    ///
    /// - Parameters:
    ///   - clock: The time; timers wake receivers that wait.
    ///   - random: 64 random bits, for message ids.
    ///   - changed: Told that queues or their messages have changed; see `Surroundings`.
    package init(
        store: any Store, clock: any TimerClock = SystemClock(),
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) },
        changed: @escaping @Sendable () -> Void = {}
    ) throws(StoreError) {
        let catalogue = try QueueCatalogue(
            store: store, surroundings: Surroundings(clock: clock, random: random, changed: changed))
        let moves = try MessageMoves(catalogue)
        self.moves = moves
        messages = QueuePeek(catalogue: catalogue).messages
        policies = { arn in
            QueueKey(arn: arn).flatMap { catalogue.find($0) }?.attributes.get("Policy")
        }
        tags = { arn in QueueKey(arn: arn).flatMap { catalogue.find($0) }?.record.tags }
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
                StartMessageMoveTask(catalogue: catalogue, moves: moves), CancelMessageMoveTask(moves: moves),
                ListMessageMoveTasks(catalogue: catalogue, moves: moves),
                AddPermission(catalogue: catalogue), RemovePermission(catalogue: catalogue),
            ])
    }

    /// Moves dead letters back where that was asked for, until cancelled.
    ///
    /// - Parameter pause: Waits so long; throws when cancelled.
    package func runMoves(pause: @escaping @Sendable (Duration) async throws -> Void) async {
        await moves.run(pause: pause)
    }
}
