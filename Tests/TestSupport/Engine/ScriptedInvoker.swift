import HandlerContract
import JSONTree
import StorageContract
import Synchronization

/// Handlers as closures: what a test says a resource does.
package final class ScriptedInvoker: HandlerInvoker {
    /// Answers a call now, or keeps the completion for later.
    package typealias Script = @Sendable (InvocationRequest, @escaping @Sendable (InvocationOutcome) -> Void) -> Void

    private struct State {
        var scripts: [String: Script] = [:]
        var traits: [String: HandlerTraits] = [:]
        var calls: [InvocationRequest] = []
    }
    private let state = Mutex(State())

    package init() {}

    /// Says what a resource does.
    package func on(
        _ resource: String, preparesEffects: Bool = false, isIdempotent: Bool = false, _ script: @escaping Script
    ) {
        state.withLock { state in
            state.scripts[resource] = script
            state.traits[resource] = HandlerTraits(preparesEffects: preparesEffects, isIdempotent: isIdempotent)
        }
    }

    /// The calls so far.
    package var calls: [InvocationRequest] { state.withLock(\.calls) }

    package func start(
        _ request: InvocationRequest, completion: @escaping @Sendable (InvocationOutcome) -> Void
    ) -> any RunningInvocation {
        let script = state.withLock { state in
            state.calls.append(request)
            return state.scripts[request.resource]
        }
        if let script {
            script(request, completion)
        } else {
            completion(
                InvocationOutcome(
                    .refused(
                        HandlerRefusal(
                            code: "ResourceNotFoundException", message: "Function not found: \(request.resource)",
                            status: 404))))
        }
        return Nothing()
    }

    package func traits(of resource: String) -> HandlerTraits? { state.withLock { $0.traits[resource] } }

    private struct Nothing: RunningInvocation {
        func cancel(_ reason: CancelReason) {}
    }
}
