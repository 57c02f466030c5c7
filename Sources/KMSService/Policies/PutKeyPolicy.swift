import AWSWire
import JSONTree
import ResourceNames

/// `PutKeyPolicy`: says who may seal data under a key. Actions of KMS itself do not ask it.
struct PutKeyPolicy: Operation {
    static let name = "PutKeyPolicy"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        try KeyPolicy.checkName(request)
        _ = try request.requiredText("Policy")
        let policy = try KeyPolicy.given(by: request, of: context.territory.account)
        try await catalogue.change(request.requiredText("KeyId"), in: context.territory) { key throws(ServiceError) in
            if let policy { key.policy = policy }
        }
        return OperationOutput()
    }
}
