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
    package init(store: any Store, clock: any WallClock) throws(StoreError) {
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
                FilterLogEvents(catalogue: catalogue, sink: sink),
            ])
    }

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
