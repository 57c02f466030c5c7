import AWSWire
import Logging
import OutboundHTTP
import Platform
import ResourceNames
import StorageContract

/// Amazon SNS: topics, subscriptions, and messages to queues, functions and HTTP endpoints.
package struct SNSService: Sendable {
    /// Sends a request to a server somewhere else.
    package typealias Send = @Sendable (OutboundRequest) async throws(OutboundError) -> OutboundResponse

    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// The policy that was given to a topic, by its ARN; `nil` when none was.
    package let policies: @Sendable (_ arn: String) -> String?
    /// The tags of a topic, by its ARN; `nil` for none that is there.
    package let tags: @Sendable (_ arn: String) -> [(key: String, value: String)]?
    /// What messages are signed with; its certificate is to be served.
    package let signer: MessageSigner
    private let catalogue: TopicCatalogue
    private let letters: LetterBox
    private let undelivered: Undelivered

    /// Reads the topics and subscriptions that exist.
    ///
    /// - Parameters:
    ///   - random: 64 random bits, for message ids.
    ///   - prepare: Works out `sqs:SendMessage` and `lambda:Invoke`; see `Dispatcher.prepare`.
    ///   - send: Reaches HTTP endpoints.
    ///   - pause: Waits between attempts; a test gives its own.
    ///   - published: Told of each message that is published, once that is durable.
    package init(
        store: any Store, clock: any WallClock = SystemClock(),
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) },
        prepare: @escaping PrepareAction, send: @escaping Send, logger: Logger,
        pause: @escaping @Sendable (Duration) async throws -> Void,
        published: (@Sendable (_ message: PublishedMessage) -> Void)? = nil
    ) throws(StoreError) {
        let surroundings = Surroundings(
            clock: clock, random: random, prepare: prepare, logger: logger, published: published)
        let catalogue = try TopicCatalogue(store: store, surroundings: surroundings)
        policies = { arn in
            // A text that names no topic has no policy, whatever is wrong with it.
            guard let key = try? TopicKey(arn: arn), let topic = try? catalogue.topic(key) else { return nil }
            return topic.get("Policy")
        }
        tags = { arn in (try? TopicKey(arn: arn)).flatMap { try? catalogue.topic($0) }?.tags }
        letters = try LetterBox(store: store, send: send, pause: pause)
        signer = try MessageSigner(store: store)
        undelivered = Undelivered(surroundings: surroundings, logger: logger)
        self.catalogue = catalogue
        let publisher = Publisher(catalogue: catalogue, letters: letters, signer: signer, undelivered: undelivered)
        let correspondence = Correspondence(letters: letters, signer: signer, surroundings: surroundings)
        actions = ServiceActions(
            service: "sns",
            [
                AddPermission(catalogue: catalogue), RemovePermission(catalogue: catalogue),
                GetDataProtectionPolicy(catalogue: catalogue), ConfirmSubscription(catalogue: catalogue),
                CreateTopic(catalogue: catalogue), DeleteTopic(catalogue: catalogue), ListTopics(catalogue: catalogue),
                GetTopicAttributes(catalogue: catalogue), SetTopicAttributes(catalogue: catalogue),
                TagResource(catalogue: catalogue), UntagResource(catalogue: catalogue),
                ListTagsForResource(catalogue: catalogue),
                Subscribe(catalogue: catalogue, correspondence: correspondence),
                Unsubscribe(catalogue: catalogue, correspondence: correspondence),
                ListSubscriptions(catalogue: catalogue),
                ListSubscriptionsByTopic(catalogue: catalogue), GetSubscriptionAttributes(catalogue: catalogue),
                SetSubscriptionAttributes(catalogue: catalogue), Publish(publisher: publisher),
                PublishBatch(publisher: publisher),
            ], refusing: Refusals.all)
    }

    /// Sends what goes to HTTP endpoints, and forgets subscriptions that were never confirmed, until cancelled.
    ///
    /// - Parameter pause: Waits so long; throws when cancelled.
    package func run(pause: @escaping @Sendable (Duration) async throws -> Void) async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await letters.run(catalogue, undelivered) }
            while true {
                do throws(ServiceError) { try await catalogue.expire() } catch {
                    undelivered.logger.warning("old subscriptions were not removed", metadata: ["error": "\(error)"])
                }
                // Cancelled: so are the letters.
                do { try await pause(Limits.expiryPause) } catch { break }
            }
            group.cancelAll()
        }
    }
}
