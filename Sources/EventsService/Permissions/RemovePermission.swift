import AWSWire
import JSONTree

/// `RemovePermission`: takes a statement, or all of them, out of a bus's policy.
struct RemovePermission: Operation {
    static let name = "RemovePermission"
    let catalogue: EventCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try input.bus(context)
        if try input.flag("RemoveAllPermissions") {
            try await catalogue.changeBus(key) { $0.policy = nil }
            return OperationOutput()
        }
        let id = try input.requiredText("StatementId")
        try await catalogue.changeBus(key) { bus throws(ServiceError) in
            guard bus.policy != nil else { throw .notFound("EventBus does not have a policy.") }
            var policy = EventBusPolicy(of: bus)
            guard policy.remove(id) else { throw .notFound("Statement with the provided id does not exist.") }
            bus.policy = policy.text
        }
        return OperationOutput()
    }
}
