import AWSWire
import JSONTree

/// `GetKeyPolicy`.
struct GetKeyPolicy: Operation {
    static let name = "GetKeyPolicy"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let key = try catalogue.key(request.requiredText("KeyId"), in: context.territory)
        try KeyPolicy.checkName(request)
        return OperationOutput(["Policy": .string(key.policy), "PolicyName": .string(KeyPolicy.name)])
    }
}
