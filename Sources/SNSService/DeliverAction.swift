import AWSWire
import HandlerContract
import JSONTree

/// How the service reaches actions of other services: through the one dispatcher.
package typealias DeliverAction = @Sendable (DeliveryCall) async throws(ServiceError) -> DeliveryAnswer

/// Runs work outside the request at hand, after a span.
package typealias RunLater = @Sendable (Duration, @escaping @Sendable () async -> Void) -> Void

/// One call of another service's action.
package struct DeliveryCall: Sendable {
    /// `sqs`, `lambda`.
    package var service: String
    package var action: String
    package var input: JSON
    package var context: RequestContext
    /// Work out the write and hand it back instead of doing it.
    package var preparing: Bool

    package init(service: String, action: String, input: JSON, context: RequestContext, preparing: Bool) {
        self.service = service
        self.action = action
        self.input = input
        self.context = context
        self.preparing = preparing
    }
}

/// What such a call came to.
package struct DeliveryAnswer: Sendable {
    package var output: OperationOutput
    /// Writes still to be committed, when the call was to prepare.
    package var effects: [any PreparedEffect]

    package init(output: OperationOutput, effects: [any PreparedEffect] = []) {
        self.output = output
        self.effects = effects
    }
}

extension Dispatcher {
    /// Serves the calls of the topics' deliveries.
    package func deliver(_ call: DeliveryCall) async throws(ServiceError) -> DeliveryAnswer {
        if call.preparing, let operation = operation(call.action, of: call.service) as? any PreparableOperation {
            let (output, effects) = try await operation.prepare(call.input, in: call.context)
            return DeliveryAnswer(output: output, effects: effects)
        }
        return DeliveryAnswer(output: try await run(call.action, of: call.service, call.input, in: call.context))
    }
}
