import HandlerContract
import JSONTree

/// All actions of one AWS service.
package struct ServiceActions: Sendable {
    /// The name plugins and IAM use: `states`, `sqs`, `sns`, `lambda`, `sts`.
    package let service: String
    /// By action name.
    package let operations: [String: any Operation]

    /// Collects actions under their names.
    ///
    /// - Parameter refusing: Actions that are known and not served, each with what it is refused with.
    package init(service: String, _ operations: [any Operation], refusing: [String: ServiceError] = [:]) {
        self.service = service
        let served = Dictionary(uniqueKeysWithValues: operations.map { (type(of: $0).name, $0) })
        self.operations = served.merging(refusing.mapValues { RefusedAction(error: $0) }) { served, _ in served }
    }
}

/// The one way to an action: HTTP, the command line, plugins and services all come through here.
package struct Dispatcher: Sendable {
    private let services: [String: ServiceActions]
    /// Asked before every action; `nil`: everybody may do everything.
    package let gatekeeper: (any Gatekeeper)?

    /// Serves these services.
    package init(_ services: [ServiceActions], gatekeeper: (any Gatekeeper)? = nil) {
        self.services = Dictionary(uniqueKeysWithValues: services.map { ($0.service, $0) })
        self.gatekeeper = gatekeeper
    }

    /// Finds an action; `nil` when it is not served.
    package func operation(_ name: String, of service: String) -> (any Operation)? {
        services[service]?.operations[name]
    }

    /// Whether any action of a service is served.
    package func serves(_ service: String) -> Bool { services[service] != nil }

    /// Runs an action.
    ///
    /// - Throws: `UnknownOperationException` when nobody serves it; else what the action throws.
    package func run(_ action: String, of service: String, _ input: JSON, in context: RequestContext)
        async throws(ServiceError) -> OperationOutput
    {
        guard let operation = operation(action, of: service) else {
            throw ServiceError("UnknownOperationException", "The action \(service):\(action) is not served here.")
        }
        try gatekeeper?.admit(action, of: service, input, in: context)
        return try await operation.run(input, in: context)
    }

    /// Works an action out and hands its writes back instead of doing them; an action without such writes is run.
    ///
    /// - Throws: As `run` does.
    package func prepare(
        _ action: String, of service: String, _ input: JSON, in context: RequestContext
    ) async throws(ServiceError) -> (output: OperationOutput, effects: [any PreparedEffect]) {
        guard let operation = operation(action, of: service) as? any PreparableOperation else {
            return (try await run(action, of: service, input, in: context), [])
        }
        try gatekeeper?.admit(action, of: service, input, in: context)
        return try await operation.prepare(input, in: context)
    }
}
