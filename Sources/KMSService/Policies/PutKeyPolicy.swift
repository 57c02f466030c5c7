import AWSWire
import JSONTree

/// `PutKeyPolicy`: keeps a policy. It is not applied.
struct PutKeyPolicy: Operation {
    static let name = "PutKeyPolicy"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        try KeyPolicy.checkName(request)
        let policy = try KeyPolicy.checked(request.requiredText("Policy"))
        try await catalogue.change(request.requiredText("KeyId"), in: context.territory) { key throws(ServiceError) in
            if let policy { key.policy = policy }
        }
        return OperationOutput()
    }
}
