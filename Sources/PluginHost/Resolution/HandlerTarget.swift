import HandlerContract
import PluginRuntime
import ResourceNames
import Synchronization

/// A handler that has been found for a request: its library, and what the host knows of it. Shared by the calls of a function.
final class HandlerTarget: Sendable {
    /// Tells pools apart: one per function version or integration.
    let key: String
    /// Tells handlers apart that are loaded into the host.
    let hostKey: String
    let library: String
    /// The name in the descriptor.
    let handler: String
    let flags: UInt32
    /// How a native function is called; `nil` for a handler.
    let native: String?
    let isolation: PluginHostConfiguration.Isolation
    let environment: [String: String]
    let functionName: String
    let region: String
    /// The limit on workers, `nil` for the host's own.
    let workersMax: Int?
    /// How long one call may take.
    let poolTimeoutSeconds: Int
    let facts: HandlerCall.Facts
    /// What its workers may touch.
    let sandbox: SandboxSettings
    /// The program that runs it instead of the library.
    let bootstrap: BootstrapCommand?
    /// Folders that add to where its process looks for things.
    let layers: [String]
    private let last = Mutex<WorkerPool?>(nil)

    /// The pool that had its calls last: as long as that is open there is no need to look for it.
    var lastPool: WorkerPool? {
        get { last.withLock { $0 } }
        set { last.withLock { $0 = newValue } }
    }

    /// A function made by CreateFunction.
    init(
        _ definition: FunctionDefinition, _ name: FunctionName, library: String, handler: String, flags: UInt32,
        buildID: String, native: String? = nil, bootstrap: BootstrapCommand? = nil, layers: [String] = [],
        sandbox: SandboxSettings,
        _ configuration: PluginHostConfiguration
    ) {
        self.sandbox = sandbox
        self.bootstrap = bootstrap?.serving(
            definition.name, logGroup: definition.logGroup, in: name.territory, endpoint: configuration.endpoint())
        self.layers = layers
        key = "\(definition.arn):\(definition.version)"
        self.library = library
        self.handler = handler
        hostKey = "\(key) \(library) \(handler)"
        self.flags = flags
        self.native = native
        isolation = bootstrap == nil ? Self.isolation(configuration.isolation, native) : .process
        environment = definition.environment
        functionName = definition.name
        region = name.territory.region
        workersMax = definition.reservedConcurrency
        poolTimeoutSeconds = definition.timeoutSeconds
        facts = HandlerCall.Facts(
            logName: definition.arn, version: definition.version, buildID: buildID,
            timeoutSeconds: definition.timeoutSeconds,
            memoryMB: definition.memoryMB,
            caller: APICallerIdentity(
                territory: name.territory, roleARN: definition.roleARN, sessionName: definition.name),
            logGroup: definition.logGroup)
    }

    /// A dropped-in or stock function, under its name in any account and region.
    convenience init(
        function installed: InstalledHandler, _ name: FunctionName, _ configuration: PluginHostConfiguration
    ) {
        self.init(
            installed, key: name.arn, functionName: name.name,
            timeoutSeconds: installed.settings.timeoutSeconds ?? configuration.limits.timeoutSeconds, logName: name.arn,
            caller: APICallerIdentity(territory: name.territory, roleARN: nil), configuration)
    }

    /// A dropped-in integration: it acts for whoever calls it, and has as long as any function may have.
    convenience init(
        integration installed: InstalledHandler, _ request: InvocationRequest, _ configuration: PluginHostConfiguration
    ) {
        self.init(
            installed, key: "\(installed.name) \(request.territory.region)", functionName: installed.name,
            timeoutSeconds: 900,
            logName: installed.name, caller: APICallerIdentity(territory: request.territory, roleARN: request.roleARN),
            configuration)
    }

    private init(
        _ installed: InstalledHandler, key: String, functionName: String, timeoutSeconds: Int, logName: String,
        caller: APICallerIdentity, _ configuration: PluginHostConfiguration
    ) {
        self.key = key
        sandbox = installed.settings.sandbox
        library = installed.library
        handler = installed.handler
        hostKey = "\(key) \(installed.library) \(installed.handler)"
        flags = installed.flags
        native = installed.native
        bootstrap = installed.bootstrap?.serving(
            functionName, in: caller.territory, endpoint: configuration.endpoint())
        layers = installed.layers
        isolation =
            bootstrap == nil
            ? Self.isolation(installed.settings.isolation ?? configuration.isolation, installed.native) : .process
        environment = installed.settings.environment
        self.functionName = functionName
        region = caller.territory.region
        workersMax = installed.settings.reservedConcurrency
        poolTimeoutSeconds = timeoutSeconds
        facts = HandlerCall.Facts(
            logName: logName, buildID: installed.buildID, timeoutSeconds: timeoutSeconds,
            memoryMB: installed.settings.memoryMB,
            caller: caller)
    }

    /// Native functions run in workers whatever is wanted: a wrong signature is undefined behaviour.
    private static func isolation(
        _ wanted: PluginHostConfiguration.Isolation, _ native: String?
    ) -> PluginHostConfiguration.Isolation { native == nil ? wanted : .process }
}

extension InstalledHandler {
    /// May run again after a host crash: the descriptor or the manifest says so.
    var isIdempotent: Bool {
        HandlerDescription(kind: kind, name: name, flags: flags).isIdempotent || settings.retriesAfterHostCrash
    }
}

extension StoredPackage.Entry {
    /// May run again after a host crash: the descriptor or the manifest says so.
    var isIdempotent: Bool {
        HandlerDescription(kind: kind, name: name, flags: flags).isIdempotent || settings.retriesAfterHostCrash
    }
}
