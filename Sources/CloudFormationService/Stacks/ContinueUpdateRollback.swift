import AWSWire
import JSONTree

/// `ContinueUpdateRollback`: tries again to take an update back, without some resources if asked.
struct ContinueUpdateRollback: Operation {
    static let name = "ContinueUpdateRollback"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let stack = try starter.catalogue.get(try input.requiredText("StackName"), in: context.territory)
        var operation = try starter.operation(
            .restore, input, role: try input.text("RoleARN") ?? stack.content.roleARN, context)
        operation.skipped = try input.texts("ResourcesToSkip")
        let now = starter.catalogue.now
        try await starter.catalogue.change(stack.key) { stack throws(ServiceError) in
            guard stack.status == .updateRollbackFailed, let suspended = stack.suspended else {
                throw .validation(
                    "Stack:\(stack.id) is in \(stack.status.rawValue) state and can not continue rolling back.")
            }
            operation.takeOver(suspended)
            stack.operation = operation
            stack.suspended = nil
            stack.become(.updateRollbackInProgress, "User Initiated", at: now)
        }
        starter.enqueue(stack.key)
        return OperationOutput()
    }
}
