import AWSWire
import JSONTree

/// `CancelUpdateStack`: what is under way ends, then the update is taken back.
struct CancelUpdateStack: Operation {
    static let name = "CancelUpdateStack"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = StackRequest(input, of: Self.name)
        let input = ActionInput(input)
        guard try catalogue.repeated(request, input, in: context.territory) == nil else { return OperationOutput() }
        let stack = try catalogue.get(try input.requiredText("StackName"), in: context.territory)
        try await catalogue.change(stack.key) { stack throws(ServiceError) in
            guard stack.status == .updateInProgress, stack.operation != nil else {
                throw .validation("CancelUpdateStack cannot be called from current stack status")
            }
            stack.operation?.isCancelled = true
            stack.note(request)
        }
        return OperationOutput()
    }
}
