/// Calls handlers: functions by Lambda ARN, integrations by resource. `PluginHost` implements it.
package protocol HandlerInvoker: Sendable {
    /// Starts a call and returns at once.
    ///
    /// - Parameter completion: Runs exactly once, on any thread, also when the call is refused. It must not block.
    /// - Returns: The running call, to cancel it.
    func start(_ request: InvocationRequest, completion: @escaping @Sendable (InvocationOutcome) -> Void)
        -> any RunningInvocation

    /// What is known about a resource before it is called.
    func traits(of resource: String) -> HandlerTraits?
}

/// A call under way.
package protocol RunningInvocation: Sendable {
    /// Asks the handler to stop (grace 500 ms, then its worker is killed). The completion still runs once.
    func cancel(_ reason: CancelReason)
}

/// Why a call is cancelled; raw values are the ABI's.
package enum CancelReason: Int32, Sendable {
    case timeout = 1
    case stopped = 2
    case shutdown = 3
}

/// What the engine must know of a handler before it dispatches.
package struct HandlerTraits: Sendable, Equatable {
    /// Its effects can be prepared and committed with the transition: linked in, and speaks the store-effect extension.
    package var preparesEffects: Bool
    /// May run again after a host crash (`NEWEL_H_IDEMPOTENT`, or the manifest's `onHostCrash: retry`).
    package var isIdempotent: Bool
    /// The sha256 (hex) of the build that would be called now; empty for what is linked in.
    package var buildID = ""
    /// States what has no default.
    package init(preparesEffects: Bool, isIdempotent: Bool, buildID: String = "") {
        self.buildID = buildID
        self.preparesEffects = preparesEffects
        self.isIdempotent = isIdempotent
    }
}

extension HandlerInvoker {
    /// Calls and waits for the outcome.
    package func invoke(_ request: InvocationRequest) async -> InvocationOutcome {
        await withCheckedContinuation { continuation in
            _ = start(request) { continuation.resume(returning: $0) }
        }
    }
}
