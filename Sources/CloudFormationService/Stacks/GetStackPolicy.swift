import AWSWire
import JSONTree

/// `GetStackPolicy`.
struct GetStackPolicy: Operation {
    static let name = "GetStackPolicy"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let stack = try catalogue.get(try ActionInput(input).requiredText("StackName"), in: context.territory)
        var answer = JSONObject()
        answer["StackPolicyBody"] = stack.policy.map { .string($0) }
        return OperationOutput(.object(answer))
    }
}
