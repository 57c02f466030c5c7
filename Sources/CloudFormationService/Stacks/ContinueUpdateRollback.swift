import AWSWire
import JSONTree

/// `ContinueUpdateRollback`: tries again to take an update back, without some resources if asked.
struct ContinueUpdateRollback: Operation {
    static let name = "ContinueUpdateRollback"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = StackRequest(input, of: Self.name)
        let input = ActionInput(input)
        guard try starter.catalogue.repeated(request, input, in: context.territory) == nil else {
            return OperationOutput()
        }
        let stack = try starter.catalogue.get(try input.requiredText("StackName"), in: context.territory)
        var operation = try starter.operation(
            .restore, input, request, role: try input.text("RoleARN") ?? stack.content.roleARN, context)
        operation.name = OperationName(id: operation.name.id, kind: .continueRollback)
        operation.skipped = try input.texts("ResourcesToSkip")
        let now = starter.catalogue.now
        try await starter.catalogue.change(stack.key) { stack throws(ServiceError) in
            guard stack.status == .updateRollbackFailed, let suspended = stack.suspended else {
                throw .validation(
                    "Stack:\(stack.id) is in \(stack.status.rawValue) state and can not continue rolling back.")
            }
            operation.takeOver(suspended)
            stack.begin(operation)
            stack.suspended = nil
            stack.become(.updateRollbackInProgress, "User Initiated", at: now)
        }
        starter.enqueue(stack.key)
        return OperationOutput()
    }
}
