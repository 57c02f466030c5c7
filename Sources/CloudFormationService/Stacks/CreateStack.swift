import AWSWire
import JSONTree
import TemplateLanguage

/// `CreateStack`.
struct CreateStack: Operation {
    static let name = "CreateStack"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = StackRequest(input, of: Self.name)
        let input = ActionInput(input)
        if let made = try starter.catalogue.repeated(request, input, in: context.territory) {
            return OperationOutput(made.startedShape)
        }
        var stack = try starter.fresh(try input.requiredText("StackName"), context, .createInProgress)
        guard starter.catalogue.find(stack.name, in: context.territory) == nil else {
            throw ServiceError("AlreadyExistsException", "Stack [\(stack.name)] already exists")
        }
        let content = try StackContent(request: input, previous: nil)
        try starter.check(role: content.roleARN)
        let text = try await starter.blueprints.text(input, previous: nil, context)
        let blueprint = try await starter.blueprints.blueprint(
            text, content, given: try input.parameters(), previous: nil, context)
        try blueprint.checkCapabilities(isDirect: true)
        _ = try starter.plan(blueprint, stack)
        try starter.check(blueprint.template.resources.map(\.type), allowedBy: input)
        try await starter.check(topics: content.notificationARNs, context)
        stack.isRollbackDisabled = try input.flag("DisableRollback")
        stack.isProtected = try input.flag("EnableTerminationProtection")
        stack.timeoutMinutes = try input.integer("TimeoutInMinutes")
        stack.policy = try await starter.policy(input, context)
        var operation = try starter.operation(.create, input, request, role: content.roleARN, context)
        if let text = try input.text("OnFailure") {
            guard input.value("DisableRollback") == nil else {
                throw .validation("You can specify either DisableRollback or OnFailure, but not both.")
            }
            operation.onFailure = StackOperation.OnFailure(rawValue: text) ?? .rollback
        }
        let made = try await starter.create(stack, blueprint, operation)
        await starter.rest(made.key)
        return OperationOutput(made.startedShape)
    }
}
