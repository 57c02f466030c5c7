import AWSWire
import JSONTree

/// Whether X-Ray is told; kept and shown.
enum TracingConfiguration {
    /// Checks a configuration; `nil` when none is given.
    ///
    /// - Throws: `InvalidTracingConfiguration`. Source: API reference: "`enabled` has not been set to `true` or `false`"; wording ours.
    static func checked(_ given: JSON?) throws(ServiceError) -> JSON? {
        guard let given else { return nil }
        guard let isEnabled = given["enabled"]?.boolValue else {
            throw ServiceError(
                "InvalidTracingConfiguration",
                "Invalid Tracing Configuration: 'enabled' must be set to true or false.")
        }
        return ["enabled": .bool(isEnabled)]
    }
}
