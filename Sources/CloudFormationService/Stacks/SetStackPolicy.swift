import AWSWire
import JSONTree

/// `SetStackPolicy`: counts from the next update on.
struct SetStackPolicy: Operation {
    static let name = "SetStackPolicy"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let stack = try starter.catalogue.get(try input.requiredText("StackName"), in: context.territory)
        guard let text = try await starter.policy(input, context) else {
            throw .validation("You must specify either StackPolicyBody or StackPolicyURL.")
        }
        try await starter.catalogue.change(stack.key) { $0.policy = text }
        return OperationOutput()
    }
}
