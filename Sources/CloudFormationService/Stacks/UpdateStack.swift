import AWSWire
import JSONTree

/// `UpdateStack`.
struct UpdateStack: Operation {
    static let name = "UpdateStack"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = StackRequest(input, of: Self.name)
        let input = ActionInput(input)
        if let updated = try starter.catalogue.repeated(request, input, in: context.territory) {
            return OperationOutput(updated.startedShape)
        }
        let stack = try starter.catalogue.get(try input.requiredText("StackName"), in: context.territory)
        guard stack.status.mayBeUpdated, stack.operation == nil else { throw StackStarter.busy(stack) }
        let content = try StackContent(request: input, previous: stack.content)
        try starter.check(role: content.roleARN)
        let text = try await starter.blueprints.text(input, previous: stack.content, context)
        let blueprint = try await starter.blueprints.blueprint(
            text, content, given: try input.parameters(), previous: stack.content, context)
        try blueprint.checkCapabilities(isDirect: true)
        let changes = try starter.changes(blueprint, stack)
        guard changes.isUpdate else { throw .validation("No updates are to be performed.") }
        try starter.check(changes.resources.map(\.type), allowedBy: input)
        try await starter.check(topics: content.notificationARNs, context)
        var operation = try starter.operation(.update, input, request, role: content.roleARN, context)
        operation.policy = try await starter.policy(input, context, "StackPolicyDuringUpdate")
        let isDisabled = try input.flag("DisableRollback")
        let policy = try await starter.policy(input, context)
        let updated = try await starter.update(stack.key, blueprint, operation) { stack in
            stack.isRollbackDisabled = isDisabled
            if let policy { stack.policy = policy }
        }
        await starter.rest(stack.key)
        return OperationOutput(updated.startedShape)
    }
}
