import AWSWire

/// How the service reaches actions of other services: through the one dispatcher.
package typealias DeliverAction = @Sendable (DeliveryCall) async throws(ServiceError) -> DeliveryAnswer

/// Runs work outside the request at hand, after a span.
package typealias RunLater = @Sendable (Duration, @escaping @Sendable () async -> Void) -> Void
