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

    /// Works out another service's action without doing its writes.
    package typealias Prepare =
        @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext)
        async throws(ServiceError) -> [any PreparedEffect]

    /// Lets an action of another service pass that is not run, or throws as running it would.
    package typealias Admit =
        @Sendable (_ service: String, _ action: String, _ input: JSON, _ context: RequestContext) throws(ServiceError)
        -> Void

    /// Its actions.
    package let actions: ServiceActions
    /// Polls queues for functions; to be run.
    package let pollers: EventSourcePollers
    /// Answers requests to the URLs of functions.
    package let urls: FunctionURLs
    /// Runs asynchronous invocations; to be run.
    package let events: EventInvocations

    /// - Parameters:
    ///   - functions: Read from the same store, and what `host` was made with.
    ///   - pause: Waits for real, or as a test wants.
    package init(
        store: any Store, functions: Functions, host: PluginHost, dispatch: @escaping Dispatch,
        prepare: @escaping Prepare, admit: @escaping Admit, clock: any EngineClock, entropy: Entropy,
        logger: Logger, pause: @escaping @Sendable (Duration) async throws -> Void
    ) throws(StoreError) {
        let catalog = functions.catalog
        let lookup = FunctionLookup(catalog: catalog, host: host, startedAt: clock.now)
        let mappings = try EventSourceMappings(store: store)
        let pages = PageTokens(clock: clock)
        let tags = ResourceTags(catalog: catalog, mappings: mappings)
        events = EventInvocations(
            store: store, catalog: catalog, invoker: host, prepare: prepare, clock: clock, entropy: entropy,
            logger: logger, pause: pause)
        let policies = FunctionPolicies(functions: lookup, entropy: entropy)
        let configs = EventInvokeConfigs(
            functions: lookup, clock: clock, check: DestinationCheck(dispatch: dispatch, admit: admit))
        urls = FunctionURLs(catalog: catalog, invoker: host, clock: clock, entropy: entropy)
        let urlConfigs = FunctionURLConfigs(catalog: catalog, clock: clock, entropy: entropy)
        pollers = EventSourcePollers(
            mappings: mappings, functions: functions.directory, invoker: host, dispatch: dispatch, clock: clock,
            entropy: entropy, logger: logger, pause: pause)
        let invoke = Invoke(functions: lookup, invoker: host, events: events, store: store)
        let objects = FunctionObject(dispatch: dispatch)
        let deadLetters = DeadLetterCheck(dispatch: dispatch, admit: admit)
        let publishing = FunctionPublishing(catalog: catalog, host: host, entropy: entropy)
        actions = ServiceActions(
            service: "lambda",
            [
                CreateFunction(
                    catalog: catalog, host: host, publishing: publishing, objects: objects,
                    deadLetters: deadLetters, clock: clock, entropy: entropy),
                GetFunction(functions: lookup),
                GetFunctionConfiguration(functions: lookup),
                ListFunctions(functions: lookup, pages: pages),
                DeleteFunction(catalog: catalog, host: host),
                UpdateFunctionCode(
                    catalog: catalog, host: host, publishing: publishing, objects: objects, clock: clock,
                    entropy: entropy),
                UpdateFunctionConfiguration(
                    catalog: catalog, host: host, deadLetters: deadLetters, clock: clock, entropy: entropy),
                PublishVersion(publishing: publishing),
                ListVersionsByFunction(functions: lookup, pages: pages),
                CreateAlias(catalog: catalog, entropy: entropy),
                GetAlias(catalog: catalog),
                UpdateAlias(catalog: catalog, entropy: entropy),
                DeleteAlias(catalog: catalog),
                ListAliases(catalog: catalog, pages: pages),
                PutFunctionConcurrency(catalog: catalog),
                GetFunctionConcurrency(functions: lookup),
                DeleteFunctionConcurrency(catalog: catalog),
                invoke, InvokeAsync(invoke: invoke), InvokeWithResponseStream(invoke: invoke),
                CreateEventSourceMapping(
                    mappings: mappings, functions: lookup, dispatch: dispatch, clock: clock, entropy: entropy),
                GetEventSourceMapping(mappings: mappings),
                ListEventSourceMappings(mappings: mappings, pages: pages),
                UpdateEventSourceMapping(mappings: mappings, functions: lookup, dispatch: dispatch, clock: clock),
                DeleteEventSourceMapping(mappings: mappings),
                AddPermission(policies: policies), RemovePermission(policies: policies), GetPolicy(policies: policies),
                PutFunctionEventInvokeConfig(configs: configs), UpdateFunctionEventInvokeConfig(configs: configs),
                GetFunctionEventInvokeConfig(configs: configs), DeleteFunctionEventInvokeConfig(configs: configs),
                ListFunctionEventInvokeConfigs(configs: configs, pages: pages),
                CreateFunctionUrlConfig(urls: urlConfigs), GetFunctionUrlConfig(urls: urlConfigs),
                UpdateFunctionUrlConfig(urls: urlConfigs), DeleteFunctionUrlConfig(urls: urlConfigs),
                ListFunctionUrlConfigs(urls: urlConfigs, pages: pages),
                GetFunctionRecursionConfig(functions: lookup), PutFunctionRecursionConfig(catalog: catalog),
                GetRuntimeManagementConfig(functions: lookup), PutRuntimeManagementConfig(catalog: catalog),
                GetFunctionCodeSigningConfig(functions: lookup),
                GetAccountSettings(functions: lookup),
                PublishLayerVersion(), ListLayers(), ListLayerVersions(), GetLayerVersion(),
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

    /// The tags of the function that an ARN is of, also of one with a qualifier; `nil` for none that is there. [any thread]
    package var tags: @Sendable (_ arn: String) -> [(key: String, value: String)]? {
        { [catalog] arn in FunctionName(arn).flatMap { catalog.find($0.name, in: $0.territory) }?.tags }
    }

    /// The policy at a function's ARN, or that of a version or alias; `nil` when there is none. [any thread]
    package var policies: @Sendable (_ arn: String) -> String? { { [catalog] arn in catalog.policy(at: arn)?.text } }
}
