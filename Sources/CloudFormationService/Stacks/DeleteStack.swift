import AWSWire
import JSONTree

/// `DeleteStack`: what is not there any more is no failure.
struct DeleteStack: Operation {
    static let name = "DeleteStack"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = StackRequest(input, of: Self.name)
        let input = ActionInput(input)
        let name = try input.requiredText("StackName")
        // Asked again, it must not hit another stack that has the name by now.
        guard try starter.catalogue.repeated(request, input, in: context.territory) == nil else {
            return OperationOutput()
        }
        guard let stack = starter.catalogue.find(name, in: context.territory), !stack.isDeleted else {
            return OperationOutput()
        }
        var operation = try starter.operation(
            .delete, input, request, role: try input.text("RoleARN") ?? stack.content.roleARN, context)
        operation.retained = try input.texts("RetainResources")
        guard operation.retained.isEmpty || stack.status == .deleteFailed else {
            throw .validation(
                "Invalid operation on stack [\(stack.id)]. When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state."
            )
        }
        operation.isForced = try input.text("DeletionMode") == "FORCE_DELETE_STACK"
        try await starter.delete(stack, operation)
        await starter.rest(stack.key)
        return OperationOutput()
    }
}
