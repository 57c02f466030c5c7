import CNewelPlugin
import CNewelSpawn
import HandlerContract
import PluginRuntime
import ResourceNames
import Synchronization

/// Runs handlers: linked-in ones in the host, all others in worker processes.
///
/// A resource finds its handler in this order: a function made by CreateFunction, a dropped-in plugin, a stock plugin, a linked-in one.
package final class PluginHost: HandlerInvoker {
    private struct State {
        var linkedIn: [InstalledHandler] = []
        var hosted: [String: HostedHandler] = [:]
        /// Dropped-in and linked-in integrations, by the catalog's revision they were made from.
        var integrations = IntegrationTable<Integration>()
        var integrationsRevision = -1
        var isScanning = false
    }
    private enum Integration: Sendable {
        case linkedIn(HostedHandler)
        case installed(InstalledHandler)
    }
    private let configuration: PluginHostConfiguration
    let functions: any FunctionDirectory
    private let log: any FunctionLogSink
    let around: HostedHandler.Surroundings
    let store: ContentStore
    let catalog: PluginCatalog
    let pools: WorkerPools
    let languages: LibraryLanguages
    private let known = KnownTargets()
    private let finder: RuntimeFinder
    private let watcher: PluginWatcher
    private let state = Mutex(State())

    /// Makes a host; nothing runs before `start()`.
    package init(
        configuration: PluginHostConfiguration, functions: any FunctionDirectory, apiCaller: any APICaller,
        log: any FunctionLogSink
    ) {
        var configuration = configuration
        configuration.dataDirectory = Files.absolute(configuration.dataDirectory)
        self.configuration = configuration
        self.functions = functions
        self.log = log
        let limits = configuration.limits
        around = HostedHandler.Surroundings(
            threads: HostThreads(threadsMax: limits.hostThreadsMax), quickThreads: HostThreads(threadsMax: 2),
            timer: DeadlineTimer(),
            bridge: APIBridge(caller: apiCaller),
            calls: CallTable(), limits: limits, wallClock: configuration.wallClock)
        store = ContentStore(
            root: "\(configuration.dataDirectory)/plugins",
            describer: PluginDescriber(
                workerExecutable: configuration.workerExecutable, scratchRoot: configuration.scratchRoot, limits: limits
            ), limits: limits, trust: configuration.trust, isDurable: configuration.isDurable)
        finder = RuntimeFinder(workerExecutable: configuration.workerExecutable)
        let pools = WorkerPools(configuration, bridge: around.bridge, finder: finder)
        let catalog = PluginCatalog(configuration, store: store)
        let threads = around.threads
        pools.whenCrashed { [weak pools, weak catalog] build, end in
            guard let pools, let catalog else { return }
            let answered = pools.answered(by: build)
            threads.run { catalog.crashed(build, end, answered: answered) }
        }
        self.pools = pools
        languages = LibraryLanguages(since: catalog.now)
        self.catalog = catalog
        watcher = PluginWatcher(configuration.pluginDirectories) { catalog.scan() }
        catalog.whenReplaced { [weak self, weak pools] builds in
            pools?.drain(builds)
            self?.collectPackages()
        }
    }

    /// Adds a plugin that is part of the executable. Before `start()`.
    package func linkIn(_ descriptor: UnsafePointer<newel_plugin>) throws(LoadFailure) {
        let plugin = try LoadedPlugin(descriptor)
        for (description, pointer) in zip(plugin.description.handlers, plugin.handlers) {
            let reference = HandlerReference(pointer)
            let hosted = HostedHandler(
                description, settings: [:], isLinkedIn: true, preparesEffects: reference.preparesEffects, in: around
            ) { () throws(LoadFailure) in reference.pointer }
            let installed = InstalledHandler(
                kind: description.kind, name: description.name, package: plugin.description.name,
                handler: description.name,
                flags: description.flags, origin: .linkedIn, source: "", library: "", buildID: "",
                settings: HandlerSettings())
            state.withLock { state in
                state.linkedIn.append(installed)
                state.hosted[description.name] = hosted
                state.integrationsRevision = -1
            }
        }
    }

    /// Looks at the plugin directories. Blocks until all that is there is known; then calls are served at once.
    ///
    /// - Throws: when there is no worker executable to run plugins with.
    package func start() throws(PackageProblem) {
        guard Files.isExecutable(configuration.workerExecutable) else {
            throw PackageProblem(
                .fileSystem, "there is no executable \(configuration.workerExecutable): plugins run in it")
        }
        // What the workers of a process left that was killed.
        newel_remove_tree(configuration.scratchRoot)
        pools.start()
        // Watched first: what changes during the scan is looked at after it.
        watcher.start()
        catalog.scan()
        collectPackages()
    }

    /// Ends all workers and takes linked-in handlers down. Blocks for at most a second; running calls end with `Runtime.ExitError`.
    package func shutdown() {
        watcher.stop()
        pools.shutdown()
        for hosted in state.withLock({ Array($0.hosted.values) }) { hosted.shutdown() }
    }

    /// All handlers that are there without CreateFunction, by name. Blocks while it looks at the directories.
    package func installed() -> [InstalledHandler] {
        catalog.scan()
        let snapshot = catalog.snapshot
        let linkedIn = state.withLock { $0.linkedIn }
        return (Array(snapshot.functions.values) + snapshot.integrations + linkedIn).sorted {
            ($0.name, $0.origin) < ($1.name, $1.origin)
        }
    }

    /// The installed function that can be named as code: `CheckStockPrice`, `orders/ProcessOrder`, or a package with one function. May block
    /// for a look at the directories.
    package func installedFunction(_ name: String) -> InstalledHandler? {
        if let handler = catalog.snapshot.function(name) { return handler }
        catalog.scan()
        return catalog.snapshot.function(name)
    }

    /// Stores an uploaded package: a zip, or a bare library. Blocks for the file system and, for a bare library, a worker.
    ///
    /// - Parameter runtime: As CreateFunction was told: `python3.12`, `provided.al2023`. One of Lambda's own must be had on this machine.
    package func installPackage(_ bytes: [UInt8], runtime: String? = nil) throws(PackageProblem) -> StoredPackage {
        let managed = runtime.flatMap { ManagedRuntime(name: $0) }
        let package = try store.install(uploaded: bytes, managed: managed)
        if let managed, package.manifest == nil { _ = try finder.find(managed) }
        return package
    }

    /// A package stored before.
    package func storedPackage(_ sha256: String) -> StoredPackage? { store.package(sha256) }

    package func start(
        _ request: InvocationRequest, completion: @escaping @Sendable (InvocationOutcome) -> Void
    ) -> any RunningInvocation {
        let call = HandlerCall(request, log: log, completion: completion)
        guard request.depth <= RuntimeLimits.depthMax else {
            call.finish(
                .refused(
                    HandlerRefusal(
                        code: "RecursiveInvocationException",
                        message: "The function was stopped: \(RuntimeLimits.depthMax) calls are nested already.",
                        status: 400)))
            return call
        }
        if catalog.isStale { scanAside() }
        if !dispatch(call) {
            // It may have been dropped in just now.
            around.threads.run { [self] in
                catalog.scan()
                if !dispatch(call) { refuseUnknown(call) }
            }
        }
        return call
    }

    package func traits(of resource: String) -> HandlerTraits? {
        if ResourceKind(resource) == .integration {
            switch integration(of: resource) {
            case .linkedIn(let hosted):
                return HandlerTraits(
                    preparesEffects: hosted.preparesEffects, isIdempotent: hosted.description.isIdempotent)
            case .installed(let handler):
                return HandlerTraits(
                    preparesEffects: false, isIdempotent: handler.isIdempotent, buildID: handler.buildID)
            case nil: return nil
            }
        }
        guard let name = FunctionName(resource) else { return nil }
        if let definition = functions.function(named: name.name, qualifier: name.qualifier, in: name.territory) {
            return HandlerTraits(
                preparesEffects: false, isIdempotent: isIdempotent(definition), buildID: build(of: definition))
        }
        return catalog.snapshot.functions[name.name].map {
            HandlerTraits(preparesEffects: false, isIdempotent: $0.isIdempotent, buildID: $0.buildID)
        }
    }

    private func build(of definition: FunctionDefinition) -> String {
        switch definition.code {
        case .installed(let name): catalog.snapshot.function(name)?.buildID ?? ""
        case .package(let sha256): sha256
        }
    }

    /// Starts a call if its handler is known.
    private func dispatch(_ call: HandlerCall) -> Bool {
        let request = call.request
        if ResourceKind(request.resource) == .integration {
            switch integration(of: request.resource) {
            case .linkedIn(let hosted):
                call.begin(
                    HandlerCall.Facts(
                        logName: hosted.description.name,
                        caller: APICallerIdentity(territory: request.territory, roleARN: request.roleARN)))
                hosted.start(call)
            case .installed(let handler): run(call, HandlerTarget(integration: handler, request, configuration))
            case nil: return false
            }
            return true
        }
        guard let name = FunctionName(request.resource, in: request.territory) else { return false }
        let definition = functions.function(named: name.name, qualifier: name.qualifier, in: name.territory)
        let revision = catalog.revision
        if let target = known.target(of: name, definition, revision: revision) {
            run(call, target)
            return true
        }
        if let target = target(of: name, definition) {
            known.keep(target, of: name, definition, revision: revision)
            run(call, target)
            return true
        }
        guard definition == nil, name.qualifier == nil || name.qualifier == "$LATEST" else { return false }
        guard let hosted = linkedInFunction(name.name) else { return false }
        call.begin(
            HandlerCall.Facts(
                logName: name.arn, timeoutSeconds: configuration.limits.timeoutSeconds,
                caller: APICallerIdentity(territory: name.territory, roleARN: nil)))
        hosted.start(call)
        return true
    }

    /// How many calls are under way in the host, by handler: `FUNCTION:VERSION LIBRARY HANDLER`, or the name of one that is linked in.
    var hostedCalls: [String: Int] {
        let open = around.calls.openCalls.compactMap { ($0.sink as? HostedCallSink)?.handler }
        guard !open.isEmpty else { return [:] }
        return state.withLock { state in
            state.hosted.mapValues { hosted in open.count { $0 === hosted } }.filter { $0.value > 0 }
        }
    }

    private func linkedInFunction(_ name: String) -> HostedHandler? {
        state.withLock { state in state.hosted[name].flatMap { $0.description.kind == .function ? $0 : nil } }
    }

    /// Where a function leads that was created, or else dropped in; `nil` when there is no such thing, or what it names is not there.
    private func target(of name: FunctionName, _ definition: FunctionDefinition?) -> HandlerTarget? {
        if let definition { return target(of: definition, name) }
        guard name.qualifier == nil || name.qualifier == "$LATEST" else { return nil }
        return catalog.snapshot.functions[name.name].map { HandlerTarget(function: $0, name, configuration) }
    }

    /// Where the code of a created function is; `nil` when what it names is not there.
    private func target(of definition: FunctionDefinition, _ name: FunctionName) -> HandlerTarget? {
        switch definition.code {
        case .installed(let installed):
            return catalog.snapshot.function(installed).map {
                HandlerTarget(
                    definition, name, library: $0.library, handler: $0.handler, flags: $0.flags, buildID: $0.buildID,
                    native: $0.native, bootstrap: $0.bootstrap, layers: $0.layers, sandbox: $0.settings.sandbox,
                    configuration)
            }
        case .package(let sha256):
            guard let package = store.package(sha256) else { return nil }
            if let target = HandlerTarget(bareRuntimeOf: package, definition, name, configuration) { return target }
            guard let entry = package.entry(named: definition.handler) else { return nil }
            return HandlerTarget(
                definition, name, library: package.library(of: entry), handler: entry.handler, flags: entry.flags,
                buildID: sha256, native: entry.native?.declaration, bootstrap: package.bootstrap,
                layers: package.layers, sandbox: entry.settings.sandbox, configuration)
        }
    }

    /// Why the code of a created function is not trusted any more, if that is so.
    private func refusedCode(_ name: FunctionName) -> PackageProblem? {
        guard let definition = functions.function(named: name.name, qualifier: name.qualifier, in: name.territory),
            case .package(let sha256) = definition.code
        else { return nil }
        return store.distrust(of: sha256)
    }

    private func isIdempotent(_ definition: FunctionDefinition) -> Bool {
        switch definition.code {
        case .installed(let name): catalog.snapshot.function(name)?.isIdempotent ?? false
        case .package(let sha256): store.package(sha256)?.entry(named: definition.handler)?.isIdempotent ?? false
        }
    }

    private func run(_ call: HandlerCall, _ target: HandlerTarget) {
        call.begin(target.facts)
        switch target.isolation {
        case .process: pools.pool(of: target).start(call)
        case .host: hosted(target).start(call)
        }
    }

    /// The handler of a library that is loaded into the host.
    private func hosted(_ target: HandlerTarget) -> HostedHandler {
        state.withLock { state in
            if let hosted = state.hosted[target.hostKey] { return hosted }
            let description = HandlerDescription(kind: .function, name: target.handler, flags: target.flags)
            let hosted = HostedHandler(description, settings: target.environment, isLinkedIn: false, in: around) {
                () throws(LoadFailure) in try PluginLibrary.load(target.library).handler(named: target.handler).1
            }
            state.hosted[target.hostKey] = hosted
            return hosted
        }
    }

    private func integration(of resource: String) -> Integration? {
        let snapshot = catalog.snapshot
        return state.withLock { state in
            if state.integrationsRevision != snapshot.revision {
                state.integrationsRevision = snapshot.revision
                state.integrations = IntegrationTable()
                for handler in state.linkedIn where handler.kind == .integration {
                    if let hosted = state.hosted[handler.name] {
                        state.integrations.add(handler.name, .linkedIn, .linkedIn(hosted))
                    }
                }
                for handler in snapshot.integrations.reversed() {
                    state.integrations.add(handler.name, handler.origin, .installed(handler))
                }
            }
            return state.integrations.find(resource)
        }
    }

    /// Looks at the directories on a thread of its own, unless that is being done.
    private func scanAside() {
        let isMine = state.withLock { state in
            defer { state.isScanning = true }
            return !state.isScanning
        }
        guard isMine else { return }
        around.threads.run { [self] in
            catalog.scan()
            state.withLock { $0.isScanning = false }
        }
    }

    private func refuseUnknown(_ call: HandlerCall) {
        let resource = call.request.resource
        let name = FunctionName(resource, in: call.request.territory)
        if let name, let problem = refusedCode(name) {
            return call.finish(
                .refused(
                    HandlerRefusal(
                        code: "CodeVerificationFailedException",
                        message: "The code of \(name.name) is not run: \(problem.message)", status: 400)))
        }
        // Observed on AWS: an unqualified name is shown with the version it stands for.
        let function = name.map { $0.qualifier == nil ? "\($0.fullARN):$LATEST" : $0.fullARN } ?? resource
        let message =
            ResourceKind(resource) == .integration
            ? "Nothing serves this resource here: install a plugin whose handler is '\(resource)'."
            : "Function not found: \(function)"
        call.finish(.refused(HandlerRefusal(code: "ResourceNotFoundException", message: message, status: 404)))
    }
}

/// A handler's structure, which is static.
struct HandlerReference: @unchecked Sendable {
    // Sendable: descriptors are read-only.
    let pointer: UnsafePointer<newel_handler>
    init(_ pointer: UnsafePointer<newel_handler>) { self.pointer = pointer }

    /// The handler says that it works through prepared effects where it can.
    var preparesEffects: Bool { pointer.pointee.extension?(nil, NEWEL_EXT_PREPARES_EFFECTS) != nil }
}
