import AWSWire
import HandlerContract
import JSONTree
import Logging
import Platform
import ResourceNames
import StorageContract

/// Amazon EventBridge: event buses, rules by pattern and by schedule, their targets on this machine, and connections.
package struct EventsService: Sendable {
    /// How it reaches actions of other services, through the one dispatcher: it gets their writes and commits them with its own.
    /// An action that has none to give has run when this returns.
    package typealias Prepare =
        @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext)
        async throws(ServiceError) -> [any PreparedEffect]

    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// The connections, for those who make HTTP requests with them.
    package let connections: Connections
    private let catalogue: EventCatalogue
    private let courier: Courier
    private let outbox: Outbox
    private let scheduler: Scheduler

    /// Reads what exists.
    ///
    /// - Parameters:
    ///   - random: 64 random bits, for ids.
    ///   - prepare: Works out actions of other services; see `Dispatcher.prepare`.
    ///   - pause: Waits between attempts; a test gives its own.
    package init(
        store: any Store, clock: any TimerClock, random: @escaping @Sendable () -> UInt64,
        prepare: @escaping Prepare, logger: Logger, pause: @escaping @Sendable (Duration) async throws -> Void
    ) throws(StoreError) {
        let surroundings = Surroundings(clock: clock, random: random, prepare: prepare, logger: logger)
        let catalogue = try EventCatalogue(store: store, surroundings: surroundings)
        let connections = try Connections(store: store, surroundings: surroundings)
        outbox = try Outbox(store: store, pause: pause)
        courier = Courier(catalogue: catalogue, outbox: outbox)
        scheduler = Scheduler(courier: courier, store: store)
        (self.catalogue, self.connections) = (catalogue, connections)
        actions = ServiceActions(
            service: "events",
            [
                PutEvents(courier: courier, store: store), TestEventPattern(),
                CreateEventBus(catalogue: catalogue), DeleteEventBus(catalogue: catalogue),
                DescribeEventBus(catalogue: catalogue), ListEventBuses(catalogue: catalogue),
                PutRule(catalogue: catalogue), DescribeRule(catalogue: catalogue), ListRules(catalogue: catalogue),
                DeleteRule(catalogue: catalogue), EnableRule(catalogue: catalogue), DisableRule(catalogue: catalogue),
                PutTargets(catalogue: catalogue), RemoveTargets(catalogue: catalogue),
                ListTargetsByRule(catalogue: catalogue), ListRuleNamesByTarget(catalogue: catalogue),
                TagResource(catalogue: catalogue), UntagResource(catalogue: catalogue),
                ListTagsForResource(catalogue: catalogue),
                CreateConnection(connections: connections), DescribeConnection(connections: connections),
                UpdateConnection(connections: connections), DeleteConnection(connections: connections),
                ListConnections(connections: connections),
                PutPermission(catalogue: catalogue), RemovePermission(catalogue: catalogue),
            ])
    }

    /// Does what waits and runs schedules, until cancelled.
    package func run() async {
        async let schedules: Void = scheduler.run()
        await outbox.run(courier)
        await schedules
    }

    /// The policy of a bus by its ARN; `nil` for one without.
    package var policies: @Sendable (_ arn: String) -> String? {
        { [catalogue] arn in ARN(arn).flatMap(BusKey.init).flatMap { try? catalogue.bus($0) }?.policy }
    }

    /// The tags of a rule or bus, by its ARN; `nil` for none that is there.
    package var tags: @Sendable (_ arn: String) -> [(key: String, value: String)]? {
        { [catalogue] arn in
            guard let arn = ARN(arn) else { return nil }
            if let rule = RuleKey(arn) { return (try? catalogue.rule(rule))?.tags.pairs }
            return BusKey(arn).flatMap { try? catalogue.bus($0) }?.tags.pairs
        }
    }

    /// Whether a rule may want to hear of the status of executions. One load: fit for a hot path.
    package var isStatusWatched: Bool { catalogue.isStatusWatched }

    /// The write that tells the default bus of a `Step Functions Execution Status Change`: rules see the event once that is durable.
    ///
    /// - Parameters:
    ///   - execution: The event's one resource.
    ///   - detail: The event's detail.
    package func statusChange(of execution: ExecutionARN, detail: JSON) -> PreparedWrite {
        let surroundings = catalogue.surroundings
        let (id, territory) = (surroundings.uuid(), execution.stateMachine.territory)
        let event = Event.json(
            id: id, detailType: StatusChange.detailType, source: StatusChange.source, at: surroundings.clock.now,
            in: territory, resources: [.string(execution.text)], detail: detail)
        return outbox.prepare(event, id: id, on: BusKey(territory: territory, name: BusKey.defaultName))
    }

    /// The write that tells the default bus of what happened in a bucket: rules see the event once that is durable.
    package func bucketEvent(
        _ detailType: String, of bucketARN: String, detail: JSON, in territory: Territory
    ) -> PreparedWrite {
        let surroundings = catalogue.surroundings
        let id = surroundings.uuid()
        let event = Event.json(
            id: id, detailType: detailType, source: "aws.s3", at: surroundings.clock.now, in: territory,
            resources: [.string(bucketARN)], detail: detail)
        return outbox.prepare(event, id: id, on: BusKey(territory: territory, name: BusKey.defaultName))
    }
}
