import AWSWire
import JSONTree

/// `SetStackPolicy`: kept and shown; updates are not asked about it.
struct SetStackPolicy: Operation {
    static let name = "SetStackPolicy"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let stack = try starter.catalogue.get(try input.requiredText("StackName"), in: context.territory)
        var text = try input.text("StackPolicyBody")
        if text == nil, let url = try input.text("StackPolicyURL") {
            let bytes = try await starter.surroundings.object(ObjectPlace(url: url), context, bytesMax: 16_384)
            text = String(decoding: bytes, as: UTF8.self)
        }
        guard let text else { throw .validation("You must specify either StackPolicyBody or StackPolicyURL.") }
        // Why it is none is not told by AWS either.
        guard let policy = try? JSON.parse(text), policy["Statement"]?.arrayValue != nil else {
            throw .validation("Error validating stack policy: Invalid stack policy")
        }
        try await starter.catalogue.change(stack.key) { $0.policy = text }
        return OperationOutput()
    }
}
