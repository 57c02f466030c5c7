import CNewelPlugin
import HandlerContract
import PluginRuntime
import ResourceNames
import Synchronization

/// Runs handlers: linked-in ones in the host, all others in worker processes.
package final class PluginHost: HandlerInvoker {
    private struct State {
        var linkedIn: [InstalledHandler] = []
        var integrations = IntegrationTable<HostedHandler>()
    }
    private let configuration: PluginHostConfiguration
    private let functions: any FunctionDirectory
    private let log: any FunctionLogSink
    private let around: HostedHandler.Surroundings
    private let state = Mutex(State())

    /// Makes a host; nothing runs before `start()`.
    package init(
        configuration: PluginHostConfiguration, functions: any FunctionDirectory, apiCaller: any APICaller, log: any FunctionLogSink
    ) {
        self.configuration = configuration
        self.functions = functions
        self.log = log
        around = HostedHandler.Surroundings(
            threads: HostThreads(threadsMax: configuration.limits.hostThreadsMax), timer: DeadlineTimer(),
            bridge: APIBridge(caller: apiCaller), calls: CallTable(), limits: configuration.limits)
    }

    /// Adds a plugin that is part of the executable. Before `start()`.
    package func linkIn(_ descriptor: UnsafePointer<newel_plugin>) throws(LoadFailure) {
        let plugin = try LoadedPlugin(descriptor)
        for (description, pointer) in zip(plugin.description.handlers, plugin.handlers) {
            let reference = HandlerReference(pointer)
            let hosted = HostedHandler(
                description, settings: [:], isLinkedIn: true, preparesEffects: reference.preparesEffects, in: around
            ) { () throws(LoadFailure) in reference.pointer }
            state.withLock { $0.integrations.add(description.name, .linkedIn, hosted) }
        }
    }

    package func start(
        _ request: InvocationRequest, completion: @escaping @Sendable (InvocationOutcome) -> Void
    ) -> any RunningInvocation {
        let caller = APICallerIdentity(territory: request.territory, roleARN: request.roleARN)
        let hosted = state.withLock { $0.integrations.find(request.resource) }
        let call = HandlerCall(
            request, HandlerCall.Facts(logName: request.resource, timeoutSeconds: nil, caller: caller), log: log,
            completion: completion)
        if let hosted {
            hosted.start(call)
        } else {
            call.finish(
                .refused(
                    HandlerRefusal(
                        code: "ResourceNotFoundException", message: "Function not found: \(request.resource)", status: 404)))
        }
        return call
    }

    package func traits(of resource: String) -> HandlerTraits? {
        guard let hosted = state.withLock({ $0.integrations.find(resource) }) else { return nil }
        return HandlerTraits(preparesEffects: hosted.preparesEffects, isIdempotent: hosted.description.isIdempotent)
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
