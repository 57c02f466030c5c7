import AWSWire
import ResourceNames
import StorageContract
import Synchronization

/// All topics and subscriptions. Changes go to the store first, one after the other.
final class TopicCatalogue: Sendable {
    private struct State {
        var topics: [TopicKey: Topic] = [:]
        /// In the order in which they were made, as far as the store keeps it.
        var subscriptions: [TopicKey: [Subscription]] = [:]
    }

    private let state: Mutex<State>
    private let gate = ChangeGate()
    let store: any Store
    let surroundings: Surroundings
    /// What was published lately.
    let memory: PublishMemory

    /// Reads what exists.
    init(store: any Store, surroundings: Surroundings) throws(StoreError) {
        self.store = store
        self.surroundings = surroundings
        var found = State()
        try store.eachResource(kind: ResourceKind.topic) { key, bytes throws(StoreError) in
            guard let topic = Topic(storeKey: key, bytes: bytes) else {
                throw .damaged(kind: ResourceKind.topic, key: key)
            }
            found.topics[topic.key] = topic
        }
        try store.eachResource(kind: ResourceKind.subscription) { key, bytes throws(StoreError) in
            guard let subscription = Subscription(arn: key, bytes: bytes) else {
                throw .damaged(kind: ResourceKind.subscription, key: key)
            }
            found.subscriptions[subscription.topic, default: []].append(subscription)
        }
        for key in found.subscriptions.keys { found.subscriptions[key]?.sort { $0.createdAt < $1.createdAt } }
        state = Mutex(found)
        memory = try PublishMemory(store: store)
    }

    /// A topic by its identity.
    func topic(_ key: TopicKey) throws(ServiceError) -> Topic {
        guard let topic = state.withLock({ $0.topics[key] }) else { throw .topicDoesNotExist }
        return topic
    }

    /// A topic with its subscriptions.
    func audience(_ key: TopicKey) throws(ServiceError) -> (topic: Topic, subscriptions: [Subscription]) {
        let found = state.withLock { state in state.topics[key].map { ($0, state.subscriptions[key] ?? []) } }
        guard let found else { throw .topicDoesNotExist }
        return found
    }

    /// A subscription by its ARN.
    func subscription(_ arn: String) throws(ServiceError) -> Subscription {
        guard let key = Subscription.topic(ofARN: arn) else {
            throw .invalid("SubscriptionArn Reason: An ARN of a subscription was expected")
        }
        guard let found = state.withLock({ state in state.subscriptions[key]?.first { $0.arn == arn } }) else {
            throw .subscriptionDoesNotExist
        }
        return found
    }

    /// Topics of a territory by name.
    func topics(of territory: Territory) -> [Topic] {
        let found = state.withLock { state in state.topics.values.filter { $0.key.territory == territory } }
        return found.sorted { $0.key.name.utf8.lexicographicallyPrecedes($1.key.name.utf8) }
    }

    /// Subscriptions of a territory by ARN.
    func subscriptions(of territory: Territory) -> [Subscription] {
        let found = state.withLock { state in
            state.subscriptions.filter { $0.key.territory == territory }.flatMap(\.value)
        }
        return found.sorted { $0.arn.utf8.lexicographicallyPrecedes($1.arn.utf8) }
    }

    /// Adds a topic unless there is one of that name.
    ///
    /// - Parameter check: Decides whether an existing topic is as asked for.
    func create(_ topic: Topic, check: (Topic) throws(ServiceError) -> Void) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        if let existing = state.withLock({ $0.topics[topic.key] }) { return try check(existing) }
        try await write([.insertResource(kind: ResourceKind.topic, key: topic.key.storeKey, bytes: topic.bytes)])
        state.withLock { $0.topics[topic.key] = topic }
    }

    /// Changes a topic.
    func change(_ key: TopicKey, _ edit: (inout Topic) throws(ServiceError) -> Void) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        var topic = try topic(key)
        try edit(&topic)
        try await write([.putResource(kind: ResourceKind.topic, key: key.storeKey, bytes: topic.bytes)])
        state.withLock { $0.topics[key] = topic }
    }

    /// Deletes a topic with its subscriptions; one that does not exist is no error, as in AWS.
    func delete(_ key: TopicKey) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        let owned = state.withLock { state in state.topics[key].map { _ in state.subscriptions[key] ?? [] } }
        guard let subscriptions = owned else { return }
        var mutations: [Mutation] = [.deleteResource(kind: ResourceKind.topic, key: key.storeKey)]
        mutations += subscriptions.map { .deleteResource(kind: ResourceKind.subscription, key: $0.arn) }
        try await write(mutations)
        state.withLock { state in
            state.topics[key] = nil
            state.subscriptions[key] = nil
        }
    }

    /// Adds a subscription, or finds the one of the same endpoint.
    func subscribe(_ wanted: Subscription) async throws(ServiceError) -> Subscription {
        await gate.enter()
        defer { gate.leave() }
        let (_, existing) = try audience(wanted.topic)
        if let same = existing.first(where: { $0.protocolName == wanted.protocolName && $0.endpoint == wanted.endpoint }
        ) {
            guard same.agrees(with: wanted) else {
                throw .invalid("Attributes Reason: Subscription already exists with different attributes")
            }
            return same
        }
        try await write([.insertResource(kind: ResourceKind.subscription, key: wanted.arn, bytes: wanted.bytes)])
        state.withLock { $0.subscriptions[wanted.topic, default: []].append(wanted) }
        return wanted
    }

    /// Changes a subscription.
    func change(subscription arn: String, _ edit: (inout Subscription) throws(ServiceError) -> Void)
        async throws(ServiceError)
    {
        await gate.enter()
        defer { gate.leave() }
        var changed = try subscription(arn)
        try edit(&changed)
        try await write([.putResource(kind: ResourceKind.subscription, key: arn, bytes: changed.bytes)])
        let new = changed
        state.withLock { state in
            guard let place = state.subscriptions[new.topic]?.firstIndex(where: { $0.arn == arn }) else { return }
            state.subscriptions[new.topic]?[place] = new
        }
    }

    /// Ends a subscription; one that does not exist is no error, as in AWS.
    func unsubscribe(_ arn: String) async throws(ServiceError) {
        guard let key = Subscription.topic(ofARN: arn) else {
            throw .invalid("SubscriptionArn Reason: An ARN of a subscription was expected")
        }
        await gate.enter()
        defer { gate.leave() }
        try await write([.deleteResource(kind: ResourceKind.subscription, key: arn)])
        state.withLock { $0.subscriptions[key]?.removeAll { $0.arn == arn } }
    }

    private func write(_ mutations: [Mutation]) async throws(ServiceError) {
        do throws(StoreError) { try await store.write(mutations) } catch { throw .store(error) }
    }
}
