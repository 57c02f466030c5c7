import StorageContract

/// The tables of what stands beside functions.
struct FunctionCompanions: Sendable {
    /// By the ARN they stand at.
    let policies: ResourceTable<FunctionPolicy>
    /// By qualified ARN.
    let eventInvokeConfigs: ResourceTable<EventInvokeConfig>

    /// By the first label of their host.
    let urls: ResourceTable<FunctionURL>

    /// Reads what is stored.
    init(store: any Store) throws(StoreError) {
        policies = try ResourceTable(store: store)
        eventInvokeConfigs = try ResourceTable(store: store)
        urls = try ResourceTable(store: store)
    }
}
