import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// Amazon CloudWatch Logs: groups, streams and their events, in the store.
package struct LogsService: Sendable {
    /// Runs an action of another service through the one dispatcher.
    package typealias RunAction =
        @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext)
        async throws(ServiceError) -> OperationOutput
    /// Whether an author may write.
    package typealias Admit =
        @Sendable (_ action: String, _ input: JSON, _ author: LogAuthor, _ territory: Territory) -> Bool

    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// Where other parts of the program put their logs.
    package let sink: LogSink
    /// The tags of the group that an ARN is of, also of one of its streams; `nil` for none that is there.
    package let tags: @Sendable (_ arn: String) -> [(key: String, value: String)]?
    /// What the account's policies say of a group or a stream, by its ARN; `nil` when none of them means it.
    package let policies: @Sendable (_ arn: String) -> String?
    private let catalogue: LogCatalogue
    private let deliveries: FilterDeliveries

    /// Reads the groups and streams that exist.
    ///
    /// - Parameters:
    ///   - pause: Waits between the messages of a live tail, and between attempts; a test gives its own.
    ///   - run: Reaches the functions of subscription filters, and the keys that groups name.
    ///   - admit: Asked before a function's lines are written.
    package init(
        store: any Store, clock: any WallClock, pause: @escaping @Sendable (Duration) async throws -> Void,
        run: @escaping RunAction, admit: @escaping Admit
    ) throws(StoreError) {
        let deliveries = FilterDeliveries(run: run, pause: pause)
        self.deliveries = deliveries
        let catalogue = try LogCatalogue(store: store, clock: clock, deliveries: deliveries)
        self.catalogue = catalogue
        tags = { text in
            guard let arn = ARN(text), let name = arn.resource.split(separator: ":").dropFirst().first else {
                return nil
            }
            let key = GroupKey(territory: Territory(account: arn.account, region: arn.region), name: String(name))
            return (try? catalogue.group(key))?.tags.textPairs
        }
        let policies = try ResourcePolicies(store: store, clock: clock)
        self.policies = { [policies] arn in policies.text(about: arn) }
        let sink = LogSink(catalogue: catalogue, admit: admit)
        self.sink = sink
        let keys = KeyCheck(run: run)
        actions = ServiceActions(
            service: "logs",
            [
                CreateLogGroup(catalogue: catalogue, keys: keys), DeleteLogGroup(catalogue: catalogue),
                AssociateKmsKey(catalogue: catalogue, keys: keys), DisassociateKmsKey(catalogue: catalogue),
                PutLogGroupDeletionProtection(catalogue: catalogue),
                DescribeLogGroups(catalogue: catalogue, sink: sink), ListLogGroups(catalogue: catalogue, sink: sink),
                PutResourcePolicy(policies: policies), DeleteResourcePolicy(policies: policies),
                DescribeResourcePolicies(policies: policies, clock: clock), PutRetentionPolicy(catalogue: catalogue),
                DeleteRetentionPolicy(catalogue: catalogue), TagResource(catalogue: catalogue),
                UntagResource(catalogue: catalogue), ListTagsForResource(catalogue: catalogue),
                TagLogGroup(catalogue: catalogue), UntagLogGroup(catalogue: catalogue),
                ListTagsLogGroup(catalogue: catalogue), CreateLogStream(catalogue: catalogue),
                DeleteLogStream(catalogue: catalogue), DescribeLogStreams(catalogue: catalogue, sink: sink),
                PutLogEvents(catalogue: catalogue), GetLogEvents(catalogue: catalogue, sink: sink),
                FilterLogEvents(catalogue: catalogue, sink: sink), StartLiveTail(catalogue: catalogue, pause: pause),
                DescribeMetricFilters(catalogue: catalogue), DescribeSubscriptionFilters(catalogue: catalogue),
                PutSubscriptionFilter(catalogue: catalogue, deliveries: deliveries),
                DeleteSubscriptionFilter(catalogue: catalogue),
            ], refusing: Self.refusals)
    }

    /// Writes what other parts of the program log, and calls the functions of subscription filters, until cancelled.
    package func run() async {
        async let calls: Void = deliveries.run()
        await sink.run()
        await calls
    }

    /// Actions that are known and not served.
    private static let refusals: [String: ServiceError] = [
        "PutMetricFilter": .invalid("Metric filters are not served here: there are no metrics of CloudWatch."),
        "DeleteMetricFilter": ServiceError(
            "ResourceNotFoundException",
            "The specified metric filter does not exist: metric filters are not served here."),
    ]

    /// Deletes what groups no longer keep, now and once an hour, until cancelled.
    ///
    /// - Parameter pause: Waits so long; throws when cancelled.
    package func runExpiry(pause: @Sendable (Duration) async throws -> Void) async throws {
        while true {
            try await expire()
            try await pause(Limits.expiryPause)
        }
    }

    /// Deletes what groups no longer keep.
    package func expire() async throws(ServiceError) { try await catalogue.expire() }
}
