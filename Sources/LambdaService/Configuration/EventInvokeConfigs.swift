import AWSWire
import JSONTree
import ResourceNames

/// The configurations of asynchronous invocation, and which one a request means.
struct EventInvokeConfigs: Sendable {
    /// Finds functions.
    let functions: FunctionLookup
    /// When something is changed.
    let clock: any WallClock
    /// Looks at destinations before they are set.
    let check: DestinationCheck

    /// The ARN whose configuration a request means, for a function that is there.
    func arn(_ input: JSON, in context: RequestContext) throws(ServiceError) -> String {
        let record = try functions.get(input, in: context)
        return "\(record.arn):\(record.qualifier ?? "$LATEST")"
    }

    /// A configuration that must exist.
    func get(_ arn: String) throws(ServiceError) -> EventInvokeConfig {
        guard let config = functions.catalog.eventInvokeConfig(of: arn) else {
            throw .notFound("The function \(arn) doesn't have an EventInvokeConfig")
        }
        return config
    }

    /// Changes a configuration.
    ///
    /// - Parameter isNew: Whether what is not said is as if it had never been.
    func put(_ input: JSON, in context: RequestContext, isNew: Bool) async throws(ServiceError) -> EventInvokeConfig {
        let arn = try arn(input, in: context)
        var asked = EventInvokeConfig(arn: arn, modifiedAt: clock.now)
        try asked.configure(input)
        let function = try functions.get(input, in: context)
        for destination in asked.destinations { try await check.check(destination, for: function, in: context) }
        return try await functions.catalog.changing { catalog throws(ServiceError) in
            var config = isNew ? EventInvokeConfig(arn: arn, modifiedAt: clock.now) : try get(arn)
            try config.configure(input)
            config.modifiedAt = clock.now
            try await catalog.put(config)
            return config
        }
    }
}
