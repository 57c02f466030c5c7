import StorageContract

/// The keys of what goes with a function, a version or an alias.
struct CompanionRemoval {
    /// Of policies.
    let policies: [String]
    /// Of configurations of asynchronous invocation.
    let configs: [String]
    /// Of URLs.
    let urls: [String]

    /// The rows to be deleted in the same transaction.
    var mutations: [Mutation] {
        policies.map { .deleteResource(kind: FunctionPolicy.kind, key: $0) }
            + configs.map { .deleteResource(kind: EventInvokeConfig.kind, key: $0) }
            + urls.map { .deleteResource(kind: FunctionURL.kind, key: $0) }
    }
}
