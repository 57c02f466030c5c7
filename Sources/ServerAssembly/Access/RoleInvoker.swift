import AWSWire
import HandlerContract
import JSONTree
import PluginHost
import ResourceNames

/// Lets the engine call handlers, functions only if the role of the task may: what integrations call is checked where it is called.
struct RoleInvoker: HandlerInvoker {
    let host: PluginHost
    let access: AccessControl

    func start(
        _ request: InvocationRequest, completion: @escaping @Sendable (InvocationOutcome) -> Void
    ) -> any RunningInvocation {
        if let role = request.roleARN, let function = FunctionName(request.resource), !role.isEmpty {
            do throws(ServiceError) {
                try access.admit(callOf: function, as: role, request.idempotencyKey)
            } catch {
                completion(
                    InvocationOutcome(
                        .refused(HandlerRefusal(code: error.code, message: error.message, status: error.status))))
                return RefusedInvocation()
            }
        }
        return host.start(request, completion: completion)
    }

    func traits(of resource: String) -> HandlerTraits? { host.traits(of: resource) }
}

/// A call that was over before it began.
private struct RefusedInvocation: RunningInvocation {
    func cancel(_ reason: CancelReason) {}
}
