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
        guard let (topic, subscriptions) = found else { throw .topicDoesNotExist }
        let now = surroundings.clock.now
        return (topic, subscriptions.filter { $0.isThere(at: now) })
    }

    /// All subscriptions of a topic, ended ones that may come back too.
    func all(of key: TopicKey) -> [Subscription] { state.withLock { $0.subscriptions[key] ?? [] } }

    /// All subscriptions there are.
    var everything: [Subscription] { state.withLock { $0.subscriptions.values.flatMap { $0 } } }

    /// A subscription by its ARN, whether or not it has ended; `nil` when there is none.
    func existing(_ arn: String) -> Subscription? {
        guard let key = Subscription.topic(ofARN: arn) else { return nil }
        return state.withLock { state in state.subscriptions[key]?.first { $0.arn == arn } }
    }

    /// A subscription by its ARN.
    func subscription(_ arn: String) throws(ServiceError) -> Subscription {
        guard let key = Subscription.topic(ofARN: arn) else {
            throw .invalid("SubscriptionArn Reason: An ARN of a subscription was expected")
        }
        guard let found = all(of: key).first(where: { $0.arn == arn }), found.isThere(at: surroundings.clock.now)
        else { throw .subscriptionDoesNotExist }
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
        let now = surroundings.clock.now
        return found.filter { $0.isThere(at: now) }.sorted { $0.arn.utf8.lexicographicallyPrecedes($1.arn.utf8) }
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
    ///
    /// - Parameter ask: The writes that ask an endpoint for its consent, again if it has not answered yet.
    func subscribe(_ wanted: Subscription, ask: (Subscription) -> [PreparedWrite]) async throws(ServiceError)
        -> Subscription
    {
        await gate.enter()
        defer { gate.leave() }
        let (_, existing) = try audience(wanted.topic)
        guard
            let same = existing.first(where: {
                $0.protocolName == wanted.protocolName && $0.endpoint == wanted.endpoint
            })
        else {
            let asking = wanted.consent.phase == .pending ? ask(wanted) : []
            try await write(
                [.insertResource(kind: ResourceKind.subscription, key: wanted.arn, bytes: wanted.bytes)], with: asking
            ) { $0.subscriptions[wanted.topic, default: []].append(wanted) }
            return wanted
        }
        guard same.agrees(with: wanted) else {
            throw .invalid("Attributes Reason: Subscription already exists with different attributes")
        }
        if same.consent.phase == .pending { try await write([], with: ask(same)) }
        return same
    }

    /// Changes a subscription.
    func change(subscription arn: String, _ edit: (inout Subscription) throws(ServiceError) -> Void)
        async throws(ServiceError)
    {
        _ = try subscription(arn)
        _ = try await replace(arn, edit)
    }

    /// Changes a subscription, whether or not it has ended.
    ///
    /// - Parameter more: Further writes of the same transaction.
    func replace(
        _ arn: String, _ edit: (inout Subscription) throws(ServiceError) -> Void,
        with more: (Subscription) -> [PreparedWrite] = { _ in [] }
    ) async throws(ServiceError) -> Subscription {
        await gate.enter()
        defer { gate.leave() }
        guard var changed = existing(arn) else { throw .subscriptionDoesNotExist }
        try edit(&changed)
        let new = changed
        try await write([.putResource(kind: ResourceKind.subscription, key: arn, bytes: new.bytes)], with: more(new)) {
            guard let place = $0.subscriptions[new.topic]?.firstIndex(where: { $0.arn == arn }) else { return }
            $0.subscriptions[new.topic]?[place] = new
        }
        return new
    }

    /// Ends a subscription; one that does not exist is no error, as in AWS.
    func unsubscribe(_ arn: String) async throws(ServiceError) {
        guard Subscription.topic(ofARN: arn) != nil else {
            throw .invalid("SubscriptionArn Reason: An ARN of a subscription was expected")
        }
        try await remove(arn)
    }

    /// Forgets a subscription.
    func remove(_ arn: String) async throws(ServiceError) {
        guard let key = Subscription.topic(ofARN: arn) else { return }
        await gate.enter()
        defer { gate.leave() }
        try await write([.deleteResource(kind: ResourceKind.subscription, key: arn)])
        state.withLock { $0.subscriptions[key]?.removeAll { $0.arn == arn } }
    }

    /// Writes rows, with more in the same transaction.
    ///
    /// - Parameter apply: What becomes of the memory once the rows are durable, before anything that the other writes lead to.
    private func write(
        _ mutations: [Mutation], with more: [PreparedWrite] = [],
        apply: @escaping @Sendable (inout State) -> Void = { _ in }
    ) async throws(ServiceError) {
        let own = PreparedWrite(mutations: mutations) { [self] isCommitted in
            if isCommitted { state.withLock { apply(&$0) } }
        }
        do throws(StoreError) { try await store.commit([own] + more) } catch { throw .store(error) }
    }
}
