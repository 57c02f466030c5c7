import AWSWire
import HandlerContract
import JSONTree
import Logging
import ResourceNames
import StorageContract

/// What the service takes from outside to tell others of its objects.
package struct Surroundings: Sendable {
    /// Reaches actions of other services, through the one dispatcher: it gets their writes and commits them with its own.
    package typealias Prepare =
        @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext)
        async throws(ServiceError) -> [any PreparedEffect]

    /// The write that tells the default event bus of what happened in a bucket.
    package typealias Announce =
        @Sendable (_ detailType: String, _ bucketARN: String, _ detail: JSON, _ territory: Territory) -> PreparedWrite

    /// Tells queues, topics and functions.
    let prepare: Prepare
    /// Tells the event bus.
    let announce: Announce
    /// Told of notifications that cannot be delivered.
    let logger: Logger
    /// Waits between attempts; throws when cancelled.
    let pause: @Sendable (Duration) async throws -> Void

    /// States all.
    package init(
        prepare: @escaping Prepare, announce: @escaping Announce, logger: Logger,
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        (self.prepare, self.announce, self.logger, self.pause) = (prepare, announce, logger, pause)
    }
}
