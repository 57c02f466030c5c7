import AWSWire
import JSONTree

/// `RollbackStack`: takes back what failed and was left as it was.
struct RollbackStack: Operation {
    static let name = "RollbackStack"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = StackRequest(input, of: Self.name)
        let input = ActionInput(input)
        if let begun = try starter.catalogue.repeated(request, input, in: context.territory) {
            return OperationOutput(begun.startedShape)
        }
        let stack = try starter.catalogue.get(try input.requiredText("StackName"), in: context.territory)
        var operation = try starter.operation(
            .rollback, input, request, role: try input.text("RoleARN") ?? stack.content.roleARN, context)
        let now = starter.catalogue.now
        let begun = try await starter.catalogue.change(stack.key) { stack throws(ServiceError) in
            guard stack.status.mayBeRolledBack, let suspended = stack.suspended else {
                throw .validation(
                    "Stack [\(stack.id)] is in \(stack.status.rawValue) state and can not be rolled back")
            }
            operation.takeOver(suspended)
            operation.phase = stack.status == .createFailed ? .rollback : .restore
            stack.begin(operation)
            stack.suspended = nil
            stack.become(
                operation.phase == .rollback ? .rollbackInProgress : .updateRollbackInProgress, "User Initiated",
                at: now)
        }
        starter.enqueue(stack.key)
        return OperationOutput(begun.startedShape)
    }
}
