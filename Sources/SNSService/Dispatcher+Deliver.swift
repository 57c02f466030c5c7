import AWSWire

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
