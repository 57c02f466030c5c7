import AWSWire
import ResourceNames
import StorageContract

/// Amazon CloudWatch Logs: groups, streams and their events, in the store.
package struct LogsService: Sendable {
    /// All actions, for the dispatcher.
    package let actions: ServiceActions
    /// Where other parts of the program put their logs.
    package let sink: LogSink
    private let catalogue: LogCatalogue

    /// Reads the groups and streams that exist.
    ///
    /// - Parameter pause: Waits between the messages of a live tail; a test gives its own.
    package init(
        store: any Store, clock: any WallClock, pause: @escaping @Sendable (Duration) async throws -> Void
    ) throws(StoreError) {
        let catalogue = try LogCatalogue(store: store, clock: clock)
        self.catalogue = catalogue
        let sink = LogSink(catalogue: catalogue)
        self.sink = sink
        actions = ServiceActions(
            service: "logs",
            [
                CreateLogGroup(catalogue: catalogue), DeleteLogGroup(catalogue: catalogue),
                DescribeLogGroups(catalogue: catalogue), PutRetentionPolicy(catalogue: catalogue),
                DeleteRetentionPolicy(catalogue: catalogue), TagResource(catalogue: catalogue),
                UntagResource(catalogue: catalogue), ListTagsForResource(catalogue: catalogue),
                TagLogGroup(catalogue: catalogue), UntagLogGroup(catalogue: catalogue),
                ListTagsLogGroup(catalogue: catalogue), CreateLogStream(catalogue: catalogue),
                DeleteLogStream(catalogue: catalogue), DescribeLogStreams(catalogue: catalogue, sink: sink),
                PutLogEvents(catalogue: catalogue), GetLogEvents(catalogue: catalogue, sink: sink),
                FilterLogEvents(catalogue: catalogue, sink: sink), StartLiveTail(catalogue: catalogue, pause: pause),
                DescribeMetricFilters(catalogue: catalogue), DescribeSubscriptionFilters(catalogue: catalogue),
            ], refusing: Self.refusals)
    }

    /// Actions that are known and not served.
    private static let refusals: [String: ServiceError] = [
        "PutMetricFilter": .invalid("Metric filters are not served here: there are no metrics of CloudWatch."),
        "DeleteMetricFilter": ServiceError(
            "ResourceNotFoundException",
            "The specified metric filter does not exist: metric filters are not served here."),
        "PutSubscriptionFilter": .invalid(
            "Subscription filters are not served here. StartLiveTail and FilterLogEvents follow a group."),
        "DeleteSubscriptionFilter": ServiceError(
            "ResourceNotFoundException",
            "The specified subscription filter does not exist: subscription filters are not served here."),
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
