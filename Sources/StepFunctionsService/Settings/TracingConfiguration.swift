import JSONTree

/// Whether X-Ray is told; kept and shown.
enum TracingConfiguration {
    /// Completes a configuration; `nil` when none is given.
    static func completed(_ given: JSON?) -> JSON? {
        guard let given else { return nil }
        return ["enabled": .bool(given["enabled"]?.boolValue ?? false)]
    }
}
