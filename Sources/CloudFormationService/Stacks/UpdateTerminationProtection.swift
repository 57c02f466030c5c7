import AWSWire
import JSONTree

/// `UpdateTerminationProtection`.
struct UpdateTerminationProtection: Operation {
    static let name = "UpdateTerminationProtection"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let stack = try catalogue.get(try input.requiredText("StackName"), in: context.territory)
        guard stack.parentID == nil else {
            throw .validation("Termination protection of a nested stack is that of its root stack.")
        }
        let isProtected = try input.flag("EnableTerminationProtection")
        try await catalogue.change(stack.key) { $0.isProtected = isProtected }
        return OperationOutput(["StackId": .string(stack.id)])
    }
}
