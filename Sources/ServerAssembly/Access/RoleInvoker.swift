import AWSWire
import HandlerContract
import JSONTree
import PluginHost
import ResourceNames
import WebConsole

/// Lets the engine call handlers, functions and servers elsewhere only if the role of the task may: what integrations call here is checked where it is
/// called.
struct RoleInvoker: HandlerInvoker {
    let host: PluginHost
    let access: AccessControl
    /// Told which execution a call belongs to.
    let feed: ConsoleFeed

    func start(
        _ request: InvocationRequest, completion: @escaping @Sendable (InvocationOutcome) -> Void
    ) -> any RunningInvocation {
        if let machineRole = request.assumingRoleARN, let role = request.roleARN,
            !access.lets(machineRole, assume: role, for: request)
        {
            let message =
                "The role \(machineRole) is not authorized to assume the task state's role, \(role)."
            completion(
                InvocationOutcome(.refused(HandlerRefusal(code: "States.TaskFailed", message: message, status: 403))))
            return RefusedInvocation()
        }
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
        if request.resource == AccessControl.httpTask, let role = request.roleARN, !role.isEmpty,
            let failure = access.refusal(ofHTTPTask: request, as: role)
        {
            completion(InvocationOutcome(.functionError(failure)))
            return RefusedInvocation()
        }
        guard !request.executionARN.isEmpty else { return host.start(request, completion: completion) }
        let (id, key, feed) = (request.requestID, request.idempotencyKey, feed)
        feed.began(call: id, of: request.executionARN, key: key)
        return host.start(request) { outcome in
            feed.ended(call: id, key: key)
            completion(outcome)
        }
    }

    func traits(of resource: String) -> HandlerTraits? { host.traits(of: resource) }
}

/// A call that was over before it began.
private struct RefusedInvocation: RunningInvocation {
    func cancel(_ reason: CancelReason) {}
}
