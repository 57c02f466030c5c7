import AWSWire
import ExecutionEngine
import HandlerContract
import JSONTree
import Logging
import PluginHost
import ResourceNames
import StorageContract

/// The Lambda API over the plugin host.
package struct LambdaService: Sendable {
    /// Reaches another service's action: the dispatcher, without importing who is behind it.
    package typealias Dispatch =
        @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext)
        async throws(ServiceError) -> OperationOutput

    /// Its actions.
    package let actions: ServiceActions
    /// Polls queues for functions; to be run.
    package let pollers: EventSourcePollers
    /// Runs asynchronous invocations; to be run.
    package let events: EventInvocations

    /// - Parameters:
    ///   - functions: Read from the same store, and what `host` was made with.
    ///   - pause: Waits for real, or as a test wants.
    package init(
        store: any Store, functions: Functions, host: PluginHost, dispatch: @escaping Dispatch, clock: any EngineClock,
        entropy: Entropy,
        logger: Logger, pause: @escaping @Sendable (Duration) async throws -> Void
    ) throws(StoreError) {
        let catalog = functions.catalog
        let lookup = FunctionLookup(catalog: catalog, host: host, startedAt: clock.now)
        let mappings = try EventSourceMappings(store: store)
        let tags = ResourceTags(catalog: catalog, mappings: mappings)
        events = EventInvocations(store: store, invoker: host, logger: logger, pause: pause)
        pollers = EventSourcePollers(
            mappings: mappings, functions: functions.directory, invoker: host, dispatch: dispatch, clock: clock,
            entropy: entropy, logger: logger, pause: pause)
        let publishing = FunctionPublishing(catalog: catalog, host: host, entropy: entropy)
        actions = ServiceActions(
            service: "lambda",
            [
                CreateFunction(
                    catalog: catalog, host: host, publishing: publishing, clock: clock, entropy: entropy),
                GetFunction(functions: lookup),
                GetFunctionConfiguration(functions: lookup),
                ListFunctions(functions: lookup),
                DeleteFunction(catalog: catalog, host: host),
                UpdateFunctionCode(
                    catalog: catalog, host: host, publishing: publishing, clock: clock, entropy: entropy),
                UpdateFunctionConfiguration(catalog: catalog, host: host, clock: clock, entropy: entropy),
                PublishVersion(publishing: publishing),
                ListVersionsByFunction(functions: lookup),
                CreateAlias(catalog: catalog, entropy: entropy),
                GetAlias(catalog: catalog),
                UpdateAlias(catalog: catalog, entropy: entropy),
                DeleteAlias(catalog: catalog),
                ListAliases(catalog: catalog),
                PutFunctionConcurrency(catalog: catalog),
                GetFunctionConcurrency(functions: lookup),
                DeleteFunctionConcurrency(catalog: catalog),
                Invoke(functions: lookup, invoker: host, events: events, store: store),
                CreateEventSourceMapping(
                    mappings: mappings, functions: lookup, dispatch: dispatch, clock: clock, entropy: entropy),
                GetEventSourceMapping(mappings: mappings),
                ListEventSourceMappings(mappings: mappings),
                UpdateEventSourceMapping(mappings: mappings, functions: lookup, clock: clock),
                DeleteEventSourceMapping(mappings: mappings),
                TagResource(tags: tags),
                UntagResource(tags: tags),
                ListTags(tags: tags),
            ])
    }
}

/// The functions of a store: what the plugin host asks and the service changes.
package struct Functions: Sendable {
    let catalog: FunctionCatalog

    /// Reads what is stored.
    ///
    /// - Parameter chance: Draws for aliases that lead to two versions.
    package init(store: any Store, chance: @escaping @Sendable () -> UInt64) throws(StoreError) {
        catalog = try FunctionCatalog(store: store, chance: chance)
    }

    /// For the plugin host.
    package var directory: any FunctionDirectory { catalog }
}
